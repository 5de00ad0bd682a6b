package rewards

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/document"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// LetterTerms is what a person decides about a letter. An office left empty is that of the settings.
type LetterTerms struct {
	Office  string
	Number  string // 运商函〔2026〕12号
	Contact string
	Phone   string
}

// SupplementLetter is the notice to an enterprise of what it has to bring (补正通知书), with the day until when.
// Problems: those of Page, rewards.nothing_missing where every material has come and no reason is given.
func (r *Room) SupplementLetter(ctx context.Context, id int64, terms LetterTerms, reason string) (*document.Paper, error) {
	page, err := r.Page(ctx, id)
	if err != nil {
		return nil, err
	}
	missing := page.MissingMaterials()
	if len(missing) == 0 && blank(reason) {
		return nil, problem.New("rewards.nothing_missing", "number", page.Claim.Number)
	}
	limits, err := r.Limits(ctx)
	if err != nil {
		return nil, err
	}
	calendar, err := r.Calendar(ctx)
	if err != nil {
		return nil, err
	}
	due := calendar.Add(r.store.Now(), limits.Supplement)
	if page.Claim.Waiting == ForEnterprise && !page.Due.IsZero() {
		due = page.Due
	}
	body := []document.Block{document.Text{Text: fmt.Sprintf("你单位提交的%s度%s申报（编号：%s）收悉。经审查，申报材料需要补正。现将有关事项通知如下：",
		yearText(page.Claim.Year), page.Trace.Rule().Title, page.Claim.Number)}}
	body = append(body, document.Heading{Level: 1, Text: "需要补正的内容"})
	if !blank(reason) {
		missing = append(missing, strings.TrimRight(strings.TrimSpace(reason), "。"))
	}
	for i, name := range missing {
		body = append(body, document.Text{Text: strconv.Itoa(i+1) + "." + name + endings[i == len(missing)-1]})
	}
	body = append(body, document.Heading{Level: 1, Text: "补正期限"},
		document.Text{Text: fmt.Sprintf("请于%s前（%d个工作日内）补正并报送。逾期未补正的，按现有材料审查。", dateText(due), limits.Supplement)})
	return r.letter(ctx, terms, page.Organization.Name, "电子商务发展奖励申报材料补正通知书", body)
}

// endings are what a line of a list ends in: the last one otherwise.
var endings = map[bool]string{false: "；", true: "。"}

// ClawbackLetter is the notice to an enterprise to give money back (追回通知书). Problems: those of Page,
// rewards.no_clawback where nothing is demanded back.
func (r *Room) ClawbackLetter(ctx context.Context, id int64, terms LetterTerms) (*document.Paper, error) {
	page, err := r.Page(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(page.Clawbacks) == 0 {
		return nil, problem.New("rewards.no_clawback")
	}
	back := page.Clawbacks[len(page.Clawbacks)-1]
	owed := back.Amount - back.Returned
	body := []document.Block{
		document.Text{Text: fmt.Sprintf("你单位按%s%s申报的%s度%s（编号：%s），奖励资金已拨付。经查，%s。", page.Trace.Measure.Name(), page.Trace.Rule().Clause,
			yearText(page.Claim.Year), page.Trace.Rule().Title, page.Claim.Number, strings.TrimRight(back.Reason, "。"))},
		document.Text{Text: fmt.Sprintf("根据奖励办法规定，决定追回奖励资金人民币%s（%s元）。请于%s前足额退回。", owed.Capitals(), owed.String(), dateText(dayFrom(back.DueOn)))},
	}
	if back.LockedUntil != "" {
		body = append(body, document.Text{Text: fmt.Sprintf("自%s起至%s前，不受理你单位的奖励申报。", dateText(dayFrom(back.FoundOn)), dateText(dayFrom(back.LockedUntil)))})
	}
	body = append(body, document.Text{Text: "对本通知有异议的，可在收到之日起依法申请行政复议或者提起行政诉讼。"})
	return r.letter(ctx, terms, page.Organization.Name, "关于追回电子商务发展奖励资金的通知", body)
}

// letter is a letter of the office to an enterprise.
func (r *Room) letter(ctx context.Context, terms LetterTerms, addressee, title string, body []document.Block) (*document.Paper, error) {
	office, err := r.officeOr(ctx, terms.Office)
	if err != nil {
		return nil, err
	}
	if contact := joined("，", labelled("联系人", terms.Contact), labelled("联系电话", terms.Phone)); contact != "" {
		body = append(body, document.Text{Text: contact + "。"})
	}
	return &document.Paper{
		Form: document.Letter, Issuers: []string{office}, Number: terms.Number, Title: title, Addressee: addressee, Body: body,
		Signature: document.Signature{Offices: []string{office}, Date: r.store.Now(), Sealed: true},
	}, nil
}

// officeOr is the office named, or that of the settings.
func (r *Room) officeOr(ctx context.Context, named string) (string, error) {
	if !blank(named) {
		return strings.TrimSpace(named), nil
	}
	return r.store.Setting(ctx, store.Office)
}

func labelled(label, text string) string {
	if blank(text) {
		return ""
	}
	return label + "：" + strings.TrimSpace(text)
}

// Paper is the notice as a document to be published (公示): the table of the workbook in it, and the days computed.
func (n *Notice) Paper() *document.Paper {
	table := document.Table{Columns: []document.Column{
		{Head: "序号", Width: 9, Align: document.Centre}, {Head: "企业名称", Width: 30}, {Head: "奖励项目", Width: 22},
		{Head: "依据条款", Width: 12, Align: document.Centre}, {Head: "拟奖励金额", Width: 18, Align: document.Right},
	}, Unit: "单位：元"}
	for i, item := range n.Items {
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), item.Organization, item.Title, item.Clause, item.Amount.String()})
	}
	table.Rows = append(table.Rows, []string{"", "合计", "", "", n.Total().String()})
	body := []document.Block{
		document.Text{Text: fmt.Sprintf("根据%s，经申报、审核、部门联审和会议审定，拟对下列%d个项目给予奖励，现予公示。", strings.Join(n.Measures, "、"), len(n.Items))},
		table,
		document.Text{Text: fmt.Sprintf("公示期：%s至%s（%d个工作日）。", dateText(n.First), dateText(n.Last), n.Days)},
		document.Text{Text: "对公示内容有异议的，请在公示期内以书面形式实名反映，单位反映的须加盖公章；匿名反映不予受理。"},
	}
	if contact := joined("，", labelled("联系人", n.Contact), labelled("联系电话", n.Phone), labelled("地址", n.Address)); contact != "" {
		body = append(body, document.Text{Text: contact + "。"})
	}
	title := strings.TrimSuffix(n.Title, "公示表")
	return &document.Paper{
		Form: document.Plain, Issuers: []string{n.Office}, Number: n.DocNumber, Title: "关于" + title + "拟奖励对象的公示", Body: body,
		Signature: document.Signature{Offices: []string{n.Office}, Date: n.First, Sealed: true},
	}
}

// RequestTerms is what a person decides about a request for money (资金拨付请示).
type RequestTerms struct {
	LetterTerms
	To     string // 区人民政府
	Signer string // 签发人
	Day    time.Time
}

// PaymentRequest is the request to the higher office to pay what a batch lists. Problems: rewards.no_payment for a batch
// without payments, rewards.addressee_missing.
func (r *Room) PaymentRequest(ctx context.Context, batchID int64, terms RequestTerms) (*document.Paper, error) {
	if blank(terms.To) {
		return nil, problem.New("rewards.addressee_missing")
	}
	rows, err := r.PaymentsOf(ctx, batchID)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, problem.New("rewards.no_payment")
	}
	office, err := r.officeOr(ctx, terms.Office)
	if err != nil {
		return nil, err
	}
	if terms.Day.IsZero() {
		terms.Day = r.store.Now()
	}
	page, err := r.Page(ctx, rows[0].ClaimID)
	if err != nil {
		return nil, err
	}
	var total money.Fen
	list := document.Table{Unit: "单位：元", Columns: []document.Column{
		{Head: "序号", Width: 9, Align: document.Centre}, {Head: "企业名称", Width: 30}, {Head: "奖励项目", Width: 22}, {Head: "依据条款", Width: 12, Align: document.Centre},
		{Head: "金额", Width: 18, Align: document.Right},
	}}
	for i, row := range rows {
		total += row.Amount
		list.Rows = append(list.Rows, []string{strconv.Itoa(i + 1), row.Organization, row.Title, row.Clause, row.Amount.String()})
	}
	list.Rows = append(list.Rows, []string{"", "合计", "", "", total.String()})
	year := yearText(page.Claim.Year)
	return &document.Paper{
		Form: document.File, Issuers: []string{office}, Number: terms.Number, Signers: []string{terms.Signer},
		Title: "关于拨付" + year + "度电子商务发展奖励资金的请示", Addressee: terms.To,
		Body: []document.Block{
			document.Text{Text: fmt.Sprintf("根据%s，我局组织开展了%s度电子商务发展奖励资金申报，经初审、复核、部门联审、会议审定和公示，对%d个项目拟拨付奖励资金人民币%s（%s元）。",
				page.Trace.Measure.Name(), year, len(rows), total.Capitals(), total.String())},
			document.Text{Text: "恳请批准拨付上述资金。"},
			document.Text{Text: "妥否，请批示。"},
		},
		Attachments: []document.Attachment{{Title: year + "度电子商务发展奖励资金拨付明细表", Body: []document.Block{list}}},
		Signature:   document.Signature{Offices: []string{office}, Date: terms.Day, Sealed: true},
		Note:        joined("，", labelled("联系人", terms.Contact), labelled("联系电话", terms.Phone)),
	}, nil
}
