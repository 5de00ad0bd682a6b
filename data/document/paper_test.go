package document

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/document/wml"
	"smartcanal/data/problem"
)

func TestHeadingsNumberThemselves(t *testing.T) {
	var n numbering
	for _, c := range []struct {
		level      int
		text, want string
	}{
		{1, "总体要求", "一、总体要求"},
		{2, "原则", "（一）原则"},
		{2, "目标", "（二）目标"},
		{3, "上行", "1.上行"},
		{4, "冷链", "（1）冷链"},
		{4, "包装", "（2）包装"},
		{3, "下行", "2.下行"},
		{4, "代购", "（1）代购"},
		{1, "二、自带序号", "二、自带序号"},
		{2, "原则", "（一）原则"},
		{1, "保障", "三、保障"},
	} {
		if got := n.head(c.level, c.text); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestNumbersInChinese(t *testing.T) {
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一百", 101: "一百零一", 110: "一百一十", 115: "一百一十五", 0: "0", 1000: "1000"} {
		if got := Numeral(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTitlesBreakBetweenWords(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"关于召开联席会议的通知", "关于召开联席会议的通知"},
		{"自己\n断行", "自己\n断行"},
		{"关于解决电子商务公共服务中心建设用地的请示", "关于解决电子商务\n公共服务中心建设用地的请示"},
		{"沧州市运河区商务局关于商请报送电子商务企业名单的函", "沧州市运河区商务局\n关于商请报送电子商务企业名单的函"},
		{"沧州市运河区商务局关于印发《运河区电子商务发展奖励办法实施细则》的通知", "沧州市运河区商务局关于印发《运河区\n电子商务发展奖励办法实施细则》的通知"},
	} {
		if got := strings.Join(TitleLines(c.title), "\n"); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestTitlesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringMatching(`[一-龥《》、的关于0-9]{0,90}`).Draw(t, "title")
		lines := TitleLines(title)
		if strings.Join(lines, "") != title {
			t.Fatalf("%q", lines)
		}
		for _, line := range lines {
			if widthOf(line) > titleMost {
				t.Errorf("%q is longer than a line", line)
			}
		}
	})
}

// indents are the right indents of the signature in characters, name first.
func indents(t *testing.T, s Signature) []float64 {
	t.Helper()
	file := compose(&Paper{Body: []Block{Text{Text: "正文"}}, Signature: s})
	var found []float64
	for _, block := range file.Body.Content {
		if p, ok := block.(wml.Paragraph); ok && p.Properties.Align != nil && p.Properties.Align.Val == "right" {
			right := 0
			if p.Properties.Indent != nil {
				right = p.Properties.Indent.Right
			}
			found = append(found, float64(right)/charPitch)
		}
	}
	return found
}

func TestSignaturesStandWhereTheStandardPutsThem(t *testing.T) {
	long := time.Date(2026, 11, 16, 0, 0, 0, 0, time.Local) // 2026年11月16日 is 7 characters wide
	for _, c := range []struct {
		what string
		Signature
		want []float64
	}{
		{"sealed: four at the date's right, the name centred over it", Signature{Offices: []string{"运河区商务局"}, Date: long, Sealed: true}, []float64{4.5, 4}},
		{"sealed, the name far longer than the date", Signature{Offices: []string{strings.Repeat("局", 19)}, Date: long, Sealed: true}, []float64{0, 6}},
		{"unsealed: two at the name's right, the date begins two behind the name", Signature{Offices: []string{"沧州市运河区商务局"}, Date: long, Sealed: false}, []float64{2, 2}},
		{"unsealed, the date longer: two at the date's right", Signature{Offices: []string{"考察组"}, Date: long, Sealed: false}, []float64{8, 2}},
		{"a date alone", Signature{Offices: nil, Date: long, Sealed: false}, []float64{2}},
	} {
		got := indents(t, c.Signature)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v", c.what, got)
			continue
		}
		for i := range got {
			if diff := got[i] - c.want[i]; diff > 0.01 || diff < -0.01 {
				t.Errorf("%s: %v, want %v", c.what, got, c.want)
			}
		}
	}
}

func TestWidthsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(100, 20000).Draw(t, "width")
		shares := rapid.SliceOfN(rapid.Float64Range(-1, 20), 1, 12).Draw(t, "shares")
		if got := sum(split(width, shares)); got != width {
			t.Errorf("%d of %d", got, width)
		}
	})
}

func TestPapersThatCannotBe(t *testing.T) {
	for _, refused := range []struct {
		code  string
		paper *Paper
	}{
		{"document.no_issuer", &Paper{Form: File, Title: "通知"}},
		{"document.wide_row", &Paper{Attachments: []Attachment{{Body: []Block{Table{Columns: []Column{{Head: "一"}}, Rows: [][]string{{"1", "2"}}}}}}}},
		{"document.wide_row", &Paper{Body: []Block{Boxes{Widths: []float64{1, 1}, Rows: []BoxRow{{Boxes: []Box{{Text: "1", Span: 2}, {Text: "2"}}}}}}}},
		{"document.bad_picture", &Paper{Body: []Block{Picture{Content: []byte("no picture")}}}},
	} {
		code, paper := refused.code, refused.paper
		path := filepath.Join(t.TempDir(), "公文.docx")
		if err := paper.Save(path); !errors.Is(err, problem.New(code)) {
			t.Errorf("%s: %v", code, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: a file was left", code)
		}
	}
}

func TestWhatIsPastedBecomesParagraphs(t *testing.T) {
	file := compose(&Paper{Body: []Block{Text{Lead: "时间：", Text: "第一行\n第二行"}}})
	content := file.Body.Content
	if len(content) != 2 || len(content[0].(wml.Paragraph).Content) != 2 || len(content[1].(wml.Paragraph).Content) != 1 {
		t.Errorf("%+v", content)
	}
}

func TestTheSamePaperIsTheSameFile(t *testing.T) {
	first, err := sampleFile().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if second, err := sampleFile().Bytes(); err != nil || !bytes.Equal(first, second) {
		t.Errorf("differs, %v", err)
	}
}

// TestAnyTextIsWritten lets people paste what they like: Word must still open the file.
func TestAnyTextIsWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Draw(rt, "text")
		p := &Paper{Form: File, Issuers: []string{text, text}, Title: text, Body: []Block{
			Text{Text: text}, Heading{Level: rapid.IntRange(-1, 9).Draw(rt, "level"), Text: text, Then: text},
			Table{Columns: []Column{{Head: text}}, Rows: [][]string{{text}}}, Boxes{Widths: []float64{1, 1, 1}, Rows: []BoxRow{{}, {Boxes: []Box{{Text: text, Span: 2}, {Text: text}}}}}, Boxes{}, Table{Title: text},
		}}
		docx, err := p.Bytes()
		if err != nil {
			rt.Fatal(err)
		}
		for name, part := range unpack(t, docx) {
			if broken := disorder(part); broken != "" && strings.HasSuffix(name, ".xml") {
				rt.Errorf("%s: %s", name, broken)
			}
		}
	})
}
