package sales

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
)

// lets says whether a line as it is shown passes a filter: the same question asked without SQL.
func lets(line *TransactionLine, f listing.Filter) bool {
	text := map[string]string{
		string(LineOrganization): line.Organization, string(LinePlatform): line.Platform, string(LineOrderNo): line.OrderNo,
		string(LineStatus): line.Status, string(LineTradeType): line.TradeType,
	}[f.Column]
	switch f.Column {
	case string(LineAmount):
		least, _ := money.Parse(f.Least)
		most, _ := money.Parse(f.Most)
		return (f.Least == "" || line.Amount >= least) && (f.Most == "" || line.Amount <= most)
	case string(LineTime):
		day := line.At.In(statement.China).Format(time.DateOnly)
		return (f.Least == "" || day >= f.Least) && (f.Most == "" || day <= f.Most)
	}
	return strings.Contains(strings.ToLower(text), strings.ToLower(f.Contains)) &&
		(len(f.Values) == 0 || slices.Contains(f.Values, text)) && (!f.Empty || text == "") && (!f.Filled || text != "")
}

func TestColumnFiltersFindWhatIsShown(t *testing.T) {
	room := filledRoom(t)
	all, err := room.LineIDs(t.Context(), LineFilter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := room.Lines(t.Context(), all)
	if err != nil || len(lines) == 0 {
		t.Fatal(len(lines), err)
	}
	texts := []string{string(LineOrganization), string(LinePlatform), string(LineOrderNo), string(LineStatus), string(LineTradeType)}
	filter := rapid.Custom(func(t *rapid.T) listing.Filter {
		switch rapid.IntRange(0, 3).Draw(t, "what") {
		case 0:
			return listing.Filter{Column: string(LineAmount), Least: rapid.SampledFrom([]string{"", "-20", "0", "50.00", "80"}).Draw(t, "least"), Most: rapid.SampledFrom([]string{"", "49.99", "50", "1,000"}).Draw(t, "most")}
		case 1:
			return listing.Filter{Column: string(LineTime), Least: rapid.SampledFrom([]string{"", "2026-10-01", "2026-10-02", "2026-11-03"}).Draw(t, "from"), Most: rapid.SampledFrom([]string{"", "2026-10-01", "2026-10-02", "2026-12-01"}).Draw(t, "to")}
		case 2:
			return listing.Filter{Column: rapid.SampledFrom(texts).Draw(t, "column"), Contains: rapid.SampledFrom([]string{"", "4200001", "js", "wechat", "%"}).Draw(t, "part")}
		}
		return listing.Filter{
			Column: rapid.SampledFrom(texts).Draw(t, "column"), Empty: rapid.Bool().Draw(t, "empty"),
			Values: rapid.SliceOfN(rapid.SampledFrom([]string{"", "JSAPI", "MICROPAY", "wechat"}), 0, 2).Draw(t, "values"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		filters := rapid.SliceOfN(filter, 0, 3).Draw(t, "filters")
		got, err := room.LineIDs(t.Context(), LineFilter{}, nil, filters...)
		if err != nil {
			t.Fatal(err)
		}
		var want []int32
		for i := range lines {
			if !slices.ContainsFunc(filters, func(f listing.Filter) bool { return !lets(&lines[i], f) }) {
				want = append(want, int32(lines[i].ID))
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: %v, want %v", filters, got, want)
		}
		sum, err := room.SumFiltered(t.Context(), LineFilter{}, filters...)
		byIDs, errToo := room.SumLines(t.Context(), got)
		if err != nil || errToo != nil || sum != byIDs {
			t.Fatalf("%+v: sum %+v, of the lines %+v, %v %v", filters, sum, byIDs, err, errToo)
		}
	})
}

func TestValuesOfAColumnAreCounted(t *testing.T) {
	room := filledRoom(t)
	own := []listing.Filter{{Column: string(LineTradeType), Values: []string{"JSAPI"}}}
	values, err := room.LineValues(t.Context(), LineTradeType, LineFilter{}, own, 10)
	if err != nil || len(values) != 2 || values[0] != (listing.Value{Key: "JSAPI", Count: 2}) || values[1] != (listing.Value{Key: "MICROPAY", Count: 1}) {
		t.Errorf("%+v %v: a column's own filter hides none of its values", values, err)
	}
	values, err = room.LineValues(t.Context(), LinePlatform, LineFilter{}, own, 10)
	if err != nil || len(values) != 1 || values[0] != (listing.Value{Key: "wechat", Count: 2}) {
		t.Errorf("%+v %v: the others' count", values, err)
	}
}
