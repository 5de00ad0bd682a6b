package papers

import "smartcanal/data/document"

// The templates are papers whose facts are marks, so that they look as the program's own papers do.

func issuing() Office {
	return Office{
		Name: "{{发文机关}}", Number: "{{发文字号}}", Dated: "{{成文日期}}", Sealed: true, CopiesTo: "{{抄送}}", Contact: "{{联系人}}", Phone: "{{电话}}",
	}
}

func noticeTemplate() *document.Paper {
	office := issuing()
	office.Letter = true
	p := MeetingNotice{
		Office: office, Title: "{{标题}}", Addressee: "{{主送}}", Opening: "{{事由}}", Time: "{{时间}}", Place: "{{地点}}", Chair: "{{主持}}",
	}.Paper()
	p.Body = append(p.Body, section("会议议题", "{{#议题}}{{序号}}.{{内容}}{{/议题}}")...)
	p.Body = append(p.Body, section("参会人员", "{{参会人员}}")...)
	p.Body = append(p.Body, section("有关要求", "{{#要求}}{{序号}}.{{内容}}{{/要求}}")...)
	return p
}

func agendaTemplate() *document.Paper {
	p := Agenda{
		Title: "{{标题}}", Time: "{{时间}}", Place: "{{地点}}", Chair: "{{主持}}",
		Items: []AgendaItem{{Content: "{{内容}}", Presenter: "{{汇报人}}{{/议程}}"}},
	}.Paper()
	table := p.Body[len(p.Body)-1].(document.Table)
	table.Rows[0][0] = "{{#议程}}{{序号}}"
	return p
}

func minutesTemplate() *document.Paper {
	p := Minutes{
		Mark: "{{纪要名称}}", Issue: "{{期号}}", Office: "{{印发机关}}", Dated: "{{日期}}", Title: "{{标题}}", Opening: "{{会议情况}}",
		Present: "{{出席}}", Excused: "{{请假}}", SatIn: "{{列席}}", CopiesTo: "{{抄送}}",
	}.Paper()
	p.Body = append(p.Body, document.Text{Text: "{{#议定事项}}"},
		document.Heading{Level: 1, Text: "{{中文序号}}、{{标题}}", Bare: true}, document.Text{Text: "{{内容}}"}, document.Text{Text: "{{分工}}"},
		document.Text{Text: "{{/议定事项}}"}, document.Text{Text: "{{结语}}"})
	return p
}

func slipTemplate() *document.Paper {
	return Slip{
		Title: "{{标题}}", Number: "{{编号}}", Issued: "{{立项日期}}", Due: "{{办理时限}}", Priority: "{{紧急程度}}", Matter: "{{督办事项}}", Basis: "{{立项依据}}",
		Lead: "{{牵头单位}}", Support: "{{配合单位}}", Person: "{{责任人}}", Expected: "{{预期成果}}", Progress: "{{办理情况}}", Review: "{{审核意见}}",
		Approval: "{{领导批示}}", Contact: "{{联系方式}}",
	}.Paper()
}

func reminderTemplate() *document.Paper {
	office := issuing()
	office.Letter = true
	p := Reminder{
		Office: office, Title: "{{标题}}", Addressee: "{{主送}}",
		Items: []ReminderItem{{Number: "{{编号}}", Matter: "{{督办事项}}", Due: "{{办理时限}}", State: "{{状态}}", Progress: "{{进展}}{{/事项}}"}},
	}.Paper()
	p.Body[0] = document.Text{Text: "{{正文}}"}
	p.Body[1].(document.Table).Rows[0][0] = "{{#事项}}{{序号}}"
	return p
}

func adoptionTemplate() *document.Paper {
	return Adoption{
		Title: "{{标题}}", Comments: []Comment{{Department: "{{单位}}", Text: "{{意见}}", Result: "{{采纳情况}}", Reply: "{{说明}}{{/意见表}}"}},
	}.numbered("{{#意见表}}{{序号}}")
}

func publicNoticeTemplate() *document.Paper {
	office := issuing()
	office.Number = ""
	return PublicNotice{
		Office: office, Title: "{{标题}}", Opening: "{{正文}}", Period: "{{公示期}}", Address: "{{地址}}", Unit: "单位：元",
		Columns: []document.Column{
			{Head: "序号", Width: 0.6, Align: document.Centre}, {Head: "单位名称", Width: 3}, {Head: "奖励项目", Width: 2}, {Head: "核定金额", Width: 1.4, Align: document.Right},
		},
		Rows: [][]string{{"{{#名单}}{{序号}}", "{{单位名称}}", "{{奖励项目}}", "{{核定金额}}{{/名单}}"}},
	}.Paper()
}

func requestTemplate() *document.Paper {
	return Request{
		Office: issuing(), Signers: []string{"{{签发人}}"}, Title: "{{标题}}", Addressee: "{{主送}}", Body: []document.Block{document.Text{Text: "{{正文}}"}},
	}.Paper()
}

func annalsTemplate() *document.Paper {
	p := Annals{Title: "{{标题}}", Subtitle: "{{起止}}", Office: "{{单位}}", Dated: "{{日期}}"}.Paper()
	p.Body = append(p.Body, document.Text{Text: "{{#月份}}"}, document.Heading{Level: 1, Text: "{{月份}}", Bare: true},
		document.Text{Lead: "{{#条目}}{{日}}", Text: "　{{内容}}{{/条目}}"}, document.Text{Text: "{{/月份}}"})
	return p
}

func reportTemplate() *document.Paper {
	p := StudyReport{Title: "{{标题}}", Team: "{{考察组}}", Dated: "{{日期}}", Opening: "{{引言}}"}.Paper()
	p.Body = append(p.Body, section("基本情况", "{{基本情况}}")...)
	part := func(heading, list, title string) {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: heading}, document.Text{Text: "{{#" + list + "}}"},
			document.Heading{Level: 2, Text: "（{{中文序号}}）" + title, Bare: true}, document.Text{Text: "{{内容}}"}, document.Text{Text: "{{/" + list + "}}"})
	}
	part("主要做法", "站点", "{{名称}}{{时间}}")
	part("主要启示", "启示", "{{标题}}")
	part("工作建议", "建议", "{{标题}}")
	return p
}
