package rewards

import (
	"os"
	"path"
	"strings"
	"testing"

	"smartcanal/assets"
	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// libraryScheme reads a measure of the library by the name of its file.
func libraryScheme(t testing.TB, name string) Scheme {
	t.Helper()
	text, err := assets.RewardSchemes.ReadFile(path.Join("templates/reward-schemes", name+".json"))
	must(t, err)
	scheme, err := ReadScheme(text)
	must(t, err)
	return scheme
}

// change is one thing more in evidence.
type change func(*Evidence)

// of is evidence of a year's sales with changes.
func of(e Evidence, changes ...change) Evidence {
	for _, c := range changes {
		c(&e)
	}
	return e
}

// nothing is evidence of an enterprise without sales.
func nothing(changes ...change) Evidence {
	return of(Evidence{OrganizationID: 42, Year: 2026}, changes...)
}

// says is what the enterprise declares: names and quantities in their unit.
func says(pairs ...any) change {
	return func(e *Evidence) {
		e.Declared = map[string]Quantity{}
		for i := 0; i < len(pairs); i += 2 {
			e.Declared[pairs[i].(string)] = hundredths(pairs[i+1])
		}
	}
}

func hundredths(n any) Quantity {
	switch n := n.(type) {
	case int:
		return Quantity(n) * One
	case money.Fen:
		return Quantity(n)
	case float64:
		return Quantity(n*100 + 0.5)
	}
	panic("no quantity")
}

// knows is what the register tells.
func knows(facts ...Fact) change {
	return func(e *Evidence) {
		e.Facts = map[string]Quantity{string(AboveQuota): 0, string(NewlyCounted): 0, string(InBusiness): One, string(Clean): One}
		for _, fact := range facts {
			e.Facts[string(fact)] = One
		}
	}
}

func aged(months int) change {
	return func(e *Evidence) { e.Facts = map[string]Quantity{string(Age): Quantity(months) * One} }
}

// listed is what is listed one by one: a name, then figures.
func listed(figure string, values ...money.Fen) change {
	return func(e *Evidence) {
		e.Units = []ListedUnit{}
		for i, fen := range values {
			e.Units = append(e.Units, ListedUnit{Name: string(rune('A' + i)), Figures: map[string]Quantity{figure: Quantity(fen)}})
		}
	}
}

// shop lists one more shop by its months and its rating.
func shop(months int, rating float64) change {
	return func(e *Evidence) {
		e.Units = append(e.Units, ListedUnit{Name: string(rune('A' + len(e.Units))),
			Figures: map[string]Quantity{"经营月数": hundredths(months), "店铺评分": hundredths(rating)}})
	}
}

// traded is a series of a selection: months of 2026, each with the same sales and orders.
func traded(s Selection, months int, fen money.Fen, orders int) change {
	return func(e *Evidence) {
		series := Series{Selection: s}
		for m := range months {
			series.Months = append(series.Months, MonthFigure{202601 + m, fen, orders})
		}
		e.Series = append(e.Series, series)
	}
}

func inPart(p Part) change         { return func(e *Evidence) { e.Part = p } }
func onDay(day string) change      { return func(e *Evidence) { e.On = day } }
func asNumber(n int64) change      { return func(e *Evidence) { e.OrganizationID = n } }
func decided(fen money.Fen) change { return func(e *Evidence) { e.Decided = &fen } }

func hadIn(year int) change {
	return func(e *Evidence) {
		e.Past = append(e.Past, Award{Grant: Grant{1, "2025-001", wan}, Year: year, Same: true})
	}
}

func sameClause(fen money.Fen) change {
	return func(e *Evidence) {
		e.Granted = append(e.Granted, Award{Grant: Grant{1, "2026-001", fen}, Same: true})
	}
}

func tookBack(on string) change {
	return func(e *Evidence) { e.Breaches = append(e.Breaches, Breach{1, "2024-001", on}) }
}

// quarterly is sales of one enterprise in a quarter of 2026.
func quarterly(p Part, number int64, fen money.Fen) Evidence {
	e := nothing(inPart(p), asNumber(number), knows())
	e.Months = []MonthSales{{202600 + p.span().From, "jd", fen}}
	return e
}

// by are evidences of other enterprises, one for each of their sales in 2026.
func by(make func(fen money.Fen) Evidence, wans ...money.Fen) []Evidence {
	var all []Evidence
	for i, w := range wans {
		all = append(all, of(make(w*wan), asNumber(int64(100+i))))
	}
	return all
}

func selling(fen money.Fen) Evidence { return salesOf(fen) }

// untilSeptember is sales of the first nine months, of an enterprise above or below the quota.
func untilSeptember(facts ...Fact) func(money.Fen) Evidence {
	return func(fen money.Fen) Evidence {
		e := nothing(knows(facts...))
		e.Months = []MonthSales{{202609, "jd", fen}, {202610, "jd", 9000 * wan}}
		return e
	}
}

func tenant(metres int, months int, turnover, rent money.Fen, high int) change {
	return func(e *Evidence) {
		e.Part = H1
		says("租赁面积", metres, "租用月数", months, "营业额", turnover, "租金", rent, "按每平方米每月 1500 元承诺", high)(e)
	}
}

var farmProducts = Selection{Products: []string{"小米", "红枣", "核桃", "苹果", "梨", "杂粮", "连翘", "沙棘"}}

func small(months, orders int, fen money.Fen) Evidence {
	return of(salesOf(fen), says("网店运营月数", months), traded(Selection{}, 5, fen/5, orders))
}

func scored(points float64) func(money.Fen) Evidence {
	return func(money.Fen) Evidence { return nothing(says("基地评分", points)) }
}

// TestPublishedClauses has the worked examples of published clauses, and what lies just beside them. Each row
// is settled among the others there are, and its trace computed again from the evidence that came out.
func TestPublishedClauses(t *testing.T) {
	q3 := untilSeptember(AboveQuota)
	below := untilSeptember()
	for _, c := range []struct {
		name, scheme, rule string
		e                  Evidence
		others             []Evidence
		want               money.Fen
	}{
		{"1 500", "01-liulin", "网络零售额奖", salesOf(500 * wan), nil, 3 * wan},
		{"1 a fen below 500, alone", "01-liulin", "网络零售额奖", salesOf(500*wan - 1), nil, wan},
		{"1 480 is second", "01-liulin", "网络零售额奖", salesOf(480 * wan), by(selling, 490, 400), wan},
		{"1 480 is fifth", "01-liulin", "网络零售额奖", salesOf(480 * wan), by(selling, 481, 482, 483, 484, 300), wan},
		{"1 480 is sixth", "01-liulin", "网络零售额奖", salesOf(480 * wan), by(selling, 481, 482, 483, 484, 485), 0},
		{"1 those above do not take places", "01-liulin", "网络零售额奖", salesOf(480 * wan), by(selling, 501, 502, 503, 504, 505), wan},
		{"1 above 500 all get it", "01-liulin", "网络零售额奖", salesOf(500 * wan), by(selling, 501, 502, 503, 504, 505), 3 * wan},
		{"1 300", "01-liulin", "网络零售额奖", salesOf(300 * wan), nil, wan},
		{"1 299", "01-liulin", "网络零售额奖", salesOf(299 * wan), nil, wan / 2},
		{"1 100", "01-liulin", "网络零售额奖", salesOf(100 * wan), nil, wan / 2},
		{"1 99", "01-liulin", "网络零售额奖", salesOf(99 * wan), nil, 0},
		{"1 equal sales, the longer in the register", "01-liulin", "网络零售额奖", salesOf(200 * wan), by(selling, 200, 200, 200, 200, 200), wan / 2},
		{"2 first above 5", "01-liulin", "首次突破奖", salesOf(8*wan, 3*wan), nil, wan / 5},
		{"2 earlier maximum 6", "01-liulin", "首次突破奖", salesOf(8*wan, 3*wan, 6*wan), nil, 0},
		{"2 earlier exactly 5", "01-liulin", "首次突破奖", salesOf(8*wan, 5*wan), nil, 0},
		{"2 exactly 5", "01-liulin", "首次突破奖", salesOf(5 * wan), nil, wan / 5},
		{"2 a fen short", "01-liulin", "首次突破奖", salesOf(5*wan - 1), nil, 0},
		{"2 eleventh", "01-liulin", "首次突破奖", salesOf(8 * wan), by(selling, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18), 0},
		{"2 tenth", "01-liulin", "首次突破奖", salesOf(8 * wan), by(selling, 9, 10, 11, 12, 13, 14, 15, 16, 17), wan / 5},
		{"3 99 orders", "01-liulin", "小微网店奖", small(6, 99, wan), nil, 0},
		{"3 100 orders", "01-liulin", "小微网店奖", small(6, 100, wan), nil, 1000_00},
		{"3 five months", "01-liulin", "小微网店奖", small(5, 100, wan), nil, 0},
		{"3 sales short, read as the year's", "01-liulin", "小微网店奖", small(6, 100, wan-5), nil, 0},
		{"4 17", "01-liulin", "农特产品出口奖", nothing(says("农特产品出口额", 17*wan)), nil, 3 * wan},
		{"4 26", "01-liulin", "农特产品出口奖", nothing(says("农特产品出口额", 26*wan)), nil, 3 * wan},
		{"4 14.9", "01-liulin", "农特产品出口奖", nothing(says("农特产品出口额", 149_000)), nil, 2 * wan},
		{"4 exactly one step", "01-liulin", "农特产品出口奖", nothing(says("农特产品出口额", 5*wan)), nil, wan},
		{"4 less than a step", "01-liulin", "农特产品出口奖", nothing(says("农特产品出口额", 49_999.99)), nil, 0},
		{"5 120 to 330 by increase", "02-jinzhai", "企业网店净增奖", salesOf(330*wan, 120*wan), nil, 10 * wan},
		{"5 120 to 330 by level", "02-jinzhai", "企业网店首次突破奖", salesOf(330*wan, 120*wan), nil, 10 * wan},
		{"5 increase of exactly 200", "02-jinzhai", "企业网店净增奖", salesOf(320*wan, 120*wan), nil, 10 * wan},
		{"5 increase of 199.99", "02-jinzhai", "企业网店净增奖", salesOf(320*wan-100, 120*wan), nil, 5 * wan},
		{"5 increase of 99", "02-jinzhai", "企业网店净增奖", salesOf(219*wan, 120*wan), nil, 0},
		{"5 a fall", "02-jinzhai", "企业网店净增奖", salesOf(120*wan, 330*wan), nil, 0},
		{"5 250 to 330 crosses nothing", "02-jinzhai", "企业网店首次突破奖", salesOf(330*wan, 250*wan), nil, 0},
		{"7 fee 30", "02-jinzhai", "代运营服务补贴", of(salesOf(100*wan), says("代运营服务费", 30*wan)), nil, 5 * wan},
		{"7 fee 25", "02-jinzhai", "代运营服务补贴", of(salesOf(100*wan), says("代运营服务费", 25*wan)), nil, 5 * wan},
		{"7 fee 24.99", "02-jinzhai", "代运营服务补贴", of(salesOf(100*wan), says("代运营服务费", 249_900)), nil, 4_9980_00},
		{"7 sales short", "02-jinzhai", "代运营服务补贴", of(salesOf(100*wan-1), says("代运营服务费", 30*wan)), nil, 0},
		{"8 4000", "03-yiwu", "自播销售奖", nothing(says("自播应税销售额", 4000*wan)), nil, 60 * wan},
		{"8 8000", "03-yiwu", "自播销售奖", nothing(says("自播应税销售额", 8000*wan)), nil, 100 * wan},
		{"8 exactly 500", "03-yiwu", "自播销售奖", nothing(says("自播应税销售额", 500*wan)), nil, 0},
		{"8 a yuan more", "03-yiwu", "自播销售奖", nothing(says("自播应税销售额", 500*wan+100)), nil, 7*wan + 5000_01},
		{"9 two of 200 million and one of 60", "03-yiwu", "机构签约主播奖", nothing(listed("年带货额", 20000*wan, 20000*wan, 6000*wan)), nil, 1000 * wan},
		{"9 one of each tier", "03-yiwu", "机构签约主播奖", nothing(listed("年带货额", 20000*wan, 5000*wan, 1000*wan, 999*wan)), nil, 590 * wan},
		{"9 nobody", "03-yiwu", "机构签约主播奖", nothing(listed("年带货额")), nil, 0},
		{"10 exactly 5000 square metres", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 5000, "年直播场次", 7000, "投资额", 600*wan, "土建投资", 0)), nil, 0},
		{"10 exactly 6000 shows", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 5001, "年直播场次", 6000, "投资额", 600*wan, "土建投资", 0)), nil, 0},
		{"10 both exceeded", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 5000.01, "年直播场次", 6001, "投资额", 600*wan, "土建投资", 0)), nil, 300 * wan},
		{"10 building does not count", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 6000, "年直播场次", 6001, "投资额", 600*wan, "土建投资", 200*wan)), nil, 200 * wan},
		{"10 more building than all", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 6000, "年直播场次", 6001, "投资额", 100*wan, "土建投资", 200*wan)), nil, 0},
		{"10 capped", "03-yiwu", "直播基地建设补贴", nothing(says("面积", 6000, "年直播场次", 6001, "投资额", 1200*wan, "土建投资", 0)), nil, 500 * wan},
		{"11 1350", "04-statistics", "首次纳统奖", of(salesOf(1350*wan), knows(NewlyCounted)), nil, 14 * wan},
		{"11 exactly 500", "04-statistics", "首次纳统奖", of(salesOf(500*wan), knows(NewlyCounted)), nil, 10 * wan},
		{"11 699", "04-statistics", "首次纳统奖", of(salesOf(699*wan), knows(NewlyCounted)), nil, 10 * wan},
		{"11 700", "04-statistics", "首次纳统奖", of(salesOf(700*wan), knows(NewlyCounted)), nil, 11 * wan},
		{"11 steps capped", "04-statistics", "首次纳统奖", of(salesOf(50000*wan), knows(NewlyCounted)), nil, 110 * wan},
		{"11 counted before", "04-statistics", "首次纳统奖", of(salesOf(1350*wan), knows()), nil, 0},
		{"11 the register does not tell", "04-statistics", "首次纳统奖", salesOf(1350 * wan), nil, 0},
		{"12 +3600", "05-longhua", "网络零售额增长奖", salesOf(4600*wan, 1000*wan), nil, 30 * wan},
		{"12 +7000", "05-longhua", "网络零售额增长奖", salesOf(8000*wan, 1000*wan), nil, 50 * wan},
		{"12 +999", "05-longhua", "网络零售额增长奖", salesOf(1999*wan, 1000*wan), nil, 0},
		{"12 +1000", "05-longhua", "网络零售额增长奖", salesOf(2000*wan, 1000*wan), nil, 10 * wan},
		{"12 a fall", "05-longhua", "网络零售额增长奖", salesOf(100*wan, 1000*wan), nil, 0},
		{"12 three shops", "05-longhua", "新店平台年费补贴", nothing(says("新开网店数", 3)), nil, 3 * wan},
		{"12 six shops", "05-longhua", "新店平台年费补贴", nothing(says("新开网店数", 6)), nil, 5 * wan},
		{"12 had it two years ago", "05-longhua", "新店平台年费补贴", nothing(says("新开网店数", 3), hadIn(2024)), nil, 0},
		{"12 had it three years ago", "05-longhua", "新店平台年费补贴", nothing(says("新开网店数", 3), hadIn(2023)), nil, 3 * wan},
		{"13 14.99 %", "06-longwen", "限上企业增长奖", of(salesOf(2299_80*wan/100, 2000*wan), knows(AboveQuota)), nil, 0},
		{"13 15 %", "06-longwen", "限上企业增长奖", of(salesOf(2300*wan, 2000*wan), knows(AboveQuota)), nil, 10 * wan},
		{"13 grown, but short of 2000", "06-longwen", "限上企业增长奖", of(salesOf(1999*wan, 1000*wan), knows(AboveQuota)), nil, 0},
		{"13 nothing the year before", "06-longwen", "限上企业增长奖", of(salesOf(2300*wan), knows(AboveQuota)), nil, 0},
		{"13 below the quota", "06-longwen", "限上企业增长奖", of(salesOf(2300*wan, 2000*wan), knows()), nil, 0},
		{"14 all four", "07-fenghua", "电商园区奖", nothing(says("办公面积", 5000, "入驻企业数", 20, "园区网络零售额", 20000*wan, "园区已纳统", 1)), nil, 30 * wan},
		{"14 19 tenants", "07-fenghua", "电商园区奖", nothing(says("办公面积", 5000, "入驻企业数", 19, "园区网络零售额", 20000*wan, "园区已纳统", 1)), nil, 0},
		{"14 4999.99 square metres", "07-fenghua", "电商园区奖", nothing(says("办公面积", 4999.99, "入驻企业数", 20, "园区网络零售额", 20000*wan, "园区已纳统", 1)), nil, 0},
		{"14 not counted", "07-fenghua", "电商园区奖", nothing(says("办公面积", 5000, "入驻企业数", 20, "园区网络零售额", 20000*wan, "园区已纳统", 0)), nil, 0},
		{"15 the first event", "07-fenghua", "电商活动补贴", nothing(says("活动人数", 100, "活动费用", 15*wan), aged(12)), nil, 7_5000_00},
		{"15 the second event", "07-fenghua", "电商活动补贴", nothing(says("活动人数", 100, "活动费用", 15*wan), aged(12), sameClause(7_5000_00)), nil, 2_5000_00},
		{"15 a third event", "07-fenghua", "电商活动补贴", nothing(says("活动人数", 100, "活动费用", 15*wan), aged(12), sameClause(10*wan)), nil, 0},
		{"15 other clauses do not count", "07-fenghua", "电商活动补贴", after(nothing(says("活动人数", 100, "活动费用", 15*wan), aged(12)), 9*wan), nil, 7_5000_00},
		{"15 99 people", "07-fenghua", "电商活动补贴", nothing(says("活动人数", 99, "活动费用", 15*wan), aged(12)), nil, 0},
		{"15 eleven months old", "07-fenghua", "电商活动补贴", nothing(says("活动人数", 100, "活动费用", 15*wan), aged(11)), nil, 0},
		{"16 five in a quarter", "08-xincheng", "季度销售奖", quarterly(Q1, 1, 5*wan), []Evidence{quarterly(Q1, 2, 9*wan), quarterly(Q1, 3, 8*wan), quarterly(Q1, 4, 7*wan), quarterly(Q1, 5, 6*wan)}, 3 * wan},
		{"16 the sixth", "08-xincheng", "季度销售奖", quarterly(Q1, 1, 5*wan), []Evidence{quarterly(Q1, 2, 9*wan), quarterly(Q1, 3, 8*wan), quarterly(Q1, 4, 7*wan), quarterly(Q1, 5, 6*wan), quarterly(Q1, 6, 10*wan)}, 0},
		{"16 the seventh of a quarter after one of three", "08-xincheng", "季度销售奖", quarterly(Q2, 1, 5*wan), []Evidence{
			quarterly(Q1, 11, wan), quarterly(Q1, 12, wan), quarterly(Q1, 13, wan),
			quarterly(Q2, 2, 9*wan), quarterly(Q2, 3, 8*wan), quarterly(Q2, 4, 7*wan), quarterly(Q2, 5, 6*wan), quarterly(Q2, 6, 10*wan), quarterly(Q2, 7, 11*wan)}, 3 * wan},
		{"16 the eighth", "08-xincheng", "季度销售奖", quarterly(Q2, 1, 5*wan), []Evidence{
			quarterly(Q1, 11, wan), quarterly(Q1, 12, wan), quarterly(Q1, 13, wan),
			quarterly(Q2, 2, 9*wan), quarterly(Q2, 3, 8*wan), quarterly(Q2, 4, 7*wan), quarterly(Q2, 5, 6*wan), quarterly(Q2, 6, 10*wan), quarterly(Q2, 7, 11*wan), quarterly(Q2, 8, 12*wan)}, 0},
		{"17 above the quota, second", "09-badong", "限上企业销售奖", q3(400 * wan), by(q3, 500), 5 * wan},
		{"17 above the quota, third", "09-badong", "限上企业销售奖", q3(400 * wan), by(q3, 500, 600), 0},
		{"17 399", "09-badong", "限上企业销售奖", q3(399 * wan), nil, 0},
		{"17 below the quota, 500", "09-badong", "限下企业销售奖", below(500 * wan), by(below, 600), 5 * wan},
		{"17 below the quota, 499", "09-badong", "限下企业销售奖", below(499 * wan), nil, 0},
		{"17 the groups are apart", "09-badong", "限下企业销售奖", below(500 * wan), by(q3, 600, 700), 5 * wan},
		{"17 the base of the highest score", "09-badong", "电商基地评选奖", scored(91.5)(0), by(scored(91.4), 1), 30 * wan},
		{"17 the second base", "09-badong", "电商基地评选奖", scored(91.5)(0), by(scored(91.51), 1), 0},
		{"18 63 people", "10-zhoushan", "新招用工补贴", nothing(says("新招人数", 63)), nil, 10 * wan},
		{"18 50 people", "10-zhoushan", "新招用工补贴", nothing(says("新招人数", 50)), nil, 10 * wan},
		{"18 49 people", "10-zhoushan", "新招用工补贴", nothing(says("新招人数", 49)), nil, 9_8000_00},
		{"18 rent", "10-zhoushan", "场租补贴", nothing(says("场租费", 11_999.99)), nil, 11_999_99},
		{"18 more rent", "10-zhoushan", "场租补贴", nothing(says("场租费", 2*wan)), nil, 1_2000_00},
		{"19 two shops", "11-tiantai", "新开农特产网店奖", nothing(shop(6, 4.7), shop(8, 4.9)), nil, wan},
		{"19 one too new, one rated too low", "11-tiantai", "新开农特产网店奖", nothing(shop(5, 4.9), shop(6, 4.69), shop(6, 4.7)), nil, wan / 2},
		{"20 1500 parcels of 0.8", "12-shanxi", "农产品寄递补贴", nothing(traded(farmProducts, 1, 10*wan, 1500), says("快递费", 1200)), nil, 1200_00},
		{"20 1500 parcels of 2", "12-shanxi", "农产品寄递补贴", nothing(traded(farmProducts, 1, 10*wan, 1500), says("快递费", 3000)), nil, 1500_00},
		{"20 999 parcels", "12-shanxi", "农产品寄递补贴", nothing(traded(farmProducts, 1, 10*wan, 999), says("快递费", 3000)), nil, 0},
		{"20 sales short", "12-shanxi", "农产品寄递补贴", nothing(traded(farmProducts, 1, 10*wan-1, 1500), says("快递费", 3000)), nil, 0},
		{"20 from 2025 on 2 is enough", "13-shanxi-2025", "农产品寄递补贴", nothing(traded(farmProducts, 2, wan, 750), says("快递费", 3000)), nil, 1500_00},
		{"20 other products do not count", "13-shanxi-2025", "农产品寄递补贴", of(salesOf(90*wan), traded(Selection{}, 2, 45*wan, 7500), traded(farmProducts, 2, wan/2, 7500), says("快递费", 3000)), nil, 0},
		{"21 135 of 180", "14-guzhen", "租金返还（承诺 1500 元）", nothing(tenant(200, 6, 135*wan, 4*wan, 1)), nil, 3 * wan},
		{"21 180 of 180", "14-guzhen", "租金返还（承诺 1500 元）", nothing(tenant(200, 6, 180*wan, 4*wan, 1)), nil, 4 * wan},
		{"21 more than promised", "14-guzhen", "租金返还（承诺 1500 元）", nothing(tenant(200, 6, 300*wan, 4*wan, 1)), nil, 4 * wan},
		{"21 at 400", "14-guzhen", "租金返还（承诺 400 元）", nothing(tenant(200, 6, 24*wan, 4*wan, 0)), nil, 2 * wan},
		{"21 the other promise", "14-guzhen", "租金返还（承诺 400 元）", nothing(tenant(200, 6, 24*wan, 4*wan, 1)), nil, 0},
		{"21 an area of nothing", "14-guzhen", "租金返还（承诺 1500 元）", nothing(tenant(0, 6, 24*wan, 4*wan, 1)), nil, 0},
		{"22 at most 30 of 3000", "15-anhui", "农产品上行奖", salesOf(3000 * wan), nil, 30 * wan},
		{"22 the office decides 20", "15-anhui", "农产品上行奖", of(salesOf(3000*wan), decided(20*wan)), nil, 20 * wan},
		{"22 the office cannot decide more", "15-anhui", "农产品上行奖", of(salesOf(3000*wan), decided(40*wan)), nil, 30 * wan},
		{"22 999", "15-anhui", "农产品上行奖", salesOf(999 * wan), nil, 0},
		{"22 an agreement over two years", "15-anhui", "购销协议采购奖", nothing(says("年采购额", 50*wan, "签订两年购销协议", 1)), nil, 2_5000_00},
		{"22 no agreement", "15-anhui", "购销协议采购奖", nothing(says("年采购额", 50*wan, "签订两年购销协议", 0)), nil, 0},
		{"24 120 asked of 90", "18-shenzhen", "电商项目资助", nothing(says("核定投入", 274_000, "实际投入", 274_000)),
			[]Evidence{nothing(asNumber(2), says("核定投入", 100*wan, "实际投入", 100*wan)), nothing(asNumber(3), says("核定投入", 100*wan, "实际投入", 100*wan)),
				nothing(asNumber(4), says("核定投入", 126_000, "实际投入", 126_000))}, 10 * wan},
		{"24 all of the budget", "18-shenzhen", "电商项目资助", nothing(says("核定投入", 274_000, "实际投入", 274_000)), nil, 13 * wan},
		{"24 no more than was spent", "18-shenzhen", "电商项目资助", nothing(says("核定投入", 274_000, "实际投入", 12_5000)), nil, 12 * wan},
		{"25 found in 2024, three years to the day", "19-anhui-control", "电商企业奖", of(salesOf(1000*wan), knows(), tookBack("2024-03-05"), onDay("2027-03-05")), nil, 10 * wan},
		{"25 a day before", "19-anhui-control", "电商企业奖", of(salesOf(1000*wan), knows(), tookBack("2024-03-05"), onDay("2027-03-04")), nil, 0},
		{"25 nothing was taken back", "19-anhui-control", "电商企业奖", of(salesOf(1000*wan), knows(), onDay("2027-03-04")), nil, 10 * wan},
	} {
		scheme := libraryScheme(t, c.scheme)
		place := scheme.find(c.rule)
		if place < 0 {
			t.Fatalf("%s: no rule %s", c.name, c.rule)
		}
		cases := []Case{{Rule: place, Evidence: c.e}}
		for _, other := range c.others {
			cases = append(cases, Case{Rule: place, Evidence: other})
		}
		rulings, err := Settle(scheme, cases)
		if err != nil || rulings[0].Missing != nil || rulings[0].Amount != c.want {
			t.Errorf("%s: %s, %v, %v, want %s", c.name, rulings[0].Amount, rulings[0].Missing, err, c.want)
			continue
		}
		trace, err := rulings[0].Trace(scheme)
		if err != nil || trace.Amount != c.want {
			t.Errorf("%s: the trace has %s, %v, want %s", c.name, trace.Amount, err, c.want)
		}
		for _, step := range trace.Steps {
			for _, language := range []string{chineseLanguage, englishLanguage} {
				if said := step.TitleIn(language) + step.ReasonIn(language) + step.ResultIn(language); strings.ContainsAny(said, "{}") || step.TitleIn(language) == "" {
					t.Errorf("%s: %q of %+v", c.name, said, step)
				}
			}
		}
	}
}

// TestExclusionsOfPublishedClauses is number 23: of two rewards the higher one, or the one chosen.
func TestExclusionsOfPublishedClauses(t *testing.T) {
	both := nothing(says("获评品牌网店", 1, "获评示范企业", 1))
	cost := nothing(says("平台推广费", 10*wan, "仓储物流费", 25*wan))
	for _, c := range []struct {
		scheme string
		e      Evidence
		want   [2]money.Fen
	}{
		{"16-longyou", both, [2]money.Fen{0, 5 * wan}},
		{"16-longyou", nothing(says("获评品牌网店", 1, "获评示范企业", 0)), [2]money.Fen{3 * wan, 0}},
		{"17-xiangzhou", cost, [2]money.Fen{0, 5 * wan}},
		{"02-jinzhai", salesOf(330*wan, 120*wan), [2]money.Fen{10 * wan, 0}},
		{"02-jinzhai", salesOf(220*wan, 20*wan), [2]money.Fen{10 * wan, 0}},
		{"02-jinzhai", salesOf(560*wan, 260*wan), [2]money.Fen{0, 10 * wan}},
	} {
		scheme := libraryScheme(t, c.scheme)
		for _, order := range [][]Case{{{Rule: 0, Evidence: c.e}, {Rule: 1, Evidence: c.e}}, {{Rule: 1, Evidence: c.e}, {Rule: 0, Evidence: c.e}}} {
			rulings, err := Settle(scheme, order)
			must(t, err)
			got := [2]money.Fen{}
			for _, o := range rulings {
				got[o.Rule] = o.Amount
			}
			if got != c.want {
				t.Errorf("%s: %v, want %v", c.scheme, got, c.want)
			}
		}
	}
}

// TestNumberSixIsRefused is the clause that was published with four thresholds and three amounts.
func TestNumberSixIsRefused(t *testing.T) {
	text, err := os.ReadFile("testdata/four-thresholds-three-amounts.json")
	must(t, err)
	_, err = ReadScheme(text)
	p := problem.Of(err)
	if p.Code != "rewards.tiers_uneven" || p.Args["thresholds"] != "4" || p.Args["amounts"] != "3" || p.Where.Column != "第六条" {
		t.Errorf("%v", err)
	}
}

// TestNumberThreeIsChosen: its "1" can be a year's or a month's; unchosen it is refused, and the choice decides.
func TestNumberThreeIsChosen(t *testing.T) {
	scheme := libraryScheme(t, "01-liulin")
	rule := &scheme.Rules[2]
	e := small(6, 100, 2*wan)
	amount := func() money.Fen {
		trace, err := Compute(scheme, *rule, e)
		must(t, err)
		return trace.Amount
	}
	if got := amount(); got != 1000_00 {
		t.Errorf("%s for a year's sum", got)
	}
	gate := &rule.Gates[2]
	gate.Choose(1)
	if got := amount(); got != 0 {
		t.Errorf("%s for a month's 3,333 yuan", got)
	}
	if said := scheme.Reading(*rule); !strings.Contains(said, "按月均掌握") {
		t.Error(said)
	}
	gate.Unclear.Chosen = nil
	refused(t, scheme.Check(), "rewards.reading_not_chosen")
}

func TestTheLibraryReadsBack(t *testing.T) {
	all, err := Library()
	must(t, err)
	if len(all) != 19 {
		t.Errorf("%d measures", len(all))
	}
	for _, scheme := range all {
		for _, rule := range scheme.Rules {
			for _, said := range []string{scheme.Reading(rule), scheme.ReadingIn(englishLanguage, rule), rule.BriefIn(chineseLanguage), rule.BriefIn(englishLanguage),
				rule.ShapeIn(chineseLanguage), rule.ShapeIn(englishLanguage)} {
				if said == "" || strings.ContainsAny(said, "{}") {
					t.Errorf("%s: %q", rule.Title, said)
				}
			}
		}
	}
}
