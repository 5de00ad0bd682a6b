package sheet

import (
	"bytes"
	"image"
	"image/png"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestAPictureStandsUnderItsRows(t *testing.T) {
	var content bytes.Buffer
	if err := png.Encode(&content, image.NewNRGBA(image.Rect(0, 0, 640, 320))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	book := NewBook()
	s := book.Sheet("月份").Columns([]Column{{Head: "月份"}})
	s.AddRow("1月").AddRow("2月").Picture(content.Bytes(), "按月", 320).Note("线下不计")
	book.Sheet("其他").Columns([]Column{{Head: "内容"}}).AddRow("无")
	if err := book.Save(path); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	pictures, err := file.GetPictures("月份", "A5")
	if err != nil || len(pictures) != 1 || !bytes.Equal(pictures[0].File, content.Bytes()) || pictures[0].Format.AltText != "按月" {
		t.Fatalf("%d pictures, %v", len(pictures), err)
	}
	rows, err := file.GetRows("月份")
	if err != nil || len(rows) < 13 || rows[1][0] != "1月" || rows[len(rows)-1][0] != "线下不计" {
		t.Errorf("%v, %v", rows, err)
	}
	if broken := NewBook().Sheet("坏").Columns([]Column{{Head: "月份"}}).Picture([]byte("no picture"), "", 100); broken.book.err == nil {
		t.Error("what is no picture is taken")
	}
}
