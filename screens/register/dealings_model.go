package register

import (
	"slices"
	"sort"
	"strings"
	"time"

	"smartcanal/data/journal"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/wording"
)

// The kinds of dealings.
const (
	DealingImport = "import"
	DealingChange = "change"
	DealingMerge  = "merge"
)

// Dealing is one thing that happened with an organisation.
type Dealing struct {
	Kind  string // one of Dealing…
	At    time.Time
	Actor string
	Text  string
	Link  string // opens what it is about, "" for nothing
	// Removed is a person or shop that was put into the bin and can come back.
	Removed *Removed
}

// Removed names a record in the bin.
type Removed struct {
	Table string
	ID    int64
}

// dealings puts what was imported and what was changed into one order, the latest first.
func dealings(imports []sales.OrganizationImport, events []register.Event) []Dealing {
	var all []Dealing
	names := recordNames{}
	for i := len(events) - 1; i >= 0; i-- { // the oldest first: names are told when a record is made
		if dealing, told := changeDealing(events[i], names); told {
			all = append(all, dealing)
		}
	}
	slices.Reverse(all)
	for _, group := range byImport(imports) {
		all = append(all, importDealing(group))
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.After(all[j].At) })
	return all
}

// ImportGroup is what one import brought in files of one format.
type ImportGroup struct {
	sales.OrganizationImport
	Files int
}

// byImport puts the files of one format taken in together into one, the latest import first.
func byImport(imports []sales.OrganizationImport) []*ImportGroup {
	type key struct {
		batch  int64
		format string
	}
	groups := map[key]*ImportGroup{}
	var order []*ImportGroup
	for _, one := range imports {
		group := groups[key{one.BatchID, one.Format}]
		if group == nil {
			group = &ImportGroup{one, 1}
			groups[key{one.BatchID, one.Format}], order = group, append(order, group)
			continue
		}
		group.Files++
		group.Lines += one.Lines
		group.FirstAt, group.LastAt = min(group.FirstAt, one.FirstAt), max(group.LastAt, one.LastAt)
	}
	return order
}

// Link opens the file, or the import where there were several.
func (g *ImportGroup) Link() string {
	if g.Files == 1 {
		return linkToFile(g.FileID)
	}
	return linkToBatch(g.BatchID)
}

func importDealing(one *ImportGroup) Dealing {
	format := wording.Text("format." + one.Format)
	if one.Files > 1 {
		format = wording.Text("register.dealing.files", "format", format, "n", one.Files)
	}
	return Dealing{
		Kind: DealingImport, At: one.At, Actor: one.Actor, Link: one.Link(),
		Text: wording.Text("register.dealing.import", "format", format, "period", periodText(one.FirstAt, one.LastAt), "n", wording.Grouped(one.Lines)),
	}
}

// periodText is the days from the first line to the last: 2026-11-01 至 11-22.
func periodText(first, last int64) string {
	a, b := time.Unix(first, 0).In(statement.China), time.Unix(last, 0).In(statement.China)
	switch {
	case a.Format(time.DateOnly) == b.Format(time.DateOnly):
		return a.Format(time.DateOnly)
	case a.Year() == b.Year():
		return wording.Text("register.period", "from", a.Format(time.DateOnly), "to", b.Format("01-02"))
	}
	return wording.Text("register.period", "from", a.Format(time.DateOnly), "to", b.Format(time.DateOnly))
}

// changeDealing words one write; false where nothing a person would ask about was written.
func changeDealing(event register.Event, names recordNames) (Dealing, bool) {
	d := Dealing{Kind: DealingChange, At: event.At, Actor: event.Actor}
	var parts []string
	for _, entry := range event.Entries {
		before, after, err := entry.Fields()
		if err != nil {
			continue
		}
		if entry.Subject == "organization_merges" {
			d.Kind, d.Link = DealingMerge, linkDuplicates
			continue
		}
		if part := entryText(entry, before, after, names); part != "" {
			parts = append(parts, part)
		}
		if entry.Action == journal.Delete && (entry.Subject == "people" || entry.Subject == "shops") {
			d.Removed = &Removed{entry.Subject, entry.RecordID}
		}
	}
	d.Text = strings.Join(firstOf(parts, 4), wording.Text("register.dealing.then"))
	if reason := reasonText(event.Reason); reason != "" {
		d.Text = strings.TrimSuffix(wording.Text("register.dealing.change", "reason", reason, "what", d.Text), wording.Text("register.dealing.colon"))
	}
	return d, len(parts) > 0 || d.Kind == DealingMerge
}

func firstOf(parts []string, most int) []string {
	if len(parts) <= most {
		return parts
	}
	return append(parts[:most:most], wording.Text("register.dealing.more", "n", len(parts)-most))
}
