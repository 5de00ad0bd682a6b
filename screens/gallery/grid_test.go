package gallery

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/listing"
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
	for name, dark := range map[string]bool{"grid-frozen": false, "grid-frozen-dark": true} {
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
	Shot(t, "grid-filter", 1120, 620, false, func(fyne.Window) (fyne.CanvasObject, func()) {
		g := sampleGrid()
		g.SetFilters(listing.Filter{Column: "status", Values: []string{"退款"}}, listing.Filter{Column: "amount", Least: "300", Most: "2000"})
		page := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, kit.Row(kit.Gap, g.FilterChips()...), g)
		return kit.Pad(page, 12, 12, 12, 12), func() { g.OpenFilter(4) }
	})
	Shot(t, "grid-head-menu", 1120, 520, false, func(fyne.Window) (fyne.CanvasObject, func()) {
		g := sampleGrid()
		return kit.Pad(g, 12, 12, 12, 12), func() {
			g.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(230, 10), AbsolutePosition: fyne.NewPos(242, 22)})
		}
	})
}
