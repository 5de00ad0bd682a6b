package kit

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestGolden keeps the look of the parts that are drawn by hand. Other processors round differently, so
// the pictures hold on one only. After a wanted change copy testdata/failed over testdata.
func TestGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" || runtime.GOOS != "linux" {
		t.Skip("the pictures were drawn on linux/amd64")
	}
	steps := NewStepper([]string{"受理", "初审", "复核", "联审", "公示 5 个工作日", "批准", "拨付"}, 2)
	badges := Row(Gap, NewBadge("企业", Blue), NewBadge("已匹配", GreenTint), NewBadge("未匹配", AmberTint), NewBadge("不一致", RedTint), NewCount("7", StrongRed))
	table := NewTable([]Head{{Title: "项目", Grow: true}, {Title: "逐行合计", Right: true}}, Cells("总交易单数", "13,274"), Cells("退款总金额", "226,556.40")).Mark(1)
	for name, object := range map[string]fyne.CanvasObject{"stepper": steps, "badges": badges, "table": table} {
		over := onWindow(t, 900, 80, NewPanel(CardGround, "", 0, object))
		test.AssertImageMatches(t, name+".png", over.Canvas().Capture())
	}
	over := onWindow(t, 520, 240, NewLoading())
	task := &Task{over: over.Canvas(), title: "正在导入 6 个文件", cancel: func() {}}
	task.show()
	task.progress(13280, 32572, "1900012345_20261001_ALL.csv.gz 第 13,280 行")
	test.AssertImageMatches(t, "progress.png", over.Canvas().Capture())
}
