package gallery

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

// sampleGrid is a list of invented lines, wider than a page of 900.
func sampleGrid() *grid.Grid {
	g := grid.New(
		grid.Column{ID: "time", Label: "交易时间", Width: 160, Kind: grid.Moment, Sortable: true, Filter: grid.ByDay},
		grid.Column{ID: "shop", Label: "主体", Width: 170, Sortable: true},
		grid.Column{ID: "platform", Label: "平台", Width: 110},
		grid.Column{ID: "number", Label: "平台订单号", Width: 260, Kind: grid.Code},
		grid.Column{ID: "status", Label: "状态", Width: 110, Filter: grid.ByValues},
		grid.Column{ID: "amount", Label: "金额（元）", Width: 130, Kind: grid.Number, Sortable: true, Filter: grid.ByAmount},
		grid.Column{ID: "match", Label: "匹配", Width: 100},
	)
	g.Filterable(func(context.Context, string, []listing.Filter, int) ([]listing.Value, error) {
		return []listing.Value{{Key: "支付成功", Count: 428}, {Key: "退款", Count: 71}, {Key: "", Count: 1}}, nil
	}, func(_, key string) string { return key }, func([]listing.Filter) {})
	g.SetModel(sampleLines(500))
	g.SetTotals(grid.Word("合计"), grid.Cell{}, grid.Cell{}, grid.Word("500 笔"), grid.Cell{}, grid.Word("156,250.00"))
	return g
}

type sampleLines int

func (m sampleLines) Rows() int { return int(m) }

func (m sampleLines) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	shops := []string{"运河老号食品", "金丝小枣旗舰店", "南湖优选超市", "大运商贸"}
	rows := make([]grid.Row, count)
	for i := range rows {
		n := first + i
		amount, status, match := fmt.Sprintf("%d.50", 300+n), "支付成功", grid.State("已匹配", kit.GreenTint)
		if n%7 == 3 {
			amount, status = "-"+amount, "退款"
		}
		if n%5 == 4 {
			match = grid.State("未匹配", kit.AmberTint)
		}
		rows[i] = grid.Row{Cells: []grid.Cell{
			grid.Word(fmt.Sprintf("2026-11-%02d 10:23:58", 22-n%20)), grid.Word(shops[n%len(shops)]), grid.Word("微信支付"),
			grid.Word(fmt.Sprintf("4200002652%018d", n)), grid.Word(status), grid.Word(amount), match,
		}}
	}
	return rows, nil
}

func TestGrid(t *testing.T) {
	t.Cleanup(grid.Inline())
	for name, dark := range map[string]bool{"kit-grid-frozen": false, "kit-grid-frozen-dark": true} {
		draw(t, name, 900, 520, dark, func(fyne.Window) (fyne.CanvasObject, func()) {
			g := sampleGrid()
			return kit.Pad(g, 12, 12, 12, 12), func() {
				g.Freeze(2)
				g.SetArrangement(grid.Arrangement{Columns: []grid.ColumnState{{ID: "time", Width: 160}, {ID: "shop", Width: 150}, {ID: "platform", Hidden: true}, {ID: "number", Width: 260}}, Frozen: 2})
				g.GoTo(grid.Place{Row: 4, Column: 5})
				g.GoTo(grid.Place{Row: 4, Column: 3})
			}
		})
	}
	Shot(t, "kit-grid-filter", 1120, 620, false, func(fyne.Window) (fyne.CanvasObject, func()) {
		g := sampleGrid()
		g.SetFilters(listing.Filter{Column: "status", Values: []string{"退款"}}, listing.Filter{Column: "amount", Least: "300", Most: "2000"})
		page := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, kit.Row(kit.Gap, g.FilterChips()...), g)
		return kit.Pad(page, 12, 12, 12, 12), func() { g.OpenFilter(4) }
	})
	draw(t, "kit-grid-states", officeWidth-200, 682, false, func(fyne.Window) (fyne.CanvasObject, func()) { return gridStates(), nil })
	for name, dark := range map[string]bool{"kit-grid-marked": false, "kit-grid-marked-dark": true} {
		draw(t, name, officeWidth-200, 682, dark, func(over fyne.Window) (fyne.CanvasObject, func()) { return markedGrids(over) })
	}
	for name, open := range map[string]func(g *grid.Grid, over fyne.Window){
		"cell": func(g *grid.Grid, over fyne.Window) {
			typeInto(over, g, grid.Place{Row: 2, Column: 0}, "运河湾餐饮")
		},
		"choices": func(g *grid.Grid, _ fyne.Window) { g.Edit(grid.Place{Row: 2, Column: 1}) },
		"wrong": func(g *grid.Grid, over fyne.Window) {
			typeInto(over, g, grid.Place{Row: 2, Column: 2}, "11-31")
			over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			g.GoTo(grid.Place{Row: 2, Column: 2})
		},
		"paste": func(g *grid.Grid, _ fyne.Window) {
			g.GoTo(grid.Place{Row: 4, Column: 0})
			g.Paste("南湖优选超市\t企业\t昨天\t1.2万\n大运商贸\t工厂\t11-31\t很多\n金丝小枣\t农场\t20261116\t300")
		},
		"bulk": func(g *grid.Grid, _ fyne.Window) {
			g.TypedShortcut(&fyne.ShortcutSelectAll{})
			g.ChangeSelected()
		},
	} {
		Shot(t, "kit-grid-edit-"+name, 1120, 520, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
			g := editedGrid()
			return kit.Pad(g, 12, 12, 12, 12), func() {
				over.Canvas().Focus(g)
				open(g, over)
			}
		})
	}
	Shot(t, "kit-grid-head-menu", 1120, 520, false, func(fyne.Window) (fyne.CanvasObject, func()) {
		g := sampleGrid()
		return kit.Pad(g, 12, 12, 12, 12), func() {
			g.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(230, 10), AbsolutePosition: fyne.NewPos(242, 22)})
		}
	})
}

// gridStates are a list on its way, one that says how far it is, one without rows, and one that failed.
func gridStates() fyne.CanvasObject {
	loading, working, empty, failing := sampleGrid(), sampleGrid(), sampleGrid(), sampleGrid()
	loading.SetModel(nil)
	working.SetModel(nil)
	working.Working(430_000, 1_000_000, "正在排序，已读 430,000 笔")
	empty.SetEmpty(kit.NewEmpty("没有符合条件的交易", "换一个筛选条件，或者查看全部。", kit.NewPlain("查看全部", func() {})))
	empty.SetTotals()
	empty.SetModel(sampleLines(0))
	failing.Fail(problem.New("unexpected"))
	half := []kit.Track{kit.Share(1), kit.Share(1)}
	return kit.NewPage(kit.Header{Title: "列表的各种状态"}, kit.Down(kit.Gap, half, kit.Across(kit.Gap, half, loading, working), kit.Across(kit.Gap, half, empty, failing)))
}

// markedGrids show what is marked: a block and one more cell, whole rows, whole columns, and a list of rows with boxes,
// links, badges and lines in its cells.
func markedGrids(fyne.Window) (fyne.CanvasObject, func()) {
	block, rows, columns := sampleGrid().Numbered(), sampleGrid().Numbered(), sampleGrid().Striped()
	columns.SetDensity(grid.Dense)
	looks := grid.New(
		grid.Column{ID: "tick", Label: "选", Width: 44, Kind: grid.Check}, grid.Column{ID: "name", Label: "企业", Width: 190, Grow: 1},
		grid.Column{ID: "kind", Label: "类别", Width: 84}, grid.Column{ID: "sales", Label: "零售额（元）", Width: 190, Kind: grid.Number})
	looks.OnLink, looks.OnCheck = func(grid.Place) {}, func(grid.Place, bool) {}
	looks.SetTotals(grid.Cell{}, grid.Word("合计 4 家"), grid.Cell{}, grid.Word("1,734,902.50"))
	looks.SetModel(grid.Ready{
		{Cells: []grid.Cell{grid.Box(true), grid.LinkTo("运河老号食品有限公司"), grid.State("企业", kit.Blue), {Text: "1,084,620.50", Trend: []int64{3, 5, 4, 8, 6, 9}}}},
		{Cells: []grid.Cell{grid.Box(false), grid.LinkTo("沧运红枣专业合作社"), grid.State("合作社", kit.GreenTint), {Text: "662,282.00", Trend: []int64{9, 4, 6, 2, 3, 1}}}},
		{Cells: []grid.Cell{grid.Box(true), grid.LinkTo("运河湾餐饮管理有限公司"), grid.State("企业", kit.Blue), grid.Word("-12,000.00")}},
		{Muted: true, Cells: []grid.Cell{grid.Box(false), grid.Word("大运商贸行"), grid.State("已注销", kit.Grey), grid.Word("0.00")}},
	})
	half := []kit.Track{kit.Share(1), kit.Share(1)}
	page := kit.NewPage(kit.Header{Title: "选中与单元格"}, kit.Down(kit.Gap, half, kit.Across(kit.Gap, half, block, rows), kit.Across(kit.Gap, half, columns, looks)))
	return page, func() {
		press := func(g *grid.Grid, x, y float32, modifier fyne.KeyModifier) {
			event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary, Modifier: modifier}
			g.MouseDown(event)
			g.MouseUp(event)
		}
		press(block, 120, 64, 0)
		press(block, 260, 130, fyne.KeyModifierShift)
		press(block, 260, 190, fyne.KeyModifierControl)
		press(rows, 10, 64, 0)
		press(rows, 10, 130, fyne.KeyModifierShift)
		press(columns, 60, 10, fyne.KeyModifierControl)
		press(columns, 200, 10, fyne.KeyModifierControl|fyne.KeyModifierShift)
		press(looks, 120, 80, 0)
	}
}

// editedGrid is a list that takes a name, a kind, a day and an amount.
func editedGrid() *grid.Grid {
	kinds := []string{"企业", "合作社", "农场"}
	g := grid.New(
		grid.Column{ID: "name", Label: "名称", Width: 260, Grow: 1, Edit: &grid.Editor{}},
		grid.Column{ID: "kind", Label: "类别", Width: 140, Edit: &grid.Editor{Choices: func() []string { return kinds }}},
		grid.Column{ID: "since", Label: "开业", Width: 160, Kind: grid.Moment, Edit: &grid.Editor{Read: grid.ReadDay}},
		grid.Column{ID: "paid", Label: "金额（元）", Width: 180, Kind: grid.Number, Edit: &grid.Editor{Read: grid.ReadAmount}},
		grid.Column{ID: "code", Label: "统一社会信用代码", Width: 200, Kind: grid.Code},
	).Numbered()
	g.Editable(grid.Editing{Write: func(_ context.Context, changes []grid.Change, _ bool) ([]*problem.Problem, grid.Back, error) {
		return make([]*problem.Problem, len(changes)), nil, nil
	}})
	ids := make([]int32, 6)
	for i := range ids {
		ids[i] = int32(i + 1)
	}
	g.SetModel(grid.NewIDModel(ids, func(_ context.Context, ids []int32) (map[int32]grid.Row, error) {
		rows := map[int32]grid.Row{}
		for _, id := range ids {
			rows[id] = grid.Row{Cells: grid.Words(fmt.Sprintf("店铺%d", id), kinds[id%3], "2026-01-05", "1,200.00", fmt.Sprintf("91130903MA%08d", id))}
		}
		return rows, nil
	}))
	return g
}

// typeInto types into a cell as a person does.
func typeInto(over fyne.Window, g *grid.Grid, at grid.Place, text string) {
	g.GoTo(at)
	for _, r := range text {
		over.Canvas().Focused().TypedRune(r)
	}
}
