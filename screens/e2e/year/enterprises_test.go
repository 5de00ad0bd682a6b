package year

import (
	"strconv"
	"strings"
	"testing"

	"smartcanal/data/money"
)

// enterprise is one of the district and what it sold, in whole yuan: online through WeChat in 2024, and in 2025 online
// through WeChat and at Tmall and over the counter, which does not count.
type enterprise struct {
	name, code   string
	merchant     string // WeChat's number of it
	shop         string // Tmall's, "" for none
	before       int64
	wechat, mall int64
	counter      int64
}

// online is what of 2025 is verified.
func (e enterprise) online() money.Fen { return money.Fen(e.wechat+e.mall) * 100 }

// months is what it sold online in each month of 2025: a quarter of it through WeChat in the middle of each quarter, a half
// at Tmall in May and in August.
func (e enterprise) months() map[int]int64 {
	quarter, half := e.wechat/4, e.mall/2
	return map[int]int64{2: quarter, 5: quarter + half, 8: quarter + e.mall - half, 11: e.wechat - 3*quarter}
}

// district is who there is. Beside each stands what it sold online in 2025, in 万元, and what that means for the two
// clauses that go by sales: 首次突破奖 (at 100 and 200, where no year before reached it) and 网络零售额奖 (from 100, 300
// and 500, of the first two the five highest).
var district = []enterprise{
	{"华杰箱包", "91130903MA07Y10018", "1623000101", "2208130901", 0, 4_000_000, 1_200_000, 300_000},   // 520: first 200; from 500
	{"金丝枣业", "91130903MA07Y10798", "1623000102", "", 800_000, 2_100_000, 0, 0},                     // 210: first 200; from 100, 1st
	{"冬菜老号", "91130903MA07Y1140Y", "1623000103", "", 1_500_000, 1_800_000, 0, 99_000},              // 180: 100 reached in 2024; from 100, 2nd
	{"玉泉食品", "91130903MA07Y1212P", "1623000104", "2208130904", 0, 700_000, 500_000, 0},             // 120: first 100; from 100, 5th
	{"鸿运工艺", "91130903MA07Y128XJ", "1623000105", "", 990_000, 1_000_000, 0, 0},                     // 100, exactly: first 100; from 100, 7th
	{"平安茶庄", "91130903MA07Y1351E", "1623000106", "", 0, 999_999, 0, 500_000},                       // a yuan short of 100: nothing
	{"大运物流", "91130903MA07Y14237", "1623000107", "2208130907", 2_500_000, 2_000_000, 1_000_000, 0}, // 300, exactly: 200 reached in 2024; from 300
	{"沧海渔具", "91130903MA07Y14905", "1623000108", "", 1_990_000, 4_500_000, 0, 0},                   // 450: first 200; from 300
	{"福源粮油", "91130903MA07Y1562X", "1623000109", "", 1_100_000, 1_300_000, 0, 0},                   // 130: 100 reached in 2024; from 100, 4th
	{"锦绣服饰", "91130903MA07Y1634N", "1623000110", "2208130910", 1_200_000, 900_000, 500_000, 0},     // 140: 100 reached in 2024; from 100, 3rd
	{"春晖文具", "91130903MA07Y1706F", "1623000111", "", 1_000_000, 1_050_000, 0, 0},                   // 105: 100 reached in 2024; from 100, 6th
	{"恒信家具", "91130903MA07Y1773D", "1623000112", "", 0, 400_000, 0, 0},                             // 40: nothing
}

// The clauses the office takes out of the library: 5 and 10 万元 at the first crossing of 100 and 200 万元; half, one and three
// 万元 for a year of 100, 300 and 500 万元, of the first two for the five highest; a fifth of what is paid for running a shop,
// at most 5 万元, from 100 万元 on; 2,000 元 for each job, at most 10 万元. All together at most 20 万元 an enterprise and year.
const (
	crossing = "企业网店首次突破奖"
	level    = "网络零售额奖"
	running  = "代运营服务补贴"
	jobs     = "新招用工补贴"
)

var clauses = []string{crossing, level, running, jobs}

// full is the name an enterprise is registered under.
func (e enterprise) full() string { return "沧州" + e.name + "有限公司" }

// ledger is the office's list of enterprises as it kept it so far, with all WeChat numbers but the last one's.
func ledger() string {
	var b strings.Builder
	b.WriteString("序号,企业名称,统一社会信用代码,所属街道,联系人,联系电话,微信商户号\n")
	for i, e := range district {
		merchant := e.merchant
		if i == len(district)-1 {
			merchant = ""
		}
		row(&b, i+1, e.full(), e.code, "", "联系人"+e.name[:3], "0317-200"+e.merchant[6:], merchant)
	}
	return b.String()
}

// by finds an enterprise by its short name.
func by(t *testing.T, name string) enterprise {
	t.Helper()
	for _, e := range district {
		if e.name == name {
			return e
		}
	}
	t.Fatalf("no enterprise %s", name)
	return enterprise{}
}

// yuanOf is an amount as it is typed.
func yuanOf(yuan int64) string { return strconv.FormatInt(yuan, 10) }
