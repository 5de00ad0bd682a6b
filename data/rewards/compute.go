package rewards

import (
	"slices"
	"strconv"
	"time"

	"smartcanal/data/money"
)

// Compute applies a rule of a scheme to evidence. It depends on nothing else: the same scheme, rule and
// evidence always give the same trace. What other claims have to do with it is in the evidence; Settle puts it
// there for many at once. Problems: those of Scheme.Check, rewards.year_outside, rewards.part_outside,
// rewards.amount_negative, rewards.figure_negative, rewards.month_outside, rewards.base_missing.
func Compute(scheme Scheme, rule Rule, evidence Evidence) (Trace, error) {
	scheme.Rules, scheme.Exclusions = []Rule{rule}, nil
	if err := scheme.Check(); err != nil {
		return Trace{}, err
	}
	if err := scheme.covers(&rule, evidence.Year, evidence.Part); err != nil {
		return Trace{}, err
	}
	if err := evidence.check(); err != nil {
		return Trace{}, err
	}
	evidence = *evidence.inOrder()
	r := newRun(&scheme, &scheme.Rules[0], &evidence)
	if err := r.earn(); err != nil {
		return Trace{}, err
	}
	for _, step := range stepsOfScheme {
		step(r)
	}
	return r.trace(), nil
}

// stepsOfScheme are the steps after a rule's own, in the order every computation has.
var stepsOfScheme = []func(*run){(*run).exclude, (*run).yearlyCap, (*run).contest, (*run).cut, (*run).round}

func newRun(scheme *Scheme, rule *Rule, e *Evidence) *run {
	return &run{scheme: scheme, rule: rule, e: e.withBase(rule), due: true, tier: -1}
}

// withBase takes the one amount an enterprise declared for the one figure its rule asks for.
func (e *Evidence) withBase(rule *Rule) *Evidence {
	name := ""
	if e.Base > 0 {
		name = rule.DeclaredBase()
	}
	if _, known := e.Declared[name]; name == "" || known {
		return e
	}
	with := *e
	with.Declared = map[string]Quantity{name: Quantity(e.Base)}
	return &with
}

func (r *run) trace() Trace {
	r.add(func() Step { return Step{Code: "amount", Origin: FromRule, Result: Final, Fen: r.amount} })
	return Trace{Form: traceForm, Measure: *r.scheme, Evidence: *r.e, Steps: r.list, Amount: r.amount}
}

// earn is who may have it, how much, and the rule's own limits.
func (r *run) earn() error {
	r.locked()
	r.once()
	for i := range r.rule.Gates {
		if !r.due {
			break
		}
		passed, err := r.rule.Gates[i].apply(r)
		if err != nil {
			return err
		}
		if !passed {
			r.end()
		}
	}
	if !r.due {
		return nil
	}
	if err := r.rule.Terms.apply(r); err != nil {
		return err
	}
	if !r.due {
		return nil
	}
	return r.limits()
}

// locked refuses whoever had to give a reward back, for as long as the scheme says.
func (r *run) locked() {
	if r.scheme.LockYears == 0 {
		return
	}
	for _, back := range r.e.Breaches {
		until, err := time.Parse(time.DateOnly, back.On)
		if err != nil {
			continue
		}
		last := until.AddDate(r.scheme.LockYears, 0, 0).Format(time.DateOnly)
		if r.e.On != "" && r.e.On >= last {
			continue
		}
		r.add(func() Step {
			return Step{Code: "locked", Args: map[string]string{"on": back.On, "until": last}, Claims: []Grant{{ClaimID: back.ClaimID, Number: back.Number}},
				Origin: FromClaims, Verdict: Unmet, Reason: "locked", Result: Nothing}
		})
		r.end()
	}
}

// once refuses whoever had it within the years it is given once in.
func (r *run) once() {
	if !r.due || r.rule.OnceYears == 0 {
		return
	}
	had := false
	for _, award := range r.e.Past {
		had = had || award.Year > r.e.Year-r.rule.OnceYears && award.Year <= r.e.Year
	}
	r.add(func() Step {
		step := Step{Code: "once", Args: map[string]string{"years": strconv.Itoa(r.rule.OnceYears)}, Claims: grants(r.e.Past), Origin: FromClaims, Verdict: Met, Result: Nothing}
		if had {
			step.Verdict, step.Reason = Unmet, "had"
		}
		return step
	})
	if had {
		r.end()
	}
}

// limits are those of the rule: what was spent, its caps, the office's decision.
func (r *run) limits() error {
	if r.rule.Spent != nil {
		spent, _, err := r.take(r.rule.Spent)
		if err != nil {
			return err
		}
		r.limit(max(0, spent.Fen()), func() Step { return Step{Code: "spent", Origin: FromRule} })
	}
	if limit := r.rule.Cap.Fen(); limit > 0 {
		r.limit(limit, func() Step {
			return Step{Code: "clause_cap", Args: map[string]string{"cap": wholeYuan(limit)}, Origin: FromRule}
		})
	}
	if limit := r.rule.YearCap.Fen(); limit > 0 {
		granted := r.e.granted(true)
		r.limit(max(0, limit-granted), func() Step {
			return Step{Code: "clause_year_cap", Args: capArgs(limit, granted), Origin: FromClaims, Claims: grants(r.e.sameClause())}
		})
	}
	if r.rule.Ceiling {
		r.ceiling()
	}
	return nil
}

func (e *Evidence) sameClause() []Award {
	var same []Award
	for _, award := range e.Granted {
		if award.Same {
			same = append(same, award)
		}
	}
	return same
}

func capArgs(limit, granted money.Fen) map[string]string {
	return map[string]string{"cap": wholeYuan(limit), "granted": wholeYuan(granted)}
}

// ceiling holds the amount to what the office decided; until it did, the ceiling stands.
func (r *run) ceiling() {
	if r.e.Decided == nil {
		r.add(func() Step { return Step{Code: "ceiling", Origin: FromRule, Result: Takes, Fen: r.amount} })
		return
	}
	r.limit(*r.e.Decided, func() Step {
		return Step{Code: "decided", Args: map[string]string{"decided": wholeYuan(*r.e.Decided)}, Origin: FromOffice}
	})
}

// exclude gives way to what other rules of an exclusion gave.
func (r *run) exclude() {
	if !r.due || len(r.e.Rivals) == 0 {
		return
	}
	theirs, left, code := money.Fen(0), r.amount, "excluded"
	for _, award := range r.e.Rivals {
		theirs += award.Fen
		left -= award.Fen
	}
	if slices.ContainsFunc(r.e.Rivals, func(a Award) bool { return a.Instead }) {
		left, code = 0, "excluded_instead"
	}
	r.limit(max(0, left), func() Step {
		return Step{Code: code, Args: map[string]string{"granted": wholeYuan(theirs)}, Claims: grants(r.e.Rivals), Origin: FromClaims}
	})
}

// yearlyCap limits what an enterprise gets in a year from all its claims together.
func (r *run) yearlyCap() {
	if r.scheme.YearlyCap == 0 {
		return
	}
	granted := r.e.granted(false)
	r.limit(max(0, r.scheme.YearlyCap-granted), func() Step {
		return Step{Code: "yearly_cap", Origin: FromClaims, Args: capArgs(r.scheme.YearlyCap, granted), Claims: grants(r.e.Granted)}
	})
}

// contest lets a claim through by its place among the others, or not.
func (r *run) contest() {
	if !r.due || r.rule.Rank == nil {
		return
	}
	if _, _, err := r.take(&r.rule.Rank.By); err != nil { // shows what is ranked by
		r.end()
		return
	}
	standing := r.e.Standing
	if standing == nil {
		r.add(func() Step {
			return Step{Code: "rank_open", Measure: &r.rule.Rank.By, Origin: FromRule, Result: Nothing}
		})
		return
	}
	r.add(func() Step {
		step := Step{Code: "rank", Measure: &r.rule.Rank.By, Origin: FromClaims, Verdict: Met, Result: Nothing,
			Args: map[string]string{"place": strconv.Itoa(standing.Place), "of": strconv.Itoa(standing.Of)}}
		if standing.Left != nil {
			step.Code, step.Args["left"] = "rank_budget", wholeYuan(*standing.Left)
		} else if top := r.rule.Rank.top(r.tier); top > 0 {
			step.Code, step.Args["top"] = "rank_top", strconv.Itoa(top)
		}
		if !standing.Admitted {
			step.Verdict, step.Reason = Unmet, "ranked_out"
		}
		return step
	})
	if !standing.Admitted {
		r.end()
	}
}

// cut shrinks the amount where a budget does not reach for all.
func (r *run) cut() {
	for _, cut := range r.e.Cuts {
		r.limit(cut.of(r.amount), func() Step {
			step := Step{Code: "pro_rata", Args: map[string]string{"budget": wholeYuan(cut.Budget), "wanted": wholeYuan(cut.Wanted)}, Origin: FromClaims}
			if cut.Clause {
				step.Code = "clause_pro_rata"
			}
			return step
		})
	}
}

// round cuts off what is below the unit.
func (r *run) round() {
	unit := r.rule.Round.Fen()
	if unit == 0 {
		unit = r.scheme.Round.Fen()
	}
	if unit == 0 {
		return
	}
	r.limit(r.amount.RoundTo(unit, money.Down), func() Step {
		return Step{Code: "round", Args: map[string]string{"unit": wholeYuan(unit)}, Origin: FromRule}
	})
}
