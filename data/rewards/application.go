package rewards

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Application is a claim as it is handed in.
type Application struct {
	RuleID         int64
	OrganizationID int64
	Year           int
	Part           Part // of the year, where the rule is claimed more often
	Declaration
	Payee Payee  // where the money is to go; may follow later
	Note  string // what the clerk puts on the record
	// Unasked says that nobody handed it in (免申即享): no time for claims holds for it.
	Unasked bool
}

// Trial computes an application without keeping anything. Problems: those of Compute, rewards.no_rule, those of
// inBusiness.
func (r *Room) Trial(ctx context.Context, a Application) (Trace, error) {
	db := r.store.Read(ctx)
	claim, err := a.claim(db)
	if err != nil {
		return Trace{}, err
	}
	return r.compute(ctx, db, claim)
}

// Create accepts an application: it gets a number and its materials' list, and is computed. Problems:
// those of Trial, rewards.claim_twice (number), rewards.locked (until, number: money of an earlier claim was clawed
// back), people.may_not, and for the declared months rewards.month_outside and rewards.amount_negative.
func (r *Room) Create(ctx context.Context, actor store.Actor, a Application) (*Claim, error) {
	var claim *Claim
	err := r.store.Write(ctx, actor, "rewards.create_claim", func(tx *store.Tx) error {
		var err error
		claim, err = r.create(ctx, tx, a)
		return err
	})
	return claim, err
}

func (r *Room) create(ctx context.Context, tx *store.Tx, a Application) (*Claim, error) {
	if err := people.Require(tx, people.Clerk); err != nil {
		return nil, err
	}
	claim, err := a.claim(tx.DB)
	if err != nil {
		return nil, err
	}
	if err := unlocked(tx, claim); err != nil {
		return nil, err
	}
	if err := onlyOne(tx, claim); err != nil {
		return nil, err
	}
	trace, err := r.compute(ctx, tx.DB, claim)
	if err != nil {
		return nil, err
	}
	if err := claim.keep(tx, trace); err != nil {
		return nil, err
	}
	if claim.Number, err = nextNumber(tx, claim.Year); err != nil {
		return nil, err
	}
	claim.enter(Accepting, tx.Now)
	if err := tx.DB.Create(claim).Error; err != nil {
		return nil, err
	}
	return claim, errors.Join(
		keepMonths(tx, claim.ID, a.Months),
		listMaterials(tx, claim.ID, trace.Rule().Materials),
		note(tx, claim, Act{Stage: Accepting, Action: Created, Opinion: strings.TrimSpace(a.Note), Warning: warningCode(a.late(&trace.Measure, dayOf(tx.Now)))}),
	)
}

// claim makes the record of an application whose parts exist.
func (a Application) claim(db *gorm.DB) (*Claim, error) {
	_, rule, err := ruleWithScheme(db, a.RuleID)
	if err != nil {
		return nil, err
	}
	if err := a.check(a.Year); err != nil {
		return nil, err
	}
	if err := inBusiness(db, a.OrganizationID); err != nil {
		return nil, err
	}
	claim := &Claim{RuleID: rule.ID, SchemeID: rule.SchemeID, OrganizationID: a.OrganizationID, Year: a.Year, Part: a.Part, Stage: Accepting,
		Payee: a.Payee.trimmed()}
	claim.declare(a.Declaration)
	return claim, nil
}

// late is the warning of a claim that is handed in, on a day yyyy-mm-dd, when the measure takes none: rewards.outside_window.
func (a Application) late(scheme *Scheme, on string) *problem.Problem {
	first, last, said := scheme.Window(a.Year)
	if !said || a.Unasked || first <= on && on <= last {
		return nil
	}
	return problem.New("rewards.outside_window", "first", first, "last", last)
}

// Late is the warning that goes on the record of a claim handed in now, when the measure takes none:
// rewards.outside_window (first, last); nil where it does, or says nothing.
func (r *Room) Late(a Application, scheme *Scheme) *problem.Problem {
	return a.late(scheme, dayOf(r.store.Now()))
}

// inBusiness refuses an organisation that is gone, merged away or closed. Problems: rewards.no_organization,
// rewards.organization_closed (name).
func inBusiness(db *gorm.DB, id int64) error {
	var found register.Organization
	if err := db.Limit(1).Find(&found, id).Error; err != nil {
		return err
	}
	switch {
	case found.ID == 0:
		return problem.New("rewards.no_organization")
	case found.Status == register.Closed:
		return problem.New("rewards.organization_closed", "name", found.Name)
	}
	return nil
}

// onlyOne refuses a second claim for the same period under the same rule, in whichever version, unless the
// rule is for each event or project.
func onlyOne(tx *store.Tx, claim *Claim) error {
	var rule Rule
	if err := tx.Unscoped().First(&rule, claim.RuleID).Error; err != nil || rule.Several {
		return err
	}
	var other Claim
	err := tx.Where("rule_id IN (SELECT id FROM reward_rules WHERE family = ?) AND organization_id = ? AND year = ? AND part = ? AND step NOT IN ?",
		rule.Family, claim.OrganizationID, claim.Year, claim.Part, dropped).First(&other).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return problem.New("rewards.claim_twice", "number", other.Number)
}

// nextNumber counts within the year, deleted claims too: a number on paper is never given again.
func nextNumber(tx *store.Tx, year int) (string, error) {
	prefix := fmt.Sprintf("%d-", year)
	var last string
	err := tx.Raw(`SELECT number FROM claims WHERE number LIKE ? ORDER BY LENGTH(number) DESC, number DESC LIMIT 1`, prefix+"%").Scan(&last).Error
	n, _ := strconv.Atoi(strings.TrimPrefix(last, prefix)) // none yet: 0
	return fmt.Sprintf("%s%03d", prefix, n+1), err
}
