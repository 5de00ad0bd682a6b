package console

import (
	"fmt"

	"github.com/spf13/cobra"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// importedFile is the JSON of one file given to import. Sums are in fen, order basis.
type importedFile struct {
	Path       string            `json:"path"`
	Format     string            `json:"format"`
	Lines      int               `json:"lines"`
	New        int               `json:"new"`
	Updated    int               `json:"updated"`
	Duplicate  int               `json:"duplicate"`
	Unreadable int               `json:"unreadable"`
	Summary    string            `json:"summary"`
	Problems   []importedProblem `json:"problems"`
	Figures    *figures          `json:"figures,omitempty"`
	Counted    bool              `json:"counted"`
	Reason     string            `json:"reason,omitempty"` // why it is not counted

	worded []*problem.Problem
	failed bool
}

type importedProblem struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	What   string `json:"what"`
}

// figures are what a buyer's export or a flow of funds says, which is shown and never counted.
type figures struct {
	In         int       `json:"in"`
	InFen      money.Fen `json:"in_fen"`
	Out        int       `json:"out"`
	OutFen     money.Fen `json:"out_fen"`
	Neutral    int       `json:"neutral"`
	NeutralFen money.Fen `json:"neutral_fen"`
	NetFen     money.Fen `json:"net_fen"`
}

// toldAtOnce is how many problems of a file are printed for a person; JSON has them all.
const toldAtOnce = 20

func (s *session) importCommand() *cobra.Command {
	var account string
	var later bool
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: wording.Text("console.import"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return s.writing(cmd.Context(), true, func(st *store.Store) error {
				sources := make([]sales.Source, len(paths))
				for i, path := range paths {
					sources[i] = sales.Source{Path: path, Account: account}
				}
				report, err := sales.New(st).Import(cmd.Context(), Actor, sources, nil)
				if err != nil {
					return err
				}
				reported := s.reportImport(paths, report)
				if later {
					return reported
				}
				if err := sales.New(st).Index(cmd.Context(), nil); err != nil { // the lines are in; the next start goes on
					return err
				}
				return reported
			})
		},
	}
	cmd.Flags().StringVar(&account, "account", "", wording.Text("console.flag.account"))
	cmd.Flags().BoolVar(&later, "later", false, wording.Text("console.flag.later"))
	return s.answersJSON(s.needsDB(cmd))
}

// reportImport prints a file each, as given: the tables inside one container are added up.
func (s *session) reportImport(paths []string, report sales.Report) error {
	files := make([]importedFile, len(paths))
	for i, path := range paths {
		files[i] = importedFile{Path: path, Summary: "none", Problems: []importedProblem{}, Counted: true}
		for _, table := range report.Files {
			if table.Path == path {
				files[i].add(table)
			}
		}
	}
	if err := s.printImport(files); err != nil {
		return err
	}
	for _, file := range files {
		if file.failed {
			return errUnusable
		}
	}
	return nil
}

func (s *session) printImport(files []importedFile) error {
	if s.json {
		return s.print(map[string]any{"files": files})
	}
	for _, file := range files {
		name := wording.Text("console.not_recognised")
		if file.Format != "" {
			name = wording.Text("format." + file.Format)
		}
		fmt.Fprintln(s.out, wording.Text("console.imported", "path", file.Path, "format", name, "lines", file.Lines,
			"new", file.New, "updated", file.Updated, "duplicate", file.Duplicate, "unreadable", file.Unreadable))
		if f := file.Figures; f != nil {
			fmt.Fprintln(s.out, "  "+wording.Text("console.figures", "in", f.In, "in_yuan", f.InFen, "out", f.Out, "out_yuan", f.OutFen,
				"neutral", f.Neutral, "neutral_yuan", f.NeutralFen))
			fmt.Fprintln(s.out, "  "+file.Reason)
		}
		for _, p := range file.worded[:min(len(file.worded), toldAtOnce)] {
			s.tell(p)
		}
		if more := len(file.worded) - toldAtOnce; more > 0 {
			fmt.Fprintln(s.err, wording.Text("console.more_problems", "n", more))
		}
	}
	return nil
}

// add adds what became of one table of the file.
func (f *importedFile) add(table sales.FileReport) {
	f.Lines += table.Lines
	f.New += table.Added
	f.Updated += table.Updated
	f.Duplicate += table.Repeated
	f.Unreadable += table.Unreadable
	if f.Format == "" {
		f.Format = table.Format
	}
	if table.Summary == "differs" || (f.Summary == "none" && table.Summary != "") {
		f.Summary = table.Summary
	}
	if table.Problem != nil {
		f.failed = true
		f.flag(table.Problem)
	}
	if table.NeedsShop && table.Lines > 0 {
		f.flag(problem.New("sales.shop_not_told"))
	}
	if table.Evidence == statement.Ledger || table.Evidence == statement.Personal {
		f.Counted = false
		f.Reason = wording.Text("sales.not_counted." + string(table.Evidence))
		f.Figures = figuresOf(table)
	}
	for _, doubt := range table.Doubts {
		p := problem.New(doubt.Code).At(doubt.Row, doubt.Column)
		p.Args = doubt.Args
		f.flag(p)
	}
}

func (f *importedFile) flag(p *problem.Problem) {
	what, _ := wording.Problem(p)
	f.worded = append(f.worded, p)
	f.Problems = append(f.Problems, importedProblem{Row: p.Where.Row, Column: p.Where.Column, What: what})
}

// figuresOf are the sums of what is shown and not counted.
func figuresOf(table sales.FileReport) *figures {
	f := table.Figures
	return &figures{
		In: f.In.Count, InFen: f.In.Amount, Out: f.Out.Count, OutFen: f.Out.Amount,
		Neutral: f.Neutral.Count, NeutralFen: f.Neutral.Amount, NetFen: f.Out.Amount - f.In.Amount,
	}
}
