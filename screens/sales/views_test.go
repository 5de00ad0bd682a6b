package sales

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
)

func TestTheListOpensWithTheKeyboardOnIt(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(v)
	is(t, "rows", v.shown.Rows(), 4)
	pressKey(w, fyne.KeyDown)
	is(t, "selection", w.status[0], "选中 1 行 · 金额合计 30.00 元 · 平均 30.00 元")
	is(t, "place", w.status[2], "第 1–4 行，共 4 行")
	v.grid.TypedShortcut(&fyne.ShortcutSelectAll{})
	is(t, "all", w.status[0], "选中 4 行 · 金额合计 160.00 元 · 平均 40.00 元")
	v.grid.TypedShortcut(&fyne.ShortcutCopy{})
	is(t, "copied", strings.Count(fyne.CurrentApp().Clipboard().Content(), "\r\n"), 3)
}

// TestTheFirstLinesAreShownWhileTheOthersAreSorted: nothing said of them is what the list before came to.
func TestTheFirstLinesAreShownWhileTheOthersAreSorted(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	v.placed = true
	w.show(v)
	first, err := v.model.First(t.Context())
	ok(t, err)
	v.shown = nil
	v.firstLoaded(first, nil)
	is(t, "rows", v.grid.Selection().Rows(), 0)
	is(t, "growing", v.shown.Growing(), true)
	v.grid.TypedShortcut(&fyne.ShortcutSelectAll{})
	is(t, "place", w.status[0], "第 1–4 行，共 4 行")
	all, err := v.model.Load(t.Context())
	ok(t, err)
	v.loaded(all, nil)
	is(t, "growing", v.shown.Growing(), false)
	is(t, "marked", w.status[0], "选中 4 行 · 金额合计 160.00 元 · 平均 40.00 元")
}

func TestAHeadSortsAndALineOpensItsOrigin(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(v)
	v.grid.OnSort([]grid.SortKey{{Column: string(sales.LineAmount)}, {Column: string(sales.LineTime), Descending: true}})
	row, _ := v.grid.Row(0)
	is(t, "smallest first", row.Cells[5].Text, "-20.00")
	pressKey(w, fyne.KeyDown)
	pressKey(w, fyne.KeyReturn)
	w.tap(t, "1900_20261001_ALL.csv")
	is(t, "to its file", w.last(), fileLink(1))
	is(t, "the card is gone", w.over.Canvas().Overlays().Top() == nil, true)
}

func TestAViewFiltersAndComesBack(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(v)
	v.views.Show("未匹配")
	is(t, "filtered", v.model.Filter, sales.LineFilter{Unmatched: true})
	v.views.SetDefault("未匹配")
	v.grid.HideColumn(string(sales.LineTradeType))

	again := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(again)
	is(t, "begins with it", again.model.Filter, sales.LineFilter{Unmatched: true})
	is(t, "column after the amount", again.grid.ColumnAt(6).ID, string(sales.LineMatched))
	linked := newLinesView(desk{w, r}, sales.LineFilter{Platform: "wechat"}, 0)
	w.show(linked)
	is(t, "a link shows what it says", linked.model.Filter, sales.LineFilter{Platform: "wechat"})
}

func TestAFilterThatFindsNothingCanBeCleared(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{Number: "nothing"}, 0)
	w.show(v)
	is(t, "none", v.shown.Rows(), 0)
	w.tap(t, "订单号：nothing ×")
	is(t, "all", v.shown.Rows(), 4)
	w.tap(t, "未匹配 4")
	is(t, "only unmatched", v.model.Filter.Unmatched, true)
	w.tap(t, "逐个归户 ›")
	is(t, "the queue", w.last(), unmatchedLink)
}

func TestAmountsAreFilteredByAForm(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(v)
	w.tap(t, "金额 ▾")
	test.Type(w.over.Canvas().Focused().(*form.Amount), "4-0")
	w.tap(t, "筛选")
	is(t, "what is no amount stays in the form", v.model.Filter.Least, 0)
	w.over.Canvas().Focused().(*form.Amount).SetText("40")
	w.tap(t, "筛选")
	is(t, "found", v.shown.Rows(), 2)
	is(t, "told by the chip", labelled(w.over.Content(), "≥ 40.00 元 ▾") != nil, true)
}

func TestTheListOffersItsExport(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	w.show(newLinesView(desk{w, r}, sales.LineFilter{}, 0))
	w.tap(t, "导出…")
	if w.over.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing asks what to export")
	}
}

func TestTheTotalsGoOutAsAWorkbook(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newTotalsView(desk{w, r})
	w.show(v)
	path := filepath.Join(t.TempDir(), "明细.xlsx")
	exportTo(v.desk, path, v.model.Export)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	is(t, "told", strings.HasPrefix(w.status[0], "已写入 ") && strings.Contains(w.status[0], "行：明细.xlsx"), true)
	exportTo(v.desk, filepath.Join(t.TempDir(), "no", "such", "a.xlsx"), v.model.Export)
	is(t, "a folder that is not there", len(w.faults), 1)
}

func TestATotalOpensItsLines(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newTotalsView(desk{w, r})
	w.show(v)
	w.tap(t, "按平台")
	v.grid.OnOpen(0, grid.Row{})
	is(t, "link", w.last(), startLink+"/lines?platform=wechat")
	v.grid.OnSort([]grid.SortKey{{Column: "net"}})
	is(t, "sorted", v.model.sorted, "net")
}

func TestDroppedFilesArePreviewedAndTakenIn(t *testing.T) {
	r := newRooms(t)
	w := newWindow(t)
	v := newImportView(desk{w, r})
	w.show(v)
	folder := t.TempDir()
	for name, text := range map[string]string{"1900_20261001_ALL.csv": october, "~$1900.xlsx": "lock", "读我.md": "no"} {
		ok(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	v.Drop([]string{folder})
	is(t, "files", len(v.model.Report.Files), 1)
	is(t, "status", w.status[1], "选中文件：1900_20261001_ALL.csv")
	w.tap(t, "导入")
	is(t, "opens the batch", w.last(), batchLink(1))
	is(t, "counts anew", w.changed, 1)
	v.Drop([]string{filepath.Join(folder, "1900_20261001_ALL.csv")})
	w.tap(t, "查看该批")
	is(t, "known", w.last(), batchLink(1))
}

func TestAPreviewMatchesAnAccountByThePicker(t *testing.T) {
	r := newRooms(t)
	o := &register.Organization{Name: "羊角蜜甜瓜专业合作社"}
	ok(t, r.register.Create(t.Context(), r.actor, o))
	w := newWindow(t)
	v := newImportView(desk{w, r})
	w.show(v)
	v.Drop([]string{write(t, "1900_20261001_ALL.csv", october)})
	w.tap(t, "选择企业…")
	pressKey(w, fyne.KeyReturn)
	is(t, "matched", v.model.Owner("wechat", "1623"), o.Name)
	is(t, "one waits", len(v.model.Chosen().Unmatched), 1)
	w.tap(t, "新建…")
	w.tap(t, "新建并归入")
	is(t, "a name must be there", len(v.model.Chosen().Unmatched), 1)
	test.Type(w.over.Canvas().Focused().(*kit.Entry), "乙公司")
	w.tap(t, "新建并归入")
	is(t, "none waits", len(v.model.Chosen().Unmatched), 0)
}

func TestColumnsAreSaidAndTheFileIsReadAgain(t *testing.T) {
	w := newWindow(t)
	v := newImportView(desk{w, newRooms(t)})
	w.show(v)
	v.Drop([]string{write(t, "万家.csv", homeMade)})
	w.tap(t, "指定列对应…")
	w.tap(t, "按此读取")
	is(t, "read", v.model.Chosen().Format, "generic")
	w.tap(t, "重新指定列…")
	is(t, "can be said again", w.over.Canvas().Overlays().Top() != nil, true)
}

func TestAShopIsAskedForAndThePreviewMadeAnew(t *testing.T) {
	w := newWindow(t)
	v := newImportView(desk{w, newRooms(t)})
	w.show(v)
	v.Drop([]string{write(t, "ExportOrderList.csv", withoutShop)})
	w.tap(t, "指定店铺…")
	test.Type(w.over.Canvas().Focused().(*kit.Entry), "老号旗舰店")
	w.tap(t, "指定")
	is(t, "whose", v.model.Chosen().Head[0].Account, "老号旗舰店")
	w.tap(t, "店铺 老号旗舰店")
}

func TestABatchIsTakenBackAfterAWord(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	v := newImportsView(desk{w, r}, 1, 0)
	w.show(v)
	w.tap(t, "查看这批交易")
	is(t, "its lines", w.last(), startLink+"/lines?batch=1")
	w.tap(t, "整批撤销…")
	is(t, "asks first", v.model.Batch().TakenBack, false)
	w.tap(t, "整批撤销")
	is(t, "taken back", v.model.Batch().TakenBack, true)
	is(t, "cannot be again", labelled(w.over.Content(), "整批撤销…") == nil, true)
}

func TestTheQueueIsWorkedOffByKeyboard(t *testing.T) {
	r, o := filled(t)
	w := newWindow(t)
	v := newUnmatchedView(desk{w, r})
	w.show(v)
	is(t, "first", v.model.Account().Number, "1623")
	pressKey(w, fyne.KeyReturn)
	pressKey(w, fyne.KeyReturn)
	is(t, "next", v.model.Account().Number, "1624")
	is(t, "told", w.status[0], "1623 已归入 "+o.Name)
	v.setMode(v.model.Account().AccountID, register.Online)
	pressKey(w, fyne.KeyReturn)
	pressKey(w, fyne.KeyReturn)
	is(t, "done", len(v.model.Queue), 0)
	w.tap(t, "查看交易数据")
	is(t, "counted anew", w.changed, 2)
}

func TestEveryLinkHasItsPage(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	d := desk{w, r}
	for link, want := range map[string]bool{"lines?from=202610": true, "totals": true, "import": true, "imports": true, "batch/1": true, "file/1": true, "unmatched": true} {
		p := page(d, link)
		w.show(p)
		is(t, link, p.Object() != nil, want)
		if left, is := p.(kit.Left); is {
			left.Left()
		}
	}
	for _, c := range r.commands(w) {
		c.Run()
	}
	is(t, "the last command", w.last(), unmatchedLink)
}

// TestUnreadableLinesAreAList: they are walked, copied and left by the keyboard.
func TestUnreadableLinesAreAList(t *testing.T) {
	r, _ := filled(t)
	w := newWindow(t)
	w.show(newImportsView(desk{w, r}, 1, 0))
	w.tap(t, "全部")
	list, open := w.over.Canvas().Focused().(*grid.Grid)
	if !open {
		t.Fatalf("the keyboard is on %T", w.over.Canvas().Focused())
	}
	row, _ := list.Row(0)
	is(t, "state", row.Cells[3].Text, "未计入")
	list.TypedShortcut(&fyne.ShortcutSelectAll{})
	list.TypedShortcut(&fyne.ShortcutCopy{})
	copied := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\t")
	is(t, "columns", len(copied), 5)
	is(t, "the line as it stands in the file", copied[4] != "", true)
}

func TestALineOpensItsEnterprise(t *testing.T) {
	r, o := filled(t)
	w := newWindow(t)
	queue := newUnmatchedView(desk{w, r})
	w.show(queue)
	pressKey(w, fyne.KeyReturn)
	pressKey(w, fyne.KeyReturn) // 1623 is the organisation's
	v := newLinesView(desk{w, r}, sales.LineFilter{}, 0)
	w.show(v)
	opened := 0
	for range v.shown.Rows() {
		for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeySpace, fyne.KeyDown} {
			pressKey(w, key)
		}
		if w.last() == organizationLink(o.ID) {
			opened++
			w.opened = nil
		}
	}
	is(t, "lines of the enterprise", opened, 3)
	is(t, "no problem", len(w.faults), 0)
}
