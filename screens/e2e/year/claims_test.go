package year

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
}

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
