package register

import (
	"regexp"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// words gives the code each of the words stands for.
func words[T any](lists map[*T]string) map[string]T {
	all := map[string]T{}
	for code, list := range lists {
		for _, word := range strings.Fields(list) {
			all[word] = *code
		}
	}
	return all
}

func is[T any](code T) *T { return &code }

var (
	kindWords = words(map[*Kind]string{
		is(Enterprise): "企业 公司", is(Cooperative): "合作社 农民专业合作社 专业合作社", is(Farm): "家庭农场 农场",
		is(Grower): "种植户 养殖户 种植养殖户 种养大户 农户", is(Platform): "平台 电商平台", is(Department): "部门 单位 部门单位 机关",
		is(ServiceProvider): "服务商 电商服务商 服务企业", is(Station): "站点 服务站 服务站点 村级服务站",
	})
	statusWords = words(map[*Status]string{
		is(Active):    "存续 在营 开业 在业 正常 正常经营 经营 营业 在营开业企业 存续在营开业在册",
		is(Suspended): "停业 歇业 暂停 暂停营业 停产", is(Closed): "注销 吊销 关闭 已注销 吊销未注销 迁出",
	})
	modeWords = words(map[*string]string{
		is(Online): "线上 网上 网络", is(InPerson): "线下 门店 实体店 到店", is(Mixed): "混合 线上线下 线上和线下 均有",
	})
	// Longer words first where one holds another.
	platformWords = []struct{ word, platform string }{
		{"微信", "wechat"}, {"小程序", "wechat"}, {"视频号", "wechat"}, {"财付通", "wechat"}, {"支付宝", "alipay"},
		{"淘宝", "taobao"}, {"天猫", "taobao"}, {"taobao", "taobao"}, {"tmall", "taobao"}, {"京东", "jd"}, {"jd", "jd"},
		{"拼多多", "pinduoduo"}, {"抖音", "douyin"}, {"抖店", "douyin"}, {"美团", "meituan"}, {"wechat", "wechat"}, {"alipay", "alipay"},
	}
)

// platformOf understands a platform's name, other for one without statements of its own.
func platformOf(text string) string {
	text = strings.ToLower(text)
	for _, one := range platformWords {
		if strings.Contains(text, one.word) {
			return one.platform
		}
	}
	return "other"
}

// chosen looks a word up after taking off marks.
func chosen[T any](all map[string]T, text string) (T, error) {
	code, ok := all[bare(text)]
	if !ok {
		return code, problem.New("register.not_a_choice", "value", text)
	}
	return code, nil
}

// quota understands 限上: no, plain yes, or what and since when.
func quota(text string) string {
	switch bare(text) {
	case "否", "不是", "无", "没有", "限下", "未纳统", "n", "no", "0":
		return ""
	case "是", "有", "y", "yes", "1", "已纳统":
		return "限上"
	}
	if text == "√" || text == "✓" {
		return "限上"
	}
	return text
}

var serialForm = regexp.MustCompile(`^\d{5}(\.\d+)?$`)

var dayForm = regexp.MustCompile(`^(\d{4})\D{0,2}?(\d{1,2})\D{0,2}?(\d{1,2})(日|\s.*|T.*)?$`)

// dayOf reads a date however it is written: 2009-4-16, 2009年4月16日, 20090416, a worksheet's serial number.
func dayOf(text string) (string, error) {
	if serialForm.MatchString(text) {
		if at, ok := sheet.SerialTime(text); ok {
			return at.Format(time.DateOnly), nil
		}
	}
	if parts := dayForm.FindStringSubmatch(text); parts != nil {
		day, err := time.Parse("2006-1-2", parts[1]+"-"+strings.TrimPrefix(parts[2], "0")+"-"+strings.TrimPrefix(parts[3], "0"))
		if err == nil {
			return day.Format(time.DateOnly), nil
		}
	}
	return "", problem.New("register.not_a_date", "value", text)
}

// guessedKind tells from credit code and name what a new organisation is where the ledger does not say.
func guessedKind(name, creditCode string) Kind {
	switch {
	case strings.HasPrefix(creditCode, "93"), strings.HasSuffix(name, "合作社"):
		return Cooperative
	case strings.HasSuffix(name, "农场"):
		return Farm
	case strings.HasPrefix(creditCode, "1"):
		return Department
	}
	return Enterprise
}
