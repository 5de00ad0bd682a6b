package sales

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sheet"
)

// importModel is the state of the import page: the files chosen, what importing them would do, and which of them to leave out.
type importModel struct {
	rooms
	sources []sales.Source
	left    map[string]bool // tables left out, by path and name
	Report  sales.Report
	chosen  int
	owners  map[accountKey]string // whose the accounts in the files are
}

// newImportModel begins with no files.
func newImportModel(r rooms) *importModel {
	return &importModel{rooms: r, left: map[string]bool{}}
}

// Find lists the files to look at for what was dropped or chosen; it may run beside the UI. Folders that
// cannot be read are in the problems.
func (m *importModel) Find(ctx context.Context, paths []string) ([]string, []*problem.Problem, error) {
	return sheet.Find(ctx, paths...)
}

// Add adds files; one that is there already stays once.
func (m *importModel) Add(paths ...string) {
	for _, path := range paths {
		known := slices.ContainsFunc(m.sources, func(s sales.Source) bool { return s.Path == path })
		if !known {
			m.sources = append(m.sources, sales.Source{Path: path})
		}
	}
}

// Remove takes a file off the list.
func (m *importModel) Remove(file sales.FileReport) {
	m.sources = slices.DeleteFunc(m.sources, func(s sales.Source) bool { return s.Path == file.Path })
	m.Report.Files = slices.DeleteFunc(m.Report.Files, func(f sales.FileReport) bool { return f.Path == file.Path })
	m.chosen = min(m.chosen, max(0, len(m.Report.Files)-1))
}

// Empty tells whether no file was given yet.
func (m *importModel) Empty() bool { return len(m.sources) == 0 }

// preview is what a look found.
type preview struct {
	report sales.Report
	owners map[accountKey]string
}

// accountKey names a payment account.
type accountKey struct{ platform, number string }

// Look finds out what the import would do; nothing is written. It may run beside the UI: hand what it finds
// to Show.
func (m *importModel) Look(ctx context.Context, sources []sales.Source, progress func(sales.Progress)) (preview, error) {
	report, err := m.sales.Preview(ctx, m.actor, sources, progress)
	if err != nil {
		return preview{}, err
	}
	found := preview{report: report, owners: map[accountKey]string{}}
	seen := map[string]bool{"": true}
	for _, file := range report.Files {
		if seen[file.Platform] {
			continue
		}
		seen[file.Platform] = true
		owners, err := m.sales.Owners(ctx, file.Platform)
		if err != nil {
			return preview{}, err
		}
		for number, name := range owners {
			found.owners[accountKey{file.Platform, number}] = name
		}
	}
	return found, nil
}

// Show takes what a look found.
func (m *importModel) Show(found preview) {
	m.Report, m.owners = found.report, found.owners
	m.chosen = min(m.chosen, max(0, len(m.Report.Files)-1))
}

// Take imports the files that were not left out; it may run beside the UI.
func (m *importModel) Take(ctx context.Context, sources []sales.Source, progress func(sales.Progress)) (sales.Report, error) {
	return m.sales.Import(ctx, m.actor, sources, progress)
}

// Sources are all files, for a look.
func (m *importModel) Sources() []sales.Source { return slices.Clone(m.sources) }

// Asked are the sources that will be imported: tables left out are taken off, and files without any other are
// not there at all.
func (m *importModel) Asked() []sales.Source {
	asked := make([]sales.Source, 0, len(m.sources))
	for _, source := range m.sources {
		source.Skip = map[string]bool{}
		some := false
		for _, file := range m.Report.Files {
			if file.Path != source.Path {
				continue
			}
			if m.left[key(file)] {
				source.Skip[file.Name] = true
			} else if usable(file) {
				some = true
			}
		}
		if some {
			asked = append(asked, source)
		}
	}
	return asked
}

func key(file sales.FileReport) string { return file.Path + "\x00" + file.Name }

// Choose opens one file's details.
func (m *importModel) Choose(i int) { m.chosen = i }

// Chosen is the file whose details are shown, nil without files.
func (m *importModel) Chosen() *sales.FileReport {
	if m.chosen < 0 || m.chosen >= len(m.Report.Files) {
		return nil
	}
	return &m.Report.Files[m.chosen]
}

// usable tells whether a file can be imported at all.
func usable(file sales.FileReport) bool { return file.Problem == nil && file.Known == nil }

// Included tells whether a file will be imported.
func (m *importModel) Included(file sales.FileReport) bool {
	return usable(file) && !m.left[key(file)]
}

// Include takes a file in or leaves it out.
func (m *importModel) Include(file sales.FileReport, in bool) { m.left[key(file)] = !in }

// SetShop says whose sale the lines of a file are that does not tell.
func (m *importModel) SetShop(file sales.FileReport, account string) {
	for i := range m.sources {
		if m.sources[i].Path == file.Path {
			m.sources[i].Account = strings.TrimSpace(account)
		}
	}
}

// Shop is what SetShop said of a file.
func (m *importModel) Shop(file sales.FileReport) string {
	for _, source := range m.sources {
		if source.Path == file.Path {
			return source.Account
		}
	}
	return ""
}

// Owner is the organisation an account belongs to, "" for one nobody has matched.
func (m *importModel) Owner(platform, number string) string {
	return m.owners[accountKey{platform, number}]
}

// Match gives an account of the files to an organisation, whether it was met before or comes in with them,
// and with it all its lines, past and to come.
func (m *importModel) Match(ctx context.Context, account sales.UnmatchedAccount, organizationID int64) error {
	matched := register.PaymentAccount{Platform: account.Platform, Number: account.Number, Name: account.Name, ChannelMode: account.StartingMode()}
	met, err := m.sales.Accounts(ctx, account.Platform)
	if err != nil {
		return err
	}
	for _, known := range met {
		if known.Number == account.Number {
			matched = known // with the mode a person may have given it
		}
	}
	matched.OrganizationID = &organizationID
	return m.register.SaveAccount(ctx, m.actor, &matched)
}

// MatchNew creates an organisation and gives it the account.
func (m *importModel) MatchNew(ctx context.Context, account sales.UnmatchedAccount, o *register.Organization) error {
	if err := m.register.Create(ctx, m.actor, o); err != nil {
		return err
	}
	return m.Match(ctx, account, o.ID)
}

// Matched takes an account that was matched off the lists of all files.
func (m *importModel) Matched(account sales.UnmatchedAccount, name string) {
	m.owners[accountKey{account.Platform, account.Number}] = name
	for i := range m.Report.Files {
		file := &m.Report.Files[i]
		file.Unmatched = slices.DeleteFunc(file.Unmatched, func(other sales.UnmatchedAccount) bool {
			return other.Platform == account.Platform && other.Number == account.Number
		})
	}
}

// outlook is what the import as chosen would do.
type outlook struct {
	Files, Left                          int
	Added, Updated, Repeated, Unreadable int
	Unmatched                            int
}

// Outlook sums the files that will be imported.
func (m *importModel) Outlook() outlook {
	var o outlook
	for _, file := range m.Report.Files {
		if !m.Included(file) {
			o.Left++
			continue
		}
		o.Files++
		o.Added += file.Added
		o.Updated += file.Updated
		o.Repeated += file.Repeated
		o.Unreadable += file.Unreadable
		for _, account := range file.Unmatched {
			o.Unmatched += account.Lines
		}
	}
	return o
}

// Lines is how many lines all files have together.
func (m *importModel) Lines() int {
	n := 0
	for _, file := range m.Report.Files {
		n += file.Lines
	}
	return n
}

// netOf is what a file brings, order basis: payments less refunds.
func netOf(file sales.FileReport) money.Fen {
	return file.Figures.Paid.Order - file.Figures.Refunded.Order
}
