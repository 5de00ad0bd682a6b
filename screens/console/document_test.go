package console

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/document"
)

const slip = `{"标题": "运河区电子商务联席会议督办单", "编号": "督〔2026〕1号", "督办事项": "建设县级电子商务公共服务中心", "承办科室": "电商科"}`

// documentText is the text part of a Word document.
func documentText(t *testing.T, path string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	part, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDocumentRender(t *testing.T) {
	folder := t.TempDir()
	own := filepath.Join(folder, "own.docx")
	if err := (&document.Paper{Body: []document.Block{document.Text{Text: "{{编号}}：{{督办事项}}"}}}).Save(own); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(folder, "督办单.docx")
	out, errOut, code := run(t, "document", "render", own, "--data", file(t, "data.json", slip), "-o", target, "--json")
	report := decode[struct {
		File, Template string
		Unused         []string
	}](t, out)
	if code != ExitDone || report.File != target || report.Template != "own.docx" || strings.Join(report.Unused, " ") != "承办科室 标题" {
		t.Errorf("exit %d, %+v, %s", code, report, errOut)
	}
	if text := documentText(t, target); !strings.Contains(text, "督〔2026〕1号：建设县级电子商务公共服务中心") {
		t.Errorf("%s", text)
	}
}

func TestAKindsFieldsMayStayEmpty(t *testing.T) {
	target := filepath.Join(t.TempDir(), "督办单.docx")
	out, _, code := run(t, "document", "render", "督办单", "--data", file(t, "data.json", slip), "-o", target)
	if code != ExitDone || !strings.Contains(out, "领导批示") || !strings.Contains(out, "承办科室") {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestDocumentRenderRefuses(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.docx")
	if err := (&document.Paper{Body: []document.Block{document.Text{Text: "{{#议题}}{{名称}}"}}}).Save(broken); err != nil {
		t.Fatal(err)
	}
	unknown := filepath.Join(t.TempDir(), "unknown.docx")
	if err := (&document.Paper{Body: []document.Block{document.Text{Text: "{{责任领导}}"}}}).Save(unknown); err != nil {
		t.Fatal(err)
	}
	data := file(t, "data.json", slip)
	for _, c := range []struct {
		what, template, data, out string
		code                      int
		said                      string
	}{
		{"a list without its end", broken, data, "a.docx", ExitUnusable, "没有结束"},
		{"no value for a field", unknown, data, "a.docx", ExitUnusable, "没有对应的内容"},
		{"a kind nobody knows", "命令", data, "a.docx", ExitUsage, "没有名为“命令”的模板"},
		{"data that is no JSON", "督办单", file(t, "data.json", "{\n标题"), "a.docx", ExitUnusable, "第 2 行"},
		{"no such template", "nowhere.docx", data, "a.docx", ExitUnusable, "nowhere.docx"},
		{"no such data", "督办单", "nowhere.json", "a.docx", ExitUnusable, "nowhere.json"},
	} {
		target := filepath.Join(t.TempDir(), c.out)
		_, errOut, code := run(t, "document", "render", c.template, "--data", c.data, "-o", target)
		if code != c.code || !strings.Contains(errOut, c.said) {
			t.Errorf("%s: exit %d, %s", c.what, code, errOut)
		}
		if _, err := os.Stat(target); err == nil {
			t.Errorf("%s: a file was left", c.what)
		}
	}
}

func TestDocumentTemplatesCanBeChanged(t *testing.T) {
	folder := t.TempDir()
	out, _, code := run(t, "document", "templates", "--save", folder, "--json")
	listed := decode[[]struct {
		ID, Name, File string
		Fields         []string
	}](t, out)
	if code != ExitDone || len(listed) < 8 {
		t.Fatalf("exit %d, %s", code, out)
	}
	for _, one := range listed {
		if one.File != filepath.Join(folder, one.Name+".docx") || len(one.Fields) == 0 || !strings.Contains(documentText(t, one.File), "{{") {
			t.Errorf("%+v", one)
		}
	}
}
