package council

import (
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

const (
	clerk  store.Actor = "经办员"
	leader store.Actor = "分管领导"
	other  store.Actor = "复核员"
)

// office is a file of three people, a conference of four departments and a clock that can be set.
type office struct {
	*Room
	t           testing.TB
	commerce    int64 // 运河区商务局
	agriculture int64 // 运河区农业农村局
	technology  int64 // 运河区科工局
	town        int64 // 小王庄镇人民政府
	now         time.Time
}

func newOffice(t testing.TB) *office {
	t.Helper()
	o := emptyOffice(t)
	staff := people.New(o.store)
	must(t, staff.Save(t.Context(), leader, &people.Person{Name: string(leader), Roles: []people.Role{people.Approver}}))
	must(t, staff.Save(t.Context(), leader, &people.Person{Name: string(clerk), Roles: []people.Role{people.Clerk}}))
	must(t, staff.Save(t.Context(), leader, &people.Person{Name: string(other), Roles: []people.Role{people.Reviewer}}))
	return o
}

// emptyOffice has entered nobody.
func emptyOffice(t testing.TB) *office {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	o := &office{Room: New(st), t: t}
	o.on("2026-10-29")
	st.SetClock(func() time.Time { return o.now })
	o.commerce = o.department("运河区商务局", "商务局")
	o.agriculture = o.department("运河区农业农村局", "农业农村局")
	o.technology = o.department("运河区科工局", "科工局")
	o.town = o.department("小王庄镇人民政府", "小王庄镇")
	return o
}

func (o *office) department(name, short string) int64 {
	o.t.Helper()
	d := &register.Organization{Kind: register.Department, Name: name, ShortName: short}
	must(o.t, register.New(o.store).Create(o.t.Context(), clerk, d))
	must(o.t, o.AddMember(o.t.Context(), clerk, &Member{OrganizationID: d.ID, Leader: "局长", Liaison: "联络员", FromOn: "2026-01-01"}))
	return d.ID
}

// on sets the clock to nine o'clock of a day.
func (o *office) on(day string) {
	o.now = time.Date(parsed(day).Year(), parsed(day).Month(), parsed(day).Day(), 9, 0, 0, 0, china)
}

// filed files a task led by the commerce bureau, from 2026-10-29 to 2026-11-28, thirty days.
func (o *office) filed() Held {
	o.t.Helper()
	filing := &Filing{Task: SupervisedTask{Title: "金丝小枣京东专区上线", OrganizationID: o.commerce, FiledOn: "2026-10-29", DueOn: "2026-11-28"},
		Supports: []int64{o.agriculture}}
	must(o.t, o.File(o.t.Context(), clerk, filing))
	return Held{filing.Task.ID, filing.Task.Version}
}

// held is a task as it is now.
func (o *office) held(id int64) Held { return Held{id, o.task(id).Version} }

func (o *office) task(id int64) SupervisedTask {
	o.t.Helper()
	page, err := o.Page(o.t.Context(), id)
	must(o.t, err)
	return page.Task
}

// reporting is a task that is under way.
func (o *office) reporting() int64 {
	o.t.Helper()
	held := o.filed()
	must(o.t, o.Assign(o.t.Context(), clerk, held, "请抓紧办理"))
	must(o.t, o.Undertake(o.t.Context(), clerk, o.held(held.ID), "张三", ""))
	return held.ID
}

// reviewing is a task given to review by the clerk.
func (o *office) reviewing() int64 {
	o.t.Helper()
	id := o.reporting()
	must(o.t, o.Report(o.t.Context(), clerk, o.held(id), Report{Progress: 100, Text: "专区已上线", Submit: true}))
	return id
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t testing.TB, err error, code string) {
	t.Helper()
	if err == nil || problem.Of(err).Code != code {
		t.Fatalf("%v, want %s", err, code)
	}
}
