package council

import (
	"context"
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// TripContact is who was met on a trip. Its phone is masked on the screen and never logged.
type TripContact struct {
	store.Record
	TripID         int64
	StopID         *int64
	OrganizationID *int64 // nil: a contact of the trip only
	Unit           string
	Person         string
	Post           string
	Phone          string
}

// TableName is the table of migration 0022.
func (TripContact) TableName() string { return "trip_contacts" }

// BelongTo moves the contact when two organisations are merged.
func (c *TripContact) BelongTo(organizationID int64) { c.OrganizationID = &organizationID }

func init() { register.AlsoMoves(register.Belongings[TripContact]("trip_contacts")) }

func (c *TripContact) record() *store.Record { return &c.Record }
func (c *TripContact) trip() int64           { return c.TripID }

// ready: council.trip_unitless, identity.phone, council.trip_no_stop.
func (c *TripContact) ready(tx *store.Tx, t *StudyTrip) error {
	for _, text := range []*string{&c.Unit, &c.Person, &c.Post, &c.Phone} {
		*text = strings.TrimSpace(*text)
	}
	if c.Unit == "" {
		return problem.New("council.trip_unitless").At(0, "unit")
	}
	if c.Phone = identity.CleanPhone(c.Phone); c.Phone != "" {
		if err := identity.CheckPhone(c.Phone); err != nil {
			return problem.Of(err).At(0, "phone")
		}
	}
	return stopOf(tx, t, c.StopID)
}

// stopOf refuses a stop of another trip. Problem: council.trip_no_stop.
func stopOf(tx *store.Tx, t *StudyTrip, stopID *int64) error {
	if stopID == nil {
		return nil
	}
	var there int64
	if err := tx.Model(&TripStop{}).Where("id = ? AND trip_id = ?", *stopID, t.ID).Count(&there).Error; err != nil {
		return err
	}
	if there == 0 {
		return problem.New("council.trip_no_stop").At(0, "stop_id")
	}
	return nil
}

// KnownUnits gives the organisations of the register a unit may be, by name, pinyin and likeness: those found by
// the name itself first, each once, at most limit.
func (r *Room) KnownUnits(ctx context.Context, unit string, limit int) ([]register.Similar, error) {
	room := register.New(r.store)
	rows, err := room.Search(ctx, unit, limit)
	if err != nil {
		return nil, err
	}
	var known []register.Similar
	seen := map[int64]bool{}
	for _, row := range rows {
		known, seen[row.ID] = append(known, register.Similar{ID: row.ID, Name: row.Name, CreditCode: row.CreditCode, Likeness: 1}), true
	}
	alike, err := room.SimilarOrganizations(ctx, unit, limit)
	for _, one := range alike {
		if !seen[one.ID] {
			known = append(known, one)
		}
	}
	return known[:min(limit, len(known))], err
}

// Registering is how a contact goes into the register: with an organisation that is there, or as a new one of a kind.
type Registering struct {
	OrganizationID int64
	Kind           register.Kind
}

// RegisterContact puts a contact into the register: its unit as the organisation chosen, the one of the very name where
// there is one, else a new one; and its person among that organisation's, once. It gives the organisation.
//
// Problems: council.no_contact, record.changed, council.no_trip, council.trip_archived, those of departments and of the
// register's own checks.
func (r *Room) RegisterContact(ctx context.Context, actor store.Actor, held Held, how Registering) (organizationID int64, err error) {
	err = r.write(ctx, actor, "register_contact", func(tx *store.Tx) error {
		var c TripContact
		if err := found(tx.DB, &c, held, "council.no_contact"); err != nil {
			return err
		}
		if _, err := openTrip(tx, c.TripID); err != nil {
			return err
		}
		if organizationID, err = unitOf(tx, &c, how); err != nil {
			return err
		}
		c.OrganizationID = &organizationID
		if err := store.Update(tx, &c); err != nil {
			return err
		}
		return personOfUnit(tx, &c)
	})
	return organizationID, err
}

// unitOf finds the organisation of a contact, or makes it.
func unitOf(tx *store.Tx, c *TripContact, how Registering) (int64, error) {
	if how.OrganizationID == 0 {
		var same []register.Organization
		if err := tx.Where("name = ? OR short_name = ?", c.Unit, c.Unit).Order("id").Limit(1).Find(&same).Error; err != nil {
			return 0, err
		}
		if len(same) == 0 {
			o := &register.Organization{Kind: how.Kind, Name: c.Unit}
			err := register.Add(tx, o)
			return o.ID, err
		}
		how.OrganizationID = same[0].ID
	}
	o, err := living(tx, how.OrganizationID)
	if err != nil {
		return 0, err
	}
	return o.ID, nil
}

// personOfUnit adds the person to the organisation, unless one of the name is there.
func personOfUnit(tx *store.Tx, c *TripContact) error {
	if c.Person == "" {
		return nil
	}
	var there int64
	if err := tx.Model(&register.Person{}).Where("organization_id = ? AND name = ?", *c.OrganizationID, c.Person).Count(&there).Error; err != nil || there > 0 {
		return err
	}
	role := c.Post
	if role == "" {
		role = register.Contact
	}
	return register.AddPerson(tx, &register.Person{OrganizationID: *c.OrganizationID, Name: c.Person, Role: role, Phone: c.Phone})
}

// TripContactRow is a contact as a list shows it.
type TripContactRow struct {
	TripContact
	Organization string // "" where it is none of the register
	Host         string // of the stop
}
