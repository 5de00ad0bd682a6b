package sales

import (
	"context"
	"strconv"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// Words gives the text of a key of the catalogue; args are pairs of a placeholder's name and its value. The
// screens hand theirs in, so that a workbook speaks the language of the window it was asked for in.
type Words func(key string, args ...any) string

const (
	exportChunk  = 2000
	rowsPerSheet = 1_000_000 // a worksheet of Excel holds 1,048,576
)

// LineExport is a list of lines to be written as a workbook.
type LineExport struct {
	Filter LineFilter
	Order  []LineSort
	Words  Words
	// Progress, if given, is told lines written and lines there are.
	Progress func(done, total int)
}

// ExportLines writes the lines a filter lets through, in their order, and gives their number: headings, number
// formats and sums as formulas, on more than one worksheet where there are more than a million.
//
// Problems: those of sheet.Book.Save; sales.nothing_to_export where the filter lets nothing through. Cancelled, it leaves no file.
func (r *Room) ExportLines(ctx context.Context, path string, export LineExport) (int, error) {
	ids, err := r.LineIDs(ctx, export.Filter, export.Order)
	if err != nil {
		return 0, err
	}
	if len(ids) == 0 {
		return 0, problem.New("sales.nothing_to_export")
	}
	book := sheet.NewBook()
	defer book.Discard()
	for first := 0; first < len(ids); first += rowsPerSheet {
		part := ids[first:min(first+rowsPerSheet, len(ids))]
		page := book.Sheet(export.Words("sales.export.lines")).Columns(lineColumns(export.Words))
		if err := r.writeLines(ctx, page, part, export, first, len(ids)); err != nil {
			return 0, err
		}
		page.Totals(export.Words("sales.export.total"))
	}
	return len(ids), book.Save(path)
}

func (r *Room) writeLines(ctx context.Context, page *sheet.Sheet, ids []int32, export LineExport, before, total int) error {
	for first := 0; first < len(ids); first += exportChunk {
		if err := ctx.Err(); err != nil {
			return err
		}
		last := min(first+exportChunk, len(ids))
		lines, err := r.Lines(ctx, ids[first:last])
		if err != nil {
			return err
		}
		for i := range lines {
			page.AddRow(lineCells(&lines[i], export.Words)...)
		}
		if export.Progress != nil {
			export.Progress(before+last, total)
		}
	}
	return nil
}

func lineColumns(words Words) []sheet.Column {
	return []sheet.Column{
		{Head: words("sales.export.time"), Kind: sheet.Moment},
		{Head: words("sales.export.organization"), Width: 26},
		{Head: words("sales.export.platform"), Width: 12},
		{Head: words("sales.export.account"), Width: 20},
		{Head: words("sales.export.order_no"), Width: 32},
		{Head: words("sales.export.merchant_no"), Width: 32},
		{Head: words("sales.export.status"), Width: 14},
		{Head: words("sales.export.order"), Kind: sheet.Money, Sum: true},
		{Head: words("sales.export.settled"), Kind: sheet.Money, Sum: true},
		{Head: words("sales.export.refund_order"), Kind: sheet.Money, Sum: true},
		{Head: words("sales.export.refund_settled"), Kind: sheet.Money, Sum: true},
		{Head: words("sales.export.net"), Kind: sheet.Money, Sum: true},
		{Head: words("sales.export.channel"), Width: 8},
		{Head: words("sales.export.trade_type"), Width: 14},
		{Head: words("sales.export.product"), Width: 26},
		{Head: words("sales.export.file"), Width: 32},
		{Head: words("sales.export.row"), Kind: sheet.Integer},
		{Head: words("sales.export.batch"), Kind: sheet.Integer},
	}
}

func lineCells(line *TransactionLine, words Words) []any {
	return []any{
		line.At, line.Organization, words("platform." + line.Platform), line.Account, line.OrderNo, line.MerchantNo, line.Status,
		line.Order, line.Settled, line.RefundOrder, line.RefundSettled, line.Amount,
		words("sales.channel." + strconv.Itoa(int(line.Channel))), line.TradeType, line.Product, line.FileName, line.Line, line.BatchID,
	}
}
