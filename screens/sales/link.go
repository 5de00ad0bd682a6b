package sales

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

// The pages of this area by link.
const (
	startLink     = "smartcanal://sales"
	totalsLink    = "smartcanal://sales/totals"
	importLink    = "smartcanal://sales/import"
	importsLink   = "smartcanal://sales/imports"
	unmatchedLink = "smartcanal://sales/unmatched"
)

func organizationLink(id int64) string { return fmt.Sprintf("smartcanal://organization/%d", id) }
func batchLink(id int64) string        { return fmt.Sprintf("smartcanal://sales/batch/%d", id) }
func fileLink(id int64) string         { return fmt.Sprintf("smartcanal://sales/file/%d", id) }

// lineLink opens the list on one line, with its origin shown.
func lineLink(line *sales.TransactionLine) string {
	return fmt.Sprintf("%s/lines?number=%s&line=%d", startLink, url.QueryEscape(line.OrderNo), line.ID)
}

// linesLink opens the lines a filter lets through: smartcanal://sales/lines?from=202601&organization=42.
func linesLink(filter sales.LineFilter) string { return startLink + "/lines?" + linesQuery(filter) }

// linesQuery words a filter as parseLines reads it.
func linesQuery(filter sales.LineFilter) string {
	values := url.Values{}
	set := func(name string, value int64) {
		if value != 0 {
			values.Set(name, strconv.FormatInt(value, 10))
		}
	}
	set("from", int64(filter.From))
	set("to", int64(filter.To))
	set("organization", filter.OrganizationID)
	set("account", filter.AccountID)
	set("file", filter.FileID)
	set("batch", filter.BatchID)
	set("channel", int64(filter.Channel))
	set("side", int64(filter.Side))
	set("least", int64(filter.Least))
	set("most", int64(filter.Most))
	for name, text := range map[string]string{"platform": filter.Platform, "number": filter.Number} {
		if text != "" {
			values.Set(name, text)
		}
	}
	if filter.Unmatched {
		values.Set("unmatched", "1")
	}
	if filter.Matched {
		values.Set("matched", "1")
	}
	return values.Encode()
}

// parseLines reads what follows lines? in a link; what it does not know it leaves out, so that an old
// bookmark still opens the list.
func parseLines(query string) (filter sales.LineFilter, line int64) {
	values, _ := url.ParseQuery(query)
	number := func(name string) int64 {
		n, _ := strconv.ParseInt(values.Get(name), 10, 64)
		return n
	}
	filter = sales.LineFilter{
		From: month(number("from")), To: month(number("to")), OrganizationID: number("organization"), AccountID: number("account"),
		FileID: number("file"), BatchID: number("batch"), Least: money.Fen(number("least")), Most: money.Fen(number("most")),
		Platform: values.Get("platform"), Number: values.Get("number"), Unmatched: values.Get("unmatched") == "1", Matched: values.Get("matched") == "1",
	}
	if channel := number("channel"); channel == int64(statement.Online) || channel == int64(statement.InPerson) {
		filter.Channel = statement.Channel(channel)
	}
	if side := number("side"); side == int64(statement.Paid) || side == int64(statement.Refunded) {
		filter.Side = statement.Sides(side)
	}
	return filter, number("line")
}

// month takes yyyymm, nothing else.
func month(n int64) int {
	if n < 190001 || n > 999912 || n%100 < 1 || n%100 > 12 {
		return 0
	}
	return int(n)
}

// rest cuts what follows smartcanal://sales/ into the page's name, the id after a slash, and the query.
func rest(link string) (page string, id int64, query string) {
	link, query, _ = strings.Cut(link, "?")
	page, number, _ := strings.Cut(link, "/")
	id, _ = strconv.ParseInt(number, 10, 64)
	return page, id, query
}
