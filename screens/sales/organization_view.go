package sales

import (
	"context"
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// proposing finds organisations; before anything is typed it proposes those with names like the account's.
func (r rooms) proposing(account sales.UnmatchedAccount) kit.SearchFunc[int64] {
	return func(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
		if strings.TrimSpace(text) != "" {
			return r.organizations(ctx, text, limit)
		}
		similar, err := r.register.SimilarOrganizations(ctx, hintName(account), limit)
		if err != nil || len(similar) == 0 {
			return nil, err
		}
		found := make([]kit.Found[int64], len(similar))
		for i, one := range similar {
			found[i] = kit.Found[int64]{Key: one.ID, Label: one.Name, Note: one.CreditCode, Kind: wording.Text("sales.unmatched.proposed")}
		}
		return found, nil
	}
}

// mostSimilar is the shown name of the organisation whose name is most like an account's, "" for none.
func (r rooms) mostSimilar(ctx context.Context, account sales.UnmatchedAccount) (string, error) {
	similar, err := r.register.SimilarOrganizations(ctx, hintName(account), 1)
	if err != nil || len(similar) == 0 {
		return "", err
	}
	organization, err := r.register.Find(ctx, similar[0].ID)
	if err != nil {
		return "", err
	}
	return organization.ShownName(), nil
}

// openNewOrganization asks for what an organisation cannot be without; the rest is filled in on its page.
func openNewOrganization(d desk, account sales.UnmatchedAccount, create func(*register.Organization)) {
	name, nameEntry := form.Text(wording.Text("register.field.name"), account.Name)
	name.Required = true
	code, codeEntry := form.Text(wording.Text("sales.organization.code"), "")
	code.Help = wording.Text("sales.organization.code_help")
	kinds := make([]kit.Choice, len(register.Kinds))
	for i, kind := range register.Kinds {
		kinds[i] = kit.Choice{Value: string(kind), Label: kindWord(kind)}
	}
	kind := kit.NewSelect(kinds, string(register.Enterprise), nil)
	typed := func() *register.Organization {
		return &register.Organization{Name: strings.TrimSpace(nameEntry.Text), CreditCode: codeEntry.Text, Kind: register.Kind(kind.Value())}
	}
	code.Check = func() string { return codeFault(codeEntry.Text) }
	asked := form.New(name, code, &form.Field{Label: wording.Text("register.field.kind"), Input: kind})
	title := wording.Text("sales.organization.title", "number", joinedWords(platformWord(account.Platform), orBlank(account.Number)))
	form.Show(d.Window().Canvas(), title, asked, wording.Text("sales.organization.save"), func() *problem.Problem {
		create(typed())
		return nil
	})
}

// codeFault words what is wrong with a credit code, "" for nothing; it may be left empty.
func codeFault(code string) string {
	code = identity.Clean(code)
	if code == "" {
		return ""
	}
	what, _ := wording.Problem(problem.Of(identity.CheckCreditCode(code)))
	return what
}
