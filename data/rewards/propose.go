package rewards

import (
	"context"

	"gorm.io/gorm"
)

// proposing is a measure settled for whoever has not claimed yet, beside what was claimed already.
type proposing struct {
	scheme   Scheme
	register *registered
	rulings  []Ruling // of whoever may be handed in
	claimed  []claimedCase
	locked   []lockedCase
}

// claimedCase is one that was claimed already, lockedCase one of an enterprise that may not claim now.
type (
	claimedCase struct {
		Case
		claim otherClaim
	}
	lockedCase struct {
		Case
		lock lock
	}
)

// propose settles all that is not claimed and not locked out. tell, which may be nil, is told how far it is.
func (r *Room) propose(ctx context.Context, schemeID int64, year int, tell func(done, total int)) (*proposing, error) {
	scheme, err := r.Scheme(ctx, schemeID)
	if err != nil {
		return nil, err
	}
	if err := scheme.Check(); err != nil {
		return nil, err
	}
	p := &proposing{scheme: scheme}
	if p.register, err = r.wholeRegister(ctx, &scheme, year, tell); err != nil {
		return nil, err
	}
	db := r.store.Read(ctx)
	open, err := p.part(db)
	if err != nil {
		return nil, err
	}
	// The measure's own budget cuts claims once all are in: PlanCut.
	whole := scheme
	whole.Budget = nil
	if p.rulings, err = newSettlement(&whole, open).settle(); err != nil {
		return nil, err
	}
	return p, p.rank(db)
}

// part puts aside what was claimed already and who is locked out, and gives the rest with what other claims have to
// do with it.
func (p *proposing) part(db *gorm.DB) (open []Case, err error) {
	done, err := claimsOfFamily(db, p.scheme.Family, p.register.year)
	if err != nil {
		return nil, err
	}
	locks, err := locksBy(db, p.register.on, "")
	if err != nil {
		return nil, err
	}
	if err := p.register.breaches(db); err != nil {
		return nil, err
	}
	for _, one := range p.register.cases(&p.scheme) {
		if claim := done.itself(&p.scheme, &one); claim != nil {
			p.claimed = append(p.claimed, claimedCase{one, *claim})
			continue
		}
		done.beside(&p.scheme, &one)
		if lock, is := locks[one.Evidence.OrganizationID]; is {
			p.locked = append(p.locked, lockedCase{one, lock})
			continue
		}
		open = append(open, one)
	}
	return open, nil
}

// rank ranks what is proposed among the claims there are under the same rule, as it will be once handed in.
func (p *proposing) rank(db *gorm.DB) error {
	for place := range p.scheme.Rules {
		rule := p.scheme.Rules[place]
		if !rule.contested() {
			continue
		}
		cases, err := rivalsInRank(db, &rule, p.register.year, 0)
		if err != nil {
			return err
		}
		if len(cases) == 0 {
			continue
		}
		before := len(cases)
		var at []int
		for i := range p.rulings {
			if o := &p.rulings[i]; o.Rule == place && o.Missing == nil && o.Earned > 0 {
				one := Case{Evidence: o.Evidence}
				one.Evidence.Standing, one.Evidence.Cuts = nil, nil
				cases, at = append(cases, one), append(at, i)
			}
		}
		settled, err := rule.among(&p.scheme, cases)
		if err != nil {
			return err
		}
		for n, i := range at {
			p.rulings[i].Evidence, p.rulings[i].Amount = settled[before+n].Evidence, settled[before+n].Amount
		}
	}
	return nil
}

// breaches puts into the evidence of each organisation for what money of its claims was clawed back.
func (all *registered) breaches(db *gorm.DB) error {
	of, err := breachesBy(db, all.on, "")
	for i := range all.evidences {
		all.evidences[i].Breaches = of[all.evidences[i].OrganizationID]
	}
	return err
}
