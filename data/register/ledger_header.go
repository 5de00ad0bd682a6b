package register

import (
	"strings"
	"unicode"
)

// ledgerColumn is a column of a ledger the register has a place for.
type ledgerColumn struct {
	index  int
	header string // as the file has it
	field  string
	with   string // the role of a person or telephone, the platform of an account; "" where another cell tells
}

// ledgerHeader is the row of column names.
type ledgerHeader struct {
	row     int
	columns []ledgerColumn
	ignored []string
	names   []string
}

type meaning struct{ field, with string }

// The names columns go by in the ledgers of bureaus.
var meanings = spread(map[meaning]string{
	{FieldName, ""}:                    "企业名称 单位名称 名称 主体名称 市场主体 市场主体名称 公司名称 企业全称 单位 企业 合作社名称 商户名称 经营主体 经营主体名称",
	{FieldShortName, ""}:               "简称 企业简称 单位简称",
	{FieldCreditCode, ""}:              "统一社会信用代码 信用代码 社会信用代码 统一信用代码 社会统一信用代码 统一社会信用代码证号",
	{FieldLegalForm, ""}:               "类型 企业类型 公司类型 登记类型 主体类型 类别 主体类别 单位类型 企业性质",
	{FieldFoundedOn, ""}:               "成立日期 成立时间 注册日期 注册时间 成立",
	{FieldIndustry, ""}:                "行业 所属行业 主营行业 行业类别 主营业务 主营产品",
	{FieldAboveQuota, ""}:              "限上 是否限上 限上企业 是否限上企业 限上情况 是否纳统 纳统情况",
	{FieldStatus, ""}:                  "状态 经营状态 登记状态 企业状态 存续状态",
	{FieldStanding, ""}:                "处罚 处罚情况 信用情况 信用状况",
	{FieldRegion, ""}:                  "地区 所在地区 所属地区 镇街 乡镇 街道 乡镇街道 所属街道 所属乡镇 所属镇街 所在乡镇 村 社区 村社区 所属村 所属社区 属地",
	{FieldAddress, ""}:                 "地址 注册地址 经营地址 住所 详细地址 企业地址 单位地址 通讯地址 经营场所",
	{FieldNote, ""}:                    "备注 说明 其他",
	{FieldPerson, Contact}:             "联系人 负责人 联系人姓名 姓名 企业联系人",
	{FieldPerson, OnlineSalesContact}:  "电商负责人 电商联系人",
	{FieldPerson, FinanceContact}:      "财务联系人 财务负责人 财务",
	{FieldPerson, LegalRepresentative}: "法定代表人 法人 法人代表 法人姓名 法定代表人姓名 经营者",
	{FieldPhone, ""}:                   "电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 联系人电话 联系手机",
	{FieldPhone, LegalRepresentative}:  "法人电话 法人手机 法人联系电话 法定代表人电话",
	{FieldPhone, OnlineSalesContact}:   "电商负责人电话 电商联系人电话",
	{FieldPhone, FinanceContact}:       "财务电话 财务联系人电话",
	{FieldShop, ""}:                    "店铺 网店 店铺名称 网店名称 店铺名 网店店铺名称",
	{FieldShopNumber, ""}:              "店铺id 店铺编号 店铺号 网店编号",
	{FieldOpenedOn, ""}:                "开店日期 开店时间",
	{FieldPlatform, ""}:                "平台 所在平台 电商平台 销售平台 平台名称 入驻平台 店铺平台",
	{FieldAccount, ""}:                 "商户号 收款账户 收款账号 商户编号 收款商户号",
	{FieldAccount, "wechat"}:           "微信商户号 特约商户号 微信特约商户号 微信支付商户号 微信收款账号",
	{FieldAccount, "alipay"}:           "支付宝账号 支付宝账户 支付宝商户号 支付宝pid",
	{FieldChannelMode, ""}:             "线上线下 收款方式 经营方式 渠道",
})

func spread(names map[meaning]string) map[string]meaning {
	all := map[string]meaning{}
	for m, list := range names {
		for _, name := range strings.Fields(list) {
			all[name] = m
		}
	}
	return all
}

// readHeader understands a row as column names, as far as it can. The first of two columns of one meaning counts.
func readHeader(row int, cells []string) ledgerHeader {
	h := ledgerHeader{row: row}
	seen := map[meaning]bool{}
	for i, cell := range cells {
		name := plainText(cell)
		if name == "" {
			continue
		}
		h.names = append(h.names, name)
		m, ok := meanings[bare(name)]
		if ok && !seen[m] || ok && m.field == FieldPhone {
			h.columns = append(h.columns, ledgerColumn{i, name, m.field, m.with})
		} else {
			h.ignored = append(h.ignored, name)
		}
		seen[m] = true
	}
	return h
}

// bare leaves of a column's name what carries its meaning: no marks, no remark in brackets.
func bare(name string) string {
	for _, open := range []string{"（", "(", "【", "["} {
		if before, _, ok := strings.Cut(name, open); ok && before != "" {
			name = before
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func (h *ledgerHeader) hasName() bool { return h.named(FieldName) != FieldName }

// named is what the file calls a field, the field itself where it has no such column.
func (h *ledgerHeader) named(field string) string {
	for _, column := range h.columns {
		if column.field == field {
			return column.header
		}
	}
	return field
}

// shown lists the names found, for a problem.
func (h *ledgerHeader) shown() string {
	const most = 12
	return strings.Join(h.names[:min(most, len(h.names))], "、")
}
