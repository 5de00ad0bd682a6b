package document

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// numbering counts the headings of the four levels.
type numbering [4]int

var numbered = regexp.MustCompile(`^([一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d+[.．、]|（\d+）|[（(]\d+[）)]|第[一二三四五六七八九十百]+[章节条])`)

// head gives a heading with its number; one that brings its own number keeps it, and is counted too.
func (n *numbering) head(level int, text string) string {
	n[level-1]++
	for below := level; below < len(n); below++ {
		n[below] = 0
	}
	if numbered.MatchString(text) {
		return text
	}
	count := n[level-1]
	switch level {
	case 1:
		return Numeral(count) + "、" + text
	case 2:
		return "（" + Numeral(count) + "）" + text
	case 3:
		return fmt.Sprintf("%d.%s", count, text)
	}
	return fmt.Sprintf("（%d）%s", count, text)
}

var figures = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// Numeral is a number from 1 to 999 as headings write it: 十一, 二十, 一百零一.
func Numeral(n int) string {
	if n < 1 || n > 999 {
		return strconv.Itoa(n)
	}
	hundreds, tens, ones := n/100, n/10%10, n%10
	var b strings.Builder
	if hundreds > 0 {
		b.WriteString(figures[hundreds] + "百")
		if tens == 0 && ones > 0 {
			b.WriteString("零")
		}
	}
	if tens > 0 {
		if tens > 1 || hundreds > 0 {
			b.WriteString(figures[tens])
		}
		b.WriteString("十")
	}
	return b.String() + figures[ones]
}
