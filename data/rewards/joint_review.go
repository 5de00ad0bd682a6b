package rewards

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Consent is what a department says in the joint review (联审).
type Consent string

// What departments say: nothing yet (待反馈), 同意, 不同意.
const (
	Awaited Consent = "awaited"
	Agreed  Consent = "agreed"
	Objects Consent = "objected"
)

// Opinion is a department's opinion of a claim.
type Opinion struct {
	store.Record
	ClaimID    int64
	Department string
	Verdict    Consent
	Text       string `gorm:"column:opinion"`
	Signer     string // who signed for the department
	AnsweredOn string // yyyy-mm-dd
	Settled    string `gorm:"column:settled"` // how an objection was settled
}

// TableName is the table of migration 0013.
func (Opinion) TableName() string { return "claim_opinions" }

// stands tells whether the opinion stands in the claim's way.
func (o Opinion) stands() bool { return o.Verdict == Objects && blank(o.Settled) }

const departmentsSetting = "rewards.joint_departments"

// Departments are those every claim is sent to for joint review.
func (r *Room) Departments(ctx context.Context) ([]string, error) {
	text, err := r.store.Setting(ctx, departmentsSetting)
	if err != nil || text == "" {
		return nil, err
	}
	var names []string
	err = json.Unmarshal([]byte(text), &names)
	return names, err
}

// SetDepartments sets them; claims that are in joint review already keep theirs.
func (r *Room) SetDepartments(ctx context.Context, actor store.Actor, names ...string) error {
	text, err := json.Marshal(distinct(names))
	if err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "rewards.set_departments", func(tx *store.Tx) error {
		return tx.SetSetting(departmentsSetting, string(text))
	})
}

// distinct drops blanks and what is named twice.
func distinct(names []string) []string {
	kept := []string{}
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(kept, name) {
			kept = append(kept, name)
		}
	}
	return kept
}

// consult sends a claim that came to 联审 to the usual departments. Opinions of an earlier round go to the bin:
// they were given on another state of the claim.
func (r *Room) consult(ctx context.Context, tx *store.Tx, claim *Claim) error {
	before, err := opinionsOf(tx.DB, claim.ID)
	if err != nil {
		return err
	}
	for i := range before {
		if err := tx.Remove(&before[i]); err != nil {
			return err
		}
	}
	names, err := r.Departments(ctx)
	if err != nil || len(names) == 0 {
		return err
	}
	return askOpinions(tx, claim, names)
}

func askOpinions(tx *store.Tx, claim *Claim, names []string) error {
	for _, name := range names {
		if err := tx.Create(&Opinion{ClaimID: claim.ID, Department: name, Verdict: Awaited}).Error; err != nil {
			return err
		}
	}
	return note(tx, claim, Act{Stage: claim.Stage, Action: Consulted, Opinion: strings.Join(names, "、")})
}

// Consult asks more departments about a claim in joint review. Problems: rewards.no_claim, record.changed,
// rewards.claim_ended, rewards.not_in_joint_review, rewards.department_twice (department), rewards.department_unnamed.
func (r *Room) Consult(ctx context.Context, actor store.Actor, held Held, names ...string) error {
	return r.act(ctx, actor, "rewards.consult", held, func(tx *store.Tx, claim *Claim) error {
		if claim.Stage != JointReview {
			return problem.New("rewards.not_in_joint_review", "number", claim.Number)
		}
		asked, err := opinionsOf(tx.DB, claim.ID)
		if err != nil {
			return err
		}
		names = distinct(names)
		if len(names) == 0 {
			return problem.New("rewards.department_unnamed")
		}
		for _, opinion := range asked {
			if slices.Contains(names, opinion.Department) {
				return problem.New("rewards.department_twice", "department", opinion.Department)
			}
		}
		return askOpinions(tx, claim, names)
	})
}

// Opine keeps what a department answered. Problems: rewards.no_opinion, record.changed, rewards.not_in_joint_review,
// rewards.opinion_missing where it objects without saying why.
func (r *Room) Opine(ctx context.Context, actor store.Actor, given Opinion) error {
	return r.onOpinion(ctx, actor, "rewards.opine", given, func(tx *store.Tx, kept *Opinion) (Act, error) {
		if given.Verdict == Objects && blank(given.Text) {
			return Act{}, problem.New("rewards.opinion_missing")
		}
		kept.Verdict, kept.Text, kept.Signer = given.Verdict, strings.TrimSpace(given.Text), strings.TrimSpace(given.Signer)
		kept.AnsweredOn, kept.Settled = given.AnsweredOn, ""
		if kept.AnsweredOn == "" {
			kept.AnsweredOn = dayOf(tx.Now)
		}
		return Act{Action: Opined, Opinion: kept.sentence()}, nil
	})
}

// Settle keeps how a department's objection was settled. Problems: rewards.no_opinion, record.changed,
// rewards.not_in_joint_review, rewards.opinion_missing.
func (r *Room) Settle(ctx context.Context, actor store.Actor, id, version int64, how string) error {
	given := Opinion{Record: store.Record{ID: id, Version: version}}
	return r.onOpinion(ctx, actor, "rewards.settle", given, func(_ *store.Tx, kept *Opinion) (Act, error) {
		if blank(how) {
			return Act{}, problem.New("rewards.opinion_missing")
		}
		kept.Settled = strings.TrimSpace(how)
		return Act{Action: Settled, Opinion: kept.Department + "：" + kept.Settled}, nil
	})
}

func (r *Room) onOpinion(ctx context.Context, actor store.Actor, reason string, given Opinion, change func(*store.Tx, *Opinion) (Act, error)) error {
	return r.store.Write(ctx, actor, reason, func(tx *store.Tx) error {
		var kept Opinion
		err := tx.First(&kept, given.ID).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.New("rewards.no_opinion")
		}
		if err != nil {
			return err
		}
		claim, err := claimByID(tx.DB, kept.ClaimID)
		if err != nil {
			return err
		}
		if claim.Stage != JointReview {
			return problem.New("rewards.not_in_joint_review", "number", claim.Number)
		}
		act, err := change(tx, &kept)
		if err != nil {
			return err
		}
		kept.Version, act.Stage = given.Version, claim.Stage
		return errors.Join(store.Update(tx, &kept), note(tx, claim, act))
	})
}

// sentence is the opinion as the record has it: 区财政局：同意。
func (o Opinion) sentence() string {
	text := o.Department + "：" + chinese("rewards.consent."+string(o.Verdict))
	if o.Text != "" {
		text += "。" + o.Text
	}
	return text
}

// allAgreed refuses to end a joint review in which a department has not answered, or still objects.
func allAgreed(db *gorm.DB, claim *Claim) error {
	opinions, err := opinionsOf(db, claim.ID)
	if err != nil {
		return err
	}
	var missing, against []string
	for _, opinion := range opinions {
		switch {
		case opinion.Verdict == Awaited:
			missing = append(missing, opinion.Department)
		case opinion.stands():
			against = append(against, opinion.Department)
		}
	}
	if len(missing) > 0 {
		return problem.New("rewards.department_awaited", "number", claim.Number, "departments", strings.Join(missing, "、"))
	}
	if len(against) > 0 {
		return problem.New("rewards.department_objects", "number", claim.Number, "departments", strings.Join(against, "、"))
	}
	return nil
}

func opinionsOf(db *gorm.DB, claimID int64) ([]Opinion, error) {
	var opinions []Opinion
	err := db.Where("claim_id = ?", claimID).Order("id").Find(&opinions).Error
	return opinions, err
}
