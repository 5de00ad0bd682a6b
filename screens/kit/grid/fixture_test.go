package grid

import (
	"context"
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// sales is a list of invented lines of any length.
type sales struct {
	rows  int
	asked [][2]int
	fault error
}

func (m *sales) Rows() int { return m.rows }

func (m *sales) Page(_ context.Context, first, count int) ([]Row, error) {
	m.asked = append(m.asked, [2]int{first, count})
	if m.fault != nil {
		return nil, m.fault
	}
	var rows []Row
	for i := first; i < min(first+count, m.rows); i++ {
		rows = append(rows, line(i))
	}
	return rows, nil
}

var (
	shops = []string{"运河老号食品", "金丝小枣旗舰店", "南湖优选超市", "大运商贸", "解放路书店", "小王庄果蔬", "鑫港箱包", "运河湾餐饮", "西环数码"}
	kinds = []string{"MICROPAY", "JSAPI", "JSAPI", "NATIVE"}
)

func line(i int) Row {
	amount, status := fmt.Sprintf("%d.%02d", 50+i*37%900, i*17%100), "支付成功"
	if i%12 == 11 {
		amount, status = "-"+amount, "退款"
	}
	match := State("已匹配", kit.GreenTint)
	if i%7 == 6 {
		match = State("未匹配", kit.AmberTint)
	}
	return Row{Cells: []Cell{
		Word(fmt.Sprintf("2026-11-%02d %02d:%02d:%02d", 22-i/9%20, i*7%24, i*13%60, i*29%60)),
		LinkTo(shops[i%len(shops)]), Word("微信支付"), Word(fmt.Sprintf("42000026%020d", i)),
		Word(status), Word(amount), Word(kinds[i%len(kinds)]), match, Box(i%3 == 0),
	}}
}

func saleColumns() []Column {
	return []Column{
		{ID: "time", Label: "交易时间", Width: 190, Kind: Moment, Sortable: true},
		{ID: "shop", Label: "主体", Width: 150, Sortable: true, Grow: 1},
		{ID: "platform", Label: "平台", Width: 100},
		{ID: "number", Label: "平台订单号", Width: 270, Kind: Code, Sortable: true},
		{ID: "status", Label: "状态", Width: 100},
		{ID: "amount", Label: "金额(元)", Width: 110, Kind: Number, Sortable: true},
		{ID: "kind", Label: "方式", Width: 100},
		{ID: "match", Label: "匹配", Width: 80},
		{ID: "tick", Label: "核对", Width: 60, Kind: Check},
	}
}

const (
	testWidth  = 1150
	testHeight = 600
)

// shown is a grid in a window of the test driver, with pages that load at once.
type shown struct {
	*Grid
	t      *testing.T
	window fyne.Window
}

func show(t *testing.T, mode kit.Mode, model Model) shown {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(mode))
	t.Cleanup(Inline())
	g := New(saleColumns()...)
	g.SetModel(model)
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(testWidth, testHeight))
	return shown{g, t, w}
}

// cellAt is the middle of a cell on the screen.
func (s shown) cellAt(row, column int) fyne.Position {
	l, v := s.lanes[column], s.view
	return fyne.NewPos(v.rows.X+s.across(column)+l.width/2, v.rows.Y+(float32(row-s.Grid.window.top)+0.5)*s.style.row)
}

// across is where a column begins on the screen.
func (s shown) across(column int) float32 {
	if count, _ := s.frozenNow(); column < count {
		return s.lanes[column].at
	}
	return s.lanes[column].at - s.left
}

func (s shown) headAt(column int) fyne.Position {
	l := s.lanes[column]
	return fyne.NewPos(s.view.head.X+s.across(column)+l.width/2, s.view.head.Y+5)
}

func (s shown) edgeAt(column int) fyne.Position {
	l := s.lanes[column]
	return fyne.NewPos(s.view.head.X+s.across(column)+l.width, s.view.head.Y+5)
}

func (s shown) mouse(at fyne.Position, button desktop.MouseButton, modifier fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: button, Modifier: modifier}
}

// click does what the driver does for a click.
func (s shown) click(at fyne.Position, modifier fyne.KeyModifier) {
	s.MouseDown(s.mouse(at, desktop.MouseButtonPrimary, modifier))
	s.MouseUp(s.mouse(at, desktop.MouseButtonPrimary, modifier))
}

func (s shown) doubleClick(at fyne.Position) {
	s.click(at, 0)
	s.click(at, 0)
	s.DoubleTapped(&fyne.PointEvent{Position: at})
}

func (s shown) drag(from fyne.Position, over ...fyne.Position) {
	s.MouseDown(s.mouse(from, desktop.MouseButtonPrimary, 0))
	for _, at := range over {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}})
	}
	s.MouseUp(s.mouse(over[len(over)-1], desktop.MouseButtonPrimary, 0))
	s.DragEnd()
}

func (s shown) press(names ...fyne.KeyName) {
	for _, name := range names {
		s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (s shown) shifted(names ...fyne.KeyName) {
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.press(names...)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (s shown) control(name fyne.KeyName, more fyne.KeyModifier) {
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl | more})
}

// words are the texts drawn in a column, from the first row on the screen.
func (s shown) words(column int) []string {
	var words []string
	part := s.view.scrolled
	if column < s.view.frozen.last {
		part = s.view.frozen
	}
	texts, at := part.pens.texts, part.at(column)
	for _, text := range texts.items[:texts.used] {
		if x := text.Position().X; x >= at && x < at+s.lanes[column].width {
			words = append(words, text.Text)
		}
	}
	return words
}

func number(i int) string { return fmt.Sprintf("42000026%020s", strconv.Itoa(i)) }
