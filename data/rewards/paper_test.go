package rewards

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

func openBook(t *testing.T, path string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(path)
	must(t, err)
	t.Cleanup(func() { book.Close() })
	return book
}

func TestTheNoticeIsAFinishedPaper(t *testing.T) {
	o := newOffice(t)
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.SetSetting(store.Office, "运河区商务局") }))
	_, err := o.Notice(t.Context(), NoticeTerms{})
	refused(t, err, "rewards.nothing_to_publish")
	id := o.claim(t).ID
	agency := o.application()
	agency.RuleID, agency.Base = o.scheme.Rules[1].ID, 123_456_78
	second, err := o.Create(t.Context(), clerk, agency)
	must(t, err)
	_, err = o.Notice(t.Context(), NoticeTerms{}, id)
	refused(t, err, "rewards.not_in_notice")
	_, err = o.Notice(t.Context(), NoticeTerms{}, 99)
	refused(t, err, "rewards.no_claim")
	o.toNotice(t, id)
	o.toNotice(t, second.ID)

	notice, err := o.Notice(t.Context(), NoticeTerms{
		DocNumber: "运商公示〔2026〕3号", Contact: "刘海燕", Phone: "0317-0000000", Address: "运河区某路 1 号",
		From: time.Date(2026, 11, 21, 9, 0, 0, 0, statement.China),
	})
	must(t, err)
	path := filepath.Join(t.TempDir(), "公示表.xlsx")
	must(t, notice.Save(path))
	book := openBook(t, path)
	const sheet = "公示表"
	for cell, want := range map[string]string{
		"A1":  "2026年度运河区电子商务发展奖励资金公示表",
		"A2":  "运商公示〔2026〕3号",
		"A3":  "依据：《运河区电子商务发展奖励办法》",
		"C4":  "企业名称",
		"B5":  "2026-001",
		"C5":  "运河老号食品有限公司",
		"E5":  "网络零售额突破奖",
		"F6":  "第八条",
		"G5":  "100,000.00",
		"G6":  "24,691.35",
		"A7":  "合计",
		"G7":  "124,691.35",
		"A8":  "合计金额人民币（大写）：壹拾贰万肆仟陆佰玖拾壹元叁角伍分",
		"A9":  "公示期：2026年11月23日至2026年11月27日（5 个工作日）",
		"A11": "联系人：刘海燕    联系电话：0317-0000000    地址：运河区某路 1 号",
		"A13": "运河区商务局",
		"A14": "2026年11月23日",
	} {
		if got, err := book.GetCellValue(sheet, cell); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", cell, got, err, want)
		}
	}
	if formula, err := book.GetCellFormula(sheet, "G7"); err != nil || formula != "SUM(G5:G6)" {
		t.Errorf("%q, %v", formula, err)
	}
	layout, err := book.GetPageLayout(sheet)
	if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" {
		t.Errorf("%+v, %v", layout, err)
	}
}

func TestNoticePeriodCountsWorkingDays(t *testing.T) {
	calendar, err := newOffice(t).Calendar(t.Context())
	must(t, err)
	for _, c := range []struct {
		from        string
		days        int
		first, last string
	}{
		{"2026-11-23", 5, "2026-11-23", "2026-11-27"},
		{"2026-11-21", 5, "2026-11-23", "2026-11-27"},
		{"2026-11-26", 5, "2026-11-26", "2026-12-02"},
		{"2026-11-23", 7, "2026-11-23", "2026-12-01"},
		{"2026-11-23", 1, "2026-11-23", "2026-11-23"},
		{"2026-09-30", 5, "2026-09-30", "2026-10-12"}, // over 国庆, the Saturday after it worked
		{"2026-09-20", 1, "2026-09-20", "2026-09-20"}, // a Sunday that is worked
	} {
		first, last := NoticePeriod(calendar, dayFrom(c.from), c.days)
		if dayOf(first) != c.first || dayOf(last) != c.last {
			t.Errorf("%+v: %s to %s", c, first, last)
		}
	}
}

func TestTheApplicationFormHasAllOfTheClaim(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.advance(t, id, clerk)
	path := filepath.Join(t.TempDir(), "申报表.xlsx")
	must(t, o.page(t, id).Save(path))
	book := openBook(t, path)
	for sheet, wants := range map[string][]string{
		"申报表":  {"2026年度网络零售额突破奖申报表", "编号：2026-001", "运河老号食品有限公司", "《运河区电子商务发展奖励办法》第六条", "10,846,220.17 元", "人民币壹拾万元整"},
		"核算过程": {"首次突破 1,000 万元", "符合，100,000 元", "已导入账单", "第六条", "核定金额"},
		"申报与核实": {"2026-04", "1,150,000.00", "微信支付（元）", "986,434.00", "-14.22%", "超出允许差异", "未申报",
			"已申报月份：申报 1,962,000.00 元，核实 1,793,292.30 元，相差 -168,707.70 元（-8.6%）。"},
		"材料核对": {"完税证明", "缺"},
		"办理记录": {"受理", "收件", "王经办", "收到申报材料", "同意"},
	} {
		rows, err := book.GetRows(sheet)
		must(t, err)
		var all []string
		for _, row := range rows {
			all = append(all, row...)
		}
		text := "\t" + strings.Join(all, "\t") + "\t"
		for _, want := range wants {
			if !strings.Contains(text, "\t"+want+"\t") {
				t.Errorf("%s: %q is not in %q", sheet, want, text)
			}
		}
	}
}
