package chronicle

import (
	"fmt"

	"gorm.io/gorm"

	"smartcanal/data/chinese"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
)

// tellScheme tells of each version of a measure that came into force.
func tellScheme(db *gorm.DB, event Event) ([]Proposal, error) {
	s, err := one[rewards.Scheme](db, event.RecordID)
	if s == nil || err != nil {
		return nil, err
	}
	key, day := "chronicle.told.scheme", event.OnDay
	if s.Edition > 1 {
		key = "chronicle.told.scheme_anew"
	}
	if s.ValidFrom != "" {
		day = s.ValidFrom
	}
	p := Proposal{Origin: fmt.Sprintf("scheme/%d", s.ID), OnDay: day, Title: chinese.Text(key, "title", s.Title, "number", s.DocNumber)}
	p.Source = schemeSource(s)
	return []Proposal{p}, nil
}

func schemeSource(s *rewards.Scheme) Source {
	return Source{Label: chinese.Text("chronicle.source.scheme", "title", s.Title), Link: "smartcanal://rewards/schemes"}
}

// paidClaim is a claim with whose it is and by which measure.
type paidClaim struct {
	*rewards.Claim
	organization *register.Organization
	scheme       *rewards.Scheme
}

// claimOf reads a claim with what a sentence says of it; nil where any of it is gone.
func claimOf(db *gorm.DB, id int64) (*paidClaim, error) {
	c, err := one[rewards.Claim](db, id)
	if c == nil || err != nil {
		return nil, err
	}
	o, err := one[register.Organization](db, c.OrganizationID)
	if o == nil || err != nil {
		return nil, err
	}
	s, err := one[rewards.Scheme](db, c.SchemeID)
	if s == nil || err != nil {
		return nil, err
	}
	return &paidClaim{c, o, s}, nil
}

func tellClaim(db *gorm.DB, event Event) ([]Proposal, error) {
	c, err := claimOf(db, event.RecordID)
	if c == nil || err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.paid", "name", c.organization.Name, "amount", c.Amount.Wan())
	return told("claim", c.ID, event.OnDay, title, "", chinese.Text("chronicle.source.claim", "number", c.Number), "claim"), nil
}

// tellFirstPayment tells of the first payment that arrived under a measure, whichever of its versions.
func tellFirstPayment(db *gorm.DB, event Event) ([]Proposal, error) {
	p, err := one[rewards.Payment](db, event.RecordID)
	if p == nil || p.State != rewards.Arrived || err != nil {
		return nil, err
	}
	c, err := claimOf(db, p.ClaimID)
	if c == nil || err != nil {
		return nil, err
	}
	var earlier int64
	err = db.Raw(`SELECT COUNT(*) FROM claim_payments p JOIN claims c ON c.id = p.claim_id JOIN reward_schemes s ON s.id = c.scheme_id
		WHERE p.deleted_at IS NULL AND p.state = ? AND s.family = ? AND (p.paid_on < ? OR p.paid_on = ? AND p.id < ?)`,
		rewards.Arrived, c.scheme.Family, p.PaidOn, p.PaidOn, p.ID).Scan(&earlier).Error
	if earlier > 0 || err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.first_payment", "title", c.scheme.Title, "name", c.organization.Name, "amount", p.Amount.Wan())
	list := told("first_payment", c.scheme.Family, p.PaidOn, title, "", chinese.Text("chronicle.source.claim", "number", c.Number), "claim")
	list[0].Source.Link = fmt.Sprintf("smartcanal://claim/%d", c.ID)
	return list, nil
}

func tellClawback(db *gorm.DB, event Event) ([]Proposal, error) {
	back, err := one[rewards.Clawback](db, event.RecordID)
	if back == nil || err != nil {
		return nil, err
	}
	c, err := claimOf(db, back.ClaimID)
	if c == nil || err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.clawback", "name", c.organization.Name, "amount", back.Amount.Wan())
	list := told("clawback", back.ID, back.FoundOn, title, back.Reason, chinese.Text("chronicle.source.claim", "number", c.Number), "claim")
	list[0].Source.Link = fmt.Sprintf("smartcanal://claim/%d", c.ID)
	return list, nil
}
