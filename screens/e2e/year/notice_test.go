package year

// notice publishes the claims: seven working days over the Labour Day holidays.
func notice(o *office) {
	o.as("王强")
	o.Keys("ctrl+shift+g")
	o.Reads("29 件，合计 1,013,691.35 元", "壹佰零壹万叁仟陆佰玖拾壹元叁角伍分")
	o.Fills("文号", "运商公示〔2026〕3号")
	o.Fills("起始日", "2026-04-28")
	o.Fills("工作日数", "7")
	o.Fills("公示载体", "运河区政府网站")
	o.Fills("联系人", "王强")
	o.Fills("联系电话", "0317-2001234")
	o.Reads("公示 2026-04-28 至 2026-05-09，已避开节假日")
	o.Shot("notice")
	o.Clicks("保存公示表…")
	o.Reads("取消")
	o.Keys("ctrl+a")
	o.Types("公示表")
	o.Clicks("保存")
	o.Reads("公示表已保存到")
	o.Clicks("登记发布…")
	o.Answers("登记发布")
	o.Reads("没有处于公示环节的申报")
}

// objected records what a competitor says during the notice: until it is answered the claim stands.
func objected(o *office) {
	o.claim("2025-006")
	o.Reads("公示期 2026-04-28 至 2026-05-09")
	o.Clicks("登记异议…")
	o.Fills("异议人", "孙某某")
	o.Fills("联系电话", "13800000000")
	o.Fills("异议内容", "该公司 2024 年销售额已超过 200 万元。")
	o.Clicks("登记异议")
	o.Reads("异议 1 件，待答复 1 件")
	o.Clicks("公示期满…")
	o.Clicks("公示期满")
	o.Reads("公示期未满，到 2026-05-09 止")
	o.Keys("Escape")
}

// answered tells the objector what the statements say, and ends the notice for all.
func answered(o *office) {
	o.together("公示", 29, "公示期满。")
	o.passed(28, 1, "2025-006", "有未答复的异议（孙某某）")
	o.does("公示异议")
	o.Reads("该公司 2024 年销售额已超过 200 万元。", "138****0000")
	o.Clicks("答复异议…")
	o.Types("经核对账单，该公司 2024 年核实网络零售额 199 万元，未达到 200 万元。")
	o.Answers("答复异议")
	o.Reads("待答复 0 件", "异议不成立")
	o.Shot("objections")
	o.claim("2025-006")
	o.Clicks("公示期满…")
	o.Types("异议已答复。")
	o.Clicks("公示期满")
	o.Reads("批准中")
}

// approval is by somebody who did nothing else with a claim.
func approval(o *office) {
	o.as("陈静")
	o.together("批准", 29, "同意拨付。")
	o.passed(28, 1, "2025-001", "经办、复核、批准不得为同一人")
	o.as("周洋")
	o.together("批准", 1, "同意拨付。")
	o.passed(1, 0)
}
