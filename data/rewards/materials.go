package rewards

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// MaterialState is how far a material has come.
type MaterialState string

// The states of a material: 缺, 已收, 已核.
const (
	Missing  MaterialState = "missing"
	Received MaterialState = "received"
	Checked  MaterialState = "checked"
)

// Material is one thing a claim must bring.
type Material struct {
	store.Record
	ClaimID  int64
	Position int
	Name     string
	State    MaterialState
}

// TableName is the table of migration 0004.
func (Material) TableName() string { return "claim_materials" }

// SetMaterial says how far a material has come. Problems: rewards.no_material, rewards.claim_ended,
// record.changed.
func (r *Room) SetMaterial(ctx context.Context, actor store.Actor, id, version int64, state MaterialState) (*Material, error) {
	var material Material
	err := r.store.Write(ctx, actor, "rewards.set_material", func(tx *store.Tx) error {
		err := tx.First(&material, id).Error
		if errors.Is(err, gorm.ErrRecordNotFound) || state != Missing && state != Received && state != Checked {
			return problem.New("rewards.no_material")
		}
		if err != nil {
			return err
		}
		claim, err := claimByID(tx.DB, material.ClaimID)
		if err != nil {
			return err
		}
		if claim.Stage.Ended() {
			return problem.New("rewards.claim_ended", "number", claim.Number)
		}
		material.Version, material.State = version, state
		return store.Update(tx, &material)
	})
	return &material, err
}

func listMaterials(tx *store.Tx, claimID int64, names []string) error {
	for i, name := range names {
		if err := tx.Create(&Material{ClaimID: claimID, Position: i + 1, Name: name, State: Missing}).Error; err != nil {
			return err
		}
	}
	return nil
}

func materialsOf(db *gorm.DB, claimID int64) ([]Material, error) {
	var materials []Material
	err := db.Where("claim_id = ?", claimID).Order("position").Find(&materials).Error
	return materials, err
}
