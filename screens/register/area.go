// Package register shows the register: the list of organisations, the page of one with all that is known about
// it, the forms that change it, the import of ledgers, duplicates and merges, and the bin.
package register

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/attachments"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the area 市场主体 on an open file of data; actor is who works with it. Its start page is the list;
// smartcanal://organization/<id> opens one organisation.
func Area(st *store.Store, actor store.Actor, given ...Option) kit.Area {
	room := register.New(st)
	all := rooms{room: room, trade: sales.New(st), files: attachments.New(st), actor: actor}
	for _, option := range given {
		option(&all)
	}
	at := func(c kit.Context) desk { return desk{c, all} }
	return kit.Area{
		Key:   "register",
		Order: 20,
		Start: func(c kit.Context) kit.Page { return newListView(at(c)) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"organization": func(c kit.Context, rest string) kit.Page { return organizationPage(at(c), rest) },
			"register":     func(c kit.Context, rest string) kit.Page { return registerPage(at(c), rest) },
		},
		Count: func(ctx context.Context) (kit.Count, error) {
			counts, err := room.Counts(ctx)
			return kit.Count{Number: counts.All}, err
		},
		Find:     finder(room, all.files),
		Prefixes: []string{"register.kind.enterprise", "shell.area.register"},
		Kinds:    []string{"attachments.found"},
		Commands: commands,
	}
}

// Option changes what the area shows.
type Option func(*rooms)

// Claims is what an organisation has under way with the office: how many claims, the amount, the latest one;
// the zero value for none.
type Claims struct {
	Value string // 1 件 · 10.0 万元
	Note  string // 2026-017 网络零售额突破奖，复核中
	Link  string // opens them
}

// ClaimsFunc tells the claims of an organisation that are under way.
type ClaimsFunc func(ctx context.Context, organizationID int64) (Claims, error)

// WithClaims shows the claims under way on the page of an organisation.
func WithClaims(claims ClaimsFunc) Option { return func(r *rooms) { r.claims = claims } }

// rooms are the parts of the file of data this area works with, and who works.
type rooms struct {
	room   *register.Room
	trade  *sales.Room
	files  *attachments.Room
	actor  store.Actor
	claims ClaimsFunc // nil where nobody tells
}

// desk is what a page has before it: the window and the rooms.
type desk struct {
	kit.Context
	rooms
}

func (d desk) canvas() fyne.Canvas { return d.Window().Canvas() }

// organizationPage answers organization/new, organization/<id> and organization/<id>/edit.
func organizationPage(d desk, rest string) kit.Page {
	id, what, _ := strings.Cut(rest, "/")
	switch {
	case id == "new":
		return newEditView(d, 0)
	case what == "edit":
		return newEditView(d, number(id))
	}
	return newOrganizationView(d, number(id))
}

// registerPage answers register/ledger, register/duplicates, register/compare/<id>-<id> and register/bin.
func registerPage(d desk, rest string) kit.Page {
	what, ids, _ := strings.Cut(rest, "/")
	switch what {
	case "ledger":
		return newLedgerView(d)
	case "duplicates":
		return newDuplicatesView(d)
	case "compare":
		first, second, _ := strings.Cut(ids, "-")
		return newCompareView(d, number(first), number(second))
	case "bin":
		return newBinView(d)
	}
	return newListView(d)
}

func commands(c kit.Context) []kit.Command {
	return []kit.Command{
		{Label: wording.Text("register.list.new"), Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault},
			Run: func() { c.Open(linkNew) }},
		{Label: wording.Text("register.list.import"), Run: func() { c.Open(linkLedger) }},
		{Label: wording.Text("register.list.duplicates"), Run: func() { c.Open(linkDuplicates) }},
		{Label: wording.Text("register.list.bin"), Run: func() { c.Open(linkBin) }},
	}
}
