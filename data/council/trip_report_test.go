package council

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/document/papers"
)

// photograph is a picture as a telephone takes it, wider than a paper needs.
func photograph(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 1500)), nil))
	return b.Bytes()
}

// TestTheReportSaysWhatWasSeen drafts a report, keeps it, saves it as Word and reads what the file says.
func TestTheReportSaysWhatWasSeen(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.back(), t.Context()
	stop := o.tripNow(id).Stops[0].ID
	_, err := o.Shelf(clerk, TripPhotos(stop)).Add(ctx, "综合窗口.jpg", photograph(t))
	must(t, err)
	_, err = o.ReportPaper(ctx, id)
	refused(t, err, "council.trip_no_report")
	draft, err := o.DraftReport(ctx, id)
	must(t, err)
	must(t, o.SaveTripPart(ctx, clerk, draft))
	second := *draft
	second.ID = 0
	refused(t, o.SaveTripPart(ctx, clerk, &second), "council.trip_report_there")
	facts, err := o.ReportPaper(ctx, id)
	must(t, err)
	path := filepath.Join(t.TempDir(), "考察报告.docx")
	must(t, papers.Save(ctx, facts, t.TempDir(), path))
	docx, err := os.ReadFile(path)
	must(t, err)
	said := wordText(t, docx)
	for _, text := range []string{"关于赴义乌、遂昌考察情况的报告", "为学习园区运营，2026年9月16日至2026年9月18日", "义乌国际电商城", "园区集中办证。", "综合窗口", "（一）证照集中办理", "园区设综合窗口"} {
		if !strings.Contains(said, text) {
			t.Errorf("the report does not say %s: %s", text, said)
		}
	}
	if strings.Contains(said, "【照片") {
		t.Error("the mark of a photograph stands in the report")
	}
	if pictures := facts.(papers.StudyReport).Stops[0].Pictures; len(pictures) != 1 || width(t, pictures[0].Content) != photoPixels {
		t.Errorf("%d pictures", len(pictures))
	}
}

func width(t *testing.T, content []byte) int {
	t.Helper()
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	must(t, err)
	return size.Width
}

// TestAReportNamesPhotographsThereAre: a name that was mistyped, and a file that is no picture, are told by name.
func TestAReportNamesPhotographsThereAre(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.back(), t.Context()
	report := &TripReport{TripID: id, Title: "考察报告", Practices: "（一）义乌\n看了园区。\n【照片：没有.jpg】"}
	must(t, o.SaveTripPart(ctx, clerk, report))
	_, err := o.ReportPaper(ctx, id)
	refused(t, err, "council.trip_no_photo")
	cut := photograph(t)[:400]
	_, err = o.Shelf(clerk, TripPhotos(o.tripNow(id).Stops[0].ID)).Add(ctx, "没有.jpg", cut)
	must(t, err)
	_, err = o.ReportPaper(ctx, id)
	refused(t, err, "council.trip_photo_broken")
}

// TestTheTextOfAReportIsCutIntoParts shows what begins a part; blank lines are left out.
func TestTheTextOfAReportIsCutIntoParts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []reportPart
	}{
		{"", nil},
		{"没有标题。", []reportPart{{text: "没有标题。"}}},
		{"（一）义乌\n看了园区。\n【照片：a.jpg】\n\n又看了街区。", []reportPart{{title: "义乌", text: "看了园区。\n又看了街区。", photos: []string{"a.jpg"}}}},
		{"前言\n（一）搭台。要有平台。\n（十二）唱戏", []reportPart{{text: "前言"}, {title: "搭台", text: "要有平台。"}, {title: "唱戏"}}},
	} {
		parts := partsOf(c.text)
		if len(parts) != len(c.want) {
			t.Errorf("%q: %+v", c.text, parts)
			continue
		}
		for i, p := range parts {
			if w := c.want[i]; p.title != w.title || p.text != w.text || strings.Join(p.photos, "|") != strings.Join(w.photos, "|") {
				t.Errorf("%q: %+v, want %+v", c.text, p, w)
			}
		}
	}
}
