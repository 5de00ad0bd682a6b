package statement

import "testing"

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", " a\t": "a", "\ufeffa": "a", "\u3000金额\u3000": "金额", "\u00a0a\u00a0": "a", `="0012"`: "0012", `= x`: "= x",
		"'138": "138", "`2026": "2026", "一": "一", "\u200b单\u200b": "单", "''a": "a", "=\"\t1\"": "1",
	} {
		is(t, in, clean(in), want)
	}
}

func TestHeaderName(t *testing.T) {
	for in, want := range map[string]string{
		"订单付款时间 ": "订单付款时间", "金额（元）": "金额(元)", "`交易时间": "交易时间", "\ufeff交易时间": "交易时间", "收／支": "收/支", "\"": "\"",
	} {
		is(t, in, headerName(in), want)
	}
}

func TestDestroyed(t *testing.T) {
	for _, c := range []struct {
		text     string
		workbook bool
		want     bool
	}{
		{"4.2E+18", false, true}, {"4E+18", false, true}, {"4.2e+18", true, true}, {"4200001234567890000", true, true},
		{"4200001234567890000", false, false}, {"4200001234567890123", true, false}, {"280000000000", true, false},
		{"E+18", false, false}, {"1E", false, false}, {"A4.2E+18", false, false}, {"", true, false},
	} {
		is(t, c.text, destroyed(c.text, c.workbook), c.want)
	}
}

func TestTimes(t *testing.T) {
	for in, want := range map[string]int64{
		"2000-01-01 00:00:00": 946656000, "2026-02-28 23:59:59": 1772294399, "2024-02-29 12:00:00": 1709179200, "2014-11-10 16：33：45": 1415608425,
		"2026-09-10": 1788969600, "45000": 1678809600,
	} {
		m, ok := parseTime(in)
		is(t, in, ok, true)
		is(t, in, m.seconds, want)
	}
	for _, in := range []string{"", "-", "2026-10-32 00:00:00", "2025-02-29", "1999-12-31 00:00:00", "2026-13-01", "2026-10-01 24:00:00", "昨天", "12", "2026-10-01 08:00:00 PM"} {
		if m, ok := parseTime(in); ok {
			t.Errorf("%q is %v", in, m)
		}
	}
}

func TestStates(t *testing.T) {
	for in, want := range map[string]state{
		"": stateNone, "-": stateNone, "等待买家付款": stateUnpaid, "买家已付款，等待卖家发货": statePaid, "卖家已发货，等待买家确认": statePaid,
		"交易成功": stateFinished, "交易关闭": stateClosed, "(删除)等待付款": stateUnpaid, "(删除)等待出库": stateClosed, "(锁定)等待出库": statePaid,
		"已发货，退款成功": stateRefunded, "退款中": stateUnknown, "已收货": stateFinished, "待签收": statePaid, "已取消": stateClosed, "奇怪": stateUnknown,
		"等待确认收货": statePaid, "完成": stateFinished,
	} {
		is(t, in, stateOf(in), want)
	}
	is(t, "after-sales", refundDone("无售后或售后取消"), false)
}

func TestFreshnessIsNeverNegative(t *testing.T) {
	m, _ := parseTime("2060-01-01 00:00:00")
	if f := freshness(m.seconds, 15, neverChanges); f <= 0 {
		t.Error(f)
	}
	is(t, "nothing", freshness(0, 0, neverChanges), 0)
}

// TestIdentitiesStay fails when the making of identities changes: they are kept in databases.
func TestIdentitiesStay(t *testing.T) {
	is(t, "WeChat", wechatIdentity("A1", "4200001", ""), identityOf("wechat", "A1", "4200001", ""))
	is(t, "FNV-1a", identityOf("a"), uint64(0x089be207b544f1e4))
	is(t, "field ends", identityOf("x", "ab", "c") == identityOf("x", "a", "bc"), false)
}

func TestExportedAt(t *testing.T) {
	g := one(t, "orders_2026-09-10_14-30-05.csv", jdHead)
	is(t, "in the name", g.ExportedAt.Format("2006-01-02 15:04:05"), "2026-09-10 14:30:05")
	g = one(t, "orders202609.csv", jdHead)
	is(t, "a month is no date", g.ExportedAt.Equal(g.Table.ModTime), true)
	g = one(t, "1900012345_20261001_ALL.csv", billHead)
	is(t, "number before the date", g.ExportedAt.Format("2006-01-02"), "2026-10-01")
}
