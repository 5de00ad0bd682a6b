package gallery

import (
	"context"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/form"
)

var months = []string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}

func TestKit(t *testing.T) {
	for _, dark := range []bool{false, true} {
		name := "kit-organisation"
		if dark {
			name += "-dark"
		}
		Shot(t, name, officeWidth-200, 682, dark, func(fyne.Window) (fyne.CanvasObject, func()) { return organisation(), nil })
		Shot(t, "kit-claim"+name[16:], officeWidth-200, 682, dark, func(fyne.Window) (fyne.CanvasObject, func()) { return claim(), nil })
	}
	Shot(t, "kit-states", officeWidth-200, 682, false, func(fyne.Window) (fyne.CanvasObject, func()) { return states(), nil })
}

func TestKitDialogs(t *testing.T) {
	blank := func(over fyne.Window, open func()) (fyne.CanvasObject, func()) { return kit.NewLoading(), open }
	Shot(t, "kit-form", 900, 600, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
		return blank(over, func() {
			asked := sampleForm()
			form.Show(over.Canvas(), "新建市场主体", asked, "保存", func() *problem.Problem { return nil })
			asked.Valid()
		})
	})
	Shot(t, "kit-picker", 900, 600, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
		return blank(over, func() {
			kit.OpenPicker(over.Canvas(), "选择企业", companies, func(kit.Found[int64]) {}, kit.NewPlain("新建企业…", func() {}))
		})
	})
	Shot(t, "kit-problem", 900, 600, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
		return blank(over, func() {
			kit.ShowProblem(over.Canvas(), problem.New("unexpected").In("1900012345_20261001_ALL.csv").At(1042, "应结订单金额"))
		})
	})
}

func companies(context.Context, string, int) ([]kit.Found[int64], error) {
	return []kit.Found[int64]{
		{Key: 1, Label: "运河老号食品有限公司", Note: "91130903MA07K3C23X · 市场街道", Kind: "企业"},
		{Key: 2, Label: "运河湾餐饮管理有限公司", Note: "91130903MA07K3D37T · 小王庄镇", Kind: "企业"},
		{Key: 3, Label: "沧运红枣专业合作社", Note: "南陈屯镇", Kind: "合作社"},
	}, nil
}

func sampleForm() *form.Form {
	name, _ := form.Text("名称", "运河老号食品有限公司")
	name.Required = true
	code, _ := form.Text("信用代码", "91130903MA07K3C23A")
	code.Check = func() string { return "第 18 位校验码应为 X，请核对营业执照" }
	phone, _ := form.Text("联系电话", "")
	phone.Required, phone.Help = true, "列表里默认只显示前三位和后四位"
	kind := &form.Field{Label: "类型", Input: kit.NewSelect([]kit.Choice{{Value: "enterprise", Label: "企业"}, {Value: "farm", Label: "农场"}}, "enterprise", nil)}
	return form.New(name, kind, code, phone)
}

func organisation() fyne.CanvasObject {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: "市场主体", Open: func() {}}}, Title: "运河老号食品有限公司",
		Badges:  []fyne.CanvasObject{kit.NewBadge("企业", kit.Blue), kit.NewBadge("限上", kit.TealTint)},
		Note:    "统一社会信用代码 91130903MA07K3C23X",
		Actions: []fyne.CanvasObject{kit.NewPlain("打印档案", func() {}), kit.NewPlain("合并…", func() {}), kit.NewPrimary("新建申报…", func() {})},
	}
	left := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, facts(), shops(), accounts())
	middle := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, figures(), monthly(), platforms())
	return kit.NewPage(header, kit.Across(kit.WideGap, []kit.Track{kit.Fixed(300), kit.Fixed(470), kit.Share(1)}, left, middle, dealings()))
}

func facts() fyne.CanvasObject {
	status := kit.Row(6, kit.NewBadge("存续", kit.GreenTint), kit.NewStyled("无处罚、不在黑名单", kit.Ink, kit.DenseTextSize, false))
	return kit.NewCard("基本情况", kit.NewPropertyList(72,
		kit.Property{Name: "类型", Value: "有限责任公司"}, kit.Property{Name: "成立", Value: "2009-04-16"},
		kit.Property{Name: "行业", Value: "食品制造业"}, kit.Property{Name: "限上", Value: "零售，2019 年起在库"},
		kit.Property{Name: "状态", Object: status}, kit.Property{Name: "地区", Value: "市场街道 · 顺河社区"},
		kit.Property{Name: "地址", Value: "新华西路 118 号"}, kit.Property{Name: "电商负责人", Value: "138****6021"},
	), kit.NewLink("编辑", func() {}))
}

func shops() fyne.CanvasObject {
	return kit.NewCard("平台网店", kit.NewLines(
		kit.LineOf("京东 · 运河老号食品旗舰店", "最近账单 2026-10", kit.NewBadge("营业", kit.GreenTint)),
		kit.LineOf("天猫 · 运河老号食品专营店", "11-12 开店，尚无账单", kit.NewBadge("新开", kit.Blue)),
	), kit.NewSecondary("3 家"))
}

func accounts() fyne.CanvasObject {
	return kit.NewCard("收款账户", kit.NewLines(
		kit.LineOf("微信支付 1623308841", "小程序商城 · 本年 9,412 笔", kit.NewBadge("线上", kit.Blue)),
		kit.LineOf("微信支付 1623310904", "解放路门店 · 本年 21,306 笔", kit.NewBadge("线下", kit.Grey)),
		kit.LineOf("支付宝 2088****4417", "按交易类型逐笔区分", kit.NewBadge("混合", kit.AmberTint)),
	), kit.NewLink("新增", func() {}))
}

func figures() fyne.CanvasObject {
	return kit.Column(kit.Gap,
		kit.NewFigures(
			kit.Figure{Label: "本年核实网络零售额", Value: "1,084.62 万元", Note: "线上；线下另计 212.30 万元", Open: func() {}},
			kit.Figure{Label: "同比（1–10 月）", Value: "211.5%", Note: "980.31 对 314.73 万元", Trend: 1}),
		kit.NewFigures(
			kit.Figure{Label: "在途申报", Value: "1 件 · 10.0 万元", Note: "2026-017 网络零售额突破奖，复核中"},
			kit.Figure{Label: "最近导入", Value: "11-23 09:12", Note: "微信服务商账单，新增 1,204 笔"}))
}

// wan are amounts in 万元 as fen.
func wan(amounts ...float64) []int64 {
	fen := make([]int64, len(amounts))
	for i, amount := range amounts {
		fen[i] = int64(math.Round(amount * 1e6))
	}
	return fen
}

func monthly() fyne.CanvasObject {
	return kit.NewCard("核实网络零售额 · 按月", chart.New(chart.Chart{Unit: chart.Wan(), Labels: months, Series: []chart.Series{
		{Name: "2025 年 431.26", Values: wan(22, 18.5, 27, 28.5, 30.2, 38, 30.1, 33.8, 38, 47, 62, 54)},
		{Name: "2026 年 1,084.62（11 月截至 22 日）", Values: wan(80.69, 63.44, 100.17, 98.64, 92, 118, 90, 98, 110, 128.57, 104)},
	}}, func(int, int) {}), kit.NewSecondary("点柱形看明细"))
}

func platforms() fyne.CanvasObject {
	shares := chart.Chart{Kind: chart.Share, Unit: chart.Wan(), Labels: []string{"微信支付", "支付宝", "京东"}, Series: []chart.Series{{Values: wan(538.64, 360.41, 185.57)}}}
	return kit.NewCard("本年按平台（线上）", kit.Column(10, chart.New(shares, nil), kit.Rule(),
		kit.NewNote("线下 212.30 万元：解放路门店收银 198.16，支付宝当面付 14.14（不计入奖励）")), kit.NewSecondary("万元 · 占比"))
}

func sampleEvents() []chart.Event {
	return []chart.Event{
		{Kind: "导入", When: "11-23 09:12 · 经办员", Text: "微信服务商账单 11 月 1–22 日，归入本企业 1,204 笔"},
		{Kind: "申报", Tone: kit.Teal, When: "11-20 15:02 · 初审员", Text: "2026-017 初审通过：账单与申报额差异 1.7%，在 5% 允许范围内", Open: func() {}},
		{Kind: "申报", Tone: kit.Teal, When: "11-18 09:40 · 受理员", Text: "收到申报材料 6 项，缺完税证明，已通知企业补正"},
		{Kind: "检查", Tone: kit.Amber, When: "11-06 10:20 · 经办员", Text: "京东旗舰店网店检查 25 项，24 项合格；划线价依据限 7 日整改"},
		{Kind: "会议", Tone: kit.Secondary, When: "10-29 · 联席会议办公室", Text: "第 4 次联席会议议题 3：列入农产品上行骨干企业"},
	}
}

func dealings() fyne.CanvasObject {
	all := kit.NewQuietChip("全部 37", func() {})
	all.SetActive(true)
	chips := kit.NewWrap(6, 4, all, kit.NewQuietChip("导入", func() {}), kit.NewQuietChip("申报", func() {}), kit.NewQuietChip("检查", func() {}))
	return kit.NewCard("往来记录", kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, chips,
		kit.Scrolled(chart.NewTimeline(sampleEvents())), kit.Row(0, kit.NewLink("更早的 30 条 ›", func() {}))), kit.NewSecondary("2026 年 ▾"))
}

func claim() fyne.CanvasObject {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: "奖励申报", Open: func() {}}}, Title: "运河老号食品有限公司 · 网络零售额突破奖",
		Badges:  []fyne.CanvasObject{kit.NewBadge("2026-017", kit.Blue), kit.NewBadge("复核中", kit.AmberTint)},
		Actions: []fyne.CanvasObject{kit.NewPlain("打印申报表", func() {}), kit.NewPlain("退回补正…", func() {}), kit.NewPrimary("复核通过…", func() {})},
	}
	steps := kit.NewPlainCard(kit.NewStepper([]string{"受理", "初审", "复核", "联审", "公示 5 个工作日", "批准", "拨付"}, 2))
	meets := kit.Row(6, kit.NewBadge("符合", kit.GreenTint), kit.NewText("50,000 元"))
	trace := kit.NewTable([]kit.Head{{Grow: true}, {Right: true}},
		kit.Cells("2025 年核实网络零售额", "4,312,608.55 元"), kit.Cells("2026 年核实网络零售额", "10,846,220.17 元"),
		[]kit.Cell{{Text: "首次突破 500 万元"}, {Object: meets}}, kit.Cells("同类奖励就高不重复", "取 100,000 元"),
		[]kit.Cell{{Text: "核定金额", Bold: true}, {Text: "100,000.00 元", Bold: true}},
	).Roomy().Headless().Mark(4).OnRow(func(int) {})
	evidence := kit.NewTable([]kit.Head{{Title: "月份"}, {Title: "企业申报", Right: true}, {Title: "微信支付", Right: true}, {Title: "支付宝", Right: true}, {Title: "核实合计", Right: true}},
		kit.Cells("1月", "812,000.00", "402,118.30", "286,540.00", "806,858.30"),
		[]kit.Cell{{Text: "4月"}, {Text: "1,150,000.00"}, {Text: "480,310.00"}, {Text: "301,006.00"}, {Text: "986,434.00", Colour: kit.RedText}},
	).Roomy()
	record := chart.NewTimeline([]chart.Event{
		{When: "11月20日 15:02 · 初审员", Text: "平台账单与申报额差异 1.7%，在 5% 允许范围内，建议通过。"},
		{When: "11月18日 09:40 · 受理员", Text: "收到申报材料 6 项，缺完税证明，已通知补正。"}})
	left := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)},
		kit.NewCard("金额是怎么算出来的", trace, kit.NewSecondary("依据《电子商务发展奖励办法》第六条")), kit.NewCard("材料核对", kit.NewEmpty("还没有收到材料", "企业交来的材料放进这里，程序会核对是否齐全。", kit.NewPlain("添加材料…", func() {})), kit.NewSecondary("6 / 7 项齐全")))
	right := kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewCard("证据：申报额与账单核实额对照", evidence, kit.NewSecondary("差异 -1.7%")), kit.NewCard("办理记录", record))
	return kit.NewPage(header, kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)}, steps, kit.Across(kit.WideGap, []kit.Track{kit.Share(12), kit.Share(13)}, left, right)))
}

func states() fyne.CanvasObject {
	year := kit.NewChoiceChip("", []kit.Choice{{Value: "", Label: "全部年份"}, {Value: "2026", Label: "2026年"}}, "2026", func(string) {})
	platform := kit.NewChoiceChip("平台", []kit.Choice{{Value: "", Label: "全部"}}, "", func(string) {})
	chips := kit.NewWrap(kit.Gap, 4, year, platform, kit.NewChip("未匹配 2,114", func() {}))
	disabled := kit.NewPrimary("导入", func() {})
	disabled.Disable()
	focused := kit.NewPlain("取消", func() {})
	focused.FocusGained()
	buttons := kit.Row(kit.Gap, kit.NewPrimary("导入", func() {}), disabled, focused, kit.NewDanger("撤销整批…", func() {}), kit.NewSmallButton("选择企业…", func() {}), kit.NewSmallLink("查看该批", func() {}), kit.Spring(), kit.NewCount("7", kit.StrongRed), kit.NewCount("1,286", kit.Grey), kit.NewBadge("不一致", kit.RedTint), kit.NewBadge("逾期", kit.StrongRed))
	p := problem.New("unexpected").In("十月网店销售_万家.csv").At(12, "交易时间")
	return kit.NewPage(kit.Header{Title: "一个很长很长的标题，长到放不下的时候应当从副标题开始缩短而不是盖住按钮或者跑出窗口", Note: "在 1,284,310 笔中找到 1,284,310 笔", Actions: []fyne.CanvasObject{kit.NewPlain("导入记录", func() {}), kit.NewPrimary("导入账单…", func() {})}},
		kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, chips, buttons, kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1), kit.Share(1)},
			kit.NewPlainCard(kit.NewLoading()),
			kit.NewPlainCard(kit.NewEmpty("还没有交易数据", "把账单文件拖进窗口，或者点“导入账单…”。微信支付、支付宝、淘宝、京东、拼多多、抖音的导出文件都能识别。", kit.NewPrimary("导入账单…", func() {}))),
			kit.NewPlainCard(kit.NewFailed(p, kit.NewPlain("再试一次", func() {}))))))
}
