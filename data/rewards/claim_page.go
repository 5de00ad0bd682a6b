package rewards

import (
	"context"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/data/register"
)

// Page is all a claim's page shows, and its application form prints.
type Page struct {
	Claim        Claim
	Organization register.Organization
	Trace        Trace  // as frozen with the claim: the measure and the rule are in it
	Reading      string // the clause read back, Chinese
	Comparison   Comparison
	Materials    []Material
	Acts         []Act // the oldest first
	Opinions     []Opinion
	Publication  *Publication // the notice it is in, nil for none
	Objections   []Objection
	Payments     []Payment
	Clawbacks    []Clawback
	Due          time.Time // by when the stage is to be done, zero without a limit
	DaysLeft     int       // working days to Due; below zero: overdue for so many
	Changes      int64     // journal entries about the claim and its parts
}

// Checked counts the materials that have been checked.
func (p Page) Checked() int {
	n := 0
	for _, material := range p.Materials {
		if material.State == Checked {
			n++
		}
	}
	return n
}

// Page reads a claim with everything about it. Problems: rewards.no_claim, rewards.trace_unreadable.
func (r *Room) Page(ctx context.Context, id int64) (*Page, error) {
	db := r.store.Read(ctx)
	claim, err := claimByID(db, id)
	if err != nil {
		return nil, err
	}
	page := &Page{Claim: *claim}
	if page.Trace, err = Thaw(claim.Frozen); err != nil {
		return nil, err
	}
	page.Reading = page.Trace.Measure.Reading(page.Trace.Rule())
	if page.Comparison, err = r.comparisonOf(ctx, db, claim, page.Trace.Evidence); err != nil {
		return nil, err
	}
	if err := page.fill(db); err != nil {
		return nil, err
	}
	return page, r.date(ctx, page)
}

// date says by when the stage is to be done.
func (r *Room) date(ctx context.Context, p *Page) error {
	row := ClaimRow{Stage: p.Claim.Stage, Since: p.Claim.Since, Waiting: p.Claim.Waiting, PaymentDays: p.Trace.Measure.PaymentDays}
	if p.Publication != nil {
		row.NoticeEnds = p.Publication.LastDay
	}
	rows := []ClaimRow{row}
	err := r.dated(ctx, rows)
	p.Due, p.DaysLeft = rows[0].Due, rows[0].DaysLeft
	return err
}

// pages reads several claims. Problem: rewards.no_claim for none.
func (r *Room) pages(ctx context.Context, ids []int64) ([]*Page, error) {
	if len(ids) == 0 {
		return nil, problem.New("rewards.no_claim")
	}
	pages := make([]*Page, len(ids))
	for i, id := range ids {
		var err error
		if pages[i], err = r.Page(ctx, id); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// PageByNumber is Page for a number as written on paper. Problem: rewards.no_claim.
func (r *Room) PageByNumber(ctx context.Context, number string) (*Page, error) {
	var claim Claim
	if err := r.store.Read(ctx).Where("number = ?", number).Limit(1).Find(&claim).Error; err != nil {
		return nil, err
	}
	return r.Page(ctx, claim.ID)
}

func (r *Room) comparisonOf(ctx context.Context, db *gorm.DB, claim *Claim, e Evidence) (Comparison, error) {
	declared, err := declaredOf(db, claim.ID)
	if err != nil {
		return Comparison{}, err
	}
	tolerance, err := r.Tolerance(ctx)
	return compare(declared, e, tolerance), err
}

func (p *Page) fill(db *gorm.DB) error {
	var err error
	if p.Organization, err = organizationOf(db, &p.Claim); err != nil {
		return err
	}
	if p.Materials, err = materialsOf(db, p.Claim.ID); err != nil {
		return err
	}
	if p.Acts, err = actsOf(db, p.Claim.ID); err != nil {
		return err
	}
	if err := p.fillHandling(db); err != nil {
		return err
	}
	return db.Raw(`SELECT COUNT(*) FROM journal WHERE (subject = 'claims' AND record_id = @id)
		OR (subject = 'claim_materials' AND record_id IN (SELECT id FROM claim_materials WHERE claim_id = @id))
		OR (subject = 'claim_declarations' AND record_id IN (SELECT id FROM claim_declarations WHERE claim_id = @id))
		OR (subject = 'claim_steps' AND record_id IN (SELECT id FROM claim_steps WHERE claim_id = @id))
		OR (subject = 'claim_opinions' AND record_id IN (SELECT id FROM claim_opinions WHERE claim_id = @id))
		OR (subject = 'claim_objections' AND record_id IN (SELECT id FROM claim_objections WHERE claim_id = @id))
		OR (subject = 'claim_payments' AND record_id IN (SELECT id FROM claim_payments WHERE claim_id = @id))
		OR (subject = 'claim_clawbacks' AND record_id IN (SELECT id FROM claim_clawbacks WHERE claim_id = @id))`,
		map[string]any{"id": p.Claim.ID}).Scan(&p.Changes).Error
}

func (p *Page) fillHandling(db *gorm.DB) error {
	var err error
	if p.Opinions, err = opinionsOf(db, p.Claim.ID); err != nil {
		return err
	}
	if p.Publication, err = publicationOf(db, &p.Claim); err != nil {
		return err
	}
	if p.Objections, err = objectionsOf(db, p.Claim.ID); err != nil {
		return err
	}
	if p.Payments, err = paymentsOf(db, "claim_id = ?", p.Claim.ID); err != nil {
		return err
	}
	if p.Clawbacks, err = clawbacksOf(db, p.Claim.ID); err != nil {
		return err
	}
	return p.fillFiles(db)
}

// fillFiles reads what was attached to the materials and to the record.
func (p *Page) fillFiles(db *gorm.DB) error {
	proofs, err := attachments.Of(db, filesOf(p.Claim.ID))
	if err != nil {
		return err
	}
	for _, file := range proofs {
		for i := range p.Materials {
			if p.Materials[i].Name == file.Role {
				p.Materials[i].Files = append(p.Materials[i].Files, file)
			}
		}
	}
	acts := make([]int64, len(p.Acts))
	for i := range p.Acts {
		acts[i] = p.Acts[i].ID
	}
	ofActs, err := filesOfEach(db, Act{}.TableName(), acts)
	for i := range p.Acts {
		p.Acts[i].Files = ofActs[p.Acts[i].ID]
	}
	return err
}

// MissingMaterials are the names of what has not come.
func (p Page) MissingMaterials() []string {
	var names []string
	for _, material := range p.Materials {
		if material.State == Missing {
			names = append(names, material.Name)
		}
	}
	return names
}
