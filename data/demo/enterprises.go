// Package demo invents a plausible Yunhe: enterprises, their shops and two years of statement
// files, the same for the same seed. Its files go in through the same import as real ones.
// Every name, number and amount in it is made up.
package demo

import (
	"fmt"
	"math/rand/v2"

	"smartcanal/data/identity"
)

// Enterprise is an invented organisation with where its money arrives.
type Enterprise struct {
	Name, Short, Kind, CreditCode, LegalForm, Founded, Industry, AboveQuota string
	Region, Address, Contact, Phone                                         string
	Products                                                                []string
	Ticket                                                                  int     // a usual sale, yuan
	Volume                                                                  float64 // share of the district's sales
	Growth                                                                  float64 // second year against the first
	WeChat                                                                  []merchant
	Alipay, Tmall, JD                                                       string // store number, shop ids; "" for none
	Listed                                                                  bool   // in the ledger the office keeps
}

// merchant is a WeChat sub-merchant number and whether its sales are made at a counter.
type merchant struct {
	number  string
	counter bool
}

// trade is a line of business from which enterprises are invented.
type trade struct {
	industry, form string
	words          []string
	products       []string
	ticket         int
}

var trades = []trade{
	{"食品制造业", "食品有限公司", []string{"运河老号", "狮城", "古郡", "大运河", "水月"}, []string{"金丝小枣礼盒", "驴肉火烧料包", "羊肠汤调料", "手工面酱", "冬菜坛装"}, 860},
	{"零售业", "商贸有限公司", []string{"大运", "南湖优选", "清池", "迎宾", "维明"}, []string{"日用百货组合", "家庭清洁套装", "粮油礼包", "节日礼盒", "茶具套装"}, 1240},
	{"箱包制造业", "箱包有限公司", []string{"鑫港", "东塑", "白洋", "恒途"}, []string{"登机箱20寸", "旅行双肩包", "帆布手提袋", "学生书包", "电脑包"}, 2350},
	{"农副食品加工业", "红枣专业合作社", []string{"沧运", "小王庄", "南陈屯", "枣乡"}, []string{"金丝小枣五斤装", "冬枣鲜果箱", "枣夹核桃", "免洗灰枣", "枣花蜜"}, 520},
	{"零售业", "果蔬有限公司", []string{"小王庄", "绿野", "田源"}, []string{"鸭梨十斤箱", "时令蔬菜箱", "草莓礼盒", "有机杂粮"}, 430},
	{"餐饮业", "餐饮管理有限公司", []string{"运河湾", "清风楼", "盐山"}, []string{"双人套餐", "早点套餐", "家宴预订", "外卖订单"}, 240},
	{"零售业", "数码科技有限公司", []string{"西环", "解放路", "创联"}, []string{"蓝牙耳机", "行车记录仪", "移动电源", "智能手环", "平板支架"}, 1560},
	{"零售业", "图书文化有限公司", []string{"解放路", "南环", "文庙"}, []string{"少儿绘本套装", "教辅资料", "文房四宝", "地方志丛书"}, 310},
	{"纺织服装业", "服饰有限公司", []string{"运河布衣", "锦绣", "北环"}, []string{"纯棉衬衫", "羊绒围巾", "儿童卫衣", "工装定制"}, 980},
	{"软件和信息技术服务业", "网络科技有限公司", []string{"点河", "云帆", "智运"}, []string{"代运营服务", "店铺装修服务", "短视频制作", "直播间搭建"}, 5200},
	{"零售业", "母婴用品有限公司", []string{"贝壳", "小舟"}, []string{"婴儿推车", "奶粉组合", "童装套装"}, 760},
}

var streets = []struct{ code, name, road string }{
	{"130903001", "水月寺街街道", "水月寺大街"}, {"130903002", "南环中路街道", "南环中路"}, {"130903003", "南湖街道", "南湖大道"},
	{"130903004", "市场街道", "新华西路"}, {"130903005", "西环中街街道", "西环中街"}, {"130903006", "公园街道", "解放西路"},
	{"130903100", "小王庄镇", "小王庄村"}, {"130903101", "南陈屯镇", "南陈屯村"},
}

var surnames = []string{"刘", "张", "王", "李", "赵", "孙", "马", "于", "韩", "回"}
var givenNames = []string{"海燕", "志强", "运生", "晓雨", "建国", "文静", "春来", "立新", "玉兰", "长河"}

// enterprises invents the forty-odd enterprises of the district.
func enterprises(random *rand.Rand) []Enterprise {
	var all []Enterprise
	for _, trade := range trades {
		for _, word := range trade.words {
			all = append(all, enterprise(random, trade, word, len(all)))
		}
	}
	return all
}

func enterprise(random *rand.Rand, t trade, word string, i int) Enterprise {
	street := streets[random.IntN(len(streets))]
	year := 2003 + random.IntN(20)
	e := Enterprise{
		Name: word + t.form, Short: shortName(word, t.form), Kind: "企业", LegalForm: "有限责任公司", Industry: t.industry,
		Founded: fmt.Sprintf("%d-%02d-%02d", year, 1+random.IntN(12), 1+random.IntN(28)),
		Region:  street.name, Address: fmt.Sprintf("%s %d 号", street.road, 1+random.IntN(260)),
		Contact:  surnames[random.IntN(len(surnames))] + givenNames[random.IntN(len(givenNames))],
		Phone:    fmt.Sprintf("1%d%09d", 3+random.IntN(6), random.IntN(1_000_000_000)),
		Products: t.products, Ticket: t.ticket,
		Volume: 0.2 + random.ExpFloat64(), Growth: 0.9 + random.Float64()*3,
		Listed: i%9 != 8, // some sell before the office has heard of them
	}
	prefix := "91130903"
	if t.form == "红枣专业合作社" {
		e.Kind, e.LegalForm, prefix = "合作社", "农民专业合作社", "93130903"
	}
	first17 := prefix + organizationCode(random)
	e.CreditCode = first17 + string(identity.CreditCheck(first17))
	if e.Volume > 1.4 {
		e.AboveQuota = fmt.Sprintf("零售，%d 年起在库", 2018+random.IntN(6))
	}
	e.accounts(random, i)
	return e
}

func shortName(word, form string) string {
	for _, tail := range []string{"食品", "商贸", "箱包", "红枣合作社", "果蔬", "餐饮", "数码", "书店", "服饰", "网络", "母婴"} {
		if len(form) >= 6 && form[:6] == tail[:6] {
			return word + tail
		}
	}
	return word + "书店"
}

// organizationCode invents the nine characters of GB 11714 inside a credit code.
func organizationCode(random *rand.Rand) string {
	first8 := fmt.Sprintf("MA%c%05d", "0123456789ABCDEFGHJK"[random.IntN(20)], random.IntN(100_000))
	return first8 + string(identity.OrganizationCheck(first8))
}

// accounts gives an enterprise its numbers on the platforms: all take WeChat, many something else.
func (e *Enterprise) accounts(random *rand.Rand, i int) {
	e.WeChat = append(e.WeChat, merchant{number: fmt.Sprintf("16233%05d", 8000+i*37+random.IntN(30))})
	if i%3 == 0 {
		e.WeChat = append(e.WeChat, merchant{number: fmt.Sprintf("16233%05d", 30_000+i*41+random.IntN(30)), counter: true})
	}
	if i%2 == 0 {
		e.Alipay = fmt.Sprintf("YH%04d", 1000+i)
	}
	if i%5 == 1 {
		e.Tmall = fmt.Sprintf("%d", 110_000_000+i*7919)
	}
	if i%4 == 0 {
		e.JD = fmt.Sprintf("%s京东旗舰店", e.Short)
	}
}
