package rewards

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/attachments"
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
	Files    []attachments.Attachment `gorm:"-"` // filled where a page is read
}

// TableName is the table of migration 0004.
func (Material) TableName() string { return "claim_materials" }

// SetMaterial says how far a material has come. Problems: rewards.no_material, rewards.claim_ended,
// record.changed.
func (r *Room) SetMaterial(ctx context.Context, actor store.Actor, id, version int64, state MaterialState) (*Material, error) {
	var material *Material
	err := r.store.Write(ctx, actor, "rewards.set_material", func(tx *store.Tx) error {
		if state != Missing && state != Received && state != Checked {
			return problem.New("rewards.no_material")
		}
		var err error
		if material, err = openMaterial(tx, id); err != nil {
			return err
		}
		material.Version, material.State = version, state
		return store.Update(tx, material)
	})
	return material, err
}

// Attach keeps a file that proves a material; one that was missing has come now. Problems: rewards.no_material,
// rewards.claim_ended, those of attachments.Add.
func (r *Room) Attach(ctx context.Context, actor store.Actor, materialID int64, name string, content []byte) error {
	return r.store.Write(ctx, actor, "rewards.attach", func(tx *store.Tx) error {
		material, err := openMaterial(tx, materialID)
		if err != nil {
			return err
		}
		if _, err := attachments.Add(tx, filesOf(material.ClaimID), material.Name, name, content); err != nil {
			return err
		}
		if material.State != Missing {
			return nil
		}
		material.State = Received
		return store.Update(tx, material)
	})
}

// AskMaterial asks for one more material than the clause lists. Problems: rewards.no_claim, record.changed,
// rewards.claim_ended, rewards.material_unnamed.
func (r *Room) AskMaterial(ctx context.Context, actor store.Actor, held Held, name string) error {
	return r.act(ctx, actor, "rewards.ask_material", held, func(tx *store.Tx, claim *Claim) error {
		if blank(name) {
			return problem.New("rewards.material_unnamed")
		}
		listed, err := materialsOf(tx.DB, claim.ID)
		if err != nil {
			return err
		}
		return tx.Create(&Material{ClaimID: claim.ID, Position: len(listed) + 1, Name: strings.TrimSpace(name), State: Missing}).Error
	})
}

// AttachToAct keeps a file with a line of the record: the signed opinion, the minutes, the receipt. Problems:
// rewards.no_claim, those of attachments.Add.
func (r *Room) AttachToAct(ctx context.Context, actor store.Actor, actID int64, name string, content []byte) error {
	return r.store.Write(ctx, actor, "rewards.attach", func(tx *store.Tx) error {
		var act Act
		err := tx.First(&act, actID).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.New("rewards.no_claim")
		}
		if err != nil {
			return err
		}
		_, err = attachments.Add(tx, attachments.Owner{Subject: act.TableName(), ID: act.ID}, "", name, content)
		return err
	})
}

// openMaterial reads a material of a claim that has not ended.
func openMaterial(tx *store.Tx, id int64) (*Material, error) {
	var material Material
	err := tx.First(&material, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("rewards.no_material")
	}
	if err != nil {
		return nil, err
	}
	claim, err := claimByID(tx.DB, material.ClaimID)
	if err == nil && claim.Stage.Ended() {
		err = problem.New("rewards.claim_ended", "number", claim.Number)
	}
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

// filesOfEach gives the attachments of records of one table, by the record.
func filesOfEach(db *gorm.DB, subject string, ids []int64) (map[int64][]attachments.Attachment, error) {
	var found []attachments.Attachment
	err := db.Where("subject = ? AND record_id IN ?", subject, ids).Order("id").Find(&found).Error
	files := map[int64][]attachments.Attachment{}
	for _, file := range found {
		files[file.RecordID] = append(files[file.RecordID], file)
	}
	return files, err
}
