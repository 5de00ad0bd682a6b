package year

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// handIn is a claim entered at the window: who claims, under which clause, what is declared, and what comes of it.
type handIn struct {
	name, clause string
	figure       string // what the clause asks for besides sales
	amount       string
}

// byForm are the claims of those who come to the office.
var byForm = []handIn{
	{"华杰箱包", crossing, "", "100,000.00"},        // 2026-001: no year before, 520 万元
	{"金丝枣业", crossing, "", "100,000.00"},        // 210 万元, 80 before
	{"冬菜老号", crossing, "", "0.00"},              // 150 万元 in 2024: crossed before
	{"玉泉食品", crossing, "", "50,000.00"},         // 120 万元
	{"鸿运工艺", crossing, "", "50,000.00"},         // exactly 100 万元, 99 before
	{"沧海渔具", crossing, "", "100,000.00"},        // 450 万元, 199 before
	{"沧海渔具", running, "300000", "50,000.00"},    // a fifth is 6 万元, at most 5
	{"锦绣服饰", running, "123456.75", "24,691.35"}, // a fifth
	{"大运物流", running, "100000", "20,000.00"},
	{"福源粮油", running, "60000", "12,000.00"},
	{"金丝枣业", running, "80000", "16,000.00"},
}

// numbered is a claim as it was handed in, with the number it got.
type numbered struct {
	handIn
	number string
}

// handedIn are all claims in the order they came in: those of the workbooks the one last that was wrong at first.
func handedIn() []numbered {
	all := slices.Clone(byForm)
	for i, sent := range byWorkbook {
		if i != wrongAtFirst {
			all = append(all, handIn{sent.name, jobs, "", sent.amount})
		}
	}
	late := byWorkbook[wrongAtFirst]
	all = append(all, handIn{late.name, jobs, "", late.amount})
	for _, due := range inBulk {
		all = append(all, handIn{due.name, level, "", due.amount})
	}
	claims := make([]numbered, len(all))
	for i, in := range all {
		claims[i] = numbered{in, fmt.Sprintf("2025-%03d", i+1)}
	}
	return claims
}

// wrongAtFirst is the workbook that adds up wrongly.
const wrongAtFirst = 2

// clauseNumbers are under which number the library has the clauses.
var clauseNumbers = map[string]string{crossing: "第五条", level: "第一条", running: "第七条", jobs: "第十八条"}

// entered hands claims in one by one.
func entered(o *office) {
	o.as("李敏")
	for _, in := range byForm {
		o.Keys("ctrl+shift+n")
		o.GoesTo("企业")
		o.Types(in.name)
		o.Reads("沧州" + in.name)
		o.Keys("Return")
		o.Chooses("年度", "2025年")
		o.Chooses("条款", clauseNumbers[in.clause]+" "+in.clause)
		if in.figure != "" {
			o.Fills("代运营服务费", in.figure)
		}
		e := by(o.T, in.name)
		o.GoesTo("2月")
		o.Types(yuanOf(e.wechat / 4))
		o.Reads(in.amount + " 元")
		o.Shot("trial-" + in.name)
		o.Clicks("受理申报…")
		o.Keys("Return")
		o.Reads("金额是怎么算出来的", "受理中")
		o.Shot("claim-" + in.name)
	}
}

// byWorkbook are the claims for jobs that enterprises send back as workbooks: who, how many jobs, what comes of it.
var byWorkbook = []struct {
	name   string
	jobs   int
	amount string
}{
	{"华杰箱包", 40, "80,000.00"},
	{"金丝枣业", 10, "20,000.00"},
	{"冬菜老号", 3, "6,000.00"},
	{"玉泉食品", 50, "100,000.00"},
	{"鸿运工艺", 63, "100,000.00"}, // 126,000, at most 100,000
	{"平安茶庄", 2, "4,000.00"},
	{"大运物流", 20, "40,000.00"},
	{"沧海渔具", 30, "50,000.00"}, // 60,000, but 150,000 of its 200,000 a year are claimed already
	{"福源粮油", 5, "10,000.00"},
	{"锦绣服饰", 8, "16,000.00"},
	{"春晖文具", 4, "8,000.00"},
	{"恒信家具", 1, "2,000.00"},
}

// inBulk are those who get the reward for the year's sales without asking, by what is verified.
var inBulk = []struct{ name, amount string }{
	{"华杰箱包", "20,000.00"}, // 30,000 from 500 万元, but 180,000 of its 200,000 a year are claimed already
	{"金丝枣业", "5,000.00"},  // 210 万元, the 1st of those from 100
	{"冬菜老号", "5,000.00"},
	{"玉泉食品", "5,000.00"},  // the 5th; 鸿运工艺 and 春晖文具 come after it
	{"大运物流", "10,000.00"}, // exactly 300 万元; 沧海渔具 has its 200,000 already
	{"福源粮油", "5,000.00"},
	{"锦绣服饰", "5,000.00"},
}

// whoever lets the program find who qualifies, and makes claims of all of them at once.
func whoever(o *office) {
	o.as("李敏")
	o.does("免申即享")
	o.ClicksOn("年度：")
	o.Clicks("2025年")
	o.Reads("未能安排3 件") // 鸿运工艺 and 春晖文具 by their place, 沧海渔具 by its year's limit
	o.Clicks("全部选中")
	o.Reads("7 件，合计 55,000.00 元", "已下达 120.00 万元，已申报 95.87 万元，选中 5.50 万元")
	o.Shot("whoever")
	o.Clicks("建立 7 件申报…")
	o.Clicks("建立申报")
	o.Reads("已建立 7 件申报，合计 55,000.00 元，都在受理环节")
	o.Shot("whoever-done")
	o.rewards()
	o.Reads("共 30 件申报")
}

// workbooks sends the empty form out and takes it in again, filled in by twelve enterprises, one of which adds up wrongly at first.
func workbooks(o *office) {
	o.as("王强")
	o.does("导入申报表")
	o.Clicks("空白申报表…")
	o.Chooses("条款", clauseNumbers[jobs]+" "+jobs)
	o.Fills("年度", "2025")
	o.Clicks("下一步")
	blank := o.saves("空白申报表")
	var files []file
	for i, sent := range byWorkbook {
		files = append(files, file{sent.name + ".xlsx", filled(o, blank, by(o.T, sent.name), sent.jobs, i == wrongAtFirst)})
	}
	o.drops(files...)
	o.Reads("文件 12 个", "1 处不对", "受理 11 件…")
	o.Clicks("沧州冬菜老号有限公司")
	o.Reads("全年合计（元）")
	o.Shot("forms")
	o.Clicks("受理 11 件…")
	o.Clicks("受理")
	o.Reads("可受理 0 件，有问题 1 件") // what is wrong stays until it comes back
	late := byWorkbook[wrongAtFirst]
	o.drops(file{late.name + ".xlsx", filled(o, blank, by(o.T, late.name), late.jobs, false)})
	o.Clicks("受理 1 件…")
	o.Clicks("受理")
	o.Reads("已受理 1 件")
	o.rewards()
	o.Reads("共 23 件申报")
	o.Shot("list")
}

// filled is a form as an enterprise fills it in on a computer of its own.
func filled(o *office, blank string, e enterprise, jobs int, wrong bool) string {
	o.Helper()
	book, err := excelize.OpenFile(blank)
	if err != nil {
		o.Fatal(err)
	}
	defer book.Close()
	total := e.wechat + e.mall
	if wrong {
		total++
	}
	typed := map[string]string{
		"企业名称": e.full(), "统一社会信用代码": e.code, "全年合计（元）": yuanOf(total), "新招人数（人）": strconv.Itoa(jobs),
		"收款户名": e.full(), "开户行": "沧州银行运河支行", "收款账号": accountOf(e), "承诺以上内容真实": "是",
	}
	for month, yuan := range e.months() {
		typed[strconv.Itoa(month)+"月销售额（元）"] = yuanOf(yuan)
	}
	rows, err := book.GetRows("申报表")
	if err != nil {
		o.Fatal(err)
	}
	written := 0
	for i, row := range rows {
		if len(row) == 0 || typed[row[0]] == "" {
			continue
		}
		written++
		if err := book.SetCellStr("申报表", "B"+strconv.Itoa(i+1), typed[row[0]]); err != nil {
			o.Fatal(err)
		}
	}
	if written != len(typed) {
		o.Fatalf("%d of %d lines are in the form: %q", written, len(typed), rows)
	}
	path := filepath.Join(o.TempDir(), "back.xlsx")
	if err := book.SaveAs(path); err != nil {
		o.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		o.Fatal(err)
	}
	return string(content)
}

// accountOf is where an enterprise has its money.
func accountOf(e enterprise) string { return "6222080408" + e.merchant }
