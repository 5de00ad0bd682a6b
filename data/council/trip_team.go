package council

import (
	"slices"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// TripRole is what a person does on a trip.
type TripRole string

// The roles: 组长, 副组长, 成员, 记录.
const (
	TripLeader   TripRole = "leader"
	TripDeputy   TripRole = "deputy"
	TripFellow   TripRole = "member"
	TripRecorder TripRole = "recorder"
)

// TripRoles are all roles, in the order lists have them.
var TripRoles = []TripRole{TripLeader, TripDeputy, TripFellow, TripRecorder}

// Grade is by what the standards of expenses differ between people.
type Grade string

// The grades: 司局级及相当职务, 其他人员.
const (
	BureauGrade Grade = "bureau"
	OtherGrade  Grade = "other"
)

// Grades are all grades.
var Grades = []Grade{BureauGrade, OtherGrade}

// TripMember is a person of the team.
type TripMember struct {
	store.Record
	TripID         int64
	OrganizationID int64
	Name           string
	Post           string
	Role           TripRole
	Grade          Grade
}

// TableName is the table of migration 0022.
func (TripMember) TableName() string { return "trip_members" }

// BelongTo moves the person when two departments are merged.
func (m *TripMember) BelongTo(organizationID int64) { m.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[TripMember]("trip_members")) }

func (m *TripMember) record() *store.Record { return &m.Record }
func (m *TripMember) trip() int64           { return m.TripID }

// ready: council.trip_nameless, council.trip_named_twice (name), council.trip_two_leaders (name), those of departments.
func (m *TripMember) ready(tx *store.Tx, t *StudyTrip) error {
	m.Name, m.Post = strings.TrimSpace(m.Name), strings.TrimSpace(m.Post)
	if m.Name == "" {
		return problem.New("council.trip_nameless").At(0, "name")
	}
	if !slices.Contains(TripRoles, m.Role) {
		m.Role = TripFellow
	}
	if !slices.Contains(Grades, m.Grade) {
		m.Grade = OtherGrade
	}
	o, err := living(tx, m.OrganizationID)
	if err != nil {
		return problem.Of(err).At(0, "organization_id")
	}
	m.OrganizationID = o.ID
	var others []TripMember
	if err := tx.Where("trip_id = ? AND id <> ?", t.ID, m.ID).Find(&others).Error; err != nil {
		return err
	}
	for _, other := range others {
		switch {
		case other.Name == m.Name && other.OrganizationID == m.OrganizationID:
			return problem.New("council.trip_named_twice", "name", m.Name).At(0, "name")
		case other.Role == TripLeader && m.Role == TripLeader:
			return problem.New("council.trip_two_leaders", "name", other.Name).At(0, "role")
		}
	}
	return nil
}

// spentNothing refuses to take a person off the team whose expenses are listed.
func (m *TripMember) spentNothing(tx *store.Tx) error {
	var expenses int64
	if err := tx.Model(&TripExpense{}).Where("member_id = ?", m.ID).Count(&expenses).Error; err != nil {
		return err
	}
	if expenses > 0 {
		return problem.New("council.trip_member_spent", "name", m.Name, "n", expenses)
	}
	return nil
}

// TripMemberRow is a person of the team as a list shows it.
type TripMemberRow struct {
	TripMember
	Department string
}
