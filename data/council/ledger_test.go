package council

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"smartcanal/data/sheet"
)

func ledgerTable(t testing.TB, content string) sheet.Table {
	t.Helper()
	path := filepath.Join(t.TempDir(), "督办台账.csv")
	must(t, os.WriteFile(path, []byte(content), 0o600))
	file, err := sheet.Open(t.Context(), path)
	must(t, err)
	t.Cleanup(func() { _ = file.Close() })
	return file.Tables[0]
}

func counted(plan *LedgerPlan) [3]int {
	return [3]int{plan.Count(Added), plan.Count(Unchanged), plan.Count(Rejected)}
}

const taskLedger = `运河区重点任务台账,,,,,,,,,
序号,重点任务,工作目标,牵头单位,配合单位,责任人,完成时限,进度,进展情况,状态
1,金丝小枣专区上线,开设专区,商务局、农业农村局,小王庄镇,张三,2026-11-30,40%,页面已搭好,在办
2,产地仓建设,建成,小王庄镇,,李四,12月底前,0.25,,
3,宽带提速,全部提速,科工局,,,46356,100%,已完成,已销号
4,两人负责的事,,商务局,,张三、李四,2026-12-01,,,
5,没有牵头的事,,,,,2026-12-01,,,
6,日子不对的事,,商务局,,,年底左右,,,
7,新单位的事,,气象局,,,20261231,,,
8,进度不对的事,,商务局,,,2026-12-01,一半,,
合计,,,,,,,,,
`

func TestAnOfficesTasksComeIn(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	plan, err := o.PreviewLedger(ctx, ledgerTable(t, taskLedger))
	must(t, err)
	if plan.Kind != TaskLedger || plan.HeaderRow != 2 || counted(plan) != [3]int{4, 0, 4} || !slices.Equal(plan.Departments, []string{"气象局"}) || !slices.Equal(plan.Ignored, []string{"序号"}) {
		t.Fatalf("%+v", plan)
	}
	codes := map[int]string{}
	for _, e := range plan.Entries {
		if e.Problem != nil {
			codes[e.Row] = e.Problem.Code
		}
	}
	for row, want := range map[int]string{6: "council.two_responsible", 7: "council.lead_missing", 8: "council.not_a_day", 10: "council.progress_range"} {
		if codes[row] != want {
			t.Errorf("row %d: %q, want %s", row, codes[row], want)
		}
	}
	if ids, _ := o.TaskIDs(ctx, TaskFilter{}, nil); len(ids) != 0 {
		t.Fatal("a preview has written")
	}
	must(t, o.ApplyLedger(ctx, clerk, plan))
	ids, err := o.TaskIDs(ctx, TaskFilter{}, nil)
	must(t, err)
	rows, err := o.Tasks(ctx, ids)
	must(t, err)
	byTitle := map[string]TaskRow{}
	for _, row := range rows {
		byTitle[row.Title] = row
	}
	if jujube := byTitle["金丝小枣专区上线"]; jujube.Lead != "商务局" || !slices.Equal(jujube.Supports, []string{"农业农村局", "小王庄镇"}) || jujube.Progress != 40 || jujube.Step != Reporting || jujube.DueOn != "2026-11-30" {
		t.Errorf("%+v", jujube)
	}
	if store := byTitle["产地仓建设"]; store.DueOn != "2026-12-31" || store.Progress != 25 {
		t.Errorf("%+v", store)
	}
	// What the ledger calls closed waits for the approver: no import closes a task.
	broadband := byTitle["宽带提速"]
	if broadband.Step != Reviewing || broadband.ClosedOn != "" || broadband.DueOn != "2026-11-30" {
		t.Errorf("%+v", broadband)
	}
	refused(t, o.Close(ctx, leader, o.held(broadband.ID), ""), "council.not_approved")
	refused(t, o.Approve(ctx, other, o.held(broadband.ID), ""), "people.may_not")
	refused(t, o.ApproveAll(ctx, clerk, "", o.held(broadband.ID)), "people.may_not")
	must(t, o.Approve(ctx, leader, o.held(broadband.ID), "台账属实"))
	must(t, o.Close(ctx, clerk, o.held(broadband.ID), ""))

	again, err := o.PreviewLedger(ctx, ledgerTable(t, taskLedger))
	must(t, err)
	if counted(again) != [3]int{0, 4, 4} || len(again.Departments) != 0 {
		t.Errorf("a second time: %v %v", counted(again), again.Departments)
	}
}

func TestAConferencesMembersComeIn(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	plan, err := o.PreviewLedger(ctx, ledgerTable(t, "成员单位,负责人,职务,联络员,联系电话\n商务局,王局长,局长,小李,138 0317 6021\n气象局,赵局长,,小周,\n,无名,,,\n"))
	must(t, err)
	if plan.Kind != MemberLedger || counted(plan) != [3]int{1, 1, 1} {
		t.Fatalf("%v %+v", counted(plan), plan)
	}
	must(t, o.ApplyLedger(ctx, clerk, plan))
	members, err := o.MembersOn(ctx, o.Today())
	must(t, err)
	if len(members) != 5 || !slices.ContainsFunc(members, func(m MemberRow) bool { return m.Name == "气象局" && m.Liaison == "小周" && m.FromOn == o.Today() }) {
		t.Errorf("%+v", members)
	}
}

func TestWhatIsNoLedger(t *testing.T) {
	o := newOffice(t)
	for content, code := range map[string]string{
		"甲,乙,丙\n1,2,3\n": "council.ledger_no_names", "任务,牵头单位\n": "council.ledger_empty",
	} {
		_, err := o.PreviewLedger(t.Context(), ledgerTable(t, content))
		refused(t, err, code)
	}
}

// FuzzCouncilLedger: whatever stands in a ledger, a preview tells what it would do, and doing it does that much.
func FuzzCouncilLedger(f *testing.F) {
	f.Add(taskLedger)
	f.Add("成员单位,负责人\n商务局,王\n")
	f.Add("任务,牵头单位,时限,进度\n甲,乙局,2026-2-30,900%\n,,\n甲,乙局\n")
	f.Fuzz(func(t *testing.T, content string) {
		if !utf8.ValidString(content) || len(content) > 4000 {
			return
		}
		o := newOffice(t)
		path := filepath.Join(t.TempDir(), "x.csv")
		must(t, os.WriteFile(path, []byte(content), 0o600))
		file, err := sheet.Open(t.Context(), path)
		if err != nil || len(file.Tables) == 0 {
			return
		}
		defer file.Close()
		plan, err := o.PreviewLedger(t.Context(), file.Tables[0])
		if err != nil {
			return
		}
		if err := o.ApplyLedger(t.Context(), clerk, plan); err != nil {
			t.Fatalf("%q: previewed but not written: %v", content, err)
		}
		ids, err := o.TaskIDs(t.Context(), TaskFilter{}, nil)
		must(t, err)
		if plan.Kind == TaskLedger && len(ids) != plan.Count(Added) {
			t.Fatalf("%q: %d tasks, %d promised", content, len(ids), plan.Count(Added))
		}
	})
}
