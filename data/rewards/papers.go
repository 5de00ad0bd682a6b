package rewards

import (
	"context"
	"fmt"

	"smartcanal/data/sheet"
)

// SaveBankList writes a batch as the list a bank takes: payee, bank and account in full, the amounts in figures and in
// capitals. Problems: rewards.no_payment for a batch without payments, those of sheet.Book.Save.
func (r *Room) SaveBankList(ctx context.Context, path string, batchID int64) error {
	rows, err := r.PaymentsOf(ctx, batchID)
	if err != nil {
		return err
	}
	batch, err := r.batch(ctx, batchID)
	if err != nil {
		return err
	}
	office, err := r.officeOr(ctx, "")
	if err != nil {
		return err
	}
	book := sheet.NewBook()
	list := book.Sheet("银行付款清单").Title("电子商务发展奖励资金付款清单", "批次："+batch.Number+"　"+batch.Title).Columns([]sheet.Column{
		{Head: "序号", Width: 6, Kind: sheet.Integer}, {Head: "收款户名", Width: 32}, {Head: "开户行", Width: 26}, {Head: "收款账号", Width: 24},
		{Head: "金额（元）", Width: 16, Kind: sheet.Money, Sum: true}, {Head: "金额（大写）", Width: 32}, {Head: "用途", Width: 26}, {Head: "申报编号", Width: 12},
		{Head: "状态", Width: 10},
	})
	list.RowHeight(paperRow)
	var total Payment
	for i, row := range rows {
		total.Amount += row.Amount
		list.AddRow(i+1, row.Name, row.Bank, row.Account, row.Amount, row.Amount.Capitals(), row.Title, row.Number, chinese("rewards.payment."+string(row.State)))
	}
	list.Totals("合计").Note("合计金额人民币（大写）："+total.Amount.Capitals(), "", "制表：                  复核：                  批准：                  ").
		Signature("", office, dateText(r.store.Now())).PrintSetup(sheet.Landscape)
	return book.Save(path)
}

// SaveReviews writes the review forms (审核表) of claims, one sheet each: what is claimed, what was verified, who found
// what at each stage. Problems: those of Page, rewards.no_claim without claims, those of sheet.Book.Save.
func (r *Room) SaveReviews(ctx context.Context, path string, ids ...int64) error {
	pages, err := r.pages(ctx, ids)
	if err != nil {
		return err
	}
	book := sheet.NewBook()
	for _, page := range pages {
		page.reviewSheet(book)
	}
	return book.Save(path)
}

func (p *Page) reviewSheet(book *sheet.Book) {
	form := book.Sheet(p.Claim.Number).Title("电子商务发展奖励资金审核表", "编号："+p.Claim.Number+"    年度："+yearText(p.Claim.Year)).Columns([]sheet.Column{
		{Head: "项目", Width: 20}, {Head: "内容", Width: contentWidth},
	})
	add := func(head, text string) {
		form.RowHeight(max(paperRow, contentLine*lines(text, contentWidth))).AddRow(head, text)
	}
	add("申报单位", p.Organization.Name)
	add("统一社会信用代码", p.Organization.CreditCode)
	add("奖励项目", p.Trace.Rule().Title+"（"+p.Trace.Rule().Clause+"）")
	add("条款内容", p.Reading)
	add("申报与核实", p.Comparison.summary())
	add("核定金额", p.Claim.Amount.String()+" 元（大写：人民币"+p.Claim.Amount.Capitals()+"）")
	add("材料", fmt.Sprintf("共 %d 项，已核 %d 项", len(p.Materials), p.Checked()))
	for _, stage := range Stages[:Approving.place()+1] {
		add(chinese("rewards.stage."+string(stage))+"意见", p.stageOpinion(stage))
	}
	form.Note("", "经办：                  复核：                  批准：                  ").PrintSetup(sheet.Portrait)
}

// stageOpinion is the last opinion a stage was passed with; empty boxes are signed by hand.
func (p *Page) stageOpinion(stage Stage) string {
	text := ""
	for _, act := range p.Acts {
		switch {
		case act.Stage == stage && act.Action == Passed:
			text = joined("　", act.Opinion, act.Actor, dayOf(act.At))
		case act.Action == Returned && !stage.Before(act.Target):
			text = "" // what was passed before was undone
		}
	}
	if stage == Deciding && p.Claim.Meeting != "" {
		text = joined("　", p.Claim.Meeting+"（"+p.Claim.MetOn+"）", text)
	}
	return text
}

// SaveOpinions writes what the departments said of claims in joint review (联审意见汇总表): a line for each claim and
// department. Problems: those of SaveReviews.
func (r *Room) SaveOpinions(ctx context.Context, path string, ids ...int64) error {
	pages, err := r.pages(ctx, ids)
	if err != nil {
		return err
	}
	office, err := r.officeOr(ctx, "")
	if err != nil {
		return err
	}
	book := sheet.NewBook()
	table := book.Sheet("联审意见汇总").Title("电子商务发展奖励资金部门联审意见汇总表").Columns([]sheet.Column{
		{Head: "申报编号", Width: 12}, {Head: "企业名称", Width: 30}, {Head: "奖励项目", Width: 22}, {Head: "核定金额（元）", Width: 16, Kind: sheet.Money},
		{Head: "部门", Width: 18}, {Head: "意见", Width: 10}, {Head: "说明", Width: opinionWidth}, {Head: "签字人", Width: 10}, {Head: "日期", Width: 12},
	})
	for _, page := range pages {
		for _, o := range page.Opinions {
			note := joined("；", o.Text, labelled("协商结果", o.Settled))
			table.RowHeight(max(paperRow, contentLine*lines(note, opinionWidth))).AddRow(page.Claim.Number, page.Organization.Name, page.Trace.Rule().Title,
				page.Claim.Amount, o.Department, chinese("rewards.consent."+string(o.Verdict)), note, o.Signer, o.AnsweredOn)
		}
	}
	table.Signature("", office, dateText(r.store.Now())).PrintSetup(sheet.Landscape)
	return book.Save(path)
}

// SaveArchive writes the list of what is kept of claims (归档清单), names and accounts in full. Problems: those of
// SaveReviews.
func (r *Room) SaveArchive(ctx context.Context, path string, ids ...int64) error {
	pages, err := r.pages(ctx, ids)
	if err != nil {
		return err
	}
	office, err := r.officeOr(ctx, "")
	if err != nil {
		return err
	}
	book := sheet.NewBook()
	list := book.Sheet("归档清单").Title("电子商务发展奖励资金归档清单").Columns([]sheet.Column{
		{Head: "序号", Width: 6, Kind: sheet.Integer}, {Head: "申报编号", Width: 12}, {Head: "企业名称", Width: 30}, {Head: "统一社会信用代码", Width: 23},
		{Head: "奖励项目", Width: 22}, {Head: "核定金额（元）", Width: 16, Kind: sheet.Money, Sum: true}, {Head: "审定会议", Width: 26}, {Head: "公示期", Width: 24},
		{Head: "到账日期", Width: 12}, {Head: "收款账号", Width: 24}, {Head: "回单号", Width: 16}, {Head: "材料（项）", Width: 10, Kind: sheet.Integer},
		{Head: "附件（个）", Width: 10, Kind: sheet.Integer}, {Head: "结果", Width: 10},
	})
	list.RowHeight(paperRow)
	for i, page := range pages {
		list.AddRow(append([]any{i + 1}, page.archived()...)...)
	}
	list.Totals("合计").Signature("", office, dateText(r.store.Now())).PrintSetup(sheet.Landscape)
	return book.Save(path)
}

// archived is a claim's line in the list of what is kept.
func (p *Page) archived() []any {
	period, paidOn, account, receipt := "", "", p.Claim.Account, ""
	if p.Publication != nil {
		period = p.Publication.FirstDay + " 至 " + p.Publication.LastDay
	}
	for _, payment := range p.Payments {
		if payment.State == Arrived {
			paidOn, account, receipt = payment.PaidOn, payment.Account, payment.Receipt
		}
	}
	files := 0
	for _, material := range p.Materials {
		files += len(material.Files)
	}
	for _, act := range p.Acts {
		files += len(act.Files)
	}
	return []any{p.Claim.Number, p.Organization.Name, p.Organization.CreditCode, p.Trace.Rule().Title, p.Claim.Amount,
		joined("　", p.Claim.Meeting, p.Claim.MetOn), period, paidOn, account, receipt, len(p.Materials), files, chinese("rewards.stage." + string(p.Claim.Stage))}
}
