package sales

import (
	"context"
	"fmt"
	"strconv"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// ExportTotals writes the totals asked for as a workbook: a row a group, sums as formulas, and above them what
// they were asked by. It gives the number of groups.
//
// Problems: sales.unknown_dimension, those of sheet.Book.Save; sales.nothing_to_export where there are no totals.
func (r *Room) ExportTotals(ctx context.Context, path string, q Query, words Words) (int, error) {
	totals, err := r.Totals(ctx, q)
	if err != nil {
		return 0, err
	}
	if len(totals) == 0 {
		return 0, problem.New("sales.nothing_to_export")
	}
	book := sheet.NewBook()
	defer book.Discard()
	page := book.Sheet(words("sales.export.totals")).
		Title(words("sales.export.totals_title"), words("sales.export.asked", "period", period(q, words),
			"basis", words("sales.basis."+string(basisOf(q))), "channel", words("sales.channel."+strconv.Itoa(int(q.Channel))))).
		Columns(totalColumns(q.By, words))
	for i := range totals {
		page.AddRow(totalCells(&totals[i], q.By, words)...)
	}
	page.Totals(words("sales.export.total"))
	return len(totals), book.Save(path)
}

func basisOf(q Query) Basis {
	if q.Basis == "" {
		return OrderBasis
	}
	return q.Basis
}

// period words the months asked for.
func period(q Query, words Words) string {
	if q.From == 0 && q.To == 0 {
		return words("sales.export.all_time")
	}
	return words("sales.export.period", "from", monthText(q.From), "to", monthText(q.To))
}

// monthText writes yyyymm as 2026-11; 0, an open end, as nothing.
func monthText(month int) string {
	if month == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", month/100, month%100)
}

func totalColumns(by []Dimension, words Words) []sheet.Column {
	var columns []sheet.Column
	for _, dimension := range by {
		columns = append(columns, sheet.Column{Head: words("sales.by." + string(dimension)), Width: 26})
	}
	return append(columns,
		sheet.Column{Head: words("sales.export.payments"), Kind: sheet.Integer, Width: 12, Sum: true},
		sheet.Column{Head: words("sales.export.paid"), Kind: sheet.Money, Sum: true},
		sheet.Column{Head: words("sales.export.refunds"), Kind: sheet.Integer, Width: 12, Sum: true},
		sheet.Column{Head: words("sales.export.refunded"), Kind: sheet.Money, Sum: true},
		sheet.Column{Head: words("sales.export.net"), Kind: sheet.Money, Sum: true})
}

func totalCells(total *Total, by []Dimension, words Words) []any {
	var cells []any
	for _, dimension := range by {
		cells = append(cells, total.name(dimension, words))
	}
	return append(cells, total.Payments, total.Paid, total.Refunds, total.Refunded, total.Net())
}

// name words the group a total stands for.
func (t *Total) name(by Dimension, words Words) string {
	switch by {
	case ByMonth:
		return monthText(t.Month)
	case ByPlatform:
		return words("platform." + t.Platform)
	case ByAccount:
		return t.Account
	}
	if t.OrganizationID == 0 {
		return words("sales.unmatched.word")
	}
	return t.Organization
}
