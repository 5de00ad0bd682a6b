package document

import (
	"math"
	"strings"
	"unicode/utf8"
)

// How many characters of 二号 a line of a title takes: 20 fit, 19 look like a title.
const (
	titleWidth = 19
	titleMost  = 20
)

// TitleLines breaks a title that has no line breaks of its own into lines of about one length, where a word can be
// taken to end.
func TitleLines(title string) []string {
	if strings.Contains(title, "\n") || widthOf(title) <= titleMost {
		return strings.Split(title, "\n")
	}
	letters := []rune(title)
	count := int(math.Ceil(widthOf(title) / titleWidth))
	var lines []string
	for ; count > 1; count-- {
		at := breakNear(letters, count)
		lines = append(lines, string(letters[:at]))
		letters = letters[at:]
	}
	return append(lines, string(letters))
}

// breakNear finds the best place to break the first of so many lines off, near where they would all be of one length
// and so that the others fit.
func breakNear(letters []rune, lines int) int {
	ideal := (len(letters) + lines - 1) / lines
	best, least := ideal, math.MaxInt
	for at := max(2, ideal-5, len(letters)-titleMost*(lines-1)); at <= min(len(letters)-2, ideal+3, titleMost); at++ {
		far := at - ideal
		if far < 0 {
			far = -far
		}
		if cost := far + 2*breakCost(letters, at); cost < least {
			best, least = at, cost
		}
	}
	return best
}

// words are those of titles in this office's work that are not to be torn apart. Whoever wants another break writes it.
var words = strings.Fields("电子商务 农村电商 公共服务 服务中心 服务站 联席会议 人民政府 办公室 商务局 财政局 农业农村局 运河区 智慧运河 奖励 办法 实施 细则 方案 " +
	"建设 用地 会议 纪要 通知 通报 通告 公示 公告 请示 报告 批复 工作 项目 发展 资金 管理 指导 意见 企业 网络 零售额 产业园 园区 企业名单 培训 考察 调研 招商 引资 合作 协议 " +
	"苏州 江阴 义乌 遂昌 开展 推进 推动 加快 加强 进一步 申报 审核 拨付 年度 季度 关于 印发 报送 征求 召开 调整 成立 解决 商请 督办 催办 任务 分解 责任 情况 完成 落实 示范 综合 农产品")

// torn says whether a break here goes through one of the words.
func torn(letters []rune, at int) bool {
	for _, word := range words {
		length := utf8.RuneCountInString(word)
		for start := max(0, at-length+1); start < at; start++ {
			if start+length <= len(letters) && string(letters[start:start+length]) == word {
				return true
			}
		}
	}
	return false
}

// breakCost says how bad a break before the character at this place is.
func breakCost(letters []rune, at int) int {
	before, after := letters[at-1], letters[at]
	rest := string(letters[at:])
	switch {
	case strings.ContainsRune("》）”、，：的和及与", after), strings.ContainsRune("《（“〔", before), isFigure(before) && isFigure(after),
		utf8.RuneCountInString(rest) <= 3:
		return 10
	case torn(letters, at):
		return 6
	case strings.ContainsRune("》）、，：", before), strings.ContainsRune("《", after), strings.HasPrefix(rest, "关于"):
		return 0
	case strings.ContainsRune("的和及局府委办会区县市省年度", before):
		return 1
	}
	return 3
}

func isFigure(r rune) bool { return r >= '0' && r <= '9' }
