package council

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// policyShown is what the page of a document shows: the document, and two of its texts side by side.
type policyShown struct {
	page          *council.PolicyPage
	pairs         []council.Pair
	before, after int64 // the versions compared, 0 where there is one at most
}

// PolicyView is the page of one policy document.
type PolicyView struct {
	context kit.Context
	desk    *desk
	id      int64
	before  int64 // chosen to be compared, 0 for the one before the latest
	after   int64
	loader  kit.Loader[policyShown]
	states  *kit.States
	shown   policyShown
}

// NewPolicyView makes the page; it loads when it is shown.
func NewPolicyView(c kit.Context, d *desk, id int64) *PolicyView {
	return &PolicyView{context: c, desk: d, id: id, states: kit.NewStates()}
}

// Object is the page.
func (v *PolicyView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the document anew.
func (v *PolicyView) Shown() { v.load() }

// Left stops reading.
func (v *PolicyView) Left() { v.loader.Stop() }

func (v *PolicyView) load() {
	before, after := v.before, v.after
	v.loader.Load(func(ctx context.Context) (policyShown, error) { return v.desk.policy(ctx, v.id, before, after) }, func(s policyShown, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.policies.to_list"), func() { v.context.Open(policiesLink) }))
			return
		}
		v.shown = s
		v.show()
	})
}

// policy reads a document and compares two of its texts: those chosen, else the latest with the one before it.
func (d *desk) policy(ctx context.Context, id, before, after int64) (policyShown, error) {
	var s policyShown
	var err error
	if s.page, err = d.room.Policy(ctx, id); err != nil {
		return s, err
	}
	texts := s.page.Texts
	switch len(texts) {
	case 0:
		return s, nil
	case 1:
		s.pairs = council.Compare(texts[0].Text, texts[0].Text)
		return s, nil
	}
	s.before, s.after = texts[1].ID, texts[0].ID
	if before != 0 {
		s.before = before
	}
	if after != 0 {
		s.after = after
	}
	s.pairs, err = d.room.CompareVersions(ctx, s.before, s.after)
	if s.before == s.after {
		err = nil // one text beside itself
		for _, t := range texts {
			if t.ID == s.after {
				s.pairs = council.Compare(t.Text, t.Text)
			}
		}
	}
	return s, err
}

func (v *PolicyView) show() {
	top := kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, v.texts(), v.comments())
	v.states.Show(kit.NewPage(v.header(), kit.Down(kit.WideGap, []kit.Track{kit.Share(5), kit.Share(4)}, top, v.breakdown())))
	v.context.Status(wording.Text("council.policies.status"))
}

func (v *PolicyView) held() council.Held {
	return council.Held{ID: v.shown.page.ID, Version: v.shown.page.PolicyDocument.Version}
}

func (v *PolicyView) header() kit.Header {
	p := v.shown.page
	var more *kit.Button
	more = kit.NewPlain(wording.Text("council.page.more"), func() { kit.OpenChoices(more, v.moreChoices(), v.doMore) })
	actions := []fyne.CanvasObject{more, kit.NewPlain(wording.Text("council.policies.version_add"), v.askVersion)}
	if p.Status == council.Draft || p.Status == council.Asking {
		actions = append(actions, kit.NewPlain(wording.Text("council.policies.ask"), v.askComments))
	}
	switch p.Status {
	case council.Repealed:
	case council.Issued, council.Revised:
		actions = append(actions, kit.NewPlain(wording.Text("council.policies.reissue"), v.askIssue))
	default:
		actions = append(actions, kit.NewPrimary(wording.Text("council.policies.issue"), v.askIssue))
	}
	return kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }},
			{Label: wording.Text("council.policies.title"), Open: func() { v.context.Open(policiesLink) }}},
		Title:   p.Title,
		Badges:  []fyne.CanvasObject{kit.NewBadge(wording.Text("council.policy_status."+string(p.Status)), policyTint(p.Status))},
		Note:    p.Number,
		Actions: actions,
	}
}

// texts are two versions side by side.
func (v *PolicyView) texts() fyne.CanvasObject {
	texts := v.shown.page.Texts
	if len(texts) == 0 {
		return kit.NewCard(wording.Text("council.policies.texts"), kit.NewEmpty(wording.Text("council.policies.no_text"), wording.Text("council.policies.no_text_do"),
			kit.NewPrimary(wording.Text("council.policies.version_add"), v.askVersion)))
	}
	var lines []fyne.CanvasObject
	for _, pair := range v.shown.pairs {
		if len(texts) == 1 {
			lines = append(lines, kit.NewParagraph(pieces(pair.After)))
			continue
		}
		lines = append(lines, kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, side(pair.Before, pair.Same(), kit.RedSoft), side(pair.After, pair.Same(), kit.GreenSoft)))
	}
	var right []fyne.CanvasObject
	if len(texts) > 1 {
		right = []fyne.CanvasObject{v.versionChip(v.shown.before, func(id int64) { v.before = id }), kit.NewSecondary("→"), v.versionChip(v.shown.after, func(id int64) { v.after = id })}
	}
	return kit.NewCard(wording.Text("council.policies.texts"), kit.ScrolledClear(kit.Column(4, lines...)), right...)
}

func (v *PolicyView) versionChip(chosen int64, set func(id int64)) fyne.CanvasObject {
	list := make([]kit.Choice, len(v.shown.page.Texts))
	for i, text := range v.shown.page.Texts {
		list[i] = kit.Choice{Value: strconv.FormatInt(text.ID, 10), Label: versionName(text)}
	}
	return kit.NewChoiceChip("", list, strconv.FormatInt(chosen, 10), func(value string) {
		id, _ := strconv.ParseInt(value, 10, 64)
		set(id)
		v.load()
	})
}

func versionName(t council.PolicyVersion) string {
	return wording.Text("council.policies.version", "n", t.Number, "note", t.Note)
}

// side is one paragraph of a version: on a tint where it is another in the other version, with what changed between
// marks, so that it is told without the colour too.
func side(text []council.Piece, same bool, tint fyne.ThemeColorName) fyne.CanvasObject {
	p := kit.NewParagraph(pieces(text))
	p.Points = kit.DenseTextSize
	if same {
		return kit.Pad(p, 2, 6, 2, 6)
	}
	if len(text) == 0 {
		return kit.Space(0, 0)
	}
	return kit.NewPanel(tint, "", 4, kit.Pad(p, 2, 6, 2, 6))
}

func pieces(text []council.Piece) string {
	words := ""
	whole := len(text) == 1 // a paragraph that is new as a whole needs no marks
	for _, piece := range text {
		if piece.Changed && !whole {
			words += "【" + piece.Text + "】"
		} else {
			words += piece.Text
		}
	}
	return words
}

func (v *PolicyView) comments() fyne.CanvasObject {
	page := v.shown.page
	if len(page.Comments) == 0 {
		return kit.NewCard(wording.Text("council.policies.comments"), kit.Column(0, kit.NewNote(wording.Text("council.policies.no_comments"))))
	}
	heads := []kit.Head{{Title: wording.Text("council.attendance.department")}, {Title: wording.Text("council.policies.comment"), Grow: true}, {Title: wording.Text("council.policies.adoption")}}
	rows := make([][]kit.Cell, len(page.Comments))
	for i, c := range page.Comments {
		text := c.Text
		if c.State != council.CommentGiven {
			text = wording.Text("council.comment_state." + string(c.State))
		}
		rows[i] = kit.Cells(c.Department, text, "")
		if c.Adoption != "" {
			rows[i][2].Object = kit.NewBadge(wording.Text("council.adoption."+string(c.Adoption)), map[council.Adoption]kit.Tint{council.Adopt: kit.GreenTint, council.AdoptPartly: kit.AmberTint, council.AdoptRefused: kit.Grey}[c.Adoption])
		}
	}
	table := kit.NewTable(heads, rows...).OnRow(func(row int) { v.askComment(page.Comments[row]) })
	note := kit.NewSecondary(wording.Text("council.policies.answered_of", "n", page.Answered, "all", len(page.Comments)))
	return kit.NewCard(wording.Text("council.policies.comments"), kit.ScrolledClear(table), note)
}

// breakdown are the document's tasks, with how many stand under each lamp as one bar.
func (v *PolicyView) breakdown() fyne.CanvasObject {
	page, today := v.shown.page, v.desk.room.Today()
	if len(page.Breakdown) == 0 {
		return kit.NewCard(wording.Text("council.policies.breakdown"), kit.NewEmpty(wording.Text("council.policies.no_breakdown"), wording.Text("council.policies.no_breakdown_do"),
			kit.NewPlain(wording.Text("council.policies.import"), v.importBreakdown)))
	}
	heads := make([]kit.Head, 0, 6)
	for _, key := range []council.TaskColumn{council.ByNumber, council.ByTitle, council.ByLead, council.ByDue, council.ByProgress, council.ByLamp} {
		heads = append(heads, kit.Head{Title: wording.Text("council.column." + string(key)), Grow: key == council.ByTitle})
	}
	rows := make([][]kit.Cell, len(page.Breakdown))
	for i, t := range page.Breakdown {
		rows[i] = kit.Cells(t.Number, t.Title, t.Lead, shortDay(t.DueOn, today), "", "")
		rows[i][4].Object = kit.Across(6, []kit.Track{kit.Fixed(80), kit.Fixed(40)}, kit.NewMeter(lampTone(t.Lamp), float64(t.Progress)/100).Marked(float64(t.Planned)/100), kit.NewText(percent(t.Progress)).Right())
		rows[i][5].Object = kit.NewBadge(stateOf(t), lampTint(t.Lamp))
	}
	table := kit.NewTable(heads, rows...).OnRow(func(row int) { v.context.Open(taskLink(page.Breakdown[row].ID)) })
	content := kit.Down(8, []kit.Track{kit.Natural, kit.Share(1)}, lampShares(page.Breakdown), kit.ScrolledClear(table))
	return kit.NewCard(wording.Text("council.policies.breakdown"), content, kit.NewSecondary(wording.Text("council.policies.carried", "progress", percent(page.Progress), "closed", page.Closed, "all", page.Tasks)))
}

// lampShares is how the tasks stand as one bar: what is closed, then the lamps from the best to the worst.
func lampShares(tasks []council.TaskRow) fyne.CanvasObject {
	counts := map[council.Lamp]int{}
	for _, t := range tasks {
		counts[t.Lamp]++
	}
	var parts []fyne.CanvasObject
	var tracks []kit.Track
	words := []fyne.CanvasObject{}
	for _, lamp := range append([]council.Lamp{council.NoLamp}, council.Lamps...) {
		if counts[lamp] == 0 {
			continue
		}
		parts, tracks = append(parts, kit.NewPanel(lampTone(lamp), "", 2, kit.Space(2, 10))), append(tracks, kit.Share(float32(counts[lamp])))
		words = append(words, kit.Row(4, kit.NewBadge(lampName(lamp), lampTint(lamp)), kit.NewSmall(wording.Text("council.policies.pieces", "n", counts[lamp]))))
	}
	return kit.Column(6, kit.Across(1, tracks, parts...), kit.Row(kit.WideGap, append(words, kit.Spring())...))
}
