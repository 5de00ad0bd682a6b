package register

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/attachments"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

const clerk store.Actor = "经办员"

// today is the day the tests are run on, as far as pages ask.
var today = time.Date(2026, 11, 23, 10, 0, 0, 0, time.Local)

// office is a file of data with one enterprise: its counter, its mini program, and two years of sales.
type office struct {
	rooms
	t    *testing.T
	main register.Organization
}

func newOffice(t *testing.T) *office {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return today })
	o := &office{rooms: rooms{room: register.New(st), trade: sales.New(st), files: attachments.New(st), actor: clerk}, t: t}
	o.must(st.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return register.SetDistrict(tx, "130903") }))
	o.main = register.Organization{Name: "运河老号食品有限公司", CreditCode: "91330100799655058B", RegionCode: "130903004008", AboveQuota: "零售"}
	o.must(o.room.Create(t.Context(), clerk, &o.main))
	return o
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// trading gives the enterprise its people, shops, accounts and statements.
func (o *office) trading() *office {
	o.t.Helper()
	ctx, id := o.t.Context(), o.main.ID
	o.must(o.room.SavePerson(ctx, clerk, &register.Person{OrganizationID: id, Name: "张三", Role: register.OnlineSalesContact, Phone: "13803176021"}))
	o.must(o.room.SaveShop(ctx, clerk, &register.Shop{OrganizationID: id, Platform: "wechat", Name: "老号商城", Number: "1623"}))
	o.must(o.room.SaveShop(ctx, clerk, &register.Shop{OrganizationID: id, Platform: "jd", Name: "老号京东店", OpenedOn: "2026-11-12", Status: register.ShopNew}))
	o.must(o.room.SaveAccount(ctx, clerk, &register.PaymentAccount{OrganizationID: &id, Platform: "wechat", Number: "1623", Name: "小程序", ChannelMode: register.Online}))
	o.must(o.room.SaveAccount(ctx, clerk, &register.PaymentAccount{OrganizationID: &id, Platform: "wechat", Number: "1624", Name: "解放路门店", ChannelMode: register.InPerson}))
	bill := billHead
	for i, line := range []struct {
		at, merchant string
		yuan         int
	}{
		{"2025-03-05", "1623", 10000}, {"2025-11-05", "1623", 5000}, {"2026-03-05", "1623", 25000}, {"2026-11-05", "1623", 70000},
		{"2026-11-21", "1623", 1000}, {"2026-11-08", "1624", 3000},
	} {
		bill += fmt.Sprintf("`%s 08:00:00,`wx1,`1900,`%s,`,`W%d,`M%d,`u,`JSAPI,`SUCCESS,`OTHERS,`CNY,`%d.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%%,`%d.00,`0.00,`\n",
			line.at, line.merchant, i, i, line.yuan, line.yuan)
	}
	_, err := o.trade.Import(ctx, clerk, []sales.Source{{Path: o.file("账单.csv", bill)}}, nil)
	o.must(err)
	return o
}

const billHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

func (o *office) file(name, content string) string {
	o.t.Helper()
	path := filepath.Join(o.t.TempDir(), name)
	o.must(os.WriteFile(path, []byte(content), 0o600))
	return path
}

// page reads the page of the enterprise.
func (o *office) page() *OrganizationModel {
	o.t.Helper()
	model := newOrganizationModel(o.rooms, o.main.ID)
	model.now = func() time.Time { return today }
	page, err := model.Load(o.t.Context())
	o.must(err)
	model.Page = page
	return model
}
