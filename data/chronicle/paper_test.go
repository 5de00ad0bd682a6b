package chronicle

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"smartcanal/data/store"
)

// TestTheChronicleAsAPaper writes the story and reads the Word document again.
func TestTheChronicleAsAPaper(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	must(t, r.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return tx.SetSetting(store.Office, "运河区商务局") }))
	_, err := r.Paper(ctx, Filter{})
	refused(t, err, "chronicle.nothing_to_export")
	must(t, r.Add(ctx, clerk, &Entry{OnDay: "2015-11-16", Title: "“智慧运河”项目三方战略合作协议签约", Text: "三方签署。\n区领导出席", Public: true}, Source{Label: "新闻报道"}))
	r.added(t, "2015-10-09", "腾讯微信支付部负责人再次到访", Talk)
	r.added(t, "2015-10-13", "双方初步达成合作意向", Talk)
	r.proposed(t, "没有人读过的建议")
	paper, err := r.Paper(ctx, Filter{Year: "2015"})
	must(t, err)
	var got []string
	for _, month := range paper.Months {
		got = append(got, month.Name)
		for _, event := range month.Events {
			got = append(got, event.Day+"　"+event.Text)
		}
	}
	want := []string{"10月", "9日　腾讯微信支付部负责人再次到访。", "13日　双方初步达成合作意向。", "11月", "16日　“智慧运河”项目三方战略合作协议签约。三方签署。区领导出席。"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") || paper.Title != "运河区商务局电子商务工作大事记" || paper.Subtitle != "（2015年）" {
		t.Errorf("%s %s\n%q", paper.Title, paper.Subtitle, got)
	}
	content, err := paper.Paper().Bytes()
	must(t, err)
	if text := wordText(t, content); !strings.Contains(text, "初步达成合作意向") || strings.Contains(text, "没有人读过") {
		t.Errorf("%s", text)
	}
	public, err := r.Export(ctx, Filter{Public: true, State: Proposed})
	must(t, err)
	if len(public) != 1 || public[0].Sources[0] != "新闻报道" {
		t.Errorf("%+v", public)
	}
}

// wordText is the main part of a Word document.
func wordText(t *testing.T, content []byte) string {
	t.Helper()
	file, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	part, err := file.Open("word/document.xml")
	must(t, err)
	text, err := io.ReadAll(part)
	must(t, err)
	return string(text)
}
