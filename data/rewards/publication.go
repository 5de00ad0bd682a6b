package rewards

import (
	"context"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Publication is a notice as it was published. Days are yyyy-mm-dd.
type Publication struct {
	store.Record
	Title     string
	DocNumber string
	Office    string
	Place     string
	FirstDay  string
	LastDay   string
	Days      int // working days
	Contact   string
	Phone     string
	Address   string
}

// TableName is the table of migration 0013.
func (Publication) TableName() string { return "reward_notices" }

// Publish puts claims that stand at 公示 into a notice that is published: from its last day on they may go on. Its
// beginning may lie in the past, for a notice published before it is entered.
// Problems: those of Notice, record.changed, rewards.published_already (number, title), those of waits.
func (r *Room) Publish(ctx context.Context, actor store.Actor, terms NoticeTerms, held ...Held) (*Publication, error) {
	ids := make([]int64, len(held))
	for i := range held {
		ids[i] = held[i].ID
	}
	if len(ids) == 0 {
		return nil, problem.New("rewards.nothing_to_publish")
	}
	notice, err := r.Notice(ctx, terms, ids...)
	if err != nil {
		return nil, err
	}
	publication := notice.publication()
	err = r.store.Write(ctx, actor, "rewards.publish", func(tx *store.Tx) error {
		if err := tx.Create(publication).Error; err != nil {
			return err
		}
		for _, one := range held {
			if err := publication.include(tx, one); err != nil {
				return err
			}
		}
		return nil
	})
	return publication, err
}

func (n *Notice) publication() *Publication {
	return &Publication{
		Title: n.Title, DocNumber: n.DocNumber, Office: n.Office, Place: n.Place, FirstDay: dayOf(n.First), LastDay: dayOf(n.Last),
		Days: n.Days, Contact: n.Contact, Phone: n.Phone, Address: n.Address,
	}
}

func (p *Publication) include(tx *store.Tx, held Held) error {
	claim, err := openHeld(tx, held)
	if err != nil {
		return err
	}
	if err := waits(claim); err != nil {
		return err
	}
	if claim.Stage != InNotice {
		return problem.New("rewards.not_in_notice", "number", claim.Number)
	}
	if claim.NoticeID != nil {
		return problem.New("rewards.published_already", "number", claim.Number)
	}
	claim.NoticeID = &p.ID
	return move(tx, claim, Act{Stage: claim.Stage, Action: Published, Opinion: p.sentence()})
}

// sentence is the notice as the record has it.
func (p *Publication) sentence() string {
	text := dateText(dayFrom(p.FirstDay)) + "至" + dateText(dayFrom(p.LastDay)) + "公示"
	if p.Place != "" {
		text += "，载体：" + p.Place
	}
	return text
}

// Publications are the notices published, the newest first.
func (r *Room) Publications(ctx context.Context) ([]Publication, error) {
	var all []Publication
	err := r.store.Read(ctx).Order("first_day DESC, id DESC").Find(&all).Error
	return all, err
}

// Running tells whether the notice still stands on a day.
func (p Publication) Running(on time.Time) bool { return dayOf(on) <= p.LastDay }

// publicationOf gives the notice a claim is in, nil for none.
func publicationOf(db *gorm.DB, claim *Claim) (*Publication, error) {
	if claim.NoticeID == nil {
		return nil, nil
	}
	var p Publication
	err := db.Unscoped().First(&p, *claim.NoticeID).Error
	return &p, err
}

// noticeOver refuses to end a notice that does not stand, still stands, or was objected to. Problems:
// rewards.notice_missing, rewards.notice_running (last), rewards.objection_open and rewards.objection_upheld (objector).
func noticeOver(tx *store.Tx, claim *Claim) error {
	publication, err := publicationOf(tx.DB, claim)
	if err != nil {
		return err
	}
	if publication == nil {
		return problem.New("rewards.notice_missing", "number", claim.Number)
	}
	if publication.Running(tx.Now) {
		return problem.New("rewards.notice_running", "number", claim.Number, "last", publication.LastDay)
	}
	return undisputed(tx.DB, claim)
}
