package rewards

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// askOthers asks which clauses the chosen one is not paid together with.
func (v *clauseView) askOthers(keep rewards.Keep, chosen []string) {
	rule := v.model.Rule()
	var checks []*kit.Check
	var titles []string
	list := kit.Column(4)
	for i := range v.model.Draft.Rules {
		other := &v.model.Draft.Rules[i]
		if i == v.model.Chosen {
			continue
		}
		is := false
		for _, name := range chosen {
			is = is || other.Named(name)
		}
		check := kit.NewCheck(other.Clause+" "+other.Title, is, nil)
		checks, titles = append(checks, check), append(titles, other.Title)
		list.Add(check)
	}
	var d *kit.Dialog
	cancel := func() {
		d.Close()
		v.rebuild()
	}
	d = kit.NewDialog(v.window(), 460, wording.Text("rewards.edit.others_title", "title", rule.Title),
		kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(240)}, kit.NewNote(wording.Text("rewards.edit.others_help."+string(keep))), kit.Scrolled(list)),
		kit.NewPlain(wording.Text("kit.dialog.cancel"), cancel),
		kit.NewPrimary(wording.Text("rewards.edit.take"), func() {
			var others []string
			for i, check := range checks {
				if check.Checked() {
					others = append(others, titles[i])
				}
			}
			v.model.Exclude(keep, others)
			cancel()
		}))
	d.Show(nil)
}

// askMore asks for the limits that are set less often: how often, how many, how much in all.
func (v *clauseView) askMore() {
	rule := v.model.Rule()
	says := rule.Says
	rank, budget := rewards.Rank{By: rewards.Measure{Of: rewards.OfSales}}, rewards.Allotment{}
	if says.Rank != nil {
		rank = *says.Rank
	}
	if says.Budget != nil {
		budget = *says.Budget
	}
	field := func(key string, object fyne.CanvasObject) fyne.CanvasObject { return v.row(key, object) }
	top, once := countEntry(rank.Top), countEntry(says.OnceYears)
	cycle := kit.NewSelect(choicesOf("rewards.edit.cycle.", rewards.Yearly, rewards.HalfYearly, rewards.Quarterly), string(says.Cycle), nil)
	per := kit.NewSelect(choicesOf("rewards.edit.cycle.", rewards.Yearly, rewards.HalfYearly, rewards.Quarterly), string(budget.Per), nil)
	over := kit.NewSelect(choicesOf("rewards.edit.over.", rewards.Warns, rewards.ProRata, rewards.Ranks), string(budget.Over), nil)
	several := kit.NewCheck(wording.Text("rewards.edit.several"), says.Several, nil)
	ceiling := kit.NewCheck(wording.Text("rewards.edit.ceiling"), says.Ceiling, nil)
	carry := kit.NewCheck(wording.Text("rewards.edit.carry"), budget.Carry, nil)
	content := kit.Column(8,
		field("year_cap", withUnit(numberEntry(rewards.Yuan, &says.YearCap, nothingMore), wording.Text("rewards.edit.unit.yuan"))),
		field("once", withUnit(once, wording.Text("rewards.edit.once_unit"))),
		field("cycle", kit.Row(kit.WideGap, cycle, several)),
		field("rank", withUnit(top, wording.Text("rewards.edit.rank_unit"))),
		field("budget", withUnit(numberEntry(rewards.Yuan, &budget.Amount, nothingMore), wording.Text("rewards.edit.unit.yuan"), per, carry)),
		field("overrun", kit.Row(kit.Gap, over)),
		field("decides", ceiling))
	var d *kit.Dialog
	d = kit.NewDialog(v.window(), 620, wording.Text("rewards.edit.more_title"), content,
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() }),
		kit.NewPrimary(wording.Text("rewards.edit.take"), func() {
			says.OnceYears, says.Several, says.Ceiling, says.Cycle = countIn(once), several.Checked(), ceiling.Checked(), rewards.Cycle(cycle.Value())
			rank.Top = countIn(top)
			budget.Per, budget.Carry, budget.Over = rewards.Cycle(per.Value()), carry.Checked(), rewards.Overrun(over.Value())
			says.Contest = contestOf(rank, budget)
			rule.Says = says
			d.Close()
			v.rebuild()
		}))
	d.Show(nil)
}

// contestOf leaves out a rank that chooses nobody and a budget of nothing.
func contestOf(rank rewards.Rank, budget rewards.Allotment) rewards.Contest {
	var c rewards.Contest
	if budget.Amount > 0 {
		c.Budget = &budget
	}
	if rank.Top > 0 || rank.Tops != nil || c.Budget != nil && budget.Over == rewards.Ranks {
		c.Rank = &rank
	}
	return c
}

func countEntry(n int) *kit.Entry {
	entry := kit.NewNumberEntry("")
	if n > 0 {
		entry.SetText(strconv.Itoa(n))
	}
	return entry
}

func countIn(entry *kit.Entry) int {
	n, _ := strconv.Atoi(entry.Text)
	return n
}
