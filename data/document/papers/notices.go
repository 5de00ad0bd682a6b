package papers

import (
	"smartcanal/data/document"
)

// PublicNotice is the 公示 of a list.
type PublicNotice struct {
	Office
	Title   string
	Opening string
	Unit    string // of the amounts: 单位：元
	Columns []document.Column
	Rows    [][]string
	Period  string // 2026年11月23日至11月27日（5个工作日）
	Address string // where objections go
}

// Paper lays the notice out.
func (n PublicNotice) Paper() *document.Paper {
	p := n.paper(n.Title)
	p.Body = paragraphs(n.Opening)
	p.Body = append(p.Body, document.Table{Unit: n.Unit, Columns: n.Columns, Rows: n.Rows})
	p.Body = append(p.Body, labelled("公示期", n.Period)...)
	p.Body = append(p.Body, document.Text{Text: "对公示内容有异议的，请在公示期内以书面形式实名反映，单位反映的须加盖公章；匿名反映不予受理。"})
	p.Body = append(p.Body, labelled("联系人", joined("　电话：", n.Contact, n.Phone))...)
	p.Body = append(p.Body, labelled("地址", n.Address)...)
	p.Note = ""
	return p
}

// Request is the 请示 to a higher office. One request asks for one thing.
type Request struct {
	Office
	Signers     []string
	Title       string
	Addressee   string
	Body        []document.Block
	Ending      string // 妥否，请批示。 if empty
	Attachments []document.Attachment
}

// Paper lays the request out.
func (r Request) Paper() *document.Paper {
	p := r.paper(r.Title)
	p.Signers, p.Addressee, p.Attachments = r.Signers, r.Addressee, r.Attachments
	ending := r.Ending
	if ending == "" {
		ending = "妥否，请批示。"
	}
	p.Body = append(append(p.Body, r.Body...), document.Text{Text: ending})
	return p
}
