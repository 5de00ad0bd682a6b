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
	list = append(list, more)
	if v.claim.CanWithdraw() && v.claim.Claim.Waiting == "" {
		list = append(list, kit.NewPlain(wording.Text("rewards.claim.return"), v.askReturn))
	}
	return append(list, v.verb())
}

// verb is the button of what is to be done next.
func (v *ClaimView) verb() *kit.Button {
	label, do := v.next()
	return kit.NewPrimary(label, do)
}

// next is what is to be done next, and how it is called.
func (v *ClaimView) next() (label string, do func()) {
	claim := v.claim
	switch {
	case claim.Claim.Waiting == rewards.ForEnterprise:
		return wording.Text("rewards.claim.supplement"), v.askSupplement
	case claim.Claim.Waiting == rewards.Suspended:
		return wording.Text("rewards.claim.resume"), v.askResume
	case claim.Claim.Stage == rewards.Deciding:
		return wording.Text("rewards.pass.meeting"), v.askDecide
	case claim.Claim.Stage == rewards.InNotice && claim.Publication == nil:
		return wording.Text("rewards.claim.publish"), func() { v.context.Open(noticeLink) }
	case claim.Claim.Stage == rewards.Paying:
		return wording.Text("rewards.pass.paid"), func() { v.context.Open(paymentLink) }
	}
	return wording.Text("rewards.pass." + string(claim.Claim.Stage)), v.askPass
}

// Next does what the button of the step does, unless a question is open already.
func (v *ClaimView) Next() {
	if v.claim != nil && v.claim.CanPass() && v.context.Window().Canvas().Overlays().Top() == nil {
		_, do := v.next()
		do()
	}
}

func (v *ClaimView) moreChoices() []kit.Choice {
	var choices []kit.Choice
	for _, c := range []struct {
		key string
		can bool
	}{{"organization", true}, {"correct", v.claim.CanCorrect()}, {"recompute", v.claim.CanRecompute()}, {"payee", true}, {"suspend", v.claim.Claim.Waiting == ""},
		{"reject", v.claim.CanWithdraw() && v.claim.Claim.Waiting == ""}, {"withdraw", v.claim.CanWithdraw()}} {
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
	case "payee":
		v.askPayee()
	case "suspend":
		v.askSuspend()
	case "reject":
		v.askReject()
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
	form.Question{
		Title: a.title, Verb: a.verb, Form: asked, First: opinion,
		Work: func(ctx context.Context) error {
			return a.work(ctx, Acting{Person: strings.TrimSpace(signer.Text), Opinion: opinion.Text})
		},
		Done: func() {
			v.model.Sign(claim, strings.TrimSpace(signer.Text))
			v.load()
			v.context.Changed()
			if a.done != nil {
				a.done()
			}
		},
	}.Ask(v.context.Window().Canvas())
}

// askPass passes the step; an act done in spite of a rule says so.
func (v *ClaimView) askPass() {
	claim := v.claim
	var warning *problem.Problem
	stage := claim.Claim.Stage
	v.ask(act{
		draft:    "pass",
		title:    wording.Text("rewards.act.pass_title", "stage", stageName(stage), "number", claim.Claim.Number),
		verb:     strings.TrimSuffix(wording.Text("rewards.pass."+string(stage)), "…"),
		help:     wording.Text("rewards.act.pass_help", "amount", claim.Claim.Amount, "next", stageName(stage.Next())),
		proposed: v.model.office.proposed(claim),
		work: func(ctx context.Context, a Acting) error {
			var err error
			warning, err = v.model.Pass(ctx, claim, a)
			v.model.office.opinion[stage] = a.Opinion
			return err
		},
		done: func() { v.context.Problem(warning) },
	})
}

// askDecide passes the step by a meeting's decision.
func (v *ClaimView) askDecide() {
	claim := v.claim
	var warning *problem.Problem
	title, name := form.Text(wording.Text("rewards.act.meeting"), claim.Claim.Meeting)
	title.Required, title.Help = true, wording.Text("rewards.act.meeting_help")
	day, date := form.Day(wording.Text("rewards.act.met_on"), claim.Claim.MetOn)
	day.Required = true
	v.ask(act{
		draft: "decide",
		title: wording.Text("rewards.act.pass_title", "stage", stageName(rewards.Deciding), "number", claim.Claim.Number),
		verb:  wording.Text("rewards.act.decide"), help: wording.Text("rewards.act.pass_help", "amount", claim.Claim.Amount, "next", stageName(rewards.InNotice)),
		more: []*form.Field{title, day},
		work: func(ctx context.Context, a Acting) error {
			var err error
			warning, err = v.model.Decide(ctx, claim, a, rewards.Meeting{Title: name.Text, HeldOn: date.Value()})
			return err
		},
		done: func() { v.context.Problem(warning) },
	})
}

func (v *ClaimView) askSupplement() {
	v.askPlain("supplement", false, v.model.Supplement)
}

func (v *ClaimView) askResume() { v.askPlain("resume", false, v.model.Resume) }

func (v *ClaimView) askSuspend() { v.askPlain("suspend", true, v.model.Suspend) }

func (v *ClaimView) askReject() {
	var warning *problem.Problem
	v.askThen("reject", true, func(ctx context.Context, c *Claim, a Acting) error {
		var err error
		warning, err = v.model.Reject(ctx, c, a)
		return err
	}, func() { v.context.Problem(warning) })
}

// askPlain asks for a person and an opinion only; the wordings are those of the key.
func (v *ClaimView) askPlain(key string, needed bool, work func(context.Context, *Claim, Acting) error) {
	v.askThen(key, needed, work, nil)
}

func (v *ClaimView) askThen(key string, needed bool, work func(context.Context, *Claim, Acting) error, done func()) {
	claim := v.claim
	v.ask(act{
		draft: key,
		title: wording.Text("rewards.act."+key+"_title", "number", claim.Claim.Number), verb: wording.Text("rewards.act." + key),
		opinionNeeded: needed, help: wording.Text("rewards.act." + key + "_help"),
		work: func(ctx context.Context, a Acting) error { return work(ctx, claim, a) }, done: done,
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

func (v *ClaimView) askWithdraw() { v.askPlain("withdraw", true, v.model.Withdraw) }

// print writes the application form as a workbook and offers to open it: printing is the viewer's.
func (v *ClaimView) print() {
	claim := v.claim
	name := wording.Text("rewards.claim.file", "number", claim.Claim.Number, "name", claim.Organization.ShownName())
	savePaper(v.context, paper{
		title: wording.Text("rewards.claim.print"), name: name,
		save: claim.Save,
	})
}
