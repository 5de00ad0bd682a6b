package papers

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/document"
	"smartcanal/data/document/container"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
)

var update = flag.Bool("update", false, "write the templates anew")

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestTemplatesAreThePapers keeps the embedded files what the code makes.
func TestTemplatesAreThePapers(t *testing.T) {
	for _, kind := range Kinds {
		docx, err := kind.make().Bytes()
		must(t, err)
		if *update {
			must(t, os.WriteFile(filepath.Join("..", "..", "..", "assets", "templates", "papers", kind.ID+".docx"), docx, 0o644))
			continue
		}
		embedded, err := kind.Docx()
		must(t, err)
		if !maps.Equal(partsOf(t, embedded), partsOf(t, docx)) {
			t.Errorf("%s is not what the code makes: go test ./data/document/papers -run Templates -update", kind.ID)
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// partsOf are the members of a document; how they are packed may change with the compressor.
func partsOf(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	must(t, err)
	parts := map[string]string{}
	for _, member := range archive.File {
		content, err := container.Content(member)
		must(t, err)
		parts[member.Name] = string(content)
	}
	return parts
}

// textOf is the text of a document, a line for each paragraph.
func textOf(t *testing.T, docx []byte) string {
	t.Helper()
	text := partsOf(t, docx)["word/document.xml"]
	return tags.ReplaceAllString(strings.NewReplacer("</w:p>", "\n", "<w:tab></w:tab>", "\t").Replace(text), "")
}

// filled has something for every field of a template: its own name, twice in each list.
func filled(uses template.Fields) template.Data {
	data := template.Data{}
	for _, name := range uses.Values {
		data[name] = "填" + name
	}
	for list, fields := range uses.Lists {
		item := template.Data{}
		for _, name := range fields {
			if name != "序号" && name != "中文序号" {
				item[name] = list + "的" + name
			}
		}
		data[list] = []template.Data{item, item}
	}
	if months, ok := data["月份"].([]template.Data); ok { // events are lists of their month's
		months[0]["条目"] = data["条目"]
	}
	return data
}

func TestEveryTemplateFillsWhole(t *testing.T) {
	for _, kind := range Kinds {
		read, err := kind.Default()
		must(t, err)
		uses := read.Uses()
		data := filled(uses)
		must(t, read.Check(data.Gives()))
		docx, err := read.Fill(data)
		must(t, err)
		text := textOf(t, docx)
		if strings.ContainsAny(text, "{}") {
			t.Errorf("%s: marks are left in %s", kind.Name, text)
		}
		for _, name := range uses.Values {
			if !strings.Contains(text, "填"+name) {
				t.Errorf("%s: %s is not filled in", kind.Name, name)
			}
		}
		for list, fields := range uses.Lists {
			if len(fields) > 0 && strings.Count(text, list+"的") < 2 {
				t.Errorf("%s: %s is not repeated", kind.Name, list)
			}
		}
	}
}

func TestTheOfficesOwnTemplateIsTaken(t *testing.T) {
	kind, err := KindOf("督办单")
	must(t, err)
	folder := t.TempDir()
	own, err := kind.Template(folder)
	must(t, err)
	if own.Name != "督办单.docx" {
		t.Errorf("%s", own.Name)
	}
	write := func(text string) {
		docx, err := (&document.Paper{Body: []document.Block{document.Text{Text: text}}}).Bytes()
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, "督办单.docx"), docx, 0o600))
	}
	write("我局督办单：{{编号}}，{{督办事项}}")
	own, err = kind.Template(folder)
	must(t, err)
	if uses := own.Uses(); !slices.Equal(uses.Values, []string{"督办事项", "编号"}) {
		t.Errorf("%v", uses)
	}
	write("{{承办人}}")
	if _, err := kind.Template(folder); !errors.Is(err, problem.New("document.template_unknown")) {
		t.Errorf("%v", err)
	}
	if _, err := KindOf("命令"); !errors.Is(err, problem.New("document.no_kind")) {
		t.Errorf("%v", err)
	}
}

func TestPapersSayWhatTheyAreGiven(t *testing.T) {
	office := Office{Name: "运河区商务局", Dated: "2026年11月16日", Contact: "刘海燕", Phone: "0317-0000000"}
	for what, c := range map[string]struct {
		paper interface{ Paper() *document.Paper }
		want  []string
		not   string
	}{
		"notice": {MeetingNotice{Office: office, Title: "会议通知", Addressee: "各成员单位", Opening: "经研究，定于近期召开会议。\n现通知如下。", Time: "2026年11月20日9:00",
			Topics: []Topic{{"园区建设", "区商务局"}, {"物流", ""}}, Requirements: []string{"准时参会。"}},
			[]string{"一、会议时间：2026年11月20日9:00\n二、会议议题\n1.园区建设（区商务局）\n2.物流\n三、有关要求\n1.准时参会。\n", "（联系人：刘海燕，电话：0317-0000000）"}, "会议主持"},
		"agenda": {Agenda{Title: "会议议程", Time: "9:00", Items: []AgendaItem{{"开场", "召集人"}}}, []string{"时间：9:00\n", "1\n开场\n召集人\n"}, "地点"},
		"minutes": {Minutes{Mark: "联席会议纪要", Title: "纪要", Decisions: []Decision{{Title: "关于园区", Text: "会议同意。", Lead: "区商务局", Due: "2026年12月31日"}}, Present: "张三"},
			[]string{"一、关于园区\n会议同意。\n（牵头单位：区商务局；完成时限：2026年12月31日）\n", "出席：张三\n"}, "请假"},
		"slip": {Slip{Title: "督办单", Number: "督〔2026〕1号", Matter: "建设中心"}, []string{"编号\n督〔2026〕1号\n", "督办事项\n建设中心\n", "领导批示\n\n"}, "附件"},
		"reminder": {Reminder{Office: office, Title: "催办", Addressee: "区财政局", ReplyBy: "11月20日", Items: []ReminderItem{{"1号", "拨付资金", "11月1日", "逾期15天", "在办"}}},
			[]string{"下列 1 项", "请抓紧办理，于11月20日前书面反馈", "1\n1号\n拨付资金\n11月1日\n逾期15天\n在办\n"}, "签发人"},
		"public notice": {PublicNotice{Office: office, Title: "公示", Columns: []document.Column{{Head: "单位"}}, Rows: [][]string{{"甲公司"}}, Period: "5个工作日"},
			[]string{"单位\n甲公司\n", "公示期：5个工作日\n", "联系人：刘海燕　电话：0317-0000000\n"}, "地址"},
		"request": {Request{Office: office, Title: "请示", Addressee: "区政府", Body: []document.Block{document.Text{Text: "拟建中心。"}}}, []string{"区政府：\n拟建中心。\n妥否，请批示。\n"}, "签发人"},
		"annals":  {Annals{Title: "大事记", Months: []Month{{"2015年11月", []Event{{Day: "16日", Text: "签约。"}}}}}, []string{"2015年11月\n16日　签约。\n"}, "一、"},
		"report": {StudyReport{Title: "考察报告", Team: "考察组", Overview: "四地共看了十二家单位。", Stops: []Stop{{Name: "义乌", When: "9月18日", Text: "看了园区。"}}, Insights: []Insight{{"政府要搭台", "要有平台。\n要有政策。"}}},
			[]string{"一、基本情况\n四地共看了十二家单位。\n二、主要做法\n（一）义乌（9月18日）\n看了园区。\n三、主要启示\n（一）政府要搭台。要有平台。\n要有政策。\n"}, "工作建议"},
	} {
		docx, err := c.paper.Paper().Bytes()
		must(t, err)
		text := textOf(t, docx)
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", what, want, text)
			}
		}
		if strings.Contains(text, c.not) {
			t.Errorf("%s: has %s", what, c.not)
		}
	}
}

// TestFactsFillTheProgramsTemplatesWhole: no field of a template that comes with the program stays empty for want of a name.
func TestFactsFillTheProgramsTemplatesWhole(t *testing.T) {
	for _, kind := range Kinds {
		if kind.example == nil {
			continue
		}
		standard, err := kind.Default()
		must(t, err)
		if lacking := standard.Uses().Without(kind.example.Data().Gives()); len(lacking) > 0 || kind.example.Kind() != kind.ID {
			t.Errorf("%s (%s) gives nothing for %v", kind.Name, kind.example.Kind(), lacking)
		}
	}
}

// own writes an office's template of paragraphs.
func own(t *testing.T, folder, kind string, lines ...string) {
	t.Helper()
	body := make([]document.Block, len(lines))
	for i, line := range lines {
		body[i] = document.Text{Text: line}
	}
	docx, err := (&document.Paper{Body: body}).Bytes()
	must(t, err)
	must(t, os.WriteFile(filepath.Join(folder, kind+".docx"), docx, 0o600))
}

// TestAPaperIsWrittenInTheOfficesTemplate: its own where it changed one, the program's layout where not, and no paper at all
// where its own is wrong.
func TestAPaperIsWrittenInTheOfficesTemplate(t *testing.T) {
	slip := Slip{Title: "督办单", Number: "2026-015", Matter: "金丝小枣专区上线", Lead: "商务局"}
	agenda := Agenda{Title: "会议议程", Items: []AgendaItem{{"园区建设", "商务局"}, {"物流", "交通局"}}}
	for _, c := range []struct {
		what  string
		facts Facts
		own   []string
		want  string // in the paper
		code  string
		near  string
	}{
		{"none of its own", slip, nil, "领导批示", "", ""},
		{"its own", slip, []string{"我局督办：{{编号}}　{{督办事项}}（{{牵头单位}}）"}, "我局督办：2026-015　金丝小枣专区上线（商务局）", "", ""},
		{"rows", agenda, []string{"{{#议程}}", "{{序号}}、{{内容}}——{{汇报人}}", "{{/议程}}"}, "1、园区建设——商务局\n2、物流——交通局\n", "", ""},
		{"an unknown field", slip, []string{"{{承办科室}}"}, "", "document.template_unknown", "承办科室"},
		{"a field of a list outside of it", agenda, []string{"{{汇报人}}"}, "", "document.template_unknown", "汇报人"},
		{"no row end", agenda, []string{"{{#议程}}", "{{内容}}"}, "", "document.template_unclosed", "议程"},
		{"a row end without its beginning", agenda, []string{"{{/议程}}"}, "", "document.template_unopened", "议程"},
		{"crossed rows", agenda, []string{"{{#议程}}{{#议题}}{{/议程}}{{/议题}}"}, "", "document.template_crossed", "议程"},
		{"a mark without its end", slip, []string{"{{编号"}, "", "document.template_braces", "编号"},
	} {
		folder := t.TempDir()
		kind, err := KindOf(c.facts.Kind())
		must(t, err)
		if c.own != nil {
			own(t, folder, kind.Name, c.own...)
		}
		path := filepath.Join(folder, "out", "文件.docx")
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		err = Save(t.Context(), c.facts, folder, path)
		if c.code != "" {
			p := problem.Of(err)
			if p == nil || p.Code != c.code || p.Where.File != kind.Name+".docx" || !strings.Contains(p.Args["near"], c.near) {
				t.Errorf("%s: %+v", c.what, p)
			}
			if _, err := os.Stat(path); err == nil {
				t.Errorf("%s: a paper was written all the same", c.what)
			}
			continue
		}
		must(t, err)
		docx, err := os.ReadFile(path)
		must(t, err)
		if text := textOf(t, docx); !strings.Contains(text, c.want) {
			t.Errorf("%s: %q is not in %s", c.what, c.want, text)
		}
	}
}

// TestStandardsAreWrittenForTheOfficeToChange writes them, changes two, and looks how each stands; a second time nothing
// is written over.
func TestStandardsAreWrittenForTheOfficeToChange(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "公文模板")
	written, err := WriteStandards(folder)
	must(t, err)
	if written != len(Standings(folder)) || written == 0 {
		t.Fatalf("%d written", written)
	}
	own(t, folder, "督办单", "{{编号}}")
	own(t, folder, "会议议程", "{{#议程}}")
	must(t, os.WriteFile(filepath.Join(folder, "大事记.docx"), []byte("不是文档"), 0o600))
	must(t, os.Remove(filepath.Join(folder, "催办通知.docx")))
	want := map[string]State{"督办单": Changed, "会议议程": Faulty, "大事记": Faulty, "催办通知": Standard}
	for _, s := range Standings(folder) {
		expected, is := want[s.Kind.Name]
		if !is {
			expected = Unchanged
		}
		if s.State != expected || (s.State == Faulty) != (s.Problem != nil) {
			t.Errorf("%s stands %s: %v", s.Kind.Name, s.State, s.Problem)
		}
	}
	again, err := WriteStandards(folder)
	must(t, err)
	if again != 1 {
		t.Errorf("%d written the second time", again)
	}
	kept, err := os.ReadFile(filepath.Join(folder, "大事记.docx"))
	must(t, err)
	if string(kept) != "不是文档" {
		t.Error("what the office had was written over")
	}
}
