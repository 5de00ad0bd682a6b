package grid

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

func TestForSpreadsheet(t *testing.T) {
	for _, c := range []struct {
		text string
		kind Kind
		want string
	}{
		{"运河老号食品", Text, "运河老号食品"},
		{"4200002652698958707427810000", Code, `="4200002652698958707427810000"`},
		{"4200002652698958707427810000", Text, `="4200002652698958707427810000"`},
		{"130903", Code, "130903"},
		{"0316", Code, `="0316"`},
		{"13803178888", Code, "13803178888"},
		{"12E5", Text, `="12E5"`},
		{"3-4", Text, `="3-4"`},
		{"2026-11-22 10:23:58", Moment, "2026-11-22 10:23:58"},
		{"2026-11-22", Moment, "2026-11-22"},
		{"1,234,567.89", Number, "1234567.89"},
		{"-642.74", Number, "-642.74"},
		{"−642.74", Number, "-642.74"},
		{"12.5%", Number, "12.5%"},
		{"=cmd|' /C calc'!A0", Text, `="=cmd|' /C calc'!A0"`},
		{"=1+1", Number, `="=1+1"`},
		{`"引号"内`, Text, `="""引号""内"`},
		{`中间"引号`, Text, `中间"引号`},
		{"两\r\n行\t一格", Text, "两 行 一格"},
		{"=" + strings.Repeat("a", 300), Text, " =" + strings.Repeat("a", 300)},
		{"", Code, ""},
	} {
		if got := forSpreadsheet(Word(c.text), c.kind); got != c.want {
			t.Errorf("%q is copied as %q, want %q", c.text, got, c.want)
		}
	}
}

func clipboard() string { return fyne.CurrentApp().Clipboard().Content() }

func TestCopyTakesTheSelection(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	s.drag(s.cellAt(1, 3), s.cellAt(2, 5))
	s.TypedShortcut(&fyne.ShortcutCopy{})
	want := "=\"" + number(1) + "\"\t支付成功\t87.17\r\n=\"" + number(2) + "\"\t支付成功\t124.34"
	if got := clipboard(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	s.Copy(WithHead)
	if got := clipboard(); got != "平台订单号\t状态\t金额(元)\r\n"+want {
		t.Errorf("copied with head: %q", got)
	}
	s.control(fyne.KeyC, fyne.KeyModifierShift)
	if got := clipboard(); !strings.HasPrefix(got, number(1)+"\t") {
		t.Errorf("copied as text: %q", got)
	}
	s.click(s.cellAt(1, 3), 0)
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if got := clipboard(); got != number(1) {
		t.Errorf("one cell is copied as %q", got)
	}
}

func TestCopyOfSeveralRanges(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 100})
	s.click(s.cellAt(1, 4), 0)
	s.click(s.cellAt(3, 5), fyne.KeyModifierControl)
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if got := clipboard(); got != "支付成功\t\r\n\t161.51" {
		t.Errorf("copied %q", got)
	}
}

func TestCopyFetchesWhatIsNotHere(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 12_000})
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCopy{})
	lines := strings.Split(clipboard(), "\r\n")
	if len(lines) != 12_000 || !strings.Contains(lines[11_999], number(11_999)) {
		t.Errorf("copied %d lines", len(lines))
	}
}

func TestCopyOfTooMuchIsRefused(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	var fault *problem.Problem
	s.OnProblem = func(p *problem.Problem) { fault = p }
	fyne.CurrentApp().Clipboard().SetContent("before")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if fault == nil || fault.Code != "grid.too_much_to_copy" || clipboard() != "before" {
		t.Errorf("problem %v, clipboard %.20q", fault, clipboard())
	}
}
