package rewards

import (
	"strconv"
	"strings"

	"smartcanal/data/region"
)

// Reading is a rule read back as the sentence of a Chinese measure, with what the scheme adds to every rule.
func (s *Scheme) Reading(rule Rule) string { return s.ReadingIn(chineseLanguage, rule) }

// ReadingIn is Reading in a language, zh or en.
func (s *Scheme) ReadingIn(language string, rule Rule) string {
	sentences := append([]string{rule.sentence(language)}, rule.contestIn(language)...)
	sentences = append(sentences, s.exclusionsIn(language, &rule)...)
	if s.YearlyCap > 0 || s.Round > 0 && rule.Round == 0 {
		sentences = append(sentences, s.forAll(language, &rule))
	}
	return strings.Join(sentences, text(language, "rewards.says.space"))
}

// sentence is who gets what and its limits: 企业…的，按…给予补贴，每年最高 5 万元。
func (r *Rule) sentence(language string) string {
	gates := make([]string, len(r.Gates))
	for i := range r.Gates {
		gates[i] = r.Gates[i].in(language, r.period())
	}
	key := "rewards.says.rule"
	if len(gates) == 0 {
		key = "rewards.says.rule_free"
		if r.Kind == TiersKind || r.Kind == SteppedKind {
			key = "rewards.says.rule_self" // its terms have the enterprise's figure for a subject
		}
	}
	pays := r.paysIn(language)
	for _, limit := range r.limitsIn(language) {
		pays += text(language, "rewards.says.comma") + limit
	}
	return text(language, key, "gates", allOf(language, gates), "pays", pays)
}

// allOf lists conditions that must all hold.
func allOf(language string, gates []string) string {
	if len(gates) < 2 {
		return strings.Join(gates, "")
	}
	last := len(gates) - 1
	return strings.Join(gates[:last], text(language, "rewards.says.comma")) + text(language, "rewards.says.and") + gates[last]
}

// period is that of the rule's figures: the year, or the part of it a claim is of.
func (s *Says) period() string {
	if s.Cycle != Yearly {
		return ofPart
	}
	return ""
}

// paysIn is what the terms pay. A share of what the gate before it asked for names it in short.
func (r *Rule) paysIn(language string) string {
	if share, is := r.Terms.(*Share); is && share.Of.Of == OfSales && len(r.Gates) > 0 && r.Gates[len(r.Gates)-1].Measure.same(share.Of) {
		return text(language, "rewards.says.share", "of", text(language, "rewards.says.these_sales"), "rate", share.Rate.rate())
	}
	return r.Terms.in(language, r.period())
}

func (r *Rule) limitsIn(language string) []string {
	var limits []string
	add := func(is bool, key string, args ...any) {
		if is {
			limits = append(limits, text(language, "rewards.says."+key, args...))
		}
	}
	each := "cap_year"
	if r.Several || r.Cycle != Yearly {
		each = "cap_claim"
	}
	add(r.Spent != nil, "not_above", "spent", r.spentIn(language))
	add(r.Cap > 0, each, "cap", r.Cap.in(language, Yuan, ""))
	add(r.YearCap > 0, "year_cap", "cap", r.YearCap.in(language, Yuan, ""))
	add(r.Ceiling, "ceiling")
	add(r.Round > 0, "round", "unit", roundedTo(language, r.Round))
	return limits
}

// MoreIn is what limits the rule besides its gates and its cap, a few words each: for lists of what is set.
func (r *Rule) MoreIn(language string) []string {
	var said []string
	add := func(is bool, key string, args ...any) {
		if is {
			said = append(said, text(language, "rewards.says."+key, args...))
		}
	}
	add(r.YearCap > 0, "year_cap", "cap", r.YearCap.in(language, Yuan, ""))
	add(r.Spent != nil, "not_above", "spent", r.spentIn(language))
	add(r.Ceiling, "ceiling")
	add(r.Several, "several")
	for _, sentence := range r.contestIn(language) {
		if sentence != text(language, "rewards.says.highest_tier") {
			said = append(said, strings.TrimRight(sentence, "。."))
		}
	}
	return said
}

func (r *Rule) spentIn(language string) string {
	if r.Spent == nil {
		return ""
	}
	return r.Spent.spent(language, r.period())
}

// contestIn says how often, who is ranked before whom and what there is to spend.
func (r *Rule) contestIn(language string) []string {
	var said []string
	if tiers, is := r.Terms.(*Tiers); is && len(tiers.Thresholds) > 1 {
		said = append(said, text(language, "rewards.says.highest_tier"))
	}
	if r.OnceYears > 0 {
		said = append(said, text(language, "rewards.says.once", "years", r.OnceYears))
	}
	if r.Cycle != Yearly {
		said = append(said, text(language, "rewards.says.cycle."+string(r.Cycle)))
	}
	if r.Rank != nil {
		said = append(said, r.rankIn(language))
	}
	if r.Budget != nil {
		said = append(said, r.Budget.in(language, "rewards.says.rule_budget"))
	}
	return said
}

func (r *Rule) rankIn(language string) string {
	by := r.Rank.By.in(language, r.period())
	switch {
	case r.Rank.Top == 1:
		return text(language, "rewards.says.top_one", "by", by)
	case r.Rank.Top > 0:
		return text(language, "rewards.says.top", "by", by, "top", r.Rank.Top)
	case r.Rank.Tops == nil:
		return text(language, "rewards.says.ranked", "by", by)
	}
	var tiers []string
	for i, top := range r.Rank.Tops {
		if top > 0 {
			tiers = append(tiers, text(language, "rewards.says.top_of_tier", "tier", i+1, "top", top))
		}
	}
	return text(language, "rewards.says.tops", "by", by, "tiers", strings.Join(tiers, text(language, "rewards.says.list")))
}

func (b *Allotment) in(language, key string) string {
	said := text(language, key, "per", text(language, "rewards.says.per."+cycleName(b.Per)), "amount", b.Amount.in(language, Yuan, ""))
	if b.Carry {
		said += text(language, "rewards.says.carry")
	}
	return said + text(language, "rewards.says.over."+overName(b.Over))
}

func cycleName(c Cycle) string {
	if c == Yearly {
		return "year"
	}
	return string(c)
}

func overName(o Overrun) string {
	if o == Warns {
		return "warns"
	}
	return string(o)
}

// exclusionsIn says with which rules one is not paid together.
func (s *Scheme) exclusionsIn(language string, rule *Rule) []string {
	var said []string
	at := s.find(rule.Clause + " " + rule.Title)
	for _, e := range s.excludings() {
		var others []string
		before := true
		for _, place := range e.places {
			if place == at {
				before = false
			} else if e.keep != KeepFirst || before {
				others = append(others, s.Rules[place].Clause+text(language, "rewards.says.titled", "title", s.Rules[place].Title))
			}
		}
		if !before && len(others) > 0 {
			said = append(said, text(language, "rewards.says.keep."+string(e.keep), "rules", strings.Join(others, text(language, "rewards.says.list"))))
		}
	}
	return said
}

// forAll is what the scheme adds to each of its rules.
func (s *Scheme) forAll(language string, rule *Rule) string {
	limit := text(language, "rewards.says.yearly_cap", "cap", amountIn(language, s.YearlyCap))
	round := text(language, "rewards.says.round", "unit", roundedTo(language, s.Round))
	switch {
	case s.Round == 0 || rule.Round != 0:
		return text(language, "rewards.says.stop", "text", limit)
	case s.YearlyCap == 0:
		return text(language, "rewards.says.rounds", "unit", roundedTo(language, s.Round))
	}
	return text(language, "rewards.says.stop", "text", limit+text(language, "rewards.says.comma")+round)
}

// GeneralIn is what holds for the whole measure, a sentence each: its budget, when claims are taken, how soon it
// is paid and what follows a clawback.
func (s *Scheme) GeneralIn(language string) []string {
	var said []string
	if s.WindowFrom != "" && s.WindowTo != "" {
		key := "rewards.says.window_next"
		if s.WindowSame {
			key = "rewards.says.window_same"
		}
		said = append(said, text(language, key, "from", s.WindowFrom, "to", s.WindowTo))
	}
	if s.Budget != nil {
		said = append(said, s.Budget.in(language, "rewards.says.scheme_budget"))
	}
	if s.LockYears > 0 {
		said = append(said, text(language, "rewards.says.lock", "years", s.LockYears))
	}
	if s.NoticeDays > 0 {
		said = append(said, text(language, "rewards.says.notice", "days", s.NoticeDays))
	}
	if s.PaymentDays > 0 {
		said = append(said, text(language, "rewards.says.payment", "days", s.PaymentDays))
	}
	return said
}

// roundedTo is 百元 of 100 yuan.
func roundedTo(language string, unit Quantity) string {
	return text(language, "rewards.says.unit."+strconv.FormatInt(int64(unit/One), 10))
}

// placeName is the name of a place by its code.
func placeName(code string) string {
	if place, known := region.Find(code); known {
		return place.Name
	}
	return code
}
