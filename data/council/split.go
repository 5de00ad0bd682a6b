package council

import (
	"regexp"
	"strings"

	"smartcanal/data/workdays"
)

// DraftDecision is what minutes say was decided, one matter each, as far as they could be understood. Names are as
// the minutes have them; a person looks them over before they become decisions and tasks.
type DraftDecision struct {
	Text     string
	Title    string // the matter in short
	Lead     string // the department named first
	Supports []string
	DueOn    string // "" where no day is named
}

// Surroundings are what minutes take for granted.
type Surroundings struct {
	HeldOn      string            // the day of the meeting, from which 月底前 and 15日内 count
	Departments []string          // as they may be called
	Calendar    workdays.Calendar // for 五个工作日内
}

// SplitMinutes finds the matters decided in minutes that were typed or pasted: the numbered items behind a line such as
// 会议议定以下事项：, else all numbered items, else the paragraphs that give somebody something to do.
func SplitMinutes(text string, around Surroundings) []DraftDecision {
	var drafts []DraftDecision
	for _, item := range decided(paragraphs(text)) {
		draft := DraftDecision{Text: item, DueOn: around.dueIn(item)}
		draft.Lead, draft.Supports = departmentsIn(item, around.Departments)
		draft.Title = titleOf(item)
		drafts = append(drafts, draft)
	}
	return drafts
}

// paragraphs are the lines that say something, however the text was pasted.
func paragraphs(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n").Replace(text)
	var found []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Trim(line, " \t\u3000\u00a0\ufeff"); line != "" {
			found = append(found, line)
		}
	}
	return found
}

// The four levels of numbering of official papers, and what follows the number.
var levels = []*regexp.Regexp{
	regexp.MustCompile(`^(?:第?[一二三四五六七八九十百]+[、，．.]|[一二三四五六七八九十]+是)\s*`),
	regexp.MustCompile(`^[（(][一二三四五六七八九十百]+[）)]\s*`),
	regexp.MustCompile(`^\d{1,3}(?:[、．]|\.(?:\D|$))\s*`),
	regexp.MustCompile(`^(?:[（(]\d{1,3}[）)]|[①-⑳])\s*`),
}

// levelOf gives the level of a line's numbering from 1 and how many bytes the number has, 0 for none.
func levelOf(line string) (level, length int) {
	for i, form := range levels {
		at := form.FindString(line)
		if at == "" {
			continue
		}
		if i == 2 && strings.Contains(at, ".") { // the sign behind the point belongs to the text
			at = at[:strings.Index(at, ".")+1]
		}
		return i + 1, len(at)
	}
	return 0, 0
}

var (
	opening = regexp.MustCompile(`(?:议定|决定|确定|明确|同意|形成)[^。；]{0,20}(?:如下|以下|事项|意见)[^。；]{0,8}[：:。]?$|(?:会议|研究)[^。；]{0,6}(?:议定|决定|明确|确定|要求)[：:]$`)
	closing = regexp.MustCompile(`^(?:出席|参会|参加|列席|请假|缺席|记录|主持|抄送|抄报|主送|印发|发送|分送|附件)(?:人员|人|单位|领导)?\s*(?:[：:]|$)`)
	inline  = regexp.MustCompile(`[一二三四五六七八九十]是`)
	given   = regexp.MustCompile(`牵头|责任单位|负责|会同|配合|[前内](?:完成|落实|上报|报)`)
)

// decided gives the items of the part that tells what was decided, without their numbers.
func decided(lines []string) []string {
	lines, headed := decidedPart(lines)
	level := 0
	for _, line := range lines {
		if level, _ = levelOf(line); level > 0 {
			break
		}
	}
	if level == 0 {
		return unnumbered(lines, headed)
	}
	var items []string
	for _, line := range lines {
		at, length := levelOf(line)
		switch {
		case at == level:
			items = append(items, strings.TrimSpace(line[length:]))
		case at > 0 && at < level:
			return full(items)
		case len(items) > 0:
			items[len(items)-1] += "\n" + line
		}
	}
	return full(items)
}

// decidedPart cuts out what lies between the opening line and the list of who was there, and says whether there was
// an opening line. Where that line is numbered itself, the next of its level ends the part.
func decidedPart(lines []string) (part []string, headed bool) {
	above := 0
	for i, line := range lines {
		if opening.MatchString(line) {
			above, _ = levelOf(line)
			lines, headed = lines[i+1:], true
			break
		}
	}
	for i, line := range lines {
		level, _ := levelOf(line)
		if closing.MatchString(line) || headed && above > 0 && level > 0 && level <= above {
			return lines[:i], headed
		}
	}
	return lines, headed
}

// unnumbered takes 一是…；二是… within a paragraph apart, or keeps the paragraphs that give somebody work; under an
// opening line all paragraphs.
func unnumbered(lines []string, headed bool) []string {
	var items []string
	for _, line := range lines {
		marks := inline.FindAllStringIndex(line, -1)
		switch {
		case len(marks) > 1:
			for i, mark := range marks {
				end := len(line)
				if i+1 < len(marks) {
					end = marks[i+1][0]
				}
				items = append(items, strings.TrimRight(line[mark[1]:end], "；; "))
			}
		case headed || given.MatchString(line):
			items = append(items, line)
		}
	}
	return full(items)
}

func full(items []string) []string {
	kept := items[:0]
	for _, item := range items {
		if item = strings.TrimSpace(item); item != "" {
			kept = append(kept, item)
		}
	}
	return kept
}
