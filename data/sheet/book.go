package sheet

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// Book is a workbook to be written. Rows go to a temporary file as they come, so it may be large. The
// first error ends the writing and comes out of Save.
type Book struct {
	file   *excelize.File
	looks  map[look]int
	sheets []*Sheet
	err    error
}

// NewBook begins an empty workbook. Save or Discard ends it.
func NewBook() *Book {
	return &Book{file: excelize.NewFile(), looks: map[look]int{}}
}

// Sheet adds a worksheet. Characters that Excel forbids in names are replaced, long names are cut, and a
// name that is taken gets a number.
func (b *Book) Sheet(name string) *Sheet {
	sheet := &Sheet{book: b, name: b.freeName(name)}
	if b.err == nil {
		b.err = b.begin(sheet)
	}
	b.sheets = append(b.sheets, sheet)
	return sheet
}

// begin makes the worksheet; a new workbook has one already, which becomes the first.
func (b *Book) begin(sheet *Sheet) error {
	var err error
	if len(b.sheets) == 0 {
		err = b.file.SetSheetName(b.file.GetSheetName(0), sheet.name)
	} else {
		_, err = b.file.NewSheet(sheet.name)
	}
	if err != nil {
		return err
	}
	fit := true
	if err := b.file.SetSheetProps(sheet.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	sheet.stream, err = b.file.NewStreamWriter(sheet.name)
	return err
}

var forbidden = strings.NewReplacer(":", "：", `\`, "＼", "/", "／", "?", "？", "*", "＊", "[", "［", "]", "］", "'", "’")

func (b *Book) freeName(name string) string {
	name = cut(forbidden.Replace(strings.TrimSpace(name)), excelize.MaxSheetNameLength)
	if name == "" {
		name = "Sheet"
	}
	free := name
	for n := 2; b.taken(free); n++ {
		number := " (" + strconv.Itoa(n) + ")"
		free = cut(name, excelize.MaxSheetNameLength-len(number)) + number
	}
	return free
}

func (b *Book) taken(name string) bool {
	for _, sheet := range b.sheets {
		if strings.EqualFold(sheet.name, name) {
			return true
		}
	}
	return false
}

// Save writes the workbook whole or not at all and ends it. Problems are file.busy, file.no_access, file.disk_full,
// file.missing for a folder that is not there, and file.too_many_rows.
func (b *Book) Save(path string) error {
	defer b.Discard()
	return saving.Whole(path, func(to io.Writer) error {
		if len(b.sheets) == 0 {
			return problem.New("file.empty")
		}
		for _, sheet := range b.sheets {
			sheet.finish()
		}
		if b.err != nil {
			return b.err
		}
		return b.file.Write(to)
	})
}

// Discard ends a workbook that is not to be saved and removes its temporary files.
func (b *Book) Discard() { _ = b.file.Close() }
