package council

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

const part = `[^，。；：:;,（）()\n]`

// How a lead and those who support it are named. The first of each that matches counts.
var (
	leadForms = []*regexp.Regexp{
		regexp.MustCompile(`(?:牵头单位|牵头部门|主办单位|责任单位|责任部门)\s*(?:为|[：:])\s*(` + part + `+)`),
		regexp.MustCompile(`(?:由|请)(` + part + `{2,30}?)(?:牵头|负责|主办|会同|具体)`),
		regexp.MustCompile(`(?:^|[，。；（(\n])(` + part + `{2,20}?)(?:牵头|负责|会同)`),
	}
	supportForms = []*regexp.Regexp{
		regexp.MustCompile(`(?:配合单位|配合部门|协办单位|参与单位)\s*(?:为|[：:])\s*([^，。；;）)\n]+)`),
		regexp.MustCompile(`会同(` + part + `+)`),
		regexp.MustCompile(`(?:^|[，。；（(\n])(` + part + `{2,60}?)(?:配合|协助|协同|参与)`),
	}
	conjunction = regexp.MustCompile(`[、，,和与及]|以及`)
	notOfName   = regexp.MustCompile(`^(?:由|请|会同|各)|(?:等.*|按.*职责.*|共同.*|积极|做好.*|分别|单位|部门)$`)
)

// departmentsIn gives the department that leads and those that support it, by their names in the text. Of several named
// together the first leads. Where the text only names known ones, the first of them leads.
func departmentsIn(text string, known []string) (lead string, supports []string) {
	leads := namesIn(text, leadForms, known)
	supports = namesIn(text, supportForms, known)
	if len(leads) == 0 {
		leads = mentioned(text, known)
	}
	if len(leads) > 0 {
		lead, supports = leads[0], append(slices.Clone(leads[1:]), supports...)
	}
	return lead, distinct(supports, lead)
}

func namesIn(text string, forms []*regexp.Regexp, known []string) []string {
	for _, form := range forms {
		found := form.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		if names := splitNames(found[1], known); len(names) > 0 {
			return names
		}
	}
	return nil
}

// splitNames takes 商务局、农业农村局和科工局等单位 apart.
func splitNames(text string, known []string) []string {
	for i, name := range known { // a name with 和 in it is not to be cut there
		text = strings.ReplaceAll(text, name, placeholder(i))
	}
	var names []string
	for _, name := range conjunction.Split(text, -1) {
		name = strings.TrimSpace(notOfName.ReplaceAllString(strings.TrimSpace(name), ""))
		for i := range known {
			name = strings.ReplaceAll(name, placeholder(i), known[i])
		}
		if n := utf8.RuneCountInString(name); n >= 2 && n <= 20 {
			names = append(names, name)
		}
	}
	return names
}

// placeholder is a sign of the private area for the i-th known name.
func placeholder(i int) string { return string(rune(0xE000 + i%0x1800)) }

// mentioned gives the known names a text has, in its order; of names within each other the longest.
func mentioned(text string, known []string) []string {
	longest := slices.Clone(known)
	slices.SortStableFunc(longest, func(a, b string) int { return len(b) - len(a) })
	type place struct {
		at   int
		name string
	}
	var places []place
	taken := make([]bool, len(text))
	for _, name := range longest {
		at := strings.Index(text, name)
		if at < 0 || name == "" || taken[at] {
			continue
		}
		for i := range len(name) {
			taken[at+i] = true
		}
		places = append(places, place{at, name})
	}
	slices.SortFunc(places, func(a, b place) int { return a.at - b.at })
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.name
	}
	return names
}

// distinct leaves out repetitions and the lead itself.
func distinct(names []string, lead string) []string {
	var kept []string
	for _, name := range names {
		if name != lead && !slices.Contains(kept, name) {
			kept = append(kept, name)
		}
	}
	return kept
}
