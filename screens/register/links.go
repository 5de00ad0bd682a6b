package register

import (
	"fmt"
	"strconv"
)

const (
	linkList       = "smartcanal://register"
	linkNew        = "smartcanal://organization/new"
	linkLedger     = "smartcanal://register/ledger"
	linkDuplicates = "smartcanal://register/duplicates"
	linkBin        = "smartcanal://register/bin"
	linkImport     = "smartcanal://sales/import"
)

func linkTo(id int64) string { return fmt.Sprintf("smartcanal://organization/%d", id) }

func linkToEdit(id int64) string { return linkTo(id) + "/edit" }

func linkToCompare(first, second int64) string {
	return fmt.Sprintf("smartcanal://register/compare/%d-%d", first, second)
}

// linkToLines opens the statement lines of an organisation in months (yyyymm): of one platform or account if
// one is given.
func linkToLines(id int64, from, to int, platform string, account int64) string {
	link := fmt.Sprintf("smartcanal://sales/lines?organization=%d&from=%d&to=%d", id, from, to)
	if platform != "" {
		link += "&platform=" + platform
	}
	if account != 0 {
		link += fmt.Sprintf("&account=%d", account)
	}
	return link
}

// onlineOnly keeps a link to lines to the online ones: those that verified sales are made of.
func onlineOnly(link string) string { return link + "&channel=1" }

func linkToFile(id int64) string { return fmt.Sprintf("smartcanal://sales/file/%d", id) }

func linkToBatch(id int64) string { return fmt.Sprintf("smartcanal://sales/batch/%d", id) }

func linkToClaim(id int64) string { return fmt.Sprintf("smartcanal://rewards/new?organization=%d", id) }

// number reads an id of a link; 0 finds nothing.
func number(text string) int64 {
	id, _ := strconv.ParseInt(text, 10, 64)
	return id
}
