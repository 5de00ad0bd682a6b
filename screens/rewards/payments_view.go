package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// PaymentsView is the page of payments: at the left what is to be paid, at the right the batches and what became of them.
type PaymentsView struct {
	context kit.Context
	model   *PaymentsModel
	states  *kit.States
	loader  kit.Loader[Payments]
	shown   Payments
	sum     *kit.Text
	list    *kit.Button
}

// NewPaymentsView makes the page; it loads when it is shown.
func NewPaymentsView(c kit.Context, m *PaymentsModel) *PaymentsView {
	return &PaymentsView{context: c, model: m, states: kit.NewStates()}
}

// Object is the page.
func (v *PaymentsView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the page anew.
func (v *PaymentsView) Shown() { v.load() }

// Left stops reading.
func (v *PaymentsView) Left() { v.loader.Stop() }

func (v *PaymentsView) load() {
	v.loader.Load(PaymentsModel{office: v.model.office, batch: v.model.batch, left: v.model.left}.Load, func(p Payments, wrong *problem.Problem) {
		if wrong != nil {
			v.states.Failed(wrong, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.show(p)
	})
}

func (v *PaymentsView) show(p Payments) {
	v.shown = p
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.pay.title"), Note: wording.Text("rewards.pay.note"),
	}
	if len(p.Payable) == 0 && len(p.Batches) == 0 {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("rewards.pay.none"), wording.Text("rewards.pay.none_do"),
			kit.NewPrimary(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))))
		return
	}
	v.list = kit.NewPrimary(wording.Text("rewards.pay.list"), v.askList)
	header.Actions = []fyne.CanvasObject{v.list}
	right := kit.Down(kit.Gap, []kit.Track{kit.Share(2), kit.Share(3)}, v.batches(), v.lines())
	v.states.Show(kit.NewPage(header, kit.Across(kit.WideGap, []kit.Track{kit.Share(5), kit.Share(6)}, v.payable(), right)))
	v.sumUp()
	status := []string{wording.Text("rewards.pay.status")}
	if n := len(p.Mismatches); n > 0 {
		status = append(status, wording.Text("rewards.pay.mismatch", "n", n, "number", p.Mismatches[0].Number, "granted", p.Mismatches[0].Granted, "paid", p.Mismatches[0].Paid))
	}
	v.context.Status(status...)
}

// payable lists what is approved and not paid; what has no account says so.
func (v *PaymentsView) payable() fyne.CanvasObject {
	v.sum = kit.NewBold("").Right()
	rows := make([][]kit.Cell, len(v.shown.Payable))
	for i, claim := range v.shown.Payable {
		check := kit.NewCheck("", v.model.Included(claim), func(in bool) {
			v.model.Include(claim.ID, in)
			v.sumUp()
		})
		account := kit.Cell{Text: identity.MaskNumber(claim.Account), Colour: kit.Secondary}
		if !claim.Payee.Known() {
			check.Disable()
			account = kit.Cell{Object: kit.NewSmallLink(wording.Text("rewards.pay.no_account"), func() { v.context.Open(claimLink(claim.ID)) })}
		}
		rows[i] = []kit.Cell{{Object: check}, {Text: claim.Number}, {Text: claim.Organization}, account, {Text: claim.Amount.String()}}
	}
	var content fyne.CanvasObject = kit.Scrolled(kit.NewTable([]kit.Head{{}, {Title: wording.Text("rewards.list.number")}, {Title: wording.Text("rewards.list.organization"), Grow: true},
		{Title: wording.Text("rewards.pay.account")}, {Title: wording.Text("rewards.list.amount"), Right: true}}, rows...).Roomy())
	if len(rows) == 0 {
		content = kit.NewNote(wording.Text("rewards.pay.nothing"))
	}
	return kit.NewCard(wording.Text("rewards.pay.payable"), kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Natural, kit.Natural}, content, kit.Rule(), v.sum))
}

func (v *PaymentsView) sumUp() {
	n, sum := v.model.Sum(v.shown.Payable)
	v.sum.SetText(wording.Text("rewards.notice.sum", "n", n, "amount", sum))
	v.list.SetEnabled(n > 0)
}

// batches lists the batches; a row shows its payments below.
func (v *PaymentsView) batches() fyne.CanvasObject {
	rows := make([][]kit.Cell, len(v.shown.Batches))
	chosen := -1
	for i, batch := range v.shown.Batches {
		if batch.ID == v.shown.Chosen.ID {
			chosen = i
		}
		state, tint := wording.Text("rewards.pay.open", "amount", wan(batch.Open)), kit.AmberTint
		if batch.Settled() {
			state, tint = wording.Text("rewards.pay.settled"), kit.GreenTint
		}
		rows[i] = []kit.Cell{{Text: batch.Number}, {Text: batch.Title}, {Text: numberIn(int64(batch.Payments))}, {Text: batch.Total.String()}, {Object: kit.NewBadge(state, tint)}}
	}
	if len(rows) == 0 {
		return kit.NewCard(wording.Text("rewards.pay.batches"), kit.NewNote(wording.Text("rewards.pay.no_batch")))
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("rewards.pay.number")}, {Title: wording.Text("rewards.pay.name"), Grow: true}, {Title: wording.Text("rewards.pay.payments"), Right: true},
		{Title: wording.Text("rewards.pay.total"), Right: true}, {Title: wording.Text("rewards.pay.state"), Right: true}}, rows...).Roomy().Mark(chosen)
	table.OnRow(func(row int) {
		v.model.Choose(v.shown.Batches[row].ID)
		v.load()
	})
	return kit.NewCard(wording.Text("rewards.pay.batches"), kit.Scrolled(table))
}

// lines lists the payments of the chosen batch with what became of them.
func (v *PaymentsView) lines() fyne.CanvasObject {
	if v.shown.Chosen.ID == 0 {
		return kit.Space(0, 0)
	}
	rows := make([][]kit.Cell, len(v.shown.Lines))
	for i, line := range v.shown.Lines {
		told := line.Receipt
		if line.State == rewards.SentBack {
			told = line.Reason
		}
		rows[i] = []kit.Cell{{Text: line.Number}, {Text: line.Organization}, {Text: line.Amount.String()}, {Text: joinWords(orLater(line), told), Colour: kit.Secondary}, {Object: v.paymentState(line)}}
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("rewards.list.number")}, {Title: wording.Text("rewards.list.organization"), Grow: true},
		{Title: wording.Text("rewards.list.amount"), Right: true}, {Title: wording.Text("rewards.pay.told"), Grow: true}, {Title: wording.Text("rewards.pay.state"), Right: true}}, rows...).Roomy()
	actions := []fyne.CanvasObject{
		kit.NewSmallLink(wording.Text("rewards.pay.bank_list"), v.saveList),
		kit.NewSmallLink(wording.Text("rewards.pay.request"), v.askRequest),
	}
	if len(v.shown.Open()) > 0 {
		actions = append(actions, kit.NewSmallButton(wording.Text("rewards.pay.all_arrived"), func() { v.askPaid(v.shown.Open()...) }))
	}
	return kit.NewCard(wording.Text("rewards.pay.lines", "number", v.shown.Chosen.Number), kit.Scrolled(table), kit.Row(kit.WideGap, actions...))
}

// orLater is the day a payment arrived or came back.
func orLater(line rewards.PaymentRow) string {
	if line.State == rewards.SentBack {
		return line.BouncedOn
	}
	return line.PaidOn
}

func joinWords(parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, " ")
}

func (v *PaymentsView) paymentState(line rewards.PaymentRow) fyne.CanvasObject {
	badge := kit.NewBadge(wording.Text("rewards.payment."+string(line.State)), paymentTint(line.State))
	if line.State == rewards.SentBack {
		return badge
	}
	var press *kit.Pressable
	press = kit.NewPressable(kit.Pad(kit.Row(6, badge, kit.NewSmall("▾")), 2, 4, 2, 4), func() {
		choices := []kit.Choice{{Value: "bounced", Label: wording.Text("rewards.pay.bounced")}}
		if line.State == rewards.ToBePaid {
			choices = append([]kit.Choice{{Value: "paid", Label: wording.Text("rewards.pay.arrived")}}, choices...)
		}
		kit.OpenChoices(press, choices, func(chosen string) {
			if chosen == "paid" {
				v.askPaid(line)
				return
			}
			v.askBounced(line)
		})
	})
	return press
}

func paymentTint(state rewards.PaymentState) kit.Tint {
	switch state {
	case rewards.Arrived:
		return kit.GreenTint
	case rewards.SentBack:
		return kit.RedTint
	}
	return kit.AmberTint
}

// ask puts a question about payments under a person's name.
func (v *PaymentsView) ask(key string, fields []*form.Field, first fyne.Focusable, work func(ctx context.Context, person string) error) {
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Paying))
	person.Required = true
	verb := strings.TrimSuffix(wording.Text("rewards.pay."+key), "…")
	form.Question{
		Title: verb, Verb: verb, Form: form.New(append(fields, person)...), First: first,
		Work: func(ctx context.Context) error { return work(ctx, strings.TrimSpace(signer.Text)) },
		Done: func() {
			v.model.office.signed[rewards.Paying] = strings.TrimSpace(signer.Text)
			v.load()
			v.context.Changed()
		},
	}.Ask(v.context.Window().Canvas())
}

func (v *PaymentsView) askList() {
	payable := v.shown.Payable
	name, title := field("batch", "", false)
	name.Help = wording.Text("rewards.field.batch_help")
	v.ask("list", []*form.Field{name}, title, func(ctx context.Context, person string) error {
		batch, err := v.model.List(ctx, person, title.Text, payable)
		if err == nil {
			v.model.Choose(batch)
		}
		return err
	})
}

func (v *PaymentsView) askPaid(lines ...rewards.PaymentRow) {
	on, day := form.Day(wording.Text("rewards.field.arrived"), dayOf(v.model.office.claims.Now()))
	on.Required, on.Help = true, wording.Text("rewards.field.arrived_help", "n", len(lines))
	slip, receipt := field("receipt", "", false)
	v.ask("arrived", []*form.Field{on, slip}, receipt, func(ctx context.Context, person string) error {
		return v.model.MarkPaid(ctx, person, day.Value(), receipt.Text, lines...)
	})
}

func (v *PaymentsView) askBounced(line rewards.PaymentRow) {
	on, day := form.Day(wording.Text("rewards.field.bounced"), dayOf(v.model.office.claims.Now()))
	on.Required = true
	why, reason := field("bounce_reason", "", true)
	why.Help = wording.Text("rewards.field.bounce_help")
	v.ask("bounced", []*form.Field{on, why}, reason, func(ctx context.Context, person string) error {
		return v.model.MarkBounced(ctx, person, day.Value(), reason.Text, line)
	})
}

func (v *PaymentsView) saveList() {
	batch := v.shown.Chosen
	savePaper(v.context, paper{title: wording.Text("rewards.pay.bank_list"), name: batch.Number + " " + strings.TrimSuffix(wording.Text("rewards.pay.bank_list"), "…") + ".xlsx",
		save: func(path string) error { return v.model.SaveList(context.Background(), path, batch.ID) }})
}

// askRequest asks for what only a person knows of the request, then where it goes.
func (v *PaymentsView) askRequest() {
	batch := v.shown.Chosen
	to, addressee := field("addressee", "", true)
	number, docNumber := field("doc_number", "", false)
	by, signer := field("issued_by", "", true)
	verb := strings.TrimSuffix(wording.Text("rewards.pay.request"), "…")
	var terms rewards.RequestTerms
	form.Question{
		Title: verb, Verb: verb, Form: form.New(to, number, by), First: addressee,
		Work: func(context.Context) error {
			terms = rewards.RequestTerms{To: strings.TrimSpace(addressee.Text), Signer: strings.TrimSpace(signer.Text)}
			terms.Number = strings.TrimSpace(docNumber.Text)
			return nil
		},
		Done: func() {
			savePaper(v.context, paper{title: wording.Text("rewards.pay.request"), name: batch.Number + " " + verb + ".docx", document: true, save: func(path string) error {
				letter, err := v.model.Request(context.Background(), batch.ID, terms)
				if err != nil {
					return err
				}
				return letter.Save(path)
			}})
		},
	}.Ask(v.context.Window().Canvas())
}
