package statement

// Alipay's export for a person, from the app.
var alipayPersonal = format{code: "alipay_personal", platform: Alipay, evidence: Personal,
	needs: [][]string{oneOf("交易时间", "交易创建时间"), oneOf("交易对方"), oneOf("收/支"), oneOf("金额"),
		oneOf("交易订单号", "交易号"), oneOf("商家订单号"), oneOf("交易状态")},
	parser: func() parser {
		return &flow{family: "alipay/personal", names: flowNames{
			time: oneOf("交易时间", "交易创建时间"), direction: oneOf("收/支"), amount: oneOf("金额"), kind: oneOf("交易分类", "类型"),
			product: oneOf("商品说明", "商品名称"), status: oneOf("交易状态"), number: oneOf("交易订单号", "交易号"), merchantNo: oneOf("商家订单号"),
		}}
	}}
