package year

import "strconv"

// statements imports what the platforms gave: the bills of two years, and each Tmall shop's orders.
func statements(o *office) {
	o.as("李敏")
	o.Keys("ctrl+3")
	files := []file{
		{"1900012345_2024年对账单.csv", bill(2024, func(e enterprise) int64 { return e.before }, none)},
		{"1900012345_2025年对账单.csv", bill(2025, func(e enterprise) int64 { return e.wechat }, func(e enterprise) int64 { return e.counter })},
	}
	for _, e := range district {
		if e.shop != "" {
			files = append(files, file{"天猫订单" + e.shop + ".csv", inGBK(mall(e))})
		}
	}
	o.drops(files...)
	o.Reads("文件 " + strconv.Itoa(len(files)) + " 个")
	o.Shot("preview")
	o.Clicks("导入")
	o.Reads("第 1 批", "在册")
	o.Shot("batch")
}

// matching works the queue of accounts off by keyboard: the Tmall shops, and the one WeChat number the ledger did not have.
func matching(o *office) {
	accounts := map[string]enterprise{}
	for i, e := range district {
		if e.shop != "" {
			accounts[e.shop] = e
		}
		if i == len(district)-1 {
			accounts[e.merchant] = e
		}
	}
	o.does("未匹配")
	o.Shot("unmatched")
	for range len(accounts) {
		o.Keys("Return")
		for number, e := range accounts {
			if o.Sees("账户 " + number + " 属于哪家企业") {
				o.Types(e.name)
				o.Reads(e.full())
				o.Keys("Return")
				delete(accounts, number)
				break
			}
		}
	}
	o.Reads("所有账户都已归户")
}
