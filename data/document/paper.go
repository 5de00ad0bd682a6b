// Package document makes the official papers of an office: Word documents laid out by GB/T 9704-2012, PDF,
// and the office's own templates filled in. A Paper says what is written; where each part stands, how large and
// in which font is this package's affair.
package document

import "time"

// Form is which of the standard's forms a paper has.
type Form int

// The forms. Plain has no red head: notices on the board, reports, chronicles.
const (
	Plain   Form = iota
	File         // 文件: red head, number, red line
	Letter       // 信函: the head stands above the text area between red double lines, no number on page one
	Minutes      // 纪要: the head is the name of the minutes
)

// Paper is an official paper. Parts left empty are not set.
type Paper struct {
	Form       Form
	CopyNumber string   // 份号, six figures
	Secrecy    string   // 密级和保密期限
	Urgency    string   // 紧急程度
	Issuers    []string // 发文机关, the leading one first
	Mark       string   // 发文机关标志; without it the issuers, with 文件 in a File
	Number     string   // 发文字号: 运商〔2026〕1号; of minutes their issue: 第3期
	Signers    []string // 签发人, of papers to a higher office only
	Title      string   // line breaks are kept; a long one without any is broken into even lines
	Subtitle   string   // below the title in round brackets or not, as it is written
	Addressee  string   // 主送机关, without the colon
	Body       []Block
	// Attachments follow on pages of their own and are listed below the body.
	Attachments []Attachment
	Signature   Signature
	Note        string // 附注, without its brackets
	Attendance  []Attendance
	Imprint     Imprint
}

// Attachment is what is bound with the paper. One without a body is only listed: it is bound by hand.
type Attachment struct {
	Title string
	Body  []Block
}

// Signature closes the text. The date is left out where it is zero and Dated is empty.
type Signature struct {
	Offices []string // 发文机关署名; one below the other
	Date    time.Time
	Dated   string // the date as it is written, instead of Date
	Sealed  bool   // the seal is put over name and date, which stand where it needs them
}

// Attendance is a list of people in minutes: 出席, 请假, 列席.
type Attendance struct {
	Label  string
	People string
}

// Imprint is the 版记 at the foot of the last page.
type Imprint struct {
	CopiesTo string // 抄送机关, without 抄送 and the full stop
	Office   string // 印发机关
	Date     time.Time
	Dated    string // the date as it is written, instead of Date
}

// Block is a piece of the body: Heading, Text, Table, Boxes or Picture.
type Block interface{ block() }

// Heading begins a part of the body. It numbers itself by its level (一、 （一） 1. （1）) unless its text
// already has a number.
type Heading struct {
	Level int // 1 to 4
	Text  string
	Then  string // goes on in the same paragraph, in the body's own font
	Bare  bool   // takes no number and is not counted
}

// Text is a paragraph.
type Text struct {
	Lead string // stands before the text in black type: 时间：
	Text string
	// Flush begins at the left edge instead of two characters in.
	Flush bool
	Align Align
}

// Align is where the text of a cell or a paragraph stands; the zero value is where such text usually does.
type Align string

// The ways of aligning.
const (
	Left   Align = "left"
	Centre Align = "center"
	Right  Align = "right"
)

// Table is a list in columns. Its heads are repeated on every page. The standard does not say what its cells
// look like: they are set in FangSong at Size.
type Table struct {
	Title     string
	Unit      string // 单位：万元, above the right edge
	Columns   []Column
	Rows      [][]string
	Landscape bool    // on pages of its own, the heads at the left of the paper
	Size      float64 // points; 12 if zero
}

// Column is a column of a Table. The widths are shares of the text's width; 0 counts as 1.
type Column struct {
	Head  string
	Width float64
	Align Align
}

// Boxes is a form of labelled boxes, such as a 督办单. The boxes of a row take as many columns as their span says.
type Boxes struct {
	Widths []float64 // shares of the text's width
	Rows   []BoxRow
}

// BoxRow is a row of boxes, Height millimetres high at least.
type BoxRow struct {
	Height float64
	Boxes  []Box
}

// Box is one of them. Labels are centred and in black type.
type Box struct {
	Text  string
	Span  int // 0 counts as 1
	Label bool
	Align Align
}

// Picture is a PNG or JPEG, Width millimetres wide and centred; 0 and more than fits is as wide as the text.
type Picture struct {
	Content []byte
	Width   float64
	Caption string
}

func (Heading) block() {}
func (Text) block()    {}
func (Table) block()   {}
func (Boxes) block()   {}
func (Picture) block() {}

// DateText is a date as papers write it: 2026年1月5日, "" for the zero time.
func DateText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006年1月2日")
}

func (s Signature) date() string { return dated(s.Dated, s.Date) }

func (i Imprint) date() string { return dated(i.Dated, i.Date) }

func dated(written string, t time.Time) string {
	if written != "" {
		return written
	}
	return DateText(t)
}
