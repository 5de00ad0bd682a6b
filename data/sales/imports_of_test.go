package sales

import (
	"testing"

	"smartcanal/data/register"
)

func TestImportsOfAnOrganizationCountItsLinesOnly(t *testing.T) {
	room := newRoom(t)
	organizations := register.New(room.store)
	o := &register.Organization{Name: "运河老号食品有限公司"}
	if err := organizations.Create(t.Context(), "测试", o); err != nil {
		t.Fatal(err)
	}
	account := &register.PaymentAccount{OrganizationID: &o.ID, Platform: "wechat", Number: "1623"}
	if err := organizations.SaveAccount(t.Context(), "测试", account); err != nil {
		t.Fatal(err)
	}
	october := take(t, room, write(t, "十月.csv", wechatHead+
		paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00")+paid("2026-10-02 08:00:00", "9999", "2", "JSAPI", "50.00", "50.00")))
	take(t, room, write(t, "别家.csv", wechatHead+paid("2026-10-05 08:00:00", "9999", "3", "JSAPI", "50.00", "50.00")))
	take(t, room, write(t, "十一月.csv", wechatHead+
		paid("2026-11-01 08:00:00", "1623", "4", "JSAPI", "10.00", "9.00")+paid("2026-11-03 08:00:00", "1623", "5", "JSAPI", "10.00", "9.00")))
	found, err := room.ImportsOf(t.Context(), o.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].Name != "十一月.csv" || found[0].Lines != 2 || found[0].LastAt-found[0].FirstAt != 2*86400 ||
		found[1].Lines != 1 || found[1].Actor != "测试" || found[1].At.IsZero() || found[1].BatchID != october.BatchID || found[1].Format != "wechat_all" {
		t.Errorf("%+v", found)
	}
}
