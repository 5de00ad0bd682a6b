package rewards

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// ObjectionOutcome is what became of an objection.
type ObjectionOutcome string

// The outcomes: 待答复, 不成立, 成立.
const (
	OpenObjection ObjectionOutcome = "open"
	Dismissed     ObjectionOutcome = "dismissed"
	Upheld        ObjectionOutcome = "upheld"
)

// Objection is one against a claim in a notice. Days are yyyy-mm-dd.
type Objection struct {
	store.Record
	ClaimID    int64
	NoticeID   int64
	ReceivedOn string
	Objector   string // a name: anonymous ones are not heard
	Phone      string // mask on the screen
	Content    string
	Outcome    ObjectionOutcome
	Answer     string
	AnsweredOn string
}

// TableName is the table of migration 0013.
func (Objection) TableName() string { return "claim_objections" }

// Object keeps an objection against a claim in its notice. Problems: rewards.no_claim, record.changed, rewards.claim_ended,
// rewards.notice_missing, rewards.objector_missing, rewards.objection_empty, rewards.date_unreadable (text),
// rewards.objection_early (first: before the notice began) and rewards.objection_late (last).
func (r *Room) Object(ctx context.Context, actor store.Actor, held Held, o Objection) (*Objection, error) {
	err := r.act(ctx, actor, "rewards.object", held, func(tx *store.Tx, claim *Claim) error {
		publication, err := publicationOf(tx.DB, claim)
		if err != nil {
			return err
		}
		if publication == nil || claim.Stage != InNotice {
			return problem.New("rewards.notice_missing", "number", claim.Number)
		}
		o.ClaimID, o.NoticeID, o.Outcome = claim.ID, publication.ID, OpenObjection
		if o.ReceivedOn == "" {
			o.ReceivedOn = dayOf(tx.Now)
		}
		if err := o.check(publication); err != nil {
			return err
		}
		if err := tx.Create(&o).Error; err != nil {
			return err
		}
		return move(tx, claim, Act{Stage: claim.Stage, Action: Objected, Opinion: o.Content})
	})
	return &o, err
}

func (o *Objection) check(p *Publication) error {
	o.Objector, o.Content = strings.TrimSpace(o.Objector), strings.TrimSpace(o.Content)
	if _, err := time.Parse(time.DateOnly, o.ReceivedOn); err != nil {
		return problem.New("rewards.date_unreadable", "text", o.ReceivedOn)
	}
	switch {
	case o.Objector == "":
		return problem.New("rewards.objector_missing")
	case o.Content == "":
		return problem.New("rewards.objection_empty")
	case o.ReceivedOn < p.FirstDay:
		return problem.New("rewards.objection_early", "first", p.FirstDay)
	case o.ReceivedOn > p.LastDay:
		return problem.New("rewards.objection_late", "last", p.LastDay)
	}
	return nil
}

// AnswerObjection keeps the answer and whether the objection holds. A claim whose objection was upheld is returned or rejected.
// Problems: rewards.no_objection, record.changed, rewards.opinion_missing, rewards.outcome_missing.
func (r *Room) AnswerObjection(ctx context.Context, actor store.Actor, id, version int64, outcome ObjectionOutcome, answer string) error {
	return r.store.Write(ctx, actor, "rewards.answer_objection", func(tx *store.Tx) error {
		var o Objection
		err := tx.First(&o, id).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.New("rewards.no_objection")
		}
		if err != nil {
			return err
		}
		switch {
		case blank(answer):
			return problem.New("rewards.opinion_missing")
		case outcome != Dismissed && outcome != Upheld:
			return problem.New("rewards.outcome_missing")
		}
		claim, err := claimByID(tx.DB, o.ClaimID)
		if err != nil {
			return err
		}
		o.Version, o.Outcome, o.Answer, o.AnsweredOn = version, outcome, strings.TrimSpace(answer), dayOf(tx.Now)
		text := chinese("rewards.outcome."+string(outcome)) + "。" + o.Answer
		return errors.Join(store.Update(tx, &o), note(tx, claim, Act{Stage: claim.Stage, Action: Answered, Opinion: text}))
	})
}

// Objections are those against a claim, or against all claims for id 0; open ones first, then the latest.
func (r *Room) Objections(ctx context.Context, claimID int64) ([]Objection, error) {
	return objectionsOf(r.store.Read(ctx), claimID)
}

func objectionsOf(db *gorm.DB, claimID int64) ([]Objection, error) {
	query := db.Order("CASE outcome WHEN 'open' THEN 0 ELSE 1 END, received_on DESC, id DESC")
	if claimID != 0 {
		query = query.Where("claim_id = ?", claimID)
	}
	var all []Objection
	err := query.Find(&all).Error
	return all, err
}

// undisputed refuses to go on while an objection of the claim's notice is open or holds.
func undisputed(db *gorm.DB, claim *Claim) error {
	objections, err := objectionsOf(db, claim.ID)
	if err != nil {
		return err
	}
	for _, o := range objections {
		if o.NoticeID != *claim.NoticeID || o.Outcome == Dismissed {
			continue
		}
		code := "rewards.objection_open"
		if o.Outcome == Upheld {
			code = "rewards.objection_upheld"
		}
		return problem.New(code, "number", claim.Number, "objector", o.Objector)
	}
	return nil
}
