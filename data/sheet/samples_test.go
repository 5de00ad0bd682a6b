package sheet

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// samples lie beside the repository, where they were laid out.
var sampleFolder = filepath.Join("..", "..", "..", "shared", "samples")

func TestSamples(t *testing.T) {
	if _, err := os.Stat(sampleFolder); err != nil {
		t.Skip("the real statement files are not here:", sampleFolder)
	}
	const wx, generator = "binarywang_WxJava/", "deb-sig_double-entry-generator/"
	for path, want := range map[string]shape{
		wx + "pay_bill_result_all_content.csv":     {UTF8, 2, 27, 4},
		wx + "pay_bill_result_all_content_1.csv":   {UTF8, 3, 24, 5},
		wx + "pay_bill_result_refund_content.csv":  {UTF8, 2, 29, 4},
		wx + "pay_bill_result_success_content.csv": {UTF8, 2, 20, 4},
		generator + "example-alipay-records.csv":   {GB18030, 0, 13, 35},
		generator + "example-jd-records.csv":       {UTF8BOM, 0, 12, 48},
		generator + "example-mt-records.csv":       {UTF8BOM, 0, 11, 49},
		generator + "example-wechat-records.csv":   {UTF8, 0, 11, 44},
		generator + "example-wechat-records.xlsx":  {"", 0, 11, 45},
	} {
		if got := shapeOf(t, filepath.Join(sampleFolder, filepath.FromSlash(path))); got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
}

// shape is what can be seen of a table without knowing its format.
type shape struct {
	encoding string
	ticked   int // rows of a WeChat bill
	width    int // of the widest row
	last     int // number of the last row
}

func shapeOf(t *testing.T, path string) shape {
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Error(err)
		return shape{}
	}
	defer f.Close()
	got := shape{encoding: f.Tables[0].Encoding}
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil {
			t.Error(err)
		}
		if row.Ticked {
			got.ticked++
		}
		got.width, got.last = max(got.width, len(row.Cells)), row.Number
	}
	return got
}
