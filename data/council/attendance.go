package council

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Presence is whether a department came.
type Presence string

// The states of an attendance: 应到, 出席, 代会, 请假, 缺席.
const (
	Invited Presence = "invited"
	Present Presence = "present"
	Deputy  Presence = "deputy"
	OnLeave Presence = "leave"
	Absent  Presence = "absent"
)

// Presences are all states, in the order a form offers them.
var Presences = []Presence{Invited, Present, Deputy, OnLeave, Absent}

// Attendance is one department at one meeting.
type Attendance struct {
	store.Record
	MeetingID      int64
	OrganizationID int64
	Person         string // who comes, or came
	State          Presence
	Note           string // 请假事由
}

// TableName is the table of migration 0009.
func (Attendance) TableName() string { return "meeting_attendances" }

// BelongTo moves the attendance when two departments are merged.
func (a *Attendance) BelongTo(organizationID int64) { a.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[Attendance]("meeting_attendances")) }

// inviteMembers puts the members of the meeting's day on its list: the liaisons to their own meetings, the leaders
// to all others.
func inviteMembers(tx *store.Tx, m *Meeting) error {
	var members []Member
	err := tx.Where("from_on <= ? AND (until_on = '' OR until_on >= ?)", m.HeldOn, m.HeldOn).Order("id").Find(&members).Error
	for i := 0; err == nil && i < len(members); i++ {
		person := members[i].Leader
		if m.Kind == Liaison {
			person = members[i].Liaison
		}
		err = tx.Create(&Attendance{MeetingID: m.ID, OrganizationID: members[i].OrganizationID, Person: person, State: Invited}).Error
	}
	return err
}

// Invite puts another department on a meeting's list: one that is asked to attend, or a member that joined since.
// Problems: council.no_meeting, council.invited_already (name), council.member_left (name, on), those of departments.
func (r *Room) Invite(ctx context.Context, actor store.Actor, a *Attendance) error {
	return r.write(ctx, actor, "invite", func(tx *store.Tx) error {
		var m Meeting
		if err := tx.First(&m, a.MeetingID).Error; err != nil {
			return problem.New("council.no_meeting").Because(err)
		}
		o, err := living(tx, a.OrganizationID)
		if err != nil {
			return err
		}
		if err := mayAttend(tx, o, &m); err != nil {
			return err
		}
		a.ID, a.OrganizationID = 0, o.ID
		if a.State == "" {
			a.State = Invited
		}
		return tx.Create(a).Error
	})
}

// mayAttend refuses a department that is on the list already, and one that left the conference before the day.
func mayAttend(tx *store.Tx, o *register.Organization, m *Meeting) error {
	var there int64
	if err := tx.Model(&Attendance{}).Where("meeting_id = ? AND organization_id = ?", m.ID, o.ID).Count(&there).Error; err != nil {
		return err
	}
	if there > 0 {
		return problem.New("council.invited_already", "name", o.Name)
	}
	var last []Member
	if err := tx.Where("organization_id = ?", o.ID).Order("from_on DESC").Limit(1).Find(&last).Error; err != nil {
		return err
	}
	if len(last) > 0 && last[0].UntilOn != "" && last[0].UntilOn < m.HeldOn {
		return problem.New("council.member_left", "name", o.Name, "on", last[0].UntilOn)
	}
	return nil
}

// SetAttendance writes who came of a department, or why nobody did. Problems: record.changed, record.gone.
func (r *Room) SetAttendance(ctx context.Context, actor store.Actor, changed ...*Attendance) error {
	return r.write(ctx, actor, "set_attendance", func(tx *store.Tx) error {
		for _, a := range changed {
			if err := store.Update(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// AttendanceRow is an attendance as a meeting's page shows it.
type AttendanceRow struct {
	Attendance
	Name      string
	ShortName string
}

// Attendances gives the list of a meeting, in the order of the members' names.
func (r *Room) Attendances(ctx context.Context, meetingID int64) ([]AttendanceRow, error) {
	var rows []AttendanceRow
	err := r.store.Read(ctx).Raw(`SELECT a.*, o.name, o.short_name FROM meeting_attendances a JOIN organizations o ON o.id = a.organization_id
		WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY o.initials, o.id`, meetingID).Scan(&rows).Error
	return rows, err
}
