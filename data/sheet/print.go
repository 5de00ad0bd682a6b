package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Orientation is how the paper lies.
type Orientation string

// The two ways of laying paper. Columns sets Landscape.
const (
	Landscape Orientation = "landscape"
	Portrait  Orientation = "portrait"
)

const (
	a4        = 9
	footer    = "&C第 &P 页 共 &N 页"
	margin    = 0.6 // inches
	allHeight = 0   // as many pages as the rows need
)

// PrintSetup lays the sheet on A4, as wide as the paper and centred, with the column heads on every page
// and the page numbers at the foot. It is called after Columns.
func (s *Sheet) PrintSetup(orientation Orientation) *Sheet {
	s.try(func() error { return s.pages(string(orientation)) })
	s.try(s.margins)
	s.try(s.repeatHead)
	s.try(func() error {
		return s.book.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: footer})
	})
	return s
}

func (s *Sheet) pages(orientation string) error {
	paper, wide, high := a4, 1, allHeight
	return s.book.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	})
}

func (s *Sheet) margins() error {
	side, centred := margin, true
	return s.book.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &side, Bottom: &side, Horizontally: &centred,
	})
}

const printTitles = "_xlnm.Print_Titles"

// repeatHead names the row of the heads as Excel does; the name can be set again.
func (s *Sheet) repeatHead() error {
	name := &excelize.DefinedName{
		Name: printTitles, Scope: s.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(s.name, "'", "''"), s.head, s.head),
	}
	_ = s.book.file.DeleteDefinedName(&excelize.DefinedName{Name: printTitles, Scope: s.name})
	return s.book.file.SetDefinedName(name)
}
