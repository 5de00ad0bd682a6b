package chart

import "strings"

// Table is what a chart shows as tab-separated text: a row for each label, a column for each series, in the
// chart's unit.
func (c Chart) Table() string {
	if c.Kind == Timeline {
		return c.eventTable()
	}
	heads := []string{c.Unit.Name}
	for _, s := range c.Series {
		heads = append(heads, s.called())
	}
	rows := []string{strings.Join(heads, "\t")}
	for label, name := range c.Labels {
		row := []string{flat(name)}
		for series := range c.Series {
			cell := ""
			if value, known := c.value(series, label); known {
				cell = strings.ReplaceAll(c.Unit.Text(value), ",", "")
			}
			row = append(row, cell)
		}
		rows = append(rows, strings.Join(row, "\t"))
	}
	return strings.Join(rows, "\n")
}

func (c Chart) eventTable() string {
	var rows []string
	for _, e := range c.Events {
		rows = append(rows, strings.Join([]string{flat(e.When), flat(e.Kind), flat(e.Text)}, "\t"))
	}
	return strings.Join(rows, "\n")
}

// flat keeps a text in one cell.
func flat(text string) string { return strings.NewReplacer("\t", " ", "\n", " ").Replace(text) }
