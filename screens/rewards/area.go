package rewards

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the reward office over a file of data: claim/<id>, rewards/new?organization=<id>,
// rewards/correct?claim=<id>, rewards/schemes?rule=<id>, rewards/schemes/edit?scheme=<id>&rule=<id>, rewards/notice,
// rewards/forms, rewards/candidates, rewards/objections, rewards/payments, rewards/budget?year=<year>.
func Area(st *store.Store, actor store.Actor) kit.Area {
	return AreaOf(rewards.New(st, sales.New(st)), register.New(st), actor)
}

// AreaOf is the reward office over rooms that are open already.
func AreaOf(claims *rewards.Room, organisations *register.Room, actor store.Actor) kit.Area {
	o := newOffice(claims, organisations, actor)
	return kit.Area{
		Key:   "rewards",
		Order: 40,
		Start: func(c kit.Context) kit.Page { return NewListView(c, o) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"claim":   o.claimPage,
			"rewards": o.page,
		},
		Count:    o.count,
		Find:     o.find,
		Prefixes: []string{"rewards.page.claim"},
		Kinds:    []string{"rewards.found.rule", "rewards.found.notice", "attachments.found"},
		Commands: o.commands,
	}
}

// claimPage is behind smartcanal://claim/<id>.
func (o *office) claimPage(c kit.Context, rest string) kit.Page {
	id, err := strconv.ParseInt(rest, 10, 64)
	if err != nil {
		return lost(problem.New("rewards.no_claim"))
	}
	return NewClaimView(c, NewClaimModel(o, id))
}

// page is behind smartcanal://rewards/<name>?<query>; a name it does not know is the list.
func (o *office) page(c kit.Context, rest string) kit.Page {
	name, query, _ := strings.Cut(rest, "?")
	values, _ := url.ParseQuery(query)
	number := func(key string) int64 {
		n, _ := strconv.ParseInt(values.Get(key), 10, 64)
		return n
	}
	switch name {
	case "new":
		return NewDeclareView(c, NewDeclareModel(o, number("organization")))
	case "correct":
		return NewDeclareView(c, NewCorrectModel(o, number("claim")))
	case "schemes":
		return NewSchemesView(c, NewSchemesModel(o, number("rule")))
	case "schemes/edit":
		return NewEditView(c, NewEditModel(o, number("scheme"), number("rule")))
	case "notice":
		return NewNoticeView(c, NewNoticeModel(o))
	case "forms":
		return NewFormsView(c, NewFormsModel(o))
	case "candidates":
		return NewCandidatesView(c, NewCandidatesModel(o))
	case "payments":
		return NewPaymentsView(c, NewPaymentsModel(o))
	case "budget":
		budget := NewBudgetModel(o)
		budget.Year = int(number("year"))
		return NewBudgetView(c, budget)
	case "objections":
		return NewObjectionsView(c, NewObjectionsModel(o))
	}
	return NewListView(c, o)
}

func lost(p *problem.Problem) kit.Page { return kit.Simple{Content: kit.NewFailed(p)} }

// count is how many claims wait to be handled.
func (o *office) count(ctx context.Context) (kit.Count, error) {
	stages, err := o.claims.CountByStage(ctx, rewards.ClaimFilter{Open: true})
	count := kit.Count{Urgent: true}
	for _, n := range stages {
		count.Number += n
	}
	return count, err
}

func (o *office) commands(c kit.Context) []kit.Command {
	opening := func(key, link string, name fyne.KeyName) kit.Command {
		return kit.Command{
			Label:    wording.Text("rewards.command." + key),
			Shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			Run:      func() { c.Open(link) },
		}
	}
	onClaim := func(key string, name fyne.KeyName, modifier fyne.KeyModifier, do func(*ClaimView)) kit.Command {
		return kit.Command{
			Label:    wording.Text("rewards.command." + key),
			Shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: modifier},
			Allowed:  func() bool { return o.claim != nil },
			Run:      func() { do(o.claim) },
		}
	}
	return []kit.Command{
		onClaim("step", fyne.KeyReturn, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, (*ClaimView).Next),
		onClaim("next", fyne.KeyPageDown, fyne.KeyModifierShortcutDefault, func(v *ClaimView) { v.Beside(1) }),
		onClaim("before", fyne.KeyPageUp, fyne.KeyModifierShortcutDefault, func(v *ClaimView) { v.Beside(-1) }),
		opening("new", newLink, fyne.KeyN),
		opening("forms", formsLink, fyne.KeyM),
		opening("candidates", candidatesLink, fyne.KeyQ),
		opening("notice", noticeLink, fyne.KeyG),
		opening("objections", objectionsLink, fyne.KeyY),
		opening("payments", paymentLink, fyne.KeyP),
		opening("budget", budgetLink, fyne.KeyU),
		opening("schemes", schemesLink, fyne.KeyJ),
	}
}
