package sales

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

func TestLinksKeepTheirFilter(t *testing.T) {
	for _, filter := range []sales.LineFilter{
		{},
		{From: 202601, To: 202612, Platform: "wechat", OrganizationID: 42, Channel: statement.Online},
		{AccountID: 3, FileID: 4, BatchID: 5, Side: statement.Refunded, Least: -100, Most: 2000, Unmatched: true, Number: "a&b=c 1"},
	} {
		page, _, query := rest(strings.TrimPrefix(linesLink(filter), startLink+"/"))
		got, _ := parseLines(query)
		is(t, "page", page, "lines")
		is(t, "filter", got, filter)
	}
	got, line := parseLines("from=202613&channel=9&side=x&line=7&unknown=1")
	is(t, "what is wrong is left out", got, sales.LineFilter{})
	is(t, "line", line, 7)
	page, id, _ := rest("batch/218")
	is(t, "batch", page, "batch")
	is(t, "number", id, 218)
}

func TestLinesAreFoundSortedAndSummed(t *testing.T) {
	r, _ := filled(t)
	m := newLinesModel(r, sales.LineFilter{})
	f, err := m.Load(t.Context())
	ok(t, err)
	is(t, "lines", len(f.IDs), 4)
	is(t, "all", f.All, 4)
	is(t, "net", f.Sum.Net(), 16000)
	is(t, "unmatched", f.Unmatched, 4)
	is(t, "months", f.Months, [2]int{202610, 202610})
	m.Last = f
	sum, err := m.SumSelected(t.Context(), f.IDs[:1])
	ok(t, err)
	is(t, "the newest is the refund", sum.Net(), -2000)
	m.Filter.Side = statement.Refunded
	m.SetPeriod(2026)
	f, err = m.Load(t.Context())
	ok(t, err)
	is(t, "refunds", len(f.IDs), 1)
	is(t, "filtered", m.Filtered(), true)
	m.Filter = sales.LineFilter{}
	m.Sort([]sales.LineSort{{Column: sales.LineAmount}, {Column: sales.LineTime}})
	f, err = m.Load(t.Context())
	ok(t, err)
	lines, err := m.Rows(t.Context(), f.IDs)
	ok(t, err)
	is(t, "smallest first", lines[0].Amount, -2000)
}

func TestPeriodsOfferTheMonthsOfTheYearChosen(t *testing.T) {
	is(t, "years", slices.Equal(periods([2]int{202511, 202602}, 0), []int{2026, 2025}), true)
	is(t, "months", slices.Equal(periods([2]int{202511, 202602}, 202601), []int{2026, 202602, 202601, 2025}), true)
	is(t, "none", len(periods([2]int{}, 0)), 0)
	is(t, "words of a year", periodText(202601, 202612), "2026 年")
	is(t, "words of a span", periodText(202511, 202602), "2025-11 至 2026-02")
}

func TestALineHasItsOrigin(t *testing.T) {
	r, _ := filled(t)
	o, err := r.origin(t.Context(), 1)
	ok(t, err)
	is(t, "file", o.File.Name, "1900_20261001_ALL.csv")
	is(t, "row", o.Line.Line, 2)
	if _, err := r.origin(t.Context(), 99); !errors.Is(err, problem.New("sales.line_gone")) {
		t.Errorf("got %v", err)
	}
}

func TestTotalsAddUpByEveryDimension(t *testing.T) {
	r, o := filled(t)
	ok(t, newUnmatchedModel(r).Assign(t.Context(), 1, o.ID, register.Mixed))
	m := newTotalsModel(r)
	for by, names := range map[sales.Dimension][]string{
		sales.ByMonth: {"2026-10"}, sales.ByPlatform: {"微信支付"}, sales.ByOrganization: {"羊角蜜甜瓜专业合作社", "未匹配"},
		sales.ByAccount: {"微信支付 · 1623 · 羊角蜜甜瓜专业合作社", "微信支付 · 1624"},
	} {
		m.By = by
		s, err := m.Load(t.Context())
		ok(t, err)
		is(t, string(by)+" net", s.Sum.Net(), 16000)
		is(t, string(by)+" in person", s.Sum.InPerson, 5000)
		var got []string
		for i := range s.Groups {
			got = append(got, m.Name(&s.Groups[i]))
		}
		is(t, string(by)+" groups", strings.Join(got, "|"), strings.Join(names, "|"))
	}
	m.By = sales.ByOrganization
	s, err := m.Load(t.Context())
	ok(t, err)
	f, err := newLinesModel(r, m.Filter(&s.Groups[1])).Load(t.Context())
	ok(t, err)
	is(t, "a total opens its lines", f.Sum.Net(), s.Groups[1].Net())
	m.Last = s
	m.Sort("net", false)
	is(t, "sorted", m.Last.Groups[0].Net(), 3000)
	n, err := m.Export(t.Context(), filepath.Join(t.TempDir(), "totals.xlsx"), func(int64, int64, string) {})
	ok(t, err)
	is(t, "groups exported", n, 2)
}

func looked(t *testing.T, m *importModel) {
	t.Helper()
	found, err := m.Look(t.Context(), m.Sources(), nil)
	ok(t, err)
	m.Show(found)
}

func TestThePreviewIsThePlan(t *testing.T) {
	r := newRooms(t)
	m := newImportModel(r)
	paths := []string{write(t, "1900_20261001_ALL.csv", october), write(t, "网页.csv", "<html></html>")}
	m.Add(paths...)
	m.Add(paths[0])
	looked(t, m)
	is(t, "files", len(m.Report.Files), 2)
	is(t, "outlook", m.Outlook(), outlook{Files: 1, Left: 1, Added: 4, Unreadable: 1, Unmatched: 4})
	count, err := r.sales.LineCount(t.Context())
	ok(t, err)
	is(t, "nothing is written", count, 0)
	m.Include(m.Report.Files[0], false)
	is(t, "left out", len(m.Asked()), 0)
	m.Include(m.Report.Files[0], true)
	report, err := m.Take(t.Context(), m.Asked(), nil)
	ok(t, err)
	is(t, "taken", report.Files[0].Added, 4)
	looked(t, m)
	is(t, "known now", m.Report.Files[0].Known.BatchID, report.BatchID)
	is(t, "its period", m.Report.Files[0].FirstAt > 0, true)
	m.Remove(m.Report.Files[1])
	is(t, "one left", len(m.Sources()), 1)
}

func TestAnAccountIsMatchedBeforeItsLinesComeIn(t *testing.T) {
	r := newRooms(t)
	m := newImportModel(r)
	m.Add(write(t, "1900_20261001_ALL.csv", october))
	looked(t, m)
	account := m.Report.Files[0].Unmatched[0]
	ok(t, m.MatchNew(t.Context(), account, &register.Organization{Name: "甲公司"}))
	m.Matched(account, "甲公司")
	is(t, "one account waits", len(m.Report.Files[0].Unmatched), 1)
	is(t, "owner", m.Owner(account.Platform, account.Number), "甲公司")
	_, err := m.Take(t.Context(), m.Asked(), nil)
	ok(t, err)
	queue, err := r.sales.UnmatchedQueue(t.Context())
	ok(t, err)
	is(t, "unmatched after the import", len(queue), 1)
	ok(t, newUnmatchedModel(r).SetMode(t.Context(), queue[0].AccountID, register.InPerson))
	ok(t, m.Match(t.Context(), queue[0], 1))
	kept, err := r.sales.Account(t.Context(), queue[0].AccountID)
	ok(t, err)
	is(t, "the mode given before stays", kept.ChannelMode, register.InPerson)
}

func TestAShopIsNamedForAFileWithoutOne(t *testing.T) {
	m := newImportModel(newRooms(t))
	m.Add(write(t, "ExportOrderList.csv", withoutShop))
	looked(t, m)
	is(t, "asks", m.Report.Files[0].NeedsShop, true)
	m.SetShop(m.Report.Files[0], " 老号旗舰店 ")
	looked(t, m)
	is(t, "asks no more", m.Report.Files[0].NeedsShop, false)
	is(t, "whose", m.Report.Files[0].Head[0].Account, "老号旗舰店")
}

func TestATableNobodyKnowsIsMappedOnce(t *testing.T) {
	r := newRooms(t)
	m := newImportModel(r)
	m.Add(write(t, "a.csv", homeMade))
	looked(t, m)
	is(t, "columns", len(m.Report.Files[0].Header), 5)
	sample, err := r.sales.SampleOf(t.Context(), m.Report.Files[0].Path, "", sampleRows)
	ok(t, err)
	mapping := newMappingModel(r, sample)
	is(t, "guess", mapping.Mapping, statement.Mapping{Time: "日期", Amount: "实付", OrderNo: "单号", Refund: "退款"})
	mapping.Set(fieldAmount, "退款")
	is(t, "said twice", mapping.Check().Code, "sales.mapping_twice")
	mapping.Set(fieldAmount, "")
	is(t, "incomplete", mapping.Check().Code, "sales.mapping_incomplete")
	mapping.Set(fieldAmount, "实付")
	if p := mapping.Check(); p != nil {
		t.Fatal(p)
	}
	ok(t, mapping.Remember(t.Context()))
	m.Add(write(t, "b.csv", strings.Replace(homeMade, "A1", "B1", 1)))
	looked(t, m)
	for _, file := range m.Report.Files {
		is(t, "format", file.Format, "generic")
	}
	is(t, "net", netOf(m.Report.Files[0]), 300)
}

func TestABatchIsLookedAtAndTakenBack(t *testing.T) {
	r, _ := filled(t)
	m := newImportsModel(r, 0, 1)
	batches, err := m.Load(t.Context())
	ok(t, err)
	m.Show(batches)
	is(t, "the file's batch", m.Batch().ID, 1)
	is(t, "the file", m.File().ID, 1)
	findings, err := m.Findings(t.Context(), *m.File())
	ok(t, err)
	is(t, "unreadable", len(findings), 1)
	is(t, "row", findings[0].row, 5)
	ok(t, m.TakeBack(t.Context(), 1))
	batches, err = m.Load(t.Context())
	ok(t, err)
	m.Show(batches)
	is(t, "taken back", m.Batch().TakenBack, true)
	count, _ := r.sales.LineCount(t.Context())
	is(t, "lines", count, 0)
}

func TestTheQueueIsWorkedOff(t *testing.T) {
	r, o := filled(t)
	m := newUnmatchedModel(r)
	queue, err := m.Load(t.Context())
	ok(t, err)
	m.Show(queue)
	is(t, "accounts", len(queue), 2)
	a, err := m.About(t.Context(), *m.Account())
	ok(t, err)
	is(t, "mode", a.Mode, register.Mixed)
	is(t, "proposed", a.Similar[0].ID, o.ID)
	ok(t, m.Assign(t.Context(), m.Account().AccountID, o.ID, register.Online))
	queue, err = m.Load(t.Context())
	ok(t, err)
	m.Show(queue)
	ok(t, m.AssignToNew(t.Context(), m.Account().AccountID, &register.Organization{Name: "乙公司"}, register.InPerson))
	queue, err = m.Load(t.Context())
	ok(t, err)
	m.Show(queue)
	is(t, "done", m.Account() == nil, true)
	total, err := r.sales.Sum(t.Context(), sales.Query{Channel: statement.Online})
	ok(t, err)
	is(t, "the modes decide", total.Net(), 13000)
}

func TestTheSearchBoxFindsNumbersAndFiles(t *testing.T) {
	r, _ := filled(t)
	found, err := r.find(t.Context(), "42000003", 10)
	ok(t, err)
	is(t, "orders", len(found), 1)
	is(t, "link", found[0].Key, startLink+"/lines?number=42000003&line=3")
	found, err = r.find(t.Context(), "1900_", 10)
	ok(t, err)
	is(t, "files", found[0].Key, fileLink(1))
	found, err = r.find(t.Context(), "甜瓜", 10)
	ok(t, err)
	is(t, "products", found[0].Key, startLink+"/lines?number=42000001&line=4")
	waiting, err := r.count(t.Context())
	ok(t, err)
	is(t, "waiting", waiting.Number, 2)
}
