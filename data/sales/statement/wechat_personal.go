package statement

// WeChat's export for a person, as csv or, since 2025, as a workbook.
var wechatPersonal = format{code: "wechat_personal", platform: WeChat, evidence: Personal,
	needs: all("交易时间", "交易类型", "交易对方", "收/支", "金额", "当前状态"),
	parser: func() parser {
		return &flow{family: "wechat/personal", names: flowNames{
			time: oneOf("交易时间"), direction: oneOf("收/支"), amount: oneOf("金额"), kind: oneOf("交易类型"),
			product: oneOf("商品"), status: oneOf("当前状态"), number: oneOf("交易单号"), merchantNo: oneOf("商户单号"),
		}}
	}}
