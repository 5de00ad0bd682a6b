package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// try computes what the claim would come to, where there is enough to compute.
func (v *DeclareView) try() {
	v.save.SetEnabled(v.model.Ready())
	if !v.model.Ready() {
		v.trials.Stop()
		v.months.show(rewards.Comparison{})
		v.show(kit.NewEmpty(wording.Text("rewards.new.not_yet"), v.wanting()))
		return
	}
	asked := *v.model
	v.trials.Load(asked.Trial, func(trial Trial, p *problem.Problem) {
		if p != nil {
			v.months.show(rewards.Comparison{})
			v.save.SetEnabled(false)
			v.show(kit.NewFailed(p))
			return
		}
		v.months.show(trial.Comparison)
		v.save.SetEnabled(trial.Twice == nil)
		v.show(v.traceOf(trial))
	})
}

// wanting says what is still needed before an amount can be computed.
func (v *DeclareView) wanting() string {
	switch {
	case v.model.Organization == nil:
		return wording.Text("rewards.new.wants_organization")
	case v.model.RuleID == 0:
		return wording.Text("rewards.new.no_rule", "year", v.model.Year)
	}
	return worded(v.model.Wrong())
}

func (v *DeclareView) show(content fyne.CanvasObject) {
	v.result.Objects = []fyne.CanvasObject{kit.NewCard(wording.Text("rewards.new.result"), content)}
	v.result.Refresh()
}

func (v *DeclareView) traceOf(trial Trial) fyne.CanvasObject {
	amount := kit.Column(0, kit.NewStyled(yuan(trial.Trace.Amount), kit.Ink, kit.TitleSize, true),
		kit.NewNote(wording.Text("rewards.new.capitals", "capitals", trial.Trace.Amount.Capitals())))
	lines := TraceLines(trial.Trace, v.model.RuleID, v.model.claim)
	evidence := NewEvidenceModel(trial.Comparison, trial.Trace.Evidence.OrganizationID)
	parts := []fyne.CanvasObject{amount}
	if trial.Twice != nil {
		parts = append(parts, v.twice(*trial.Twice))
	}
	if late := v.model.Late(trial); late != nil {
		said := kit.NewNote(wording.Text("rewards.new.late", "first", late.Args["first"], "last", late.Args["last"]))
		said.Colour = kit.AmberText
		parts = append(parts, said)
	}
	return kit.Scrolled(kit.Column(kit.WideGap, append(parts, newTraceTable(lines, v.context.Open, true), kit.NewNote(evidence.Summary()),
		kit.NewNote(wording.Text("rewards.new.trial_note")))...))
}

// twice says that there is such a claim already, and opens it.
func (v *DeclareView) twice(other rewards.ClaimRow) fyne.CanvasObject {
	text := kit.NewParagraph(wording.Text("rewards.new.twice", "number", other.Number, "state", stageState(other.Stage)))
	text.Colour = kit.AmberText
	row := kit.Row(kit.Gap, kit.Spring(), kit.NewSmallButton(wording.Text("rewards.new.open", "number", other.Number), func() { v.context.Open(claimLink(other.ID)) }))
	return kit.NewPanel(kit.AmberSoft, "", kit.Radius, kit.Pad(kit.Column(6, text, row), 8, 12, 8, 12))
}
