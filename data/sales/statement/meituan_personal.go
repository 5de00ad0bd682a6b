package statement

// Meituan's export for a person. What was really paid counts, not the price before vouchers.
var meituanPersonal = format{code: "meituan_personal", platform: Meituan, evidence: Personal,
	needs: append(all("订单标题", "收/支", "交易单号"), oneOf("交易创建时间", "交易成功时间"), oneOf("实付金额", "订单金额")),
	parser: func() parser {
		return &flow{family: "meituan/personal", names: flowNames{
			time: oneOf("交易创建时间", "交易成功时间"), direction: oneOf("收/支"), amount: oneOf("实付金额", "订单金额"), kind: oneOf("交易类型"),
			product: oneOf("订单标题"), status: oneOf("交易类型"), number: oneOf("交易单号"), merchantNo: oneOf("商家单号"),
		}}
	}}
