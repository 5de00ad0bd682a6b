package kit

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTracksShareTheRoom(t *testing.T) {
	a, b, c := Space(30, 10), Space(40, 10), Space(10, 10)
	row := Across(10, []Track{Natural, Fixed(100), Share(1)}, a, b, c)
	onWindow(t, 300, 50, row)
	widths := []float32{a.Size().Width, b.Size().Width, c.Size().Width}
	if !reflect.DeepEqual(widths, []float32{30, 100, 150}) || c.Position().X != 150 {
		t.Errorf("%v, last at %v", widths, c.Position())
	}
}

func TestTheLastTextIsShortenedFirst(t *testing.T) {
	title, note := NewText("运河老号食品有限公司").Short(), NewText("统一社会信用代码").Short()
	onWindow(t, 200, 30, Row(10, title, note))
	if title.BaseWidget.Size().Width != title.wantedWidth() {
		t.Error("the title keeps its width while the note can give")
	}
	if note.BaseWidget.Size().Width >= note.wantedWidth() {
		t.Error("the note gives")
	}
}

func TestLinesBreakAsChineseDoes(t *testing.T) {
	onWindow(t, 100, 100, NewLoading())
	han := fyne.MeasureText("国", 14, fyne.TextStyle{}).Width
	for _, c := range []struct {
		text string
		room float32
		want []string
	}{
		{"一二三四五六", 4.2, []string{"一二三四", "五六"}},
		{"一二三四。五", 4.2, []string{"一二三", "四。五"}},
		{"一二“三四”", 3.2, []string{"一二", "“三", "四”"}},
		{"收到 1,204 笔", 4.2, []string{"收到", "1,204 笔"}},
		{"首行\n次行", 9, []string{"首行", "次行"}},
	} {
		if got := BreakLines(c.text, c.room*han, widthAt(14, false)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAParagraphIsAsHighAsItsLines(t *testing.T) {
	p := NewParagraph("运河区人民政府、腾讯公司、点芯科技三方签署“智慧运河”战略合作协议")
	onWindow(t, 120, 400, Column(0, p))
	lines := len(BreakLines(p.Content, 120, widthAt(TextSize, false)))
	if lines < 3 || p.BaseWidget.Size().Height != float32(lines)*p.lineHeight() {
		t.Errorf("%d lines, %v high", lines, p.BaseWidget.Size().Height)
	}
	p.MaxLines = 2
	p.SetText(p.Content)
	if p.HeightFor(120) != 2*p.lineHeight() {
		t.Error("MaxLines ends the text")
	}
}
