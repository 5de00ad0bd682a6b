package sales

import "strings"

// conditions gathers what a query needs, with its arguments.
type conditions struct {
	texts []string
	args  []any
}

// need adds a condition where it is asked for.
func (c *conditions) need(is bool, text string, args ...any) {
	if is {
		c.texts = append(c.texts, text)
		c.args = append(c.args, args...)
	}
}

// where words them all, "" where there are none.
func (c *conditions) where() (string, []any) {
	if len(c.texts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(c.texts, " AND "), c.args
}
