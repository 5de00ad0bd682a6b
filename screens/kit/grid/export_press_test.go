package grid

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/ncruces/zenity"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// atHome has Fyne's file dialogs begin in a folder of the test's own.
func atHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("PATH", "")
	if zenity.IsAvailable() {
		t.Skip("the system's own file dialog cannot be pressed by a test")
	}
	return home
}

// TestAPersonExportsWhatIsSeen: from the shortcut to the file, by keys and buttons alone.
func TestAPersonExportsWhatIsSeen(t *testing.T) {
	home := atHome(t)
	s, said := exportable(t, 40)
	s.window.Canvas().Focus(s.Grid)
	s.drag(s.headAt(5), s.headAt(0).AddXY(-40, 0))
	s.choose(s.headAt(3), "隐藏此列") // 平台
	s.drag(s.cellAt(4, 0), s.cellAt(6, 1))
	s.control(fyne.KeyE, fyne.KeyModifierShift)
	s.tap("选中的 3 行")
	s.tap("CSV，UTF-8 编码（Excel、WPS 直接打开）")
	s.tap("选择位置…")
	saveAs(s)
	text, err := os.ReadFile(filepath.Join(home, "交易数据.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\r\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], "\ufeff金额(元),交易时间,主体,平台订单号") || !strings.Contains(lines[3], number(6)) {
		t.Errorf("%q", lines)
	}
	if len(*said) != 1 || !strings.Contains((*said)[0], "3 行") {
		t.Errorf("%q", *said)
	}
}

// saveAs presses the button that saves in the file dialog that is open.
func saveAs(s shown) {
	s.t.Helper()
	for _, button := range within[*widget.Button](s) {
		if button.Text == "保存" {
			test.Tap(button)
			return
		}
	}
	s.t.Fatal("no file dialog is open")
}

// slow is a list that is read until its progress is on the screen; then it has a person press 取消.
type slow struct {
	*sales
	press  func()
	served int
}

func (m *slow) Page(ctx context.Context, first, count int) ([]Row, error) {
	if first >= 5000 && m.press != nil {
		m.press()
		m.press = nil
	}
	m.served = first + count
	return m.sales.Page(ctx, first, count)
}

// TestAnExportIsCancelled: a million rows are on their way, the dialog says how far, and 取消 leaves no file.
func TestAnExportIsCancelled(t *testing.T) {
	home := atHome(t)
	model := &slow{sales: &sales{rows: 1_000_000}}
	s := show(t, kit.Light, model)
	var fault *problem.Problem
	s.OnProblem = func(p *problem.Problem) { fault = p }
	s.Exportable(s.window, "交易数据", func(text string) { t.Errorf("said %q", text) })
	s.choose(s.cellAt(2, 2), "导出…")
	s.tap("选择位置…")
	model.press = func() {
		for end := time.Now().Add(10 * time.Second); len(within[*kit.Meter](s)) == 0 && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond)
		}
		s.tap("取消")
	}
	saveAs(s)
	if fault == nil || fault.Code != "task.cancelled" {
		t.Errorf("problem %v", fault)
	}
	if model.served > 20_000 {
		t.Errorf("%d rows were read after all", model.served)
	}
	if left, _ := filepath.Glob(filepath.Join(home, "*")); len(left) != 0 {
		t.Errorf("%v is left", left)
	}
}
