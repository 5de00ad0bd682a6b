package council

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Conference is the joint conference itself: there is one in a file.
type Conference struct {
	store.Record
	Name       string // 运河区电子商务工作联席会议
	Convener   string // 召集人
	Office     string // where its office is (办公室设在…)
	OfficeHead string
	Rules      string // 工作规则
}

// TableName is the table of migration 0009.
func (Conference) TableName() string { return "councils" }

// Conference gives the conference, an empty one where none was set up.
func (r *Room) Conference(ctx context.Context) (*Conference, error) {
	var c Conference
	err := r.store.Read(ctx).First(&c).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return &Conference{}, nil
	}
	return &c, err
}

// SaveConference writes the conference. Problems: council.conference_unnamed, council.conference_there (there is one
// already), record.changed.
func (r *Room) SaveConference(ctx context.Context, actor store.Actor, c *Conference) error {
	if blank(c.Name) {
		return problem.New("council.conference_unnamed").At(0, "name")
	}
	return r.write(ctx, actor, "save_conference", func(tx *store.Tx) error {
		if c.ID != 0 {
			return store.Update(tx, c)
		}
		var others int64
		if err := tx.Model(&Conference{}).Count(&others).Error; err != nil {
			return err
		}
		if others > 0 {
			return problem.New("council.conference_there")
		}
		return tx.Create(c).Error
	})
}
