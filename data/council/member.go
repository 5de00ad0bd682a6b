package council

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Member is a membership from a day on. Another leader or liaison is another Member of the same department from
// the day of the change on.
type Member struct {
	store.Record
	OrganizationID int64
	Leader         string
	LeaderPost     string
	Liaison        string
	LiaisonPhone   string
	FromOn         string
	UntilOn        string // the last day, "" while it lasts
	Note           string // why it changed
}

// TableName is the table of migration 0009.
func (Member) TableName() string { return "council_members" }

// BelongTo moves the membership when two departments are merged.
func (m *Member) BelongTo(organizationID int64) { m.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[Member]("council_members")) }

func (m *Member) check() error {
	if err := checkDay(&m.FromOn, "from_on", true); err != nil {
		return err
	}
	if err := checkDay(&m.UntilOn, "until_on", false); err != nil {
		return err
	}
	if m.UntilOn != "" && m.UntilOn < m.FromOn {
		return problem.New("council.ends_before", "from", m.FromOn, "until", m.UntilOn).At(0, "until_on")
	}
	return nil
}

// MemberRow is a membership as a list shows it.
type MemberRow struct {
	Member
	Name      string
	ShortName string
	Open      int // tasks it leads that are not closed
}

// MembersOn gives the memberships of a day, or all that there ever were where day is "", by the department's name;
// changes of one department stand together, the latest first.
func (r *Room) MembersOn(ctx context.Context, day string) ([]MemberRow, error) {
	var rows []MemberRow
	err := r.store.Read(ctx).Raw(`SELECT m.*, o.name, o.short_name, (SELECT COUNT(*) FROM supervised_tasks t
			WHERE t.organization_id = m.organization_id AND t.deleted_at IS NULL AND t.closed_on = '') AS open
		FROM council_members m JOIN organizations o ON o.id = m.organization_id
		WHERE m.deleted_at IS NULL AND (@day = '' OR m.from_on <= @day AND (m.until_on = '' OR m.until_on >= @day))
		ORDER BY o.initials, o.id, m.from_on DESC`, map[string]any{"day": day}).Scan(&rows).Error
	return rows, err
}

// AddMember lets a department join. Problems: council.not_a_day, council.ends_before, council.member_already (name,
// from), those of departments.
func (r *Room) AddMember(ctx context.Context, actor store.Actor, m *Member) error {
	return r.write(ctx, actor, "add_member", func(tx *store.Tx) error { return addMember(tx, m) })
}

func addMember(tx *store.Tx, m *Member) error {
	if err := m.check(); err != nil {
		return err
	}
	o, err := living(tx, m.OrganizationID)
	if err != nil {
		return err
	}
	m.ID, m.OrganizationID = 0, o.ID
	var overlapping []Member
	err = tx.Where("organization_id = ? AND (until_on = '' OR until_on >= ?) AND (? = '' OR from_on <= ?)", o.ID, m.FromOn, m.UntilOn, m.UntilOn).
		Limit(1).Find(&overlapping).Error
	if err != nil {
		return err
	}
	if len(overlapping) > 0 {
		return problem.New("council.member_already", "name", o.Name, "from", overlapping[0].FromOn)
	}
	return tx.Create(m).Error
}

// ChangeMember makes a change of leader or liaison from a day on: the membership held ends the day before, and the
// new one begins. A change of the very day the membership began corrects it.
// Problems: council.no_member, record.changed, council.change_too_early (from), council.member_left (name, on), those of AddMember.
func (r *Room) ChangeMember(ctx context.Context, actor store.Actor, held Held, changed Member) error {
	return r.write(ctx, actor, "change_member", func(tx *store.Tx) error {
		member, err := memberHeld(tx, held)
		if err != nil {
			return err
		}
		if err := changed.check(); err != nil {
			return err
		}
		if changed.FromOn < member.FromOn {
			return problem.New("council.change_too_early", "from", member.FromOn).At(0, "from_on")
		}
		changed.OrganizationID = member.OrganizationID
		if changed.FromOn == member.FromOn {
			changed.Record = member.Record
			return store.Update(tx, &changed)
		}
		member.UntilOn = after(changed.FromOn, -1)
		if err := store.Update(tx, member); err != nil {
			return err
		}
		return addMember(tx, &changed)
	})
}

// EndMember lets a department leave after a last day. Problems: council.no_member, record.changed,
// council.member_left (name, on), council.not_a_day, council.ends_before.
func (r *Room) EndMember(ctx context.Context, actor store.Actor, held Held, lastDay, why string) error {
	return r.write(ctx, actor, "end_member", func(tx *store.Tx) error {
		member, err := memberHeld(tx, held)
		if err != nil {
			return err
		}
		if err := checkDay(&lastDay, "until_on", true); err != nil {
			return err
		}
		member.UntilOn, member.Note = lastDay, why
		if err := member.check(); err != nil {
			return err
		}
		return store.Update(tx, member)
	})
}

// memberHeld reads a membership that lasts, as it was seen.
func memberHeld(tx *store.Tx, held Held) (*Member, error) {
	var m Member
	if err := found(tx.DB, &m, held, "council.no_member"); err != nil {
		return nil, err
	}
	if m.UntilOn != "" {
		return nil, problem.New("council.member_left", "name", nameOf(tx.DB, m.OrganizationID), "on", m.UntilOn)
	}
	return &m, nil
}
