package sales

import (
	"slices"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// TestFiguresOfASelection has the same lines by channel, basis, platform, product and month.
func TestFiguresOfASelection(t *testing.T) {
	room := newRoom(t)
	owner := register.Organization{Name: "甲"}
	if err := register.New(room.store).Create(t.Context(), "测试", &owner); err != nil {
		t.Fatal(err)
	}
	err := room.store.Write(t.Context(), "测试", "test", func(tx *store.Tx) error {
		return tx.Create(&register.PaymentAccount{OrganizationID: &owner.ID, Platform: "wechat", Number: "1623", ChannelMode: register.Mixed}).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	take(t, room, write(t, "bill.csv", wechatHead+
		paid("2025-12-31 23:59:59", "1623", "0", "JSAPI", "70.00", "70.00")+
		paid("2026-01-01 00:00:00", "1623", "1", "JSAPI", "100.00", "95.00")+
		paid("2026-01-02 08:00:00", "1623", "2", "MICROPAY", "50.00", "50.00")+
		paid("2026-01-02 08:00:00", "1700", "4", "JSAPI", "900.00", "900.00")+
		refunded("2026-02-03 08:00:00", "1623", "1", "JSAPI", "20.00", "19.00")))
	type figure struct {
		month  int
		fen    money.Fen
		orders int
	}
	all := []figure{{202512, 7000, 1}, {202601, 10000, 1}, {202602, -2000, 0}}
	for _, c := range []struct {
		name string
		q    FigureQuery
		want []figure
	}{
		{"online", FigureQuery{Channel: statement.Online}, all},
		{"of one product, from the lines", FigureQuery{Channel: statement.Online, Products: []string{"枣", "梨"}}, all},
		{"of another product", FigureQuery{Channel: statement.Online, Products: []string{"梨"}}, nil},
		{"a sign of LIKE is none", FigureQuery{Products: []string{"%"}}, nil},
		{"both channels", FigureQuery{}, []figure{{202512, 7000, 1}, {202601, 15000, 2}, {202602, -2000, 0}}},
		{"in person, of a product", FigureQuery{Channel: statement.InPerson, Products: []string{"枣"}}, []figure{{202601, 5000, 1}}},
		{"settled", FigureQuery{Channel: statement.Online, Basis: SettledBasis}, []figure{{202512, 7000, 1}, {202601, 9500, 1}, {202602, -1900, 0}}},
		{"some months", FigureQuery{Channel: statement.Online, From: 202601, To: 202601}, []figure{{202601, 10000, 1}}},
		{"some months of a product", FigureQuery{Channel: statement.Online, From: 202601, To: 202601, Products: []string{"枣"}}, []figure{{202601, 10000, 1}}},
		{"months without lines", FigureQuery{From: 202701, Products: []string{"枣"}}, nil},
		{"a platform", FigureQuery{Channel: statement.Online, Platforms: []string{"wechat", "jd"}}, all},
		{"another platform", FigureQuery{Platforms: []string{"jd"}}, nil},
		{"another organisation", FigureQuery{OrganizationID: owner.ID + 1}, nil},
	} {
		figures, err := room.Figures(t.Context(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		var got []figure
		for _, f := range figures {
			if f.OrganizationID != owner.ID || f.Platform != "wechat" {
				t.Errorf("%s: %+v", c.name, f)
			}
			got = append(got, figure{f.Month, f.Fen, f.Orders})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAWordOfAProductIsFoundAsItIsWritten(t *testing.T) {
	for word, want := range map[string]string{"红枣": "instr(t.product, ?) > 0", "%": "instr(t.product, ?) > 0", "iPad": `t.product LIKE ? ESCAPE '\'`} {
		if text, _ := productHas(word); text != want {
			t.Errorf("%s: %s, want %s", word, text, want)
		}
	}
}
