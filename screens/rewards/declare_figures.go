package rewards

import (
	"maps"
	"slices"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
)

// Asks are the figures the chosen rule asks for besides sales and the one amount of BaseName.
func (m *DeclareModel) Asks() []rewards.Measure {
	_, rule, ok := m.Rule()
	if !ok || rule.DeclaredBase() != "" {
		return nil
	}
	return rule.Declares()
}

// Figure is a declared figure as typed; a fact is "1" where it holds.
func (m *DeclareModel) Figure(name string) string { return m.figures[name] }

// SetFigure takes a figure as typed. What is computed beside has the figures of before.
func (m *DeclareModel) SetFigure(name, text string) {
	m.figures = maps.Clone(m.figures)
	if m.figures == nil {
		m.figures = map[string]string{}
	}
	m.figures[name] = strings.TrimSpace(text)
}

// WrongFigure says why what was typed is no figure, nil for one or for nothing.
func (m *DeclareModel) WrongFigure(name string) *problem.Problem {
	if m.figures[name] == "" {
		return nil
	}
	_, err := rewards.ParseQuantity(m.figures[name])
	return problem.Of(err)
}

// Parts are the parts of the year the chosen rule is claimed for; one, the whole year, for most.
func (m *DeclareModel) Parts() []rewards.Part {
	_, rule, ok := m.Rule()
	if !ok {
		return []rewards.Part{rewards.WholeYear}
	}
	return rule.Cycle.Parts()
}

// part is the chosen part, or the first where the rule has others.
func (m *DeclareModel) part() rewards.Part {
	parts := m.Parts()
	if slices.Contains(parts, m.Part) {
		return m.Part
	}
	return parts[0]
}

// UnitColumns are what is listed one by one and the figures of each, nil where the rule lists nothing.
func (m *DeclareModel) UnitColumns() []string {
	_, rule, ok := m.Rule()
	if !ok || rule.AsksUnits() == "" {
		return nil
	}
	return append([]string{rule.AsksUnits()}, rule.UnitFigures()...)
}

// listed reads the listed units, one a line: a name, then its figures in the order of UnitColumns, as typed or
// pasted from a spreadsheet. wrong is the first line that has not got them all.
func (m *DeclareModel) listed() (units []rewards.ListedUnit, wrong *problem.Problem) {
	columns := m.UnitColumns()
	if columns == nil {
		return nil, nil
	}
	units = []rewards.ListedUnit{}
	for i, line := range strings.Split(m.Units, "\n") {
		cells := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' || r == '　' || r == '，' || r == '、' })
		if len(cells) == 0 {
			continue
		}
		if len(cells) != len(columns) {
			return units, problem.New("rewards.unit_line", "line", i+1, "columns", strings.Join(columns, " "))
		}
		unit := rewards.ListedUnit{Name: cells[0], Figures: map[string]rewards.Quantity{}}
		for j, text := range cells[1:] {
			q, err := rewards.ParseQuantity(text)
			if err != nil {
				return units, problem.New("rewards.unit_line", "line", i+1, "columns", strings.Join(columns, " "))
			}
			unit.Figures[columns[j+1]] = q
		}
		units = append(units, unit)
	}
	return units, nil
}

// wrongFigures is the first figure or listed line that cannot be read.
func (m *DeclareModel) wrongFigures() *problem.Problem {
	for _, asked := range m.Asks() {
		if wrong := m.WrongFigure(asked.Name); wrong != nil {
			return wrong
		}
	}
	_, wrong := m.listed()
	return wrong
}

// declaredFigures is what was typed that can be read. A fact that was not ticked does not hold.
func (m *DeclareModel) declaredFigures() rewards.Figures {
	var figures rewards.Figures
	for _, asked := range m.Asks() {
		text := m.figures[asked.Name]
		if asked.Asked() == rewards.YesNo && text == "" {
			text = "0"
		}
		if q, err := rewards.ParseQuantity(text); err == nil {
			if figures.Declared == nil {
				figures.Declared = map[string]rewards.Quantity{}
			}
			figures.Declared[asked.Name] = q
		}
	}
	figures.Units, _ = m.listed()
	return figures
}

// takeFigures fills what a claim to be corrected declares.
func (m *DeclareModel) takeFigures(claim rewards.Claim) {
	m.Part = claim.Part
	for name, q := range claim.Figures.Declared {
		m.SetFigure(name, q.Plain())
	}
	_, rule, ok := m.Rule()
	if !ok {
		return
	}
	var lines []string
	for _, unit := range claim.Figures.Units {
		line := unit.Name
		for _, name := range rule.UnitFigures() {
			line += "\t" + unit.Figures[name].Plain()
		}
		lines = append(lines, line)
	}
	m.Units = strings.Join(lines, "\n")
}
