package rewards

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// CutPlan is what holding a year's claims to the budget of a measure comes to, fen.
type CutPlan struct {
	SchemeID int64
	Year     int
	Unit     money.Fen // amounts are rounded down to
	Parts    []CutPart // of the budget's year
	Lines    []CutLine // of all claims that were not dropped, by number
}

// CutPart is what a budget has for a part of its year, and what is wanted of it.
type CutPart struct {
	Part   Part
	Budget money.Fen // what there is, with what was carried over
	Stand  money.Fen // of it, claims that may no longer be cut
	Wanted money.Fen // by those that may
	After  money.Fen // they get
}

// Left is what is left of the part: where it was cut, less than one rounding unit for each claim.
func (p CutPart) Left() money.Fen { return p.Budget - p.Stand - p.After }

// Cut tells whether the part does not reach.
func (p CutPart) Cut() bool { return p.Stand+p.Wanted > p.Budget }

// CutLine is a claim of a plan.
type CutLine struct {
	Held
	Number         string
	OrganizationID int64
	Part           Part
	Stage          Stage
	Stands         bool      // it is past where it may be cut
	Was            money.Fen // as it is now
	Wanted         money.Fen // without any cut
	Is             money.Fen // under the plan
}

// Changes are the claims whose amounts the plan changes.
func (p *CutPlan) Changes() int {
	n := 0
	for i := range p.Lines {
		if p.Lines[i].Was != p.Lines[i].Is {
			n++
		}
	}
	return n
}

// PlanCut shows what holding the claims of a year under a measure to its budget comes to: where that does not reach for
// all that are still before the public notice, their amounts shrink alike, and where it does again, an earlier cut is
// undone. What has come further stands and is taken off the budget. A year's claims are cut together, so it is done once
// all are in. Problems: rewards.no_scheme_version, rewards.no_cut, those of Compute.
func (r *Room) PlanCut(ctx context.Context, schemeID int64, year int) (*CutPlan, error) {
	plan, err := r.planCut(ctx, r.store.Read(ctx), schemeID, year)
	if err != nil {
		return nil, err
	}
	return &plan.CutPlan, nil
}

// ApplyCut does what somebody saw planned, and gives how many claims' amounts changed. Problems: those of PlanCut,
// rewards.cut_changed (what is claimed is not what the plan was made of).
func (r *Room) ApplyCut(ctx context.Context, actor store.Actor, seen *CutPlan, opinion string) (changed int, err error) {
	err = r.store.Write(ctx, actor, "rewards.cut_to_budget", func(tx *store.Tx) error {
		plan, err := r.planCut(ctx, tx.DB, seen.SchemeID, seen.Year)
		if err != nil {
			return err
		}
		if !seen.same(&plan.CutPlan) {
			return problem.New("rewards.cut_changed")
		}
		changed, err = plan.apply(tx, opinion)
		return err
	})
	return changed, err
}

func (p *CutPlan) same(other *CutPlan) bool {
	return slices.Equal(p.Parts, other.Parts) && slices.Equal(p.Lines, other.Lines)
}

// cutting is a plan with the claims it is of, each with its cut, nil for none, and its trace under it.
type cutting struct {
	CutPlan
	claims []Claim
	cuts   []*Cut
	traces []Trace
}

func (r *Room) planCut(ctx context.Context, db *gorm.DB, schemeID int64, year int) (*cutting, error) {
	scheme, err := schemeByID(db, schemeID)
	if err != nil {
		return nil, err
	}
	if scheme.Budget == nil || scheme.Budget.Over != ProRata {
		return nil, problem.New("rewards.no_cut", "title", scheme.Title)
	}
	p := &cutting{CutPlan: CutPlan{SchemeID: schemeID, Year: year, Unit: scheme.Round.Fen()}}
	if p.claims, err = claimsToCut(db, scheme.Family, year); err != nil {
		return nil, err
	}
	wants, err := r.uncut(ctx, db, p.claims)
	if err != nil {
		return nil, err
	}
	p.cuts, p.Parts = scheme.Budget.cuts(p.claims, wants)
	for i := range p.claims {
		if err := p.line(ctx, r, db, i, wants[i]); err != nil {
			return nil, err
		}
		p.Parts[scheme.Budget.falls(p.claims[i].Part)].After += p.Lines[i].open()
	}
	return p, nil
}

// open is what a claim that may be cut gets under the plan.
func (l CutLine) open() money.Fen {
	if l.Stands {
		return 0
	}
	return l.Is
}

// line computes a claim under its cut.
func (p *cutting) line(ctx context.Context, r *Room, db *gorm.DB, i int, wanted money.Fen) error {
	claim := &p.claims[i]
	line := CutLine{Held: Held{claim.ID, claim.Version}, Number: claim.Number, OrganizationID: claim.OrganizationID, Part: claim.Part,
		Stage: claim.Stage, Stands: !claim.open(), Was: claim.Amount, Wanted: wanted, Is: claim.Amount}
	trace := Trace{}
	if claim.recuts(p.cuts[i]) {
		under := *claim
		under.Figures.Cut = p.cuts[i]
		var err error
		if trace, err = r.compute(ctx, db, &under); err != nil {
			return err
		}
		line.Is = trace.Amount
	}
	p.Lines, p.traces = append(p.Lines, line), append(p.traces, trace)
	return nil
}

// recuts tells whether a cut changes anything about a claim.
func (c *Claim) recuts(cut *Cut) bool {
	had := c.Figures.Cut
	return c.open() && cut != had && (cut == nil || had == nil || *cut != *had)
}

// apply keeps the cuts and what each claim comes to under its own.
func (p *cutting) apply(tx *store.Tx, opinion string) (changed int, err error) {
	for i := range p.claims {
		claim := &p.claims[i]
		if !claim.recuts(p.cuts[i]) {
			continue
		}
		claim.Figures.Cut = p.cuts[i]
		if err := claim.keep(tx, p.traces[i]); err != nil {
			return 0, err
		}
		if err := move(tx, claim, Act{Stage: claim.Stage, Action: Recomputed, Opinion: opinion}); err != nil {
			return 0, err
		}
		changed++
	}
	return changed, nil
}

// claimsToCut are the claims of a measure in all its versions, those that were dropped or come to nothing apart.
func claimsToCut(db *gorm.DB, family int64, year int) ([]Claim, error) {
	var claims []Claim
	err := db.Where("scheme_id IN (SELECT id FROM reward_schemes WHERE family = ?) AND year = ? AND step NOT IN ? AND amount_fen > 0", family, year, dropped).
		Order("id").Find(&claims).Error
	return claims, err
}

// open tells whether a claim's amount may still be cut.
func (c *Claim) open() bool { return c.Stage.Before(InNotice) }

// uncut is what each claim wants without a cut; what stands wants its amount.
func (r *Room) uncut(ctx context.Context, db *gorm.DB, claims []Claim) ([]money.Fen, error) {
	wants := make([]money.Fen, len(claims))
	for i := range claims {
		wants[i] = claims[i].Amount
		if !claims[i].open() {
			continue
		}
		whole := claims[i]
		whole.Figures.Cut = nil
		trace, err := r.compute(ctx, db, &whole)
		if err != nil {
			return nil, err
		}
		wants[i] = trace.Amount
	}
	return wants, nil
}

// cuts are the cuts of the claims, nil for none: for each part of the budget's year what is left after what stands.
func (b *Allotment) cuts(claims []Claim, wants []money.Fen) ([]*Cut, []CutPart) {
	parts := make([]CutPart, len(b.Per.Parts()))
	for i := range claims {
		at := &parts[b.falls(claims[i].Part)]
		if claims[i].open() {
			at.Wanted += wants[i]
		} else {
			at.Stand += wants[i]
		}
	}
	cuts := make([]*Cut, len(claims))
	var carried money.Fen
	for at, part := range b.Per.Parts() {
		p := &parts[at]
		p.Part, p.Budget = part, carried+b.Amount.Fen()
		left := max(0, p.Budget-p.Stand)
		for i := range claims {
			if claims[i].open() && b.falls(claims[i].Part) == at && p.Wanted > left {
				cuts[i] = &Cut{Budget: left, Wanted: p.Wanted}
			}
		}
		if b.Carry {
			carried = max(0, left-p.Wanted)
		}
	}
	return cuts, parts
}
