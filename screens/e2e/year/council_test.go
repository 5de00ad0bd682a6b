package year

import "testing"

// matter is what the meeting decides to have done.
const matter = "上线金丝小枣京东专区"

// TestATaskFromTopicToClosed follows a matter through the conference: brought as a topic, decided at a meeting, filed as a
// task out of the minutes, extended twice, returned once, closed. Nobody writes the chronicle, and it holds what happened.
func TestATaskFromTopicToClosed(t *testing.T) {
	o := opened(t)
	o.on("2026-10-12")
	firstRun(o)
	people(o)
	members(o)
	o.on("2026-10-20")
	topic(o)
	o.on("2026-10-29")
	held(o)
	o.on("2026-11-03")
	undertaken(o)
	o.on("2026-11-25")
	extended(o, "2026-12-10", "平台审核排期延后。")
	o.on("2026-12-08")
	extended(o, "2026-12-25", "质检报告尚未出具。")
	o.on("2026-12-20")
	returned(o)
	o.on("2026-12-24")
	closed(o)
	told(o)
	councilPapers(o)
}

// members takes the list of member departments in, and names the conference.
func members(o *office) {
	o.as("李敏")
	o.Keys("ctrl+5")
	o.Clicks("更多 ▾")
	o.Clicks("成员单位与联席会议")
	o.Reads("还没有成员单位")
	o.ClicksIn("增加成员…", "联席会议设置…")
	o.Types("运河区电子商务工作联席会议")
	o.Fills("召集人", "区长")
	o.Fills("办公室", "运河区商务局")
	o.Clicks("保存")
	o.Keys("ctrl+5")
	o.Clicks("更多 ▾")
	o.Clicks("导入台账…")
	o.drops(file{"成员单位.csv", "成员单位,负责人,职务,联络员,联系电话\n运河区商务局,王局长,局长,小李,13803176021\n运河区农业农村局,赵局长,局长,小周,13803176022\n"})
	o.Reads("新增 2 条")
	o.Clicks("导入 2 条")
}

// topic brings the matter before the meeting it is to be decided at.
func topic(o *office) {
	o.Keys("ctrl+alt+m")
	o.Reads("还没有会议")
	o.Clicks("报送议题…")
	o.Types("金丝小枣上线京东专区")
	o.picks("报送单位", "商务局")
	o.Fills("汇报人", "王局长")
	o.Answers("报送")
	o.Reads("金丝小枣上线京东专区", "待议")
	o.Clicks("筹备会议…")
	o.Types("2026-10-29")
	o.Fills("时间", "9:00")
	o.Fills("地点", "区政府三楼会议室")
	o.Fills("主持", "区长")
	o.Answers("建立")
	o.Reads("第 1 次联席会议", "待召开")
	o.Clicks("会议")
	o.Clicks("列入第 1 次联席会议")
	o.Reads("没有待列入的议题")
}

// picks chooses a record by a part of its name.
func (o *office) picks(label, name string) {
	o.Helper()
	o.GoesTo(label)
	o.Types(name)
	o.Keys("Return")
}

// held notes that the meeting was held, and splits its minutes into what it decided.
func held(o *office) {
	o.meeting()
	o.Clicks("文书 ▾")
	o.Clicks("会议通知…")
	o.saves("会议通知")
	o.Clicks("应到全部改为出席")
	o.Reads("2/2")
	o.Clicks("登记已召开…")
	o.Clicks("登记")
	o.Reads("已召开", "已议")
	o.ClicksIn("查看督办事项", "会议纪要…")
	o.Fills("文号", "〔2026〕1号")
	o.Fills("印发日期", "2026-11-02")
	o.Fills("纪要正文", "10月29日，区长主持召开联席会议。\n会议议定以下事项：\n一、由运河区商务局牵头，会同运河区农业农村局，于11月30日前"+matter+"。")
	o.Answers("保存并拆分")
	o.Reads("从纪要中识别出 1 项", "由运河区商务局牵头")
	o.Shot("split")
	o.Clicks("写入并立项")
	o.Reads("销号 0/1")
}

// meeting opens the one meeting there is.
func (o *office) meeting() {
	o.Helper()
	o.Keys("ctrl+alt+m")
	o.Clicks("第 1 次联席会议")
	o.Reads("到会情况")
}

// task opens the one task there is.
func (o *office) task() {
	o.Helper()
	o.Keys("ctrl+k")
	o.Types(matter)
	o.Reads("2026-001 " + matter)
	o.Keys("Return")
	o.Reads("办理记录")
}

// undertaken hands the task out and notes who does it.
func undertaken(o *office) {
	o.task()
	o.Clicks("交办…")
	o.Types("请抓紧办理。")
	o.Answers("交办")
	o.Clicks("登记承办…")
	o.Types("张三")
	o.Answers("登记")
	o.Reads("填写反馈…", "张三")
}

// extended asks for more time before the day, which the leader in charge grants.
func extended(o *office, until, reason string) {
	o.as("李敏")
	o.task()
	o.Clicks("延期…")
	o.Types(until)
	o.Fills("延期理由", reason)
	o.Answers("提交申请")
	o.as("周洋")
	o.Clicks("审批延期…")
	o.Reads("李敏申请延期至 " + until + "：" + reason)
	o.Answers("提交")
	o.Reads("延期批准", "→ "+until[5:])
	o.as("李敏")
}

// reported says that the matter is done.
func reported(o *office, what string) {
	o.task()
	o.Clicks("填写反馈…")
	o.Fills("进度", "100")
	o.Fills("进展情况", what)
	o.Clicks("已办结，提交审核")
	o.Answers("保存反馈")
	o.Reads("审核通过…")
}

// returned sends the task back: it is not good enough. Whoever is no approver cannot let it through.
func returned(o *office) {
	reported(o, "专区已上线。")
	o.Clicks("审核通过…")
	o.Reads("没有“批准”角色")
	o.Shot("task-may-not")
	o.Clicks("知道了")
	o.as("周洋")
	o.Clicks("退回…")
	o.Types("缺质检报告。")
	o.Answers("退回")
	o.Reads("填写反馈…")
	o.as("李敏")
}

// closed brings what was missing, and closes the task with its slip.
func closed(o *office) {
	reported(o, "质检报告已补齐。")
	o.as("周洋")
	o.Clicks("审核通过…")
	o.Types("同意办结。")
	o.Answers("审核通过")
	o.as("李敏")
	o.Clicks("销号…")
	o.Answers("销号")
	o.Shot("closed")
	o.Clicks("督办单…")
	o.saves("督办单")
	o.meeting()
	o.Reads("销号 1/1")
	o.Clicks("文书 ▾")
	o.Clicks("会议纪要（红头）…")
	o.saves("会议纪要")
}

// told reads what the chronicle proposes, accepts it, and writes it as a document.
func told(o *office) {
	o.Keys("ctrl+6")
	o.Reads("召开第 1 次联席会议", "第 1 次联席会议议定事项 1 项，立项督办 1 件", "印发第 1 次联席会议纪要〔2026〕1号", "“"+matter+"”办结销号", "《运河区电子商务发展奖励办法》施行", "5 条建议待确认")
	o.Shot("proposals")
	o.Clicks("全部采纳…")
	o.Answers("全部采纳")
	o.Reads("没有待确认的建议", "2026 年 5 条")
	o.Clicks("导出 ▾")
	o.Clicks("Word 或 PDF（按月）…")
	o.saves("大事记")
	o.Shot("chronicle")
}

// councilPapers opens again what was saved along the way.
func councilPapers(o *office) {
	o.says("会议通知.docx", "运河区电子商务工作联席会议", "2026年10月29日", "区政府三楼会议室", "金丝小枣上线京东专区")
	o.says("会议纪要.docx", "〔2026〕1号", "会议议定以下事项", "运河区商务局")
	o.says("督办单.docx", "2026-001", matter, "张三", "2026年12月25日", "2026年11月30日", "同意办结。")
	o.says("大事记.docx", "大事记", "召开第 1 次联席会议", "“"+matter+"”办结销号")
}
