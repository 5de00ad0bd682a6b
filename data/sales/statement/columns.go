package statement

import (
	"regexp"
	"strings"
)

// columns knows where the columns of a header are.
type columns struct {
	names []string
	index map[string]int
	last  int // the rightmost column a line cannot do without
}

var foldedBrackets = strings.NewReplacer("（", "(", "）", ")", "【", "[", "】", "]", "：", ":", "／", "/", "－", "-", "＋", "+")

// headerName cleans a column's name: blanks, byte order mark, backtick and quotes off, full-width signs folded.
func headerName(cell string) string {
	return clean(foldedBrackets.Replace(clean(cell)))
}

func newColumns(cells []string) columns {
	at := columns{index: make(map[string]int, len(cells)), last: -1}
	for i, cell := range cells {
		name := headerName(cell)
		at.names = append(at.names, name)
		if _, twice := at.index[name]; !twice && name != "" {
			at.index[name] = i
		}
	}
	for len(at.names) > 0 && at.names[len(at.names)-1] == "" {
		at.names = at.names[:len(at.names)-1]
	}
	return at
}

// find gives the first of the names that is there, each with or without its unit in brackets; -1 for none.
func (c *columns) find(names ...string) int {
	for _, name := range names {
		if i, is := c.index[name]; is {
			return i
		}
		if i, is := c.index[name+"(元)"]; is {
			return i
		}
	}
	return -1
}

// need finds a column without which a line means nothing.
func (c *columns) need(names ...string) int {
	i := c.find(names...)
	c.last = max(c.last, i)
	return i
}

// times finds the columns that tell when something happened to a line. What is only promised says nothing.
func (c *columns) times() []int {
	var found []int
	for i, name := range c.names {
		if isTimeName(name) && !promised.MatchString(name) {
			found = append(found, i)
		}
	}
	return found
}

var promised = regexp.MustCompile(`^(应|最晚|最迟|承诺|预计|预约|计划)`)

func isTimeName(name string) bool {
	return strings.HasSuffix(name, "时间") || strings.HasSuffix(name, "日期")
}
