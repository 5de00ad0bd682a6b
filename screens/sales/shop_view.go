package sales

import (
	"context"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// openShop asks whose sales the lines of a file are that does not tell; then the preview is made anew.
func (v *importView) openShop(file sales.FileReport) {
	var known []register.PaymentAccount
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.shop.reading"), func(ctx context.Context, _ kit.Progress) error {
		var err error
		known, err = v.desk.sales.Accounts(ctx, file.Platform)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		v.askShop(file, known)
	})
}

func (v *importView) askShop(file sales.FileReport, known []register.PaymentAccount) {
	field, entry := form.Text(wording.Text("sales.shop.number"), v.model.Shop(file))
	field.Required, field.Help = true, wording.Text("sales.shop.help")
	fields := []*form.Field{field}
	if len(known) > 0 {
		fields = append(fields, &form.Field{Label: wording.Text("sales.shop.known"), Input: kit.NewSelect(accountChoices(known), "", entry.SetText)})
	}
	title := wording.Text("sales.shop.title", "file", short(file.Name, 30))
	form.Show(v.desk.Window().Canvas(), title, form.New(fields...), wording.Text("sales.shop.save"), func() *problem.Problem {
		v.model.SetShop(file, strings.TrimSpace(entry.Text))
		v.look()
		return nil
	})
}

func accountChoices(known []register.PaymentAccount) []kit.Choice {
	choices := make([]kit.Choice, len(known))
	for i, account := range known {
		choices[i] = kit.Choice{Value: account.Number, Label: joinedWords(account.Number, account.Name)}
	}
	return choices
}
