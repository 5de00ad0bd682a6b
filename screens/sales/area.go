package sales

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/grams"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the area of trade data on an open file of data; actor is who works with it.
func Area(st *store.Store, actor store.Actor) kit.Area {
	all := rooms{sales: sales.New(st), register: register.New(st), actor: actor}
	return kit.Area{
		Key: "sales", Order: 30, DropLink: importLink,
		Start: func(c kit.Context) kit.Page { return newLinesView(desk{c, all}, sales.LineFilter{}, 0) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"sales": func(c kit.Context, rest string) kit.Page { return page(desk{c, all}, rest) },
		},
		Count:    all.count,
		Find:     all.find,
		Behind:   all.sales.Unindexed,
		Kinds:    []string{"sales.found.order", "sales.found.file", "sales.found.import"},
		Commands: all.commands,
	}
}

// page builds the page behind smartcanal://sales/<link>; one it does not know is the list of lines.
func page(d desk, link string) kit.Page {
	name, id, query := rest(link)
	switch name {
	case "totals":
		v := newTotalsView(d)
		v.model.Ask(query)
		return v
	case "import":
		return newImportView(d)
	case "imports":
		return newImportsView(d, 0, 0)
	case "batch":
		return newImportsView(d, id, 0)
	case "file":
		return newImportsView(d, 0, id)
	case "unmatched":
		return newUnmatchedView(d)
	}
	filter, line := parseLines(query)
	return newLinesView(d, filter, line)
}

// count is how many accounts wait for their organisation.
func (r rooms) count(ctx context.Context) (kit.Count, error) {
	queue, err := r.sales.UnmatchedQueue(ctx)
	return kit.Count{Number: len(queue)}, err
}

// find answers the search box: lines by number or product, files, and imports.
func (r rooms) find(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
	lines, err := r.sales.FindLines(ctx, text, limit)
	if err != nil {
		return nil, err
	}
	found := make([]kit.Found[string], len(lines))
	for i := range lines {
		found[i] = foundLine(&lines[i], text)
	}
	files, err := r.sales.FindFile(ctx, text, min(limit, mostFiles))
	for _, file := range files {
		found = append(found, kit.Found[string]{Key: fileLink(file.ID), Label: file.Name,
			Note: wording.Text("sales.found.batch", "batch", file.BatchID), Kind: wording.Text("sales.found.file")})
	}
	if err != nil {
		return found, err
	}
	batches, err := r.sales.FindBatch(ctx, text, min(limit, mostFiles))
	for _, batch := range batches {
		found = append(found, kit.Found[string]{Key: batchLink(batch.ID), Label: wording.Text("sales.imports.batch", "batch", batch.ID),
			Note: joinedWords(batch.CreatedAt.Format("2006-01-02"), batch.Actor), Kind: wording.Text("sales.found.import")})
	}
	return found, err
}

// mostFiles is how many files, and how many imports, are shown below the lines.
const mostFiles = 3

// foundLine shows the merchant's number too, where it is the one that was looked for.
func foundLine(line *sales.TransactionLine, text string) kit.Found[string] {
	number := ""
	if words := grams.Words(text); !grams.Hold(grams.Fold(line.OrderNo+"\n"+line.Product), words) {
		number = line.MerchantNo
	}
	return kit.Found[string]{Key: lineLink(line), Label: line.OrderNo,
		Note: joinedWords(number, line.Product, line.At.Format("2006-01-02"), line.Organization, yuan(line.Amount)), Kind: wording.Text("sales.found.order")}
}

func (r rooms) commands(c kit.Context) []kit.Command {
	open := func(link string) func() { return func() { c.Open(link) } }
	return []kit.Command{
		{Label: wording.Text("sales.import.open"), Run: open(importLink),
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyI, Modifier: fyne.KeyModifierShortcutDefault}},
		{Label: wording.Text("sales.imports.title"), Run: open(importsLink)},
		{Label: wording.Text("sales.totals.title"), Run: open(totalsLink)},
		{Label: wording.Text("sales.unmatched.title"), Run: open(unmatchedLink)},
		{Label: wording.Text("search.rebuild"), Run: func() { rebuildIndex(c, r.sales) }},
	}
}

// rebuildIndex makes the search index anew, for the day a check finds it wrong.
func rebuildIndex(c kit.Context, room *sales.Room) {
	kit.Run(c.Window().Canvas(), wording.Text("search.rebuild"), func(ctx context.Context, progress kit.Progress) error {
		return room.Reindex(ctx, func(done, total int) { progress(int64(done), int64(total), "") })
	}, func(p *problem.Problem) {
		if p != nil {
			c.Problem(p)
			return
		}
		c.Status(wording.Text("search.rebuilt"))
	})
}
