package rewards

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// actions are the buttons of the header: the form, the way back, the rest, and the verb of the step.
func (v *ClaimView) actions() []fyne.CanvasObject {
	list := []fyne.CanvasObject{kit.NewPlain(wording.Text("rewards.claim.print"), v.print)}
	if !v.claim.CanPass() {
		return list
	}
	var more *kit.Button
	more = kit.NewPlain(wording.Text("rewards.claim.more"), func() { kit.OpenChoices(more, v.moreChoices(), v.doMore) })
	return append(list, more, kit.NewPlain(wording.Text("rewards.claim.return"), v.askReturn),
		kit.NewPrimary(wording.Text("rewards.pass."+string(v.claim.Claim.Stage)), v.askPass))
}

func (v *ClaimView) moreChoices() []kit.Choice {
	var choices []kit.Choice
	for _, c := range []struct {
		key string
		can bool
	}{{"organization", true}, {"correct", v.claim.CanCorrect()}, {"recompute", v.claim.CanRecompute()}, {"withdraw", v.claim.CanWithdraw()}} {
		if c.can {
			choices = append(choices, kit.Choice{Value: c.key, Label: wording.Text("rewards.claim." + c.key)})
		}
	}
	return choices
}

func (v *ClaimView) doMore(key string) {
	switch key {
	case "organization":
		v.context.Open("smartcanal://organization/" + numberIn(v.claim.Claim.OrganizationID))
	case "correct":
		v.context.Open(correctLink + numberIn(v.claim.Claim.ID))
	case "recompute":
		v.askRecompute()
	case "withdraw":
		v.askWithdraw()
	}
}

// act is a form of a person, an opinion and, where given, more fields.
type act struct {
	title, verb    string
	draft          string // names what is typed among the drafts
	opinionNeeded  bool
	proposed, help string
	more           []*form.Field
	work           func(ctx context.Context, a Acting) error
	done           func()
}

func (v *ClaimView) ask(a act) {
	claim := v.claim
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(claim.Claim.Stage))
	person.Required, person.Help = true, wording.Text("rewards.act.person_help")
	opinion := kit.NewMultiLineEntry(wording.Text("rewards.act.opinion_hint"), 3)
	opinion.SetText(a.proposed)
	field := &form.Field{Label: wording.Text("rewards.act.opinion"), Input: opinion, Required: a.opinionNeeded, Help: a.help}
	asked := form.New(append(append([]*form.Field{}, a.more...), person, field)...).
		KeepDraft(v.context.Memory(), fmt.Sprintf("claim/%d/%s/%s", claim.Claim.ID, claim.Claim.Stage, a.draft))
	question{
		title: a.title, verb: a.verb, form: asked, first: opinion,
		work: func(ctx context.Context) error {
			return a.work(ctx, Acting{Person: strings.TrimSpace(signer.Text), Opinion: opinion.Text})
		},
		done: func() {
			v.model.Sign(claim, strings.TrimSpace(signer.Text))
			v.load()
			v.context.Changed()
			if a.done != nil {
				a.done()
			}
		},
	}.ask(v.context.Window().Canvas())
}

// askPass passes the step; an act done in spite of a rule says so.
func (v *ClaimView) askPass() {
	claim := v.claim
	var warning *problem.Problem
	stage := claim.Claim.Stage
	v.ask(act{
		draft: "pass",
		title: wording.Text("rewards.act.pass_title", "stage", stageName(stage), "number", claim.Claim.Number),
		verb:  strings.TrimSuffix(wording.Text("rewards.pass."+string(stage)), "…"),
		help:  wording.Text("rewards.act.pass_help", "amount", claim.Claim.Amount, "next", stageName(stage.Next())),
		work: func(ctx context.Context, a Acting) error {
			var err error
			warning, err = v.model.Pass(ctx, claim, a)
			return err
		},
		done: func() { v.context.Problem(warning) },
	})
}

func (v *ClaimView) askReturn() {
	claim := v.claim
	var choices []kit.Choice
	for _, stage := range claim.WaysBack() {
		choices = append(choices, kit.Choice{Value: string(stage), Label: stageName(stage)})
	}
	target := kit.NewSelect(choices, string(rewards.Accepting), nil)
	v.ask(act{
		draft: "return",
		title: wording.Text("rewards.act.return_title", "number", claim.Claim.Number), verb: wording.Text("rewards.act.return"),
		opinionNeeded: true, proposed: v.missing(), help: wording.Text("rewards.act.return_help"),
		more: []*form.Field{{Label: wording.Text("rewards.act.target"), Input: target}},
		work: func(ctx context.Context, a Acting) error {
			a.Target = rewards.Stage(target.Value())
			return v.model.Return(ctx, claim, a)
		},
	})
}

// missing proposes the reason of a return from the materials that are not there.
func (v *ClaimView) missing() string {
	var names []string
	for _, material := range v.claim.Materials {
		if material.State == rewards.Missing {
			names = append(names, material.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return wording.Text("rewards.act.missing", "names", strings.Join(names, wording.Text("rewards.page.comma")))
}

func (v *ClaimView) askRecompute() {
	claim := v.claim
	v.ask(act{
		draft: "recompute",
		title: wording.Text("rewards.act.recompute_title", "number", claim.Claim.Number), verb: wording.Text("rewards.act.recompute"),
		help: wording.Text("rewards.act.recompute_help", "was", claim.Claim.Amount, "is", claim.AmountNow()),
		work: func(ctx context.Context, a Acting) error { return v.model.Recompute(ctx, claim, a) },
	})
}

func (v *ClaimView) askWithdraw() {
	claim := v.claim
	v.ask(act{
		draft: "withdraw",
		title: wording.Text("rewards.act.withdraw_title", "number", claim.Claim.Number), verb: wording.Text("rewards.act.withdraw"),
		opinionNeeded: true, help: wording.Text("rewards.act.withdraw_help"),
		work: func(ctx context.Context, a Acting) error { return v.model.Withdraw(ctx, claim, a) },
	})
}

// print writes the application form as a workbook and offers to open it: printing is the viewer's.
func (v *ClaimView) print() {
	claim := v.claim
	name := wording.Text("rewards.claim.file", "number", claim.Claim.Number, "name", claim.Organization.ShownName())
	savePaper(v.context, paper{
		title: wording.Text("rewards.claim.print"), name: name,
		save: claim.Save,
	})
}
