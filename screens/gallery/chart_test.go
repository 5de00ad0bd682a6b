package gallery

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
)

// sampleCharts are a chart of each kind.
func sampleCharts() []chart.Chart {
	return []chart.Chart{
		{Title: "核实网络零售额 · 按月", Unit: chart.Wan(), Labels: months, Series: []chart.Series{
			{Name: "2025 年 431.26", Short: "2025 年", Values: wan(22, 18.5, 27, 28.5, 30.2, 38, 30.1, 33.8, 38, 47, 62, 54)},
			{Name: "2026 年 1,084.62", Short: "2026 年", Values: wan(80.69, 63.44, 100.17, 98.64, 92, 118, 90, 98, 110, 128.57, 104)},
		}},
		{Title: "每月净额（收款减退款）", Unit: chart.Wan(), Labels: months[:8], Series: []chart.Series{{Values: wan(8.2, 6.1, -2.35, 3.4, 0, 5.8, -0.6, 4.9)}}},
		{Title: "按平台 · 按月", Kind: chart.Stacked, Unit: chart.Wan(), Labels: months[:6], Series: []chart.Series{
			{Name: "微信支付", Values: wan(40, 31, 51, 48, 46, 60)}, {Name: "支付宝", Values: wan(28, 22, 30, 30, 31, 38)},
			{Name: "京东", Values: wan(12, 10, 19, 20, 15, 20)}, {Name: "抖音", Values: wan(1.5, 2, 4, 8, 9.5, 12)},
		}},
		{Title: "三年走势", Kind: chart.Line, Unit: chart.Wan(), Labels: months, Series: []chart.Series{
			{Name: "2024 年", Values: wan(12, 11, 15, 16, 18, 22, 17, 19, 24, 26, 31, 29)},
			{Name: "2025 年", Values: wan(22, 18.5, 27, 28.5, 30.2, 38, 30.1, 33.8, 38, 47, 62, 54)},
			{Name: "2026 年", Values: wan(80.69, 63.44, 100.17, 98.64, 92, 118, 90, 98, 110, 128.57, 104)},
		}},
		{Title: "本年按平台（线上）", Kind: chart.Share, Unit: chart.Wan(), Labels: []string{"微信支付", "支付宝", "京东", "抖音"}, Series: []chart.Series{{Values: wan(538.64, 360.41, 185.57, 60.2)}}},
		{Title: "奖励预算", Kind: chart.Gauge, Unit: chart.Wan(), Labels: []string{"网络零售额突破奖", "农村服务站补助", "直播基地奖励"}, Series: []chart.Series{
			{Values: wan(412, 96, 38.5)}, {Values: wan(500, 200, 100)}, {Name: "序时", Values: wan(450, 180, 90)},
		}},
		{Title: "村级服务站覆盖", Kind: chart.Gauge, Unit: chart.Count("村"), Labels: []string{"覆盖"}, Series: []chart.Series{{Values: []int64{61}}, {Values: []int64{79}}, {Name: "序时", Values: []int64{71}}}},
		{Title: "招商项目进度", Kind: chart.Funnel, Unit: chart.Count("个"), Labels: []string{"线索", "在谈", "签约", "落地", "运营"}, Series: []chart.Series{{Values: []int64{48, 31, 14, 9, 7}}}},
		streets(),
		{Title: "近 12 个月", Kind: chart.Spark, Unit: chart.Wan(), Labels: months, Series: []chart.Series{{Values: wan(80.69, 63.44, 100.17, 98.64, 92, 118, 90, 98, 110, 128.57, 104, 112)}}},
		{Title: "往来记录", Kind: chart.Timeline, Events: sampleEvents()},
	}
}

// streets is a district as tiles.
func streets() chart.Chart {
	c := chart.Chart{Title: "核实网络零售额 · 按街道", Kind: chart.Tiles, Unit: chart.Wan(),
		Labels: []string{"小王庄镇", "南陈屯镇", "水月寺街道", "南环中路街道", "南湖街道", "市场街道", "西环中街街道", "公园街道"},
		Series: []chart.Series{{Values: wan(412.6, 96.3, 538.64, 360.41, 0, 1084.62, 730.2, 185.57)}}}
	for i, at := range [][2]int{{0, 0}, {1, 2}, {1, 0}, {2, 1}, {2, 2}, {1, 1}, {0, 1}, {2, 0}} {
		place := chart.Place{Column: at[0], Row: at[1], Cells: make([]bool, 6+3*i)}
		for village := range place.Cells {
			place.Cells[village] = village%3 != 1
		}
		c.Places = append(c.Places, place)
	}
	return c
}

func TestCharts(t *testing.T) {
	for _, dark := range []bool{false, true} {
		name, mode := "", kit.Light
		if dark {
			name, mode = "-dark", kit.Dark
		}
		for page, charts := range map[string][]chart.Chart{"kit-charts": sampleCharts()[:6], "kit-charts-more": sampleCharts()[6:]} {
			Shot(t, page+name, officeWidth-200, 682, dark, func(over fyne.Window) (fyne.CanvasObject, func()) {
				var first *chart.View
				var cards []fyne.CanvasObject
				for _, c := range charts {
					view := chart.New(c, func(int, int) {})
					if first == nil {
						first = view
					}
					var shown fyne.CanvasObject = view
					if c.Kind == chart.Timeline {
						shown = kit.Scrolled(view)
					}
					cards = append(cards, kit.NewCard(c.Title, shown))
				}
				return chartPage(cards), func() { over.Canvas().Focus(first) }
			})
		}
		for i, c := range sampleCharts() {
			png, err := chart.Picture(c, fyne.NewSize(560, 300), chart.PNG, mode)
			if err != nil {
				t.Fatal(err)
			}
			keepPicture(t, "kit-chart-picture-"+string(rune('a'+i))+name, png)
		}
	}
}

func chartPage(cards []fyne.CanvasObject) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	var heights []kit.Track
	for len(cards) > 0 {
		n := min(3, len(cards))
		if len(cards)%4 == 0 {
			n = 4
		}
		tracks := make([]kit.Track, n)
		for i := range tracks {
			tracks[i] = kit.Share(1)
		}
		rows, heights = append(rows, kit.Across(kit.Gap, tracks, cards[:n]...)), append(heights, kit.Share(1))
		cards = cards[n:]
	}
	return kit.NewPage(kit.Header{Title: "图"}, kit.Down(kit.Gap, heights, rows...))
}

func keepPicture(t *testing.T, name string, png []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestChartStates draws what is pointed at, and figures that are hard to draw.
func TestChartStates(t *testing.T) {
	one := func(values ...int64) []chart.Series { return []chart.Series{{Name: "2026 年", Values: values}} }
	hard := []chart.Chart{
		sampleCharts()[2], sampleCharts()[3], sampleCharts()[4], streets(), sampleCharts()[5], sampleCharts()[7],
		{Title: "还没有数", Unit: chart.Wan(), Labels: months, Series: []chart.Series{{Name: "2026 年"}}},
		{Title: "只有一个", Kind: chart.Line, Unit: chart.Wan(), Labels: []string{"1月"}, Series: one(wan(3.2)...)},
		{Title: "最大与最小", Unit: chart.Wan(), Labels: months[:3], Series: one(math.MaxInt64, math.MinInt64, 1)},
		{Title: "都是退款", Kind: chart.Stacked, Unit: chart.Wan(), Labels: months[:3], Series: []chart.Series{{Name: "微信支付", Values: wan(-3, -2, -1)}, {Name: "支付宝", Values: wan(-1, 2, -4)}}},
		{Title: "名称很长", Kind: chart.Share, Unit: chart.Wan(), Labels: []string{"一个名称特别特别长以至于一行里根本放不下的平台", "退款多的平台", "其他"}, Series: one(wan(12, -3, 0.01)...)},
		{Title: "六十天", Kind: chart.Line, Unit: chart.Count("笔"), Labels: make([]string, 60), Series: one(make([]int64, 60)...)},
	}
	for day := range 60 {
		hard[11].Labels[day] = "11-" + strconv.Itoa(day+1)
		hard[11].Series[0].Values[day] = int64(1200 + 300*(day%7) - 17*day)
	}
	for _, dark := range []bool{false, true} {
		name := map[bool]string{true: "-dark"}[dark]
		Shot(t, "kit-charts-states"+name, wideWidth, wideHeight, dark, func(over fyne.Window) (fyne.CanvasObject, func()) {
			var cards []fyne.CanvasObject
			var views []*chart.View
			for _, c := range hard {
				view := chart.New(c, func(int, int) {})
				views, cards = append(views, view), append(cards, kit.NewCard(c.Title, view))
			}
			return chartPage(cards), func() {
				for i, view := range views[:6] {
					at := fyne.NewPos(view.Size().Width*0.5, []float32{200, 120, 8, 60, 60, 30}[i])
					view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
				}
			}
		})
	}
}
