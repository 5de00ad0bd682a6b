package year

import "os"

// firstRun chooses the district and begins with an empty file.
func firstRun(o *office) {
	o.shell.Start()
	o.Reads("开始使用智慧运河")
	o.Types("yhq")
	o.Clicks("运河区")
	o.Reads("已选择 运河区")
	o.Fills("单位名称", "沧州市运河区商务局")
	o.Shot("first-run")
	o.Clicks("开始使用")
	o.Reads("沧州市运河区商务局", "还没有数据")
	if _, err := os.Stat(o.host.File()); err != nil {
		o.Error(err)
	}
}

// people enters who works in the office: the first may do everything until others are there.
func people(o *office) {
	o.Clicks("设置")
	o.Clicks("添加人员…")
	o.Fills("姓名", "陈静")
	o.Clicks("经办") // whoever is first is proposed for every role
	o.Shot("person")
	o.Clicks("保存")
	o.Reads("现在由谁办理？")
	o.Clicks("陈静")
	o.person = "陈静"
	for _, p := range []struct{ name, other string }{{"李敏", ""}, {"王强", ""}, {"赵磊", "复核"}, {"周洋", "批准"}} {
		o.Clicks("添加人员…")
		o.Fills("姓名", p.name)
		if p.other != "" {
			o.Clicks("经办")
			o.Clicks(p.other)
		}
		o.Clicks("保存")
		o.Reads(p.name)
	}
	o.Shot("people")
}

// register takes the ledger the office kept so far in.
func register(o *office) {
	o.as("李敏")
	o.Clicks("市场主体")
	o.ClicksIn("回收站", "导入台账…")
	o.drops(file{"电商企业台账.csv", inGBK(ledger())})
	o.Reads("将新增 12 家")
	o.Shot("ledger")
	o.Clicks("写入名录")
	o.Reads("已新增 12 家")
}

// holidays2026 is the State Council's notice as it was published.
const holidays2026 = `一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。`

// handling says how claims are handled: three people for each, two departments asked, the year's holidays.
func handling(o *office) {
	o.as("陈静")
	o.does("奖励办法")
	o.Clicks("本单位只有一人，允许一人多岗")
	o.rewards()
	o.Clicks("更多 ▾")
	o.Clicks("联审部门…")
	o.Types("区财政局、区市场监管局")
	o.Clicks("保存")
	o.Clicks("更多 ▾")
	o.Clicks("节假日安排…")
	o.Fills("年度", "2026")
	o.Fills("文号", "国办发明电〔2025〕7号")
	o.Fills("通知原文", holidays2026)
	o.Shot("holidays")
	o.Clicks("保存")
	o.Reads("还没有申报")
}

// measure makes the office's own measure out of the library: the clauses it began with go, four others come, and the new
// version is put in force.
func measure(o *office) {
	o.does("奖励办法")
	o.Clicks("编辑条款…")
	for range 2 {
		o.Clicks("删除本条…")
		o.Clicks("删除")
	}
	o.Reads("草稿还没有条款")
	for _, clause := range clauses {
		o.adopts(clause)
	}
	o.Reads("可以生效")
	o.Shot("measure")
	o.Clicks("保存草稿")
	o.Reads("草稿已保存 09:00")
	o.Clicks("生效…")
	o.Clicks("生效")
	o.Reads("2025-2 生效中", "条款 4 条")
	o.Shot("in-force")
}

func (o *office) adopts(clause string) {
	o.Helper()
	if o.Sees("草稿还没有条款") {
		o.ClicksIn("生效…", "条款库…")
	} else {
		o.Clicks("条款库…")
	}
	o.Clicks(clause)
	o.Clicks("加入草稿")
}
