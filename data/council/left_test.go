package council

import (
	"slices"
	"testing"

	"smartcanal/data/problem"
)

// TestALeadThatLeftIsTold: a department that is no member any more goes on with its tasks, and their pages say so; it is
// invited to no later meeting, and cannot leave twice.
func TestALeadThatLeftIsTold(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	id := o.reporting()
	members, err := o.MembersOn(ctx, o.Today())
	must(t, err)
	at := slices.IndexFunc(members, func(m MemberRow) bool { return m.OrganizationID == o.commerce })
	held := Held{members[at].ID, members[at].Version}
	must(t, o.EndMember(ctx, clerk, held, "2026-11-01", "机构改革"))
	refused(t, o.EndMember(ctx, clerk, Held{held.ID, held.Version + 1}, "2026-11-05", ""), "council.member_left")
	o.on("2026-11-10")
	page, err := o.Page(ctx, id)
	must(t, err)
	if !slices.ContainsFunc(page.Doubts, func(p *problem.Problem) bool { return p.Code == "council.lead_left" && p.Args["on"] == "2026-11-01" }) {
		t.Errorf("%v", page.Doubts)
	}
	must(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 50, Text: "继续办理"}))
	meeting := &Meeting{Kind: Regular, HeldOn: "2026-11-20"}
	must(t, o.CreateMeeting(ctx, clerk, meeting))
	invited, err := o.Attendances(ctx, meeting.ID)
	must(t, err)
	if slices.ContainsFunc(invited, func(a AttendanceRow) bool { return a.OrganizationID == o.commerce }) || len(invited) != 3 {
		t.Errorf("%d invited", len(invited))
	}
}
