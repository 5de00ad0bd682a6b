package sales

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/listing"
)

// TestTheFirstLinesAreThoseOfTheWholeList: whatever is asked for, they are where the list begins once it is sorted.
func TestTheFirstLinesAreThoseOfTheWholeList(t *testing.T) {
	room := newRoom(t)
	var bill strings.Builder
	bill.WriteString(wechatHead)
	for i := range 120 {
		at := fmt.Sprintf("2026-%02d-%02d 08:00:%02d", 9+i*7%4, 1+i*5%9, i%3) // many lines share their second
		bill.WriteString(paid(at, fmt.Sprint(1600+i*i%11), fmt.Sprint(4200000+i), "JSAPI", "100.00", "95.00"))
	}
	take(t, room, write(t, "1900_20261201_ALL.csv", bill.String()))
	var ids []int64
	if err := room.store.Read(t.Context()).Raw(`SELECT id FROM payment_accounts`).Scan(&ids).Error; err != nil {
		t.Fatal(err)
	}
	ids = append(ids, 0)
	months := rapid.SampledFrom([]int{0, 0, 202609, 202610, 202612, 202701})
	rapid.Check(t, func(t *rapid.T) {
		filter := LineFilter{
			From: months.Draw(t, "from"), To: months.Draw(t, "to"), AccountID: rapid.SampledFrom(ids).Draw(t, "account"),
			Platform: rapid.SampledFrom([]string{"", "", "wechat", "jd"}).Draw(t, "platform"), Unmatched: rapid.Bool().Draw(t, "unmatched"),
		}
		order := []LineSort{{Column: LineTime, Descending: rapid.Bool().Draw(t, "descending")}}
		if rapid.Bool().Draw(t, "usual") {
			order = nil
		}
		limit := rapid.IntRange(1, 150).Draw(t, "limit")
		first, count, err := room.FirstLines(t.Context(), filter, order, limit)
		all, errToo := room.LineIDs(t.Context(), filter, order)
		if err != nil || errToo != nil {
			t.Fatal(err, errToo)
		}
		if count != len(all) || !slices.Equal(first, all[:min(limit, len(all))]) {
			t.Fatalf("%+v by %v: the first are %v of %d, want %v", filter, order, first, count, all)
		}
	})
}

func TestWhatNoIndexAnswersHasNoFirstLines(t *testing.T) {
	room := filledRoom(t)
	for name, ask := range map[string]func() ([]int32, int, error){
		"another column": func() ([]int32, int, error) {
			return room.FirstLines(t.Context(), LineFilter{}, []LineSort{{Column: LineAmount}}, 10)
		},
		"a second column": func() ([]int32, int, error) {
			return room.FirstLines(t.Context(), LineFilter{}, []LineSort{{Column: LineTime}, {Column: LineAmount}}, 10)
		},
		"part of a number": func() ([]int32, int, error) { return room.FirstLines(t.Context(), LineFilter{Number: "42"}, nil, 10) },
		"a column's filter": func() ([]int32, int, error) {
			return room.FirstLines(t.Context(), LineFilter{}, nil, 10, listing.Filter{Column: string(LineStatus), Contains: "x"})
		},
	} {
		if ids, count, err := ask(); err != nil || len(ids) != 0 || count != 0 {
			t.Errorf("%s: %v of %d, %v", name, ids, count, err)
		}
	}
}
