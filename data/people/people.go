// Package people keeps who works in the office and what each of them may do.
//
// What must hold:
//   - two people at work have two names: the journal and every paper know a person by the name;
//   - an office that has entered nobody is one person, who may do everything;
//   - as soon as somebody is entered, at least one person at work may approve, so that nothing is stuck.
package people

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/pinyin"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Room is the people of one file of data.
type Room struct {
	store *store.Store
}

// New opens the people of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }

// Person is somebody who works in the office.
type Person struct {
	store.Record
	Name     string
	Initials string // pinyin, set when written
	Roles    []Role `gorm:"serializer:json"`
	Gone     bool   // works here no more
}

// TableName is the table of migration 0008.
func (Person) TableName() string { return "office_people" }

// Actor is the person as the one who does something.
func (p *Person) Actor() store.Actor { return store.Actor(p.Name) }

// All gives everybody, those at work first, by pinyin.
func (r *Room) All(ctx context.Context) ([]Person, error) {
	var all []Person
	err := r.store.Read(ctx).Order("gone, initials, name").Find(&all).Error
	return all, err
}

// Save writes a new or a changed person.
//
// Problems: people.name_missing, people.name_taken (name), people.role_missing (name), people.role_unknown (role),
// people.no_approver, record.changed.
func (r *Room) Save(ctx context.Context, actor store.Actor, p *Person) error {
	return r.store.Write(ctx, actor, "people.save", func(tx *store.Tx) error {
		if err := ready(tx, p); err != nil {
			return err
		}
		if p.ID == 0 {
			if err := tx.Create(p).Error; err != nil {
				return err
			}
		} else if err := store.Update(tx, p); err != nil {
			return err
		}
		return someoneApproves(tx.DB)
	})
}

// Remove puts a person entered by mistake into the bin; who leaves is set Gone instead.
//
// Problems: people.no_approver, record.gone.
func (r *Room) Remove(ctx context.Context, actor store.Actor, p *Person) error {
	return r.store.Write(ctx, actor, "people.remove", func(tx *store.Tx) error {
		if err := tx.Remove(p); err != nil {
			return err
		}
		return someoneApproves(tx.DB)
	})
}

func ready(tx *store.Tx, p *Person) error {
	p.Name = strings.TrimSpace(p.Name)
	if p.Name == "" {
		return problem.New("people.name_missing")
	}
	if len(p.Roles) == 0 {
		return problem.New("people.role_missing", "name", p.Name)
	}
	for _, role := range p.Roles {
		if !role.known() {
			return problem.New("people.role_unknown", "role", string(role))
		}
	}
	p.Initials = pinyin.Initials(p.Name)
	var same int64
	if err := tx.Model(&Person{}).Where("name = ? AND id <> ?", p.Name, p.ID).Count(&same).Error; err != nil {
		return err
	}
	if same > 0 {
		return problem.New("people.name_taken", "name", p.Name)
	}
	return nil
}

// someoneApproves keeps an office from locking itself out.
func someoneApproves(db *gorm.DB) error {
	working, err := atWork(db)
	if err != nil || len(working) == 0 {
		return err
	}
	for _, p := range working {
		if p.May(Approver) {
			return nil
		}
	}
	return problem.New("people.no_approver")
}

func atWork(db *gorm.DB) ([]Person, error) {
	var working []Person
	err := db.Where("NOT gone").Find(&working).Error
	return working, err
}

// byName gives a person at work, nil for none of that name.
func byName(db *gorm.DB, name string) (*Person, error) {
	var p Person
	err := db.Where("NOT gone AND name = ?", name).First(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &p, err
}
