package rewards

import (
	"os"
	"path/filepath"
	"testing"

	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

const wechatBill = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n" +
	"`2025-05-04 10:00:00,`wx1,`1900,`3301,`,`W1,`M1,`u,`JSAPI,`SUCCESS,`OTHERS,`CNY,`4000000.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`4000000.00,`0.00,`\n" +
	"`2026-03-04 10:00:00,`wx1,`1900,`3301,`,`W2,`M2,`u,`JSAPI,`SUCCESS,`OTHERS,`CNY,`10200000.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`10200000.00,`0.00,`\n" +
	"`2026-03-05 10:00:00,`wx1,`1900,`3301,`,`W3,`M3,`u,`MICROPAY,`SUCCESS,`OTHERS,`CNY,`90000000.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`90000000.00,`0.00,`\n" +
	"`2026-04-01 10:00:00,`wx1,`1900,`3301,`,`W2,`M2,`u,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`R2,`r2,`100000.00,`0.00,`ORIGINAL,`SUCCESS,`枣,`,`0.00000,`0.60%,`0.00,`100000.00,`\n"

// TestFromABillToAnAmount takes a bill in as the clerk does: what was paid in the shop does not count,
// what was refunded is off, and taking the bill back shows on the claim.
func TestFromABillToAnAmount(t *testing.T) {
	o := newOffice(t)
	room := sales.New(o.store)
	o.Room.sales = room
	path := filepath.Join(t.TempDir(), "bill.csv")
	must(t, os.WriteFile(path, []byte(wechatBill), 0o600))
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		return tx.Create(&register.PaymentAccount{
			OrganizationID: &o.organization.ID, Platform: "wechat", Number: "3301", ChannelMode: register.Mixed,
		}).Error
	}))
	report, err := room.Import(t.Context(), clerk, []sales.Source{{Path: path}}, nil)
	must(t, err)
	claim := o.claim(t)
	page := o.page(t, claim.ID)
	if claim.Amount != 10*wan || page.Trace.Steps[0].Fen != 400*wan || page.Trace.Steps[1].Fen != 1010*wan {
		t.Fatalf("%+v", page.Trace.Steps)
	}
	must(t, room.TakeBack(t.Context(), clerk, report.BatchID))
	differences, err := o.Recheck(t.Context(), claim.ID)
	if err != nil || len(differences) == 0 || o.page(t, claim.ID).Claim.Amount != 10*wan {
		t.Errorf("%+v, %v", differences, err)
	}
}
