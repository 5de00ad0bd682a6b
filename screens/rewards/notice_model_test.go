package rewards

import (
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/sheet"
)

// inNotice has two claims at 公示, of 5 and of 10 万元.
func inNotice(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t).withMeasure()
	for _, organization := range []int64{d.enterprise("运河老号食品有限公司", 100, 500, 30), d.enterprise("大运商贸有限公司", 100, 900, 200)} {
		d.pass(d.claim(organization), "受理员", "初审员", "复核员", "联审组", "局长办公会")
	}
	return d
}

func (d *desk) noticing() *NoticeModel {
	d.t.Helper()
	m := NewNoticeModel(d.office)
	m.From = "2026-11-20" // a Friday
	loaded, err := m.Load(d.t.Context())
	d.must(err)
	return loaded
}

func TestNoticeProposesAndSums(t *testing.T) {
	d := inNotice(t)
	m := d.noticing()
	if m.Title != "2026年度运河区电子商务发展奖励资金公示表" || m.Office != "运河区商务局" {
		t.Errorf("proposed %q by %q", m.Title, m.Office)
	}
	if ids, sum := m.Chosen(); len(ids) != 2 || sum.Capitals() != "壹拾伍万元整" {
		t.Errorf("%v come to %s", ids, sum.Capitals())
	}
	first, last, ok := m.Period()
	if !ok || dayOf(first) != "2026-11-20" || dayOf(last) != "2026-11-26" {
		t.Errorf("period %v to %v", first, last)
	}
}

func TestNoticeChecksWhatIsTyped(t *testing.T) {
	d := inNotice(t)
	m := d.noticing()
	m.From = "2026-13-1"
	_, err := m.Notice(t.Context())
	d.refused(err, "rewards.date_unreadable")
	m.From, m.Days = "2026-11-20", "0"
	_, err = m.Notice(t.Context())
	d.refused(err, "rewards.days_out_of_range")
	m.Days, m.Phone = "5", "12345"
	if m.WrongPhone() == nil {
		t.Error("12345 is no telephone number")
	}
	for _, claim := range m.Claims {
		m.Include(claim.ID, false)
	}
	_, err = m.Notice(t.Context())
	d.refused(err, "rewards.nothing_to_publish")
}

func TestNoticeIsWrittenWithTheClaimsChosen(t *testing.T) {
	d := inNotice(t)
	m := d.noticing()
	m.Include(m.Claims[0].ID, false)
	m.DocNumber, m.Contact, m.Phone = "运商公示〔2026〕3号", "张三", "0317-3021234"
	path := filepath.Join(t.TempDir(), "公示表.xlsx")
	d.must(m.Save(t.Context(), path))
	text := strings.Join(cells(t, path), " ")
	for _, want := range []string{"2026年度运河区电子商务发展奖励资金公示表", "运商公示〔2026〕3号", "大运商贸有限公司", "壹拾万元整", "2026年11月20日至2026年11月26日", "张三", "0317-3021234"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	if strings.Contains(text, "运河老号") {
		t.Error("a claim left out is in the notice")
	}
}

func cells(t *testing.T, path string) []string {
	t.Helper()
	file, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []string
	for row, err := range file.Tables[0].Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row.Cells...)
	}
	return all
}
