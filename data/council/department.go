package council

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// living follows a department that was merged into another to the one that works now.
// Problems: council.no_department, council.department_gone (name).
func living(tx *store.Tx, id int64) (*register.Organization, error) {
	for range 100 { // merges of merges end somewhere
		var o register.Organization
		err := tx.Unscoped().First(&o, id).Error
		switch {
		case errors.Is(err, gorm.ErrRecordNotFound):
			return nil, problem.New("council.no_department")
		case err != nil:
			return nil, err
		case o.MergedInto != nil:
			id = *o.MergedInto
		case o.DeletedAt.Valid:
			return nil, problem.New("council.department_gone", "name", o.Name)
		default:
			return &o, nil
		}
	}
	return nil, problem.New("council.no_department")
}

// nameOf is for the words of a problem: "" where nobody knows.
func nameOf(db *gorm.DB, id int64) string {
	var name string
	db.Raw(`SELECT name FROM organizations WHERE id = ?`, id).Scan(&name)
	return name
}

// Departments gives those that can lead or support, members first, then by pinyin.
func (r *Room) Departments(ctx context.Context) ([]Department, error) {
	d, err := newDirectory(r.store.Read(ctx), r.Today())
	if err != nil {
		return nil, err
	}
	return d.all, nil
}

// Department is one that can lead or support.
type Department struct {
	ID        int64
	Name      string
	ShortName string
	Member    bool // a member of the conference today
}

// Shown is the short name where there is one.
func (d Department) Shown() string {
	if d.ShortName != "" {
		return d.ShortName
	}
	return d.Name
}

// directory finds departments by the names minutes and ledgers call them: 商务局 for 运河区商务局.
type directory struct {
	all    []Department
	byName map[string][]int // places in all
}

func newDirectory(db *gorm.DB, today string) (*directory, error) {
	d := &directory{byName: map[string][]int{}}
	err := db.Raw(`SELECT o.id, o.name, o.short_name,
			EXISTS (SELECT 1 FROM council_members m WHERE m.organization_id = o.id AND m.deleted_at IS NULL
				AND m.from_on <= @today AND (m.until_on = '' OR m.until_on >= @today)) AS member
		FROM organizations o WHERE o.deleted_at IS NULL AND (o.kind = 'department'
			OR o.id IN (SELECT organization_id FROM council_members WHERE deleted_at IS NULL))
		ORDER BY member DESC, o.initials, o.id`, map[string]any{"today": today}).Scan(&d.all).Error
	for i, one := range d.all {
		for _, name := range []string{one.Name, one.ShortName} {
			if name != "" {
				d.byName[name] = append(d.byName[name], i)
			}
		}
	}
	return d, err
}

// find gives the department of a name: its own or short name, else the only one whose name ends with it.
// Problems: council.unknown_department (name), council.ambiguous_department (name, one, other).
func (d *directory) find(name string) (*Department, error) {
	name = strings.TrimSpace(name)
	places := d.byName[name]
	if len(places) == 0 && len([]rune(name)) >= 2 {
		for i, one := range d.all {
			if strings.HasSuffix(one.Name, name) {
				places = append(places, i)
			}
		}
	}
	switch {
	case name == "" || len(places) == 0:
		return nil, problem.New("council.unknown_department", "name", name)
	case len(places) > 1 && d.all[places[0]].ID != d.all[places[1]].ID:
		return nil, problem.New("council.ambiguous_department", "name", name, "one", d.all[places[0]].Name, "other", d.all[places[1]].Name)
	}
	return &d.all[places[0]], nil
}

// names gives every name one department alone goes by.
func (d *directory) names() map[string]int64 {
	names := map[string]int64{}
	for name, places := range d.byName {
		if len(places) == 1 {
			names[name] = d.all[places[0]].ID
		}
	}
	return names
}
