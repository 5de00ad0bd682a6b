package rewards

import (
	"cmp"
	"context"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Footing is where an organisation stands with a clause nobody has asked it about.
type Footing string

// The footings, from what can be handed in to what cannot.
const (
	Qualifies   Footing = "qualifies"    // owed an amount, and has nothing to declare (免申即享)
	MustDeclare Footing = "must_declare" // may be owed something once it declares what the clause asks for
	HasClaimed  Footing = "claimed"
	LeftOut     Footing = "left_out" // an exclusion, a cap, a rank or a budget leaves nothing
	Unfit       Footing = "unfit"    // its sales suffice, a condition of the register or of earlier years does not hold
	LockedOut   Footing = "locked"   // money was clawed back and the lock holds
)

// Footings are all of them, in their order.
var Footings = []Footing{Qualifies, MustDeclare, HasClaimed, LeftOut, Unfit, LockedOut}

// Candidate is an organisation under a clause of a measure in a period: what it would get, or why it gets nothing.
type Candidate struct {
	Application         // as CreateAll takes it
	Place        int    // of the rule in the measure
	Organization string // shown name
	Footing      Footing
	Amount       money.Fen // owed; of a claim there is what that comes to, else what the clause alone would give
	Verified     money.Fen // online sales of the year
	Claim        Grant     // the claim there is, or the one whose money was clawed back
	Until        string    // yyyy-mm-dd, of a lock
	Missing      *problem.Problem
	evidence     Evidence
}

// Candidates are all that have something to do with a measure in a year, by organisation.
type Candidates struct {
	Scheme Scheme
	Year   int
	List   []Candidate
}

// Candidates computes a measure for all organisations in business and says of each that comes near an amount whether
// it can be handed in without being asked (免申即享) and, where not, why. tell, which may be nil, is told how many of
// the readings are done. Problems: those of Propose.
func (r *Room) Candidates(ctx context.Context, schemeID int64, year int, tell func(done, total int)) (*Candidates, error) {
	p, err := r.propose(ctx, schemeID, year, tell)
	if err != nil {
		return nil, err
	}
	c := &Candidates{Scheme: p.scheme, Year: year}
	names := p.register.byID()
	add := func(of *Case, footing Footing, amount money.Fen) *Candidate {
		e := &of.Evidence
		c.List = append(c.List, Candidate{
			Application: Application{RuleID: p.scheme.Rules[of.Rule].ID, OrganizationID: e.OrganizationID, Year: e.Year, Part: e.Part, Unasked: true},
			Place:       of.Rule, Organization: names[e.OrganizationID], Footing: footing, Amount: amount, Verified: e.Verified(), evidence: *e,
		})
		return &c.List[len(c.List)-1]
	}
	for i := range p.claimed {
		add(&p.claimed[i].Case, HasClaimed, p.claimed[i].claim.Amount).Claim = p.claimed[i].claim.grant()
	}
	for i := range p.locked {
		one := &p.locked[i]
		if amount := p.scheme.freely(&one.Case); amount > 0 {
			made := add(&one.Case, LockedOut, amount)
			made.Claim, made.Until = Grant{ClaimID: one.lock.ClaimID, Number: one.lock.Number}, one.lock.LockedUntil
		}
	}
	for i := range p.rulings {
		if footing, amount := p.scheme.footing(&p.rulings[i]); footing != "" {
			add(&p.rulings[i].Case, footing, amount).Missing = p.rulings[i].Missing
		}
	}
	slices.SortStableFunc(c.List, func(a, b Candidate) int { return a.compare(&b) })
	return c, ctx.Err()
}

func (o otherClaim) grant() Grant { return Grant{ClaimID: o.ID, Number: o.Number, Fen: o.Amount} }

// footing is where a ruling leaves its organisation, "" where it is far from anything.
func (s *Scheme) footing(o *Ruling) (Footing, money.Fen) {
	switch {
	case o.Missing != nil:
		return MustDeclare, 0
	case o.Amount > 0:
		return Qualifies, o.Amount
	case o.Earned > 0:
		return LeftOut, o.Earned
	}
	if amount := s.freely(&o.Case); amount > 0 {
		return Unfit, amount
	}
	return "", 0
}

// freely is what a case's clause alone would give if its conditions on the register and on earlier years did not stand
// in the way.
func (s *Scheme) freely(of *Case) money.Fen {
	rule := s.Rules[of.Rule]
	rule.OnceYears = 0
	rule.Gates = slices.DeleteFunc(slices.Clone(rule.Gates), func(g Gate) bool { return g.Measure.Of == OfRegister })
	e := of.Evidence
	e.Breaches = nil
	free := newRun(s, &rule, &e)
	free.quiet = true
	if free.earn() != nil {
		return 0
	}
	return free.amount
}

// compare puts candidates by organisation, clause and period.
func (c *Candidate) compare(other *Candidate) int {
	return cmp.Or(cmp.Compare(c.OrganizationID, other.OrganizationID), cmp.Compare(c.Place, other.Place), cmp.Compare(c.Part, other.Part))
}

// Trace is how the amount of a candidate came about, or what took it away.
func (c *Candidates) Trace(at int) (Trace, error) {
	one := &c.List[at]
	return Compute(c.Scheme, c.Scheme.Rules[one.Place], one.evidence)
}

// Reason is the step that decided about a candidate: the clause's award, else the condition not met or the limit that
// took all; nil where the clause asks for a figure.
func (c *Candidates) Reason(at int) *Step {
	trace, err := c.Trace(at)
	if err != nil {
		return nil
	}
	var last *Step
	for i := range trace.Steps {
		step := &trace.Steps[i]
		switch {
		case trace.Amount > 0 && step.Result == Awards && !step.Replaced, trace.Amount == 0 && (step.Verdict == Unmet && step.Result == Nothing || step.Result == Deducts):
			last = step
		}
	}
	return last
}
