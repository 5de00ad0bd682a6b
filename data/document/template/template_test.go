package template

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/document/container"
	"smartcanal/data/problem"
)

// pack is a docx with this text.
func pack(t testing.TB, body string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, content := range map[string]string{
		"[Content_Types].xml": "<Types/>", "word/document.xml": body, "word/footer1.xml": "<w:ftr><w:p><w:r><w:t>{{页脚}}</w:t></w:r></w:p></w:ftr>",
	} {
		member, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(member, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unpack(t testing.TB, docx []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	for _, member := range archive.File {
		if member.Name == name {
			content, err := container.Content(member)
			if err != nil {
				t.Fatal(err)
			}
			return string(content)
		}
	}
	t.Fatal(name, "is not there")
	return ""
}

// short writes the cases below like Word: [x] is a run of text, p( ) a paragraph, row( ) and cell( ) of a table.
var short = strings.NewReplacer(
	"[", "<w:r><w:t>", "]", "</w:t></w:r>", "p(", "<w:p>", ")p", "</w:p>", "row(", "<w:tr>", ")row", "</w:tr>",
	"cell(", "<w:tc>", ")cell", "</w:tc>", "table(", "<w:tbl>", ")table", "</w:tbl>", "box(", "<w:pict><w:txbxContent>", ")box", "</w:txbxContent></w:pict>")

func long(body string) string { return "<w:body>" + short.Replace(body) + "</w:body>" }

// shorten is the way back, whatever space the pieces keep.
func shorten(body string) string {
	body = strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(body, ` xml:space="preserve"`, ""), "<w:body>"), "</w:body>")
	return strings.NewReplacer("<w:r><w:t>", "[", "</w:t></w:r>", "]", "<w:p>", "p(", "</w:p>", ")p", "<w:tr>", "row(", "</w:tr>", ")row",
		"<w:tc>", "cell(", "</w:tc>", ")cell", "<w:tbl>", "table(", "</w:tbl>", ")table", "<w:pict><w:txbxContent>", "box(", "</w:txbxContent></w:pict>", ")box").Replace(body)
}

var council = Data{
	"标题": "联席会议 <第三次> & 通知", "正文": "第一段\n第二段", "空": "", "长标题": "关于解决电子商务公共服务中心建设用地的请示",
	"议题": []Data{{"名称": "园区", "单位": []Data{{"单位": "商务局"}, {"单位": "财政局"}}}, {"名称": "物流", "单位": []Data{}}},
	"无":  []Data{},
}

func TestFilling(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"a field", "p([关于{{标题}}。])p", "p([关于联席会议 &lt;第三次&gt; &amp; 通知。])p"},
		{"blanks in the mark", "p([{{ 标题 }}])p", "p([联席会议 &lt;第三次&gt; &amp; 通知])p"},
		{"a mark that Word cut up", "p([关于{][{标][题}}][。])p", "p([关于联席会议 &lt;第三次&gt; &amp; 通知][][][。])p"},
		{"two marks in pieces", "p([{{空}}{{标][题}}{{空][}}后])p", "p([联席会议 &lt;第三次&gt; &amp; 通知][][后])p"},
		{"entities around", "p([A&amp;B {{空}}&lt;])p", "p([A&amp;B &lt;])p"},
		{"a paragraph that is one field gets one for each line", "p([{{正文}}])p", "p([第一段])pp([第二段])p"},
		{"a title is broken between words", "p(<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>[{{长标题}}])p",
			"p(<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>[关于解决电子商务</w:t><w:br/><w:t>公共服务中心建设用地的请示])p"},
		{"within a paragraph a line break stays one", "p([见{{正文}}])p", "p([见第一段</w:t><w:br/><w:t>第二段])p"},
		{"rows", "table(row(cell(p([名称])p)cell)rowrow(cell(p([{{#议题}}{{序号}}])p)cellcell(p([{{名称}}{{/议题}}])p)cell)row)table",
			"table(row(cell(p([名称])p)cell)rowrow(cell(p([1])p)cellcell(p([园区])p)cell)rowrow(cell(p([2])p)cellcell(p([物流])p)cell)row)table"},
		{"pairs of rows", "table(row(cell(p([{{#议题}}{{名称}}])p)cell)rowrow(cell(p([——{{/议题}}])p)cell)row)table",
			"table(row(cell(p([园区])p)cell)rowrow(cell(p([——])p)cell)rowrow(cell(p([物流])p)cell)rowrow(cell(p([——])p)cell)row)table"},
		{"no rows", "table(row(cell(p([名称])p)cell)rowrow(cell(p([{{#无}}])p)cellcell(p([{{标题}}{{/无}}])p)cell)row)table", "table(row(cell(p([名称])p)cell)row)table"},
		{"paragraphs between marks of their own", "p([{{#议题}}])pp([{{序号}}.{{名称}}])pp([{{/议题}}])p", "p([1.园区])pp([2.物流])p"},
		{"numbered as headings are", "p([{{#议题}}{{中文序号}}、{{名称}}{{/议题}}])p", "p([一、园区])pp([二、物流])p"},
		{"a paragraph for each item", "p([{{#议题}}{{名称}}{{/议题}}])p", "p([园区])pp([物流])p"},
		{"lists in lists", "p([{{#议题}}])pp([{{名称}}])pp([{{#单位}}{{单位}}（{{名称}}）{{/单位}}])pp([{{/议题}}])p", "p([园区])pp([商务局（园区）])pp([财政局（园区）])pp([物流])p"},
		{"a list in a cell keeps it a paragraph", "table(row(cell(p([{{#无}}{{标题}}{{/无}}])p)cell)row)table", "table(row(cell(<w:p/>)cell)row)table"},
		{"a box on a paragraph", "p([{{空}}]box(p([{{标题}}])p)box[后])p", "p([]box(p([联席会议 &lt;第三次&gt; &amp; 通知])p)box[后])p"},
		{"full-width signs", "p([{{＃议题}}{{名称}}{{／议题}}])p", "p([园区])pp([物流])p"},
		{"nothing to fill in", "p([a &amp; b]<!-- as it was --><w:r/>)p", "p([a &amp; b]<!-- as it was --><w:r/>)p"},
	} {
		template, err := Read("a.docx", pack(t, long(c.body)))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		filled, err := template.Fill(council)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := shorten(unpack(t, filled, "word/document.xml")); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

func TestBrokenTemplates(t *testing.T) {
	for _, c := range []struct{ what, body, code, argument, value string }{
		{"no end of a mark", "p([请于{{日期前回复])p", "document.template_braces", "near", "请于{{日期前回复"},
		{"a mark without a name", "p([{{ }}])p", "document.template_braces", "near", "{{ }}"},
		{"a mark in a mark", "p([{{标题{{空}}])p", "document.template_braces", "near", "{{标题{{空}}"},
		{"no row end", "table(row(cell(p([{{#议题}}{{名称}}])p)cell)row)table", "document.template_unclosed", "list", "议题"},
		{"an end without a beginning", "p([{{/议题}}])p", "document.template_unopened", "list", "议题"},
		{"the wrong end", "p([{{#议题}}])pp([{{#单位}}])pp([{{/议题}}{{/单位}}])p", "document.template_crossed", "other", "单位"},
		{"overlapping rows", "table(row(cell(p([{{#议题}}{{#单位}}])p)cell)rowrow(cell(p([{{/单位}}])p)cellcell(p([])p)cell)row)tablep([{{/议题}}])p", "", "", ""},
		{"not closed as XML", "p([{{标题}}]", "document.no_template", "", ""},
	} {
		_, err := Read("通知.docx", pack(t, long(c.body)))
		if c.code == "" {
			if err != nil {
				t.Errorf("%s: %v", c.what, err)
			}
			continue
		}
		p := problem.Of(err)
		if p == nil || p.Code != c.code || p.Where.File != "通知.docx" || c.argument != "" && p.Args[c.argument] != c.value {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	if _, err := Read("a.docx", []byte("text")); !errors.Is(err, problem.New("document.no_template")) {
		t.Errorf("%v", err)
	}
}

func TestUnknownFieldsAreNamed(t *testing.T) {
	template, err := Read("a.docx", pack(t, long("p([{{标题}}{{#议题}}{{序号}}{{名称}}{{标题}}{{负责人}}{{/议题}}])p")))
	if err != nil {
		t.Fatal(err)
	}
	p := problem.Of(template.Check(Fields{Values: []string{"标题", "页脚"}, Lists: map[string][]string{"议题": {"名称"}}}))
	if p == nil || p.Code != "document.template_unknown" || p.Args["field"] != "负责人" || !strings.Contains(p.Args["near"], "{{负责人}}") || p.Args["known"] != "名称、标题、页脚" {
		t.Errorf("%v", p)
	}
	if err := template.Check(Fields{Values: []string{"标题", "页脚", "负责人"}, Lists: map[string][]string{"议题": {"名称"}}}); err != nil {
		t.Error(err)
	}
	p = problem.Of(template.Check(Fields{Values: []string{"标题"}, Lists: map[string][]string{"议题": {"名称", "负责人"}}}))
	if p == nil || p.Args["field"] != "页脚" {
		t.Errorf("the footer is not looked at: %v", p)
	}
	uses := template.Uses()
	if !slices.Equal(uses.Values, []string{"页脚"}) || !slices.Equal(uses.Lists["议题"], []string{"名称", "序号", "标题", "负责人"}) {
		t.Errorf("%v", uses)
	}
}

func TestDataFromJSON(t *testing.T) {
	data, err := FromJSON([]byte("\ufeff" + `{"标题":"通知\r\n二","金额":1234567890.10,"公开":true,"无":null,"会议":{"地点":"三楼"},"议题":[{"名称":"园区"},"物流"]}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"标题": "通知\n二", "金额": "1234567890.10", "公开": "是", "无": "", "会议.地点": "三楼"} {
		if data[name] != want {
			t.Errorf("%s: %q, want %q", name, data[name], want)
		}
	}
	if list := data["议题"].([]Data); len(list) != 2 || list[0]["名称"] != "园区" || list[1]["内容"] != "物流" {
		t.Errorf("%v", list)
	}
	gives := data.Gives()
	if !slices.Contains(gives.Values, "会议.地点") || !slices.Equal(gives.Lists["议题"], []string{"内容", "名称"}) {
		t.Errorf("%v", gives)
	}
	p := problem.Of(func() error { _, err := FromJSON([]byte("{\n\"标题\": \"通知\",\n}")); return err }())
	if p.Code != "document.data_unreadable" || p.Where.Row != 3 {
		t.Errorf("%v", p)
	}
}

// wellFormed says whether programs can read this.
func wellFormed(text string) bool {
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); err != nil {
			return err == io.EOF
		}
	}
}

// FuzzTemplate gives any text as a document: it is refused with a problem, or what is filled in can still be read.
func FuzzTemplate(f *testing.F) {
	for _, body := range []string{
		"p([关于{][{标][题}}][。])p", "table(row(cell(p([{{#议题}}{{序号}}])p)cellcell(p([{{名称}}{{/议题}}])p)cell)row)table",
		"p([{{#议题}}])pp([{{#单位}}{{单位}}{{/单位}}])pp([{{/议题}}])p", "p([{{空}}]box(p([{{标题}}])p)box)p", "p([{{/议题}}])p", "<w:p><w:t/>{{",
	} {
		f.Add(long(body))
	}
	f.Fuzz(func(t *testing.T, body string) {
		template, err := Read("a.docx", pack(t, body))
		if err != nil {
			if p := problem.Of(err); !strings.HasPrefix(p.Code, "document.") {
				t.Fatalf("%v", err)
			}
			return
		}
		filled, err := template.Fill(council)
		if err != nil {
			t.Fatal(err)
		}
		if got := unpack(t, filled, "word/document.xml"); wellFormed(body) && !wellFormed(got) {
			t.Errorf("%s became %s", body, got)
		}
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(pack(f, long("p([{{标题}}])p")))
	f.Fuzz(func(t *testing.T, docx []byte) {
		template, err := Read("a.docx", docx)
		if err != nil {
			return
		}
		if _, err := template.Fill(council); err != nil {
			if p := problem.Of(err); !strings.HasPrefix(p.Code, "document.") {
				t.Errorf("%v", err)
			}
		}
	})
}
