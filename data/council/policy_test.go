package council

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/search"
	"smartcanal/data/sheet"
	"smartcanal/data/store"
)

func (o *office) policy(t *testing.T) *PolicyDocument {
	t.Helper()
	p := &PolicyDocument{Kind: Opinions, Title: "《运河区电子商务发展指导意见》"}
	must(t, o.SavePolicy(t.Context(), clerk, p))
	return p
}

func (o *office) heldPolicy(t *testing.T, id int64) Held {
	t.Helper()
	page, err := o.Policy(t.Context(), id)
	must(t, err)
	return Held{id, page.Version}
}

func TestADocumentFromDraftToRepeal(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	p := o.policy(t)
	if p.Title != "运河区电子商务发展指导意见" || p.Status != Draft {
		t.Errorf("%+v", p)
	}
	refused(t, o.SavePolicy(ctx, clerk, &PolicyDocument{Title: "《》"}), "council.policy_untitled")
	refused(t, o.Issue(ctx, clerk, o.heldPolicy(t, p.ID), "运政办〔2026〕8号", "2026-10-30"), "council.policy_no_text")
	refused(t, o.AskComments(ctx, clerk, o.heldPolicy(t, p.ID), "2026-11-05", []int64{o.commerce}), "council.policy_no_text")
	first, err := o.AddVersion(ctx, clerk, p.ID, "征求意见稿", "一、总体要求\n到2027年建成站点61个。")
	must(t, err)
	_, err = o.AddVersion(ctx, clerk, p.ID, "", first.Text)
	refused(t, err, "council.policy_same")
	_, err = o.AddVersion(ctx, clerk, p.ID, "", " ")
	refused(t, err, "council.policy_empty")
	must(t, o.AskComments(ctx, clerk, o.heldPolicy(t, p.ID), "2026-11-05", []int64{o.commerce, o.agriculture, o.commerce}))
	comments, err := o.Comments(ctx, p.ID)
	must(t, err)
	if len(comments) != 2 || comments[0].State != CommentAsked {
		t.Fatalf("%+v", comments)
	}
	none, given := comments[0].PolicyComment, comments[1].PolicyComment
	must(t, o.SetComment(ctx, clerk, &none))
	given.Text = "建议站点改为80个"
	must(t, o.SetComment(ctx, clerk, &given))
	refused(t, o.Issue(ctx, clerk, o.heldPolicy(t, p.ID), "运政办〔2026〕8号", "2026-10-30"), "council.comments_open")
	given.Adoption = AdoptPartly
	refused(t, o.SetComment(ctx, clerk, &given), "council.reply_missing")
	given.Reply = "改为70个"
	must(t, o.SetComment(ctx, clerk, &given))
	second, err := o.AddVersion(ctx, clerk, p.ID, "印发稿", "一、总体要求\n到2027年建成站点70个。\n二、保障措施")
	must(t, err)
	pairs, err := o.CompareVersions(ctx, first.ID, second.ID)
	must(t, err)
	if len(pairs) != 3 || !pairs[0].Same() || pairs[1].Same() || len(pairs[2].Before) != 0 {
		t.Errorf("%+v", pairs)
	}
	refused(t, o.Issue(ctx, clerk, o.heldPolicy(t, p.ID), " ", "2026-10-30"), "council.policy_unnumbered")
	must(t, o.Issue(ctx, clerk, o.heldPolicy(t, p.ID), "运政办〔2026〕8号", "2026-10-30"))
	must(t, o.Issue(ctx, clerk, o.heldPolicy(t, p.ID), "运政办〔2026〕9号", "2026-11-30"))
	page, err := o.Policy(ctx, p.ID)
	must(t, err)
	if page.Status != Revised || page.Versions != 2 || page.Comments[1].Reply != "改为70个" || page.Answered != 2 || page.Texts[0].Number != 2 {
		t.Errorf("%+v", page)
	}
	paper, err := o.AdoptionPaper(ctx, p.ID)
	must(t, err)
	content, err := paper.Paper().Bytes()
	must(t, err)
	if text := wordText(t, content); !strings.Contains(text, "建议站点改为80个") || !strings.Contains(text, "部分采纳") || !strings.Contains(text, "无意见") {
		t.Error(text)
	}
	must(t, o.Repeal(ctx, clerk, o.heldPolicy(t, p.ID), "2026-12-31"))
	refused(t, o.Repeal(ctx, clerk, o.heldPolicy(t, p.ID), "2026-12-31"), "council.policy_not_issued")
	_, err = o.AddVersion(ctx, clerk, p.ID, "", "又一稿")
	refused(t, err, "council.policy_repealed")
	_, err = o.Policy(ctx, 999)
	refused(t, err, "council.no_policy")
	if wrong, err := search.New(o.store).Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

// TestABreakdownGoesOutAndComesIn exports what was imported and imports it again: nothing is filed twice.
func TestABreakdownGoesOutAndComesIn(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	p := o.policy(t)
	path := filepath.Join(t.TempDir(), "分解表.xlsx")
	refused(t, o.ExportBreakdown(ctx, p.ID, path), "council.no_breakdown")
	plan, err := o.PreviewLedger(ctx, ledgerTable(t, "任务,目标,牵头,配合,时限,进展\n建站点,70个,商务局,农业农村局,2026-12-31,已选址\n搞培训,12期,农业农村局,,2026-11-30,\n"))
	must(t, err)
	must(t, o.ApplyBreakdown(ctx, clerk, p.ID, plan))
	members, err := o.PreviewLedger(ctx, ledgerTable(t, "成员单位,负责人\n气象局,赵\n"))
	must(t, err)
	refused(t, o.ApplyBreakdown(ctx, clerk, p.ID, members), "council.breakdown_members")
	must(t, o.ExportBreakdown(ctx, p.ID, path))
	file, err := sheet.Open(ctx, path)
	must(t, err)
	defer file.Close()
	again, err := o.PreviewLedger(ctx, file.Tables[0])
	must(t, err)
	if counted(again) != [3]int{0, 2, 0} {
		t.Fatalf("%v %+v", counted(again), again.Entries)
	}
	must(t, o.ApplyBreakdown(ctx, clerk, p.ID, again))
	page, err := o.Policy(ctx, p.ID)
	must(t, err)
	if page.Tasks != 2 || len(page.Breakdown) != 2 || page.Breakdown[0].Title != "建站点" {
		t.Errorf("%+v", page.Breakdown)
	}
	err = o.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return linkTask(tx, p.ID, page.Breakdown[0].ID) })
	must(t, err)
	if page, _ = o.Policy(ctx, p.ID); page.Tasks != 2 {
		t.Errorf("linked twice: %d", page.Tasks)
	}
}

func TestTextsSideBySide(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"甲", "甲", "甲=甲"},
		{"建成站点61个。", "建成站点70个。", "建成站点[61]个。|建成站点[70]个。"},
		{"甲\n乙", "甲", "甲=甲 / [乙]|"},
		{"甲", "甲\n乙", "甲=甲 / |[乙]"},
		{"完全不同的一段话", "另外写了别的内容", "[完全不同的一段话]|[另外写了别的内容]"},
		{"", "", ""},
	} {
		var got []string
		for _, p := range Compare(c.before, c.after) {
			if p.Same() {
				got = append(got, marked(p.Before)+"="+marked(p.After))
			} else {
				got = append(got, marked(p.Before)+"|"+marked(p.After))
			}
		}
		if text := strings.Join(got, " / "); text != c.want {
			t.Errorf("%q to %q: %s, want %s", c.before, c.after, text, c.want)
		}
	}
}

func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Changed {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// TestEachSideIsItsText: put together, the pieces of a side are its text, whatever changed.
func TestEachSideIsItsText(t *testing.T) {
	text := rapid.StringMatching(`([甲乙丙丁，0-9]{0,12}\n){0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var left, right []string
		for _, p := range Compare(before, after) {
			if len(p.Before) > 0 {
				left = append(left, plain(p.Before))
			}
			if len(p.After) > 0 {
				right = append(right, plain(p.After))
			}
		}
		if strings.Join(left, "\n") != strings.Join(paragraphs(before), "\n") || strings.Join(right, "\n") != strings.Join(paragraphs(after), "\n") {
			t.Fatalf("%q / %q became %q / %q", before, after, left, right)
		}
	})
}

func plain(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

func TestMeetingsTopicsAndDocumentsAreFound(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	p := o.policy(t)
	m := &Meeting{Kind: Regular, HeldOn: "2026-11-25", Place: "第二会议室"}
	must(t, o.CreateMeeting(ctx, clerk, m))
	must(t, o.Bring(ctx, clerk, &Topic{MeetingID: &m.ID, OrganizationID: o.commerce, Title: "冷链仓位"}))
	must(t, o.Bring(ctx, clerk, &Topic{OrganizationID: o.commerce, Title: "冷链补贴"}))
	for text, want := range map[string][]string{
		"第二会议室": {fmt.Sprintf("smartcanal://meeting/%d", m.ID)}, "指导意见": {fmt.Sprintf("smartcanal://policy/%d", p.ID)}, "zdyj": {fmt.Sprintf("smartcanal://policy/%d", p.ID)},
		"冷链": {"smartcanal://council/meetings", fmt.Sprintf("smartcanal://meeting/%d", m.ID)}, "没有": nil, "": nil,
	} {
		hits, err := o.Find(ctx, text, 5)
		must(t, err)
		var got []string
		for _, hit := range hits {
			got = append(got, hit.Link)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
