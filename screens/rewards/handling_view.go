package rewards

import (
	"context"
	"maps"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// The settings of how claims are handled, offered where an area's page would be; "rewards.handling.<key>" names them.
const (
	limitsChoice      = "limits"
	departmentsChoice = "departments"
	holidaysChoice    = "holidays"
)

// handlingChoices are the settings of how claims are handled.
func handlingChoices() []kit.Choice {
	var choices []kit.Choice
	for _, key := range []string{limitsChoice, departmentsChoice, holidaysChoice} {
		choices = append(choices, kit.Choice{Value: key, Label: wording.Text("rewards.handling." + key)})
	}
	return choices
}

// askHandling opens the settings of a key, false for none.
func (v *ListView) askHandling(key string) bool {
	ask, is := map[string]func(){limitsChoice: v.askLimits, departmentsChoice: v.askDepartments, holidaysChoice: v.askHolidays}[key]
	if is {
		ask()
	}
	return is
}

// setting is a form whose answer is a setting.
func (v *ListView) setting(key string, asked *form.Form, first *kit.Entry, work func(ctx context.Context) error) {
	form.Question{
		Title: strings.TrimSuffix(wording.Text("rewards.handling."+key), "…"), Verb: wording.Text("rewards.schemes.keep"), Form: asked, First: first,
		Work: work, Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

// longestDays is as long as a limit may be, in working days.
const longestDays = 250

// askLimits asks for all limits, in working days.
func (v *ListView) askLimits() {
	office := v.model.office
	var loader kit.Loader[rewards.Limits]
	loader.Load(office.claims.Limits, func(limits rewards.Limits, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.showLimits(limits)
	})
}

func (v *ListView) showLimits(limits rewards.Limits) {
	var fields []*form.Field
	days := map[rewards.Stage]*form.Number{}
	number := func(label string, least, value int) *form.Number {
		f, entry := form.Count(label, int64(least), longestDays, wording.Text("rewards.notice.days_unit"))
		f.Required = true
		entry.SetWhole(int64(value))
		fields = append(fields, f)
		return entry
	}
	for _, stage := range rewards.Stages {
		days[stage] = number(stageName(stage), 0, limits.Stages[stage])
	}
	supplement := number(wording.Text("rewards.handling.supplement"), 0, limits.Supplement)
	answer := number(wording.Text("rewards.handling.answer"), 0, limits.Answer)
	notice := number(wording.Text("rewards.handling.notice"), 1, limits.Notice)
	fields[0].Help = wording.Text("rewards.handling.limits_help")
	v.setting(limitsChoice, form.New(fields...), &days[rewards.Accepting].Entry, func(ctx context.Context) error {
		changed := rewards.Limits{Stages: maps.Clone(limits.Stages), Supplement: whole(supplement), Answer: whole(answer), Notice: whole(notice)}
		for stage, entry := range days {
			changed.Stages[stage] = whole(entry)
		}
		return v.model.office.claims.SetLimits(ctx, v.model.office.person, changed)
	})
}

// whole is the number in an entry the form has checked.
func whole(entry *form.Number) int {
	n, _ := entry.Whole()
	return int(n)
}

// askDepartments asks which departments every claim is sent to.
func (v *ListView) askDepartments() {
	office := v.model.office
	names, entry := form.Lines(wording.Text("rewards.field.departments"), strings.Join(v.listing.Asked, wording.Text("rewards.page.comma")), 3)
	names.Help = wording.Text("rewards.handling.departments_help")
	v.setting(departmentsChoice, form.New(names), entry, func(ctx context.Context) error {
		return office.claims.SetDepartments(ctx, office.person, typedNames(entry.Text)...)
	})
}

// askHolidays takes in the State Council's notice of a year as it is published.
func (v *ListView) askHolidays() {
	office := v.model.office
	next := int64(office.claims.Now().Year() + 1)
	when, year := form.Count(wording.Text("rewards.new.year"), 2000, 2999, "")
	when.Required = true
	year.SetWhole(next)
	number, source := field("doc_number", "", true)
	number.Help = wording.Text("rewards.handling.source_help")
	said, text := form.Lines(wording.Text("rewards.handling.notice_text"), "", 8)
	said.Required, said.Help = true, wording.Text("rewards.handling.notice_help")
	v.setting(holidaysChoice, form.New(when, number, said), source, func(ctx context.Context) error {
		return office.claims.TakeHolidays(ctx, office.person, whole(year), source.Text, text.Text)
	})
}
