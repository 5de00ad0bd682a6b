package rewards

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/document"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// situation is the strip that says what the claim waits for, with the buttons that help.
func (v *ClaimView) situation() fyne.CanvasObject {
	s, there := v.claim.Situation()
	if !there {
		return nil
	}
	ground, colour := kit.CanalSoft, kit.Ink
	if s.Urgent {
		ground, colour = kit.AmberSoft, kit.AmberText
	}
	row := []fyne.CanvasObject{kit.NewStyled(s.Text, colour, kit.TextSize, false).Short(), kit.Spring()}
	for _, key := range s.Actions {
		row = append(row, kit.NewSmallButton(wording.Text("rewards.do."+key), func() { v.doAbout(key) }))
	}
	return kit.NewPanel(ground, "", kit.Radius, kit.Pad(kit.Row(kit.Gap, row...), 6, kit.CardPadding, 6, kit.CardPadding))
}

func (v *ClaimView) doAbout(key string) {
	map[string]func(){
		doOpine: v.askOpinion, doSettle: v.askSettle, doConsult: v.askConsult, doObject: v.askObjection, doAnswer: v.askAnswer,
		doLetter: v.supplementLetter, doPayee: v.askPayee, doClawBack: v.askClawBack, doGiveBack: v.askGiveBack, doClawPaper: v.clawbackLetter,
	}[key]()
}

// doing is a question about the claim that is answered under a person's name.
type doing struct {
	key    string // rewards.do.<key> is its title and its verb
	fields []*form.Field
	first  fyne.Focusable
	work   func(ctx context.Context, person store.Actor) error
}

func (v *ClaimView) askDoing(d doing) {
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(v.claim.Claim.Stage))
	person.Required = true
	asked := form.New(append(d.fields, person)...)
	verb := strings.TrimSuffix(wording.Text("rewards.do."+d.key), "…")
	form.Question{
		Title: wording.Text("rewards.do.title", "what", verb, "number", v.claim.Claim.Number), Verb: verb, Form: asked, First: d.first,
		Work: func(ctx context.Context) error { return d.work(ctx, store.Actor(strings.TrimSpace(signer.Text))) },
		Done: func() {
			v.load()
			v.context.Changed()
		},
	}.Ask(v.context.Window().Canvas())
}

// field is a text field worded by its key.
func field(key, value string, required bool) (*form.Field, *kit.Entry) {
	f, entry := form.Text(wording.Text("rewards.field."+key), value)
	f.Required = required
	return f, entry
}

func opinionChoices(opinions []rewards.Opinion) []kit.Choice {
	choices := make([]kit.Choice, len(opinions))
	for i, o := range opinions {
		choices[i] = kit.Choice{Value: numberIn(o.ID), Label: o.Department + " · " + wording.Text("rewards.consent."+string(o.Verdict))}
	}
	return choices
}

// opinionOf finds the opinion a choice names.
func (c *Claim) opinionOf(id string) rewards.Opinion {
	for _, o := range c.Opinions {
		if numberIn(o.ID) == id {
			return o
		}
	}
	return rewards.Opinion{}
}

func (v *ClaimView) askOpinion() {
	claim := v.claim
	shown := claim.Opinions
	if unanswered, _ := claim.Unanswered(); len(unanswered) > 0 {
		shown = unanswered
	}
	which, department := form.Choice(wording.Text("rewards.field.department"), opinionChoices(shown), numberIn(shown[0].ID))
	said, verdict := form.Choice(wording.Text("rewards.field.verdict"), []kit.Choice{
		{Value: string(rewards.Agreed), Label: wording.Text("rewards.consent.agreed")}, {Value: string(rewards.Objects), Label: wording.Text("rewards.consent.objected")},
	}, string(rewards.Agreed))
	why, text := form.Lines(wording.Text("rewards.field.reason"), "", 2)
	by, signer := field("signer", "", false)
	on, day := form.Day(wording.Text("rewards.field.day"), "")
	v.askDoing(doing{key: doOpine, fields: []*form.Field{which, said, why, by, on}, first: text, work: func(ctx context.Context, person store.Actor) error {
		o := claim.opinionOf(department.Value())
		o.Verdict, o.Text, o.Signer, o.AnsweredOn = rewards.Consent(verdict.Value()), text.Text, signer.Text, day.Value()
		return v.model.office.claims.Opine(ctx, person, o)
	}})
}

func (v *ClaimView) askSettle() {
	claim := v.claim
	_, against := claim.Unanswered()
	which, department := form.Choice(wording.Text("rewards.field.department"), opinionChoices(against), numberIn(against[0].ID))
	how, text := form.Lines(wording.Text("rewards.field.settled"), "", 3)
	how.Required = true
	v.askDoing(doing{key: doSettle, fields: []*form.Field{which, how}, first: text, work: func(ctx context.Context, person store.Actor) error {
		o := claim.opinionOf(department.Value())
		return v.model.office.claims.Settle(ctx, person, o.ID, o.Version, text.Text)
	}})
}

func (v *ClaimView) askConsult() {
	claim := v.claim
	who, names := field("departments", "", true)
	who.Help = wording.Text("rewards.field.departments_help")
	v.askDoing(doing{key: doConsult, fields: []*form.Field{who}, first: names, work: func(ctx context.Context, person store.Actor) error {
		return v.model.office.claims.Consult(ctx, person, claim.Held(), typedNames(names.Text)...)
	}})
}

// typedNames takes apart what was typed with any comma between.
func typedNames(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，,、；;\n", r) })
}

func (v *ClaimView) askObjection() {
	claim := v.claim
	who, objector := field("objector", "", true)
	call, phone := field("phone", "", false)
	what, content := form.Lines(wording.Text("rewards.field.objection"), "", 3)
	what.Required = true
	on, day := form.Day(wording.Text("rewards.field.received"), "")
	v.askDoing(doing{key: doObject, fields: []*form.Field{who, call, what, on}, first: objector, work: func(ctx context.Context, person store.Actor) error {
		_, err := v.model.office.claims.Object(ctx, person, claim.Held(), rewards.Objection{Objector: objector.Text, Phone: phone.Text, Content: content.Text, ReceivedOn: day.Value()})
		return err
	}})
}

func (v *ClaimView) askAnswer() {
	office, objection := v.model.office, v.claim.OpenObjections()[0]
	askAnswer(v.context, office, objection, func() {
		v.load()
		v.context.Changed()
	})
}

// askAnswer asks whether an objection holds, and for the answer.
func askAnswer(c kit.Context, office *office, objection rewards.Objection, done func()) {
	said := &form.Field{Label: wording.Text("rewards.field.objection"), Input: kit.NewParagraph(objection.Objector + "：" + objection.Content)}
	holds, outcome := form.Choice(wording.Text("rewards.field.outcome"), []kit.Choice{
		{Value: string(rewards.Dismissed), Label: wording.Text("rewards.outcome.dismissed")}, {Value: string(rewards.Upheld), Label: wording.Text("rewards.outcome.upheld")},
	}, string(rewards.Dismissed))
	text, answer := form.Lines(wording.Text("rewards.field.answer"), "", 3)
	text.Required = true
	person, signer := form.Text(wording.Text("rewards.act.person"), office.signer(rewards.InNotice))
	person.Required = true
	verb := strings.TrimSuffix(wording.Text("rewards.do.answer"), "…")
	form.Question{
		Title: verb, Verb: verb, Form: form.New(said, holds, text, person), First: answer, Done: done,
		Work: func(ctx context.Context) error {
			return office.claims.AnswerObjection(ctx, store.Actor(strings.TrimSpace(signer.Text)), objection.ID, objection.Version, rewards.ObjectionOutcome(outcome.Value()), answer.Text)
		},
	}.Ask(c.Window().Canvas())
}

func (v *ClaimView) askPayee() {
	claim := v.claim
	before := claim.Claim.Payee
	if before.Name == "" {
		before.Name = claim.Organization.Name
	}
	who, name := field("payee", before.Name, true)
	where, bank := field("bank", before.Bank, true)
	number, account := field("account", before.Account, true)
	v.askDoing(doing{key: doPayee, fields: []*form.Field{who, where, number}, first: bank, work: func(ctx context.Context, person store.Actor) error {
		return v.model.office.claims.SetPayee(ctx, person, claim.Held(), rewards.Payee{Name: name.Text, Bank: bank.Text, Account: account.Text})
	}})
}

func (v *ClaimView) askClawBack() {
	claim := v.claim
	much, amount := form.Money(wording.Text("rewards.field.claw_amount"))
	amount.SetFen(claim.Claim.Amount)
	why, reason := form.Lines(wording.Text("rewards.field.reason"), "", 3)
	why.Required = true
	on, day := form.Day(wording.Text("rewards.field.found"), "")
	years, lock := field("lock", strconv.Itoa(claim.Trace.Measure.LockYears), true)
	years.Help = wording.Text("rewards.field.lock_help")
	v.askDoing(doing{key: doClawBack, fields: []*form.Field{much, why, on, years}, first: reason, work: func(ctx context.Context, person store.Actor) error {
		fen, _ := amount.Fen()
		n, err := strconv.Atoi(strings.TrimSpace(lock.Text))
		if err != nil || n < 0 || n > longestLock {
			return problem.New("rewards.lock_out_of_range", "text", lock.Text, "most", longestLock)
		}
		_, err = v.model.office.claims.ClawBack(ctx, person, claim.Held(), rewards.Demand{Amount: fen, Reason: reason.Text, FoundOn: day.Value(), Lock: n})
		return err
	}})
}

// longestLock is more years than any measure locks an enterprise out for.
const longestLock = 30

func (v *ClaimView) askGiveBack() {
	back := v.claim.Clawbacks[len(v.claim.Clawbacks)-1]
	much, amount := form.Money(wording.Text("rewards.field.given_amount"))
	much.Required = true
	amount.SetFen(back.Amount - back.Returned)
	on, day := form.Day(wording.Text("rewards.field.given_on"), dayOf(v.model.office.claims.Now()))
	on.Required = true
	v.askDoing(doing{key: doGiveBack, fields: []*form.Field{much, on}, first: amount, work: func(ctx context.Context, person store.Actor) error {
		fen, _ := amount.Fen()
		return v.model.office.claims.GiveBack(ctx, person, back.ID, back.Version, fen, day.Value())
	}})
}

func (v *ClaimView) supplementLetter() {
	v.saveLetter(doLetter, func(ctx context.Context) (*document.Paper, error) {
		return v.model.office.claims.SupplementLetter(ctx, v.claim.Claim.ID, rewards.LetterTerms{}, v.claim.returnedWith())
	})
}

func (v *ClaimView) clawbackLetter() {
	v.saveLetter(doClawPaper, func(ctx context.Context) (*document.Paper, error) {
		return v.model.office.claims.ClawbackLetter(ctx, v.claim.Claim.ID, rewards.LetterTerms{})
	})
}

// returnedWith is the reason the claim was last returned with, unless it only names what is missing.
func (c *Claim) returnedWith() string {
	if len(c.MissingMaterials()) > 0 {
		return ""
	}
	for i := len(c.Acts) - 1; i >= 0; i-- {
		if c.Acts[i].Action == rewards.Returned {
			return c.Acts[i].Opinion
		}
	}
	return ""
}

// saveLetter writes a document where the person says.
func (v *ClaimView) saveLetter(key string, make func(ctx context.Context) (*document.Paper, error)) {
	title := wording.Text("rewards.do." + key)
	savePaper(v.context, paper{
		title: title, name: v.claim.Claim.Number + " " + strings.TrimSuffix(title, "…") + ".docx", document: true,
		save: func(path string) error {
			letter, err := make(context.Background())
			if err != nil {
				return err
			}
			return letter.Save(path)
		},
	})
}
