package chronicle

import (
	"context"
	"strconv"

	"smartcanal/data/chronicle"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the chronicle over a file of data: chronicle/rules, entry/<id>.
func Area(st *store.Store, actor store.Actor) kit.Area {
	d := newDesk(st, actor)
	return kit.Area{
		Key:   "chronicle",
		Order: 90,
		Start: func(c kit.Context) kit.Page { return NewView(c, d) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"entry": func(c kit.Context, rest string) kit.Page {
				id, _ := strconv.ParseInt(rest, 10, 64)
				return NewEntryView(c, d, id)
			},
			"chronicle": func(c kit.Context, rest string) kit.Page {
				if rest == "rules" {
					return NewRulesView(c, d)
				}
				return NewView(c, d)
			},
		},
		Count:    d.count,
		Find:     d.find,
		Prefixes: []string{"shell.area.chronicle"},
		Kinds:    []string{"attachments.found"},
	}
}

// count is how many proposals wait to be read.
func (d *desk) count(ctx context.Context) (kit.Count, error) {
	proposals, err := d.room.Proposals(ctx)
	return kit.Count{Number: len(proposals)}, err
}

// find answers the window's search box with entries by any part of their words or pinyin.
func (d *desk) find(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
	ids, err := d.room.IDs(ctx, chronicle.Filter{Text: text}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := d.room.Entries(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[string], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[string]{Key: entryLink(row.ID), Label: row.Title, Note: row.OnDay + " · " + kindName(row.Kind), Kind: wording.Text("shell.area.chronicle")}
	}
	if err != nil || len(found) >= limit {
		return found, err
	}
	files, err := d.files.Find(ctx, chronicle.Owner(0).Subject, text, limit-len(found))
	for _, file := range files {
		found = append(found, kit.Found[string]{Key: entryLink(file.RecordID), Label: file.Name, Note: wording.Text("shell.area.chronicle"), Kind: wording.Text("attachments.found")})
	}
	return found, err
}
