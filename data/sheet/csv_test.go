package sheet

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestTolerantCSV(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    [][]string
	}{
		"quotes":                     {"a,\"b,c\",d\n\"x\"\"y\",z\n", [][]string{{"a", "b,c", "d"}, {`x"y`, "z"}}},
		"quote in mid-field":         {"5\" 屏,12,3\"\n", [][]string{{`5" 屏`, "12", `3"`}}},
		"text behind a closed quote": {"\"123\"\t,4\n", [][]string{{"123\t", "4"}}},
		"unclosed quote":             {"a,\"b,c\nd,e,f\n", [][]string{{"a", `"b`, "c"}, {"d", "e", "f"}}},
		"unclosed, then quoted":      {"a,\"b,c\n\"d\",e,f\n", [][]string{{"a", `"b`, "c"}, {"d", "e", "f"}}},
		"cell over two lines":        {"a,\"b\r\nc\",d\r\ne,f,g\r\n", [][]string{{"a", "b\r\nc", "d"}, {"e", "f", "g"}}},
		"empty cells in quotes":      {"\"\",1,\"\"\n", [][]string{{"", "1", ""}}},
		"no line end":                {"a,b\nc,d", [][]string{{"a", "b"}, {"c", "d"}}},
		"carriage returns":           {"a,b\rc,d\r", [][]string{{"a", "b"}, {"c", "d"}}},
		"zeros of a power cut":       {"a,b\nc,d\n\x00\x00\x00\x00", [][]string{{"a", "b"}, {"c", "d"}}},
		"tabs":                       {"a\tb,1\tc\n1\t\t3\n", [][]string{{"a", "b,1", "c"}, {"1", "", "3"}}},
		"tabs behind numbers":        {"订单,金额,号\n123\t,4.5\t,6\t\n", [][]string{{"订单", "金额", "号"}, {"123\t", "4.5\t", "6\t"}}},
		"tabs in quotes":             {"\"\t订单\",\"\t1,234.00\"\n", [][]string{{"\t订单", "\t1,234.00"}}},
		"formulas for text":          {"=\"0012\",'13900000000\n", [][]string{{`="0012"`, "'13900000000"}}},
		"a single column":            {"a\nb\n", [][]string{{"a"}, {"b"}}},
	} {
		f := mustOpen(t, "a.csv", []byte(c.content))
		if got := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestBillLines(t *testing.T) {
	for name, c := range map[string]struct {
		line string
		want []string
	}{
		"as it comes":             {"`2025-01-01,`酥饼, 两盒 \"大\",`,`1.00", []string{"2025-01-01", `酥饼, 两盒 "大"`, "", "1.00"}},
		"backtick in a name":      {"`a,`b`c,`d", []string{"a", "b`c", "d"}},
		"one cell":                {"`a", []string{"a"}},
		"saved by Excel":          {"`a,\"`酥饼, \"\"大\"\"\",`c", []string{"a", `酥饼, "大"`, "c"}},
		"filled up by Excel":      {"`2,`3.00,,,,", []string{"2", "3.00"}},
		"empty cell at the end":   {"`a,`", []string{"a", ""}},
		"empty cell at the start": {"`,`b", []string{"", "b"}},
	} {
		f := mustOpen(t, "a.csv", []byte("头,二,三\r\n"+c.line+"\r\n"))
		for row, err := range f.Tables[0].Rows(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if row.Number == 2 && (!row.Ticked || row.Raw != c.line || !slices.Equal(row.Cells, c.want)) {
				t.Errorf("%s: %v %q %q", name, row.Ticked, row.Raw, row.Cells)
			}
			if row.Number == 1 && row.Ticked {
				t.Errorf("%s: the head is ticked", name)
			}
		}
	}
}

func TestRowNumbers(t *testing.T) {
	f := mustOpen(t, "a.csv", []byte("\n标题\n,,,\n \t\n\"a\nb\",c\nlast"))
	var got []string
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(row.Number, row.Cells[0]))
	}
	if want := []string{"2标题", "5a\nb", "6last"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestStringsOutliveTheirRow(t *testing.T) {
	f := mustOpen(t, "a.csv", bytes.Repeat([]byte("订单一,1\n订单二,2\n"), 100_000))
	var first, second string
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Number == 1 {
			first = row.Cells[0]
		}
		second = row.Cells[0]
	}
	if first != "订单一" || second != "订单二" {
		t.Errorf("%q %q", first, second)
	}
}

func TestLineTooLong(t *testing.T) {
	f := mustOpen(t, "a.csv", []byte("a,b\n"+strings.Repeat("长,", longestLine)))
	var last error
	for _, err := range f.Tables[0].Rows(context.Background()) {
		last = err
	}
	if p, ok := asProblem(last); !ok || p.Code != "file.not_a_table" {
		t.Errorf("%v", last)
	}
}
