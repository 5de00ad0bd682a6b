package papers

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"smartcanal/data/document"
)

var pageCount = regexp.MustCompile(`Pages:\s+(\d+)`)

// TestPapersThatAreOnePage: a 督办单 is signed on one sheet, and a table of comments lies on the page of its title,
// whatever fonts stand in for those of the standard.
func TestPapersThatAreOnePage(t *testing.T) {
	if document.OfficeName() == "" {
		t.Skip("skipped: no office program is installed")
	}
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("skipped: pdfinfo (poppler-utils) is not installed")
	}
	slip := Slip{
		Title: "运河区电子商务工作联席会议督办单", Number: "2026-015", Issued: "2026年10月29日", Due: "2026年12月15日（原2026年11月30日）", Priority: "一般",
		Matter: "金丝小枣京东专区上线", Basis: "第4次联席会议议定事项第2项：由商务局牵头，会同农业农村局，推进金丝小枣京东专区上线。", Lead: "商务局", Support: "农业农村局、市场监管局、小王庄镇",
		Person: "商务局分管负责人", Expected: "专区上线，入驻合作社不少于12家，年内完成首批质检。", Review: "同意办结。\n科长 2026-12-14",
		Progress: "进度100%，序时进度98%。\n2026-12-12 专区已上线，入驻合作社12家，首批质检报告齐备。\n存在问题：无\n下步安排：组织年货节首发", Contact: "运河区电子商务工作联席会议办公室",
	}
	comments := Adoption{Title: "《运河区电子商务发展指导意见》征求意见采纳情况表"}
	for range 8 {
		comments.Comments = append(comments.Comments, Comment{"农业农村局", "建议村级服务站目标调整为80个。", "部分采纳", "结合财力调整为70个。"})
	}
	for name, facts := range map[string]Facts{"slip": slip, "adoption": comments} {
		path := filepath.Join(t.TempDir(), name+".pdf")
		must(t, Save(t.Context(), facts, "", path))
		told, err := exec.CommandContext(t.Context(), "pdfinfo", path).Output()
		must(t, err)
		if found := pageCount.FindSubmatch(told); found == nil || string(found[1]) != "1" {
			t.Errorf("%s: %s", name, strings.TrimSpace(string(told)))
		}
	}
}
