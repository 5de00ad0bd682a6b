package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// ClaimView is the page of one claim.
type ClaimView struct {
	context kit.Context
	model   *ClaimModel
	claim   *Claim
	loader  kit.Loader[*Claim]
	writer  kit.Loader[struct{}]
	states  *kit.States
	files   *form.Files // of the material whose dialog is open
}

// NewClaimView makes the page; it loads when it is shown.
func NewClaimView(c kit.Context, m *ClaimModel) *ClaimView {
	return &ClaimView{context: c, model: m, states: kit.NewStates()}
}

// Object is the page.
func (v *ClaimView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the claim anew.
func (v *ClaimView) Shown() {
	v.model.office.claim = v
	v.load()
}

// Left stops reading. What is being written is written to its end.
func (v *ClaimView) Left() {
	v.model.office.claim = nil
	v.loader.Stop()
}

// Beside opens the claim so many places on in the queue.
func (v *ClaimView) Beside(places int) {
	if id, there := v.model.office.queue.beside(v.model.id, places); there {
		v.context.Open(claimLink(id))
	}
}

// place says where in the queue the claim is, with the ways to its neighbours.
func (v *ClaimView) place() fyne.CanvasObject {
	q := &v.model.office.queue
	at := q.at(v.model.id)
	if at < 0 {
		return nil
	}
	step := func(key string, places int) fyne.CanvasObject {
		link := kit.NewSmallLink(wording.Text("rewards.queue."+key), func() { v.Beside(places) })
		if _, there := q.beside(v.model.id, places); !there {
			link.Disable()
		}
		return link
	}
	leave := kit.NewSmallLink(wording.Text("rewards.queue.leave"), func() {
		v.model.office.queue = queue{}
		v.show(v.claim)
	})
	row := kit.Row(kit.Gap, kit.NewText(wording.Text("rewards.queue.place", "at", at+1, "all", len(q.ids))), kit.NewSmall(wording.Text("rewards.queue.keys")), kit.Spring(),
		step("before", -1), step("next", 1), leave)
	return kit.NewPanel(kit.CanalSoft, "", kit.Radius, kit.Pad(row, 4, kit.CardPadding, 4, kit.CardPadding))
}

func (v *ClaimView) load() {
	v.loader.Load(v.model.Load, func(claim *Claim, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load),
				kit.NewPlain(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))
			return
		}
		v.show(claim)
	})
}

func (v *ClaimView) show(claim *Claim) {
	v.claim = claim
	steps := make([]string, len(rewards.Stages))
	for i, stage := range rewards.Stages {
		steps[i] = stageName(stage)
	}
	parts := []fyne.CanvasObject{kit.NewPlainCard(kit.NewStepper(steps, claim.Place()))}
	for _, strip := range []fyne.CanvasObject{v.place(), v.outdated(), v.situation()} {
		if strip != nil {
			parts = append(parts, strip)
		}
	}
	tracks := make([]kit.Track, len(parts), len(parts)+1)
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(2), kit.Share(3)}, v.left(), v.right())
	content := kit.Down(kit.Gap, append(tracks, kit.Share(1)), append(parts, columns)...)
	v.states.Show(kit.NewPage(v.header(), content))
	v.context.Status(wording.Text("rewards.claim.separate"), wording.Text("rewards.claim.kept", "n", claim.Changes),
		wording.Text("rewards.claim.computed", "at", minuteOf(claim.Claim.ComputedAt)))
}

func (v *ClaimView) header() kit.Header {
	return kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:   v.claim.Organization.ShownName() + " · " + v.claim.Trace.Rule().Title,
		Badges:  append([]fyne.CanvasObject{kit.NewBadge(v.claim.Claim.Number, kit.Blue)}, v.badges()...),
		Actions: v.actions(),
	}
}

// badges say where the claim stands, why nothing is done now, and how many working days are left.
func (v *ClaimView) badges() []fyne.CanvasObject {
	stage, waiting := v.claim.Claim.Stage, v.claim.Claim.Waiting
	var badges []fyne.CanvasObject
	if waiting != rewards.ForEnterprise { // which says that it is at 受理
		badges = append(badges, kit.NewBadge(stageState(stage), stageTint(stage)))
	}
	if waiting != "" {
		badges = append(badges, kit.NewBadge(wording.Text("rewards.waiting."+string(waiting)), kit.AmberTint))
	}
	if text, tint := daysLeft(v.claim.Due, v.claim.DaysLeft); text != "" {
		badges = append(badges, kit.NewBadge(text, tint))
	}
	return badges
}

// outdated says that the claim would come out otherwise now, and offers to compute it anew.
func (v *ClaimView) outdated() fyne.CanvasObject {
	claim := v.claim
	if claim.Stuck == nil && len(claim.Differences) == 0 {
		return nil
	}
	text := wording.Text("rewards.claim.changed", "steps", len(claim.Differences), "was", claim.Claim.Amount, "is", claim.AmountNow())
	if claim.AmountNow() == claim.Claim.Amount {
		text = wording.Text("rewards.claim.changed_alike", "steps", len(claim.Differences), "amount", claim.Claim.Amount)
	}
	if !claim.CanRecompute() {
		text = wording.Text("rewards.claim.changed_granted", "was", claim.Claim.Amount, "is", claim.AmountNow())
	}
	if claim.Stuck != nil {
		text = worded(claim.Stuck)
	}
	row := []fyne.CanvasObject{kit.NewStyled(text, kit.AmberText, kit.TextSize, false).Short(), kit.Spring()}
	if claim.CanRecompute() && claim.Stuck == nil {
		row = append(row, kit.NewSmallButton(wording.Text("rewards.claim.recompute"), v.askRecompute))
	}
	return kit.NewPanel(kit.AmberSoft, "", kit.Radius, kit.Pad(kit.Row(kit.Gap, row...), 6, kit.CardPadding, 6, kit.CardPadding))
}

func (v *ClaimView) left() fyne.CanvasObject {
	claim := v.claim
	lines := TraceLines(claim.Trace, claim.Claim.RuleID, claim.Claim.ID)
	basis := kit.NewLink(basisOf(claim.Trace), func() { v.context.Open(ruleLink(claim.Claim.RuleID)) })
	trace := kit.NewCard(wording.Text("rewards.claim.how"), newTraceTable(lines, v.context.Open, len(lines) > roomyLines), basis)
	clause := kit.NewParagraph(claim.Trace.Rule().Clause + "　" + claim.Reading)
	return newTraceOver(len(claim.Materials), trace, v.materials(), kit.NewCard(wording.Text("rewards.schemes.reading"), kit.Scrolled(clause)))
}

// longestBasis is how many characters of a measure's name and its clause stand beside the card's title; of a longer
// name the clause says enough.
const longestBasis = 18

func basisOf(t rewards.Trace) string {
	name, clause := t.Measure.Name(), t.Rule().Clause
	if len([]rune(name+clause)) > longestBasis {
		name = ""
	}
	return wording.Text("rewards.claim.basis", "measure", name, "clause", clause)
}

// roomyLines is how many lines of a trace stand 32 apart beside the materials on a screen 768 high.
const roomyLines = 8

func (v *ClaimView) right() fyne.CanvasObject {
	claim := v.claim
	model := NewEvidenceModel(claim.Comparison, claim.Claim.OrganizationID)
	note := kit.NewSecondary(model.Summary())
	if claim.Comparison.Deviation.Beyond {
		note.Colour = kit.RedText
	}
	columns := fitted(model)
	months := newEvidenceGrid(model, columns, v.context)
	evidence := kit.NewCard(wording.Text("rewards.evidence.title"), months, v.signals(note)...)
	acts := chart.NewTimeline(events(claim.Acts))
	scroll := kit.Scrolled(acts)
	acts.Follow(scroll)
	record := kit.NewCard(wording.Text("rewards.record.title"), scroll,
		kit.NewSecondary(wording.Text("rewards.record.count", "n", len(claim.Acts))))
	width := float32(0)
	for _, column := range columns {
		width += column.Width
	}
	return newEvidenceOver(months, model.Rows(), width, evidence, record)
}

// signals puts what is worth a look beside the evidence's summary.
func (v *ClaimView) signals(summary fyne.CanvasObject) []fyne.CanvasObject {
	if len(v.claim.Signals) == 0 {
		return []fyne.CanvasObject{summary}
	}
	link := kit.NewSmallLink(wording.Text("rewards.signals.count", "n", len(v.claim.Signals)), v.showSignals)
	return []fyne.CanvasObject{kit.Row(kit.WideGap, link, summary)}
}

// showSignals lists them; what has lines behind it opens them.
func (v *ClaimView) showSignals() {
	var d *kit.Dialog
	list := []fyne.CanvasObject{kit.NewNote(wording.Text("rewards.signals.note"))}
	for _, s := range v.claim.Signals {
		line := []fyne.CanvasObject{kit.NewParagraph(wording.Text(s.Key(), s.Pairs()...))}
		tracks := []kit.Track{kit.Share(1)}
		if s.Link != "" {
			line = append(line, kit.Column(0, kit.NewSmallLink(wording.Text("rewards.signals.open"), func() {
				d.Close()
				v.context.Open(s.Link)
			})))
		}
		list = append(list, kit.Rule(), kit.Across(kit.Gap, tracks, line...))
	}
	closing := kit.NewPlain(wording.Text("kit.dialog.close"), func() { d.Close() })
	visit := kit.NewPrimary(wording.Text("rewards.do.visit"), func() {
		d.Close()
		v.askPlain("visit", true, v.model.Visit)
	})
	d = kit.NewDialog(v.context.Window().Canvas(), 620, wording.Text("rewards.signals.title"), kit.Column(kit.Gap, list...), closing, visit)
	d.Show(visit)
}

// write does something with the claim off the UI goroutine and shows the claim as it is then.
func (v *ClaimView) write(work func(ctx context.Context) error) {
	v.writer.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
		}
		v.load()
		v.context.Changed()
	})
}
