package year

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// sums are what each clause comes to, added up by hand from the amounts beside the claims.
var sums = map[string]money.Fen{
	crossing: 400_000_00, // 3 × 100,000 + 2 × 50,000
	running:  122_691_35, // 50,000 + 24,691.35 + 20,000 + 12,000 + 16,000
	level:    55_000_00,  // 20,000 + 10,000 + 5 × 5,000
	jobs:     436_000_00, // 80,000 + 20,000 + 6,000 + 100,000 + 100,000 + 4,000 + 40,000 + 50,000 + 10,000 + 16,000 + 8,000 + 2,000
}

// granted is what each claim should have come to, by its number.
func granted() map[string]string {
	amounts := map[string]string{}
	for _, in := range handedIn() {
		amounts[in.number] = in.amount
	}
	return amounts
}

// figures looks into the file of data beside the window: every amount, the clauses' sums against the budget, where every
// claim ended, and whether file and journal are sound.
func figures(o *office) {
	o.Helper()
	st, err := store.OpenReadOnly(o.Context(), o.host.File())
	if err != nil {
		o.Fatal(err)
	}
	defer st.Close()
	lines := sales.New(st)
	verified(o, lines)
	room := rewards.New(st, lines)
	ids, err := room.ClaimIDs(o.Context(), rewards.ClaimFilter{}, nil)
	if err != nil {
		o.Fatal(err)
	}
	claims, err := room.Claims(o.Context(), ids)
	if err != nil {
		o.Fatal(err)
	}
	want, found := granted(), map[string]money.Fen{}
	var paid money.Fen
	for _, c := range claims {
		if c.Amount.String() != want[c.Number] {
			o.Errorf("%s of %s is %s, want %s", c.Number, c.Organization, c.Amount, want[c.Number])
		}
		end := rewards.Completed
		if c.Amount == 0 {
			end = rewards.Rejected
		}
		if c.Stage != end {
			o.Errorf("%s ended as %s, want %s", c.Number, c.Stage, end)
		}
		found[c.Title] += c.Amount
		paid += c.Amount
		delete(want, c.Number)
	}
	for clause, sum := range sums {
		if found[clause] != sum {
			o.Errorf("%s comes to %s, want %s", clause, found[clause], sum)
		}
	}
	budget, err := room.Budget(o.Context(), 2025)
	if err != nil || len(want) > 0 || budget.Paid != paid || budget.Left() != budget.Appropriated+budget.GivenBack-paid {
		o.Errorf("%+v beside %s paid, without claims %v: %v", budget, paid, want, err)
	}
	for _, check := range []func(context.Context) ([]*problem.Problem, error){st.Check, lines.Check} {
		if wrong, err := check(o.Context()); err != nil || len(wrong) > 0 {
			o.Errorf("the file of data: %v %v", wrong, err)
		}
	}
}

// verified compares what every enterprise sold online in 2025 with what its bills were made of.
func verified(o *office, room *sales.Room) {
	o.Helper()
	totals, err := room.Totals(o.Context(), sales.Query{By: []sales.Dimension{sales.ByOrganization}, Channel: statement.Online, From: 202501, To: 202512})
	if err != nil || len(totals) != len(district) {
		o.Errorf("%d enterprises sold something: %v", len(totals), err)
	}
	for _, total := range totals {
		for _, e := range district {
			if e.full() == total.Organization && e.online() != total.Net() {
				o.Errorf("%s sold %s, want %s", e.name, total.Net(), e.online())
			}
		}
	}
}

// papers opens again what was saved through the year.
func papers(o *office) {
	notice := o.rows("公示表.xlsx")
	for _, in := range handedIn() {
		line := strings.Join([]string{in.number, by(o.T, in.name).full(), by(o.T, in.name).code, in.clause, clauseNumbers[in.clause], plain(in.amount)}, "|")
		there := slices.ContainsFunc(notice, func(row string) bool { return strings.HasSuffix(row, "|"+line) })
		if there != (in.amount != "0.00") {
			o.Errorf("the notice has %s: %v", line, there)
		}
	}
	o.has(notice, "运商公示〔2026〕3号", "合计金额人民币（大写）：壹佰零壹万叁仟陆佰玖拾壹元叁角伍分", "沧州市运河区商务局")
	bank := o.rows("付款清单.xlsx")
	o.has(bank, "6222080408"+by(o.T, "华杰箱包").merchant, "62220804080000001", "1013691.35")
	for _, paper := range []string{"审核表.xlsx", "联审意见汇总表.xlsx", "归档清单.xlsx"} {
		o.has(o.rows(paper), "2025-001", "2025-030", "沧州华杰箱包有限公司")
	}
	o.has(o.rows("审核表.xlsx"), "平台账单核对无误，建议通过。", "赵磊")
	o.has(o.rows("联审意见汇总表.xlsx"), "区财政局", "服务合同无签订日期", "企业补交盖章的合同，区市场监管局同意。")
	o.says("补正通知.docx", "沧州金丝枣业有限公司", "合同", "发票", "银行付款回单", "2026年4月14日")
	o.says("拨付请示.docx", "运商〔2026〕8号", "运河区人民政府", "1,013,691.35", "壹佰零壹万叁仟陆佰玖拾壹元叁角伍分")
	o.says("追回通知.docx", "沧州大运物流有限公司", "20,000.00", "2026年11月23日", "2029年10月12日")
}

// plain is an amount as a cell holds it.
func plain(amount string) string {
	amount = strings.TrimSuffix(strings.ReplaceAll(amount, ",", ""), ".00")
	return amount
}
