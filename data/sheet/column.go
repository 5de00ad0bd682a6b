package sheet

import (
	"fmt"
	"time"

	"smartcanal/data/money"
)

// Kind says how the cells of a column look and what values belong into them.
type Kind uint8

// The kinds of columns, with the Go values their cells take. nil and a zero time leave a cell empty;
// a value of another type is written as text.
const (
	Text    Kind = iota // string; a code stays as it is typed
	Money               // money.Fen, shown in yuan
	Integer             // int or int64
	Date                // time.Time, the day in China
	Moment              // time.Time, to the second in China
	Percent             // float64, 0.05 for 5 %
)

// Column is one column of a table to write.
type Column struct {
	Head  string
	Width float64 // in characters of a digit's width, two for a Chinese character; 0 chooses by kind and head
	Kind  Kind
	Sum   bool // has a sum in the totals row; for Money and Integer
}

const (
	dateLayout   = "2006-01-02"
	momentLayout = "2006-01-02 15:04:05"
)

// width chooses what shows the head and usual values whole.
func (c Column) width() float64 {
	if c.Width > 0 {
		return c.Width
	}
	usual := map[Kind]float64{Text: 16, Money: 16, Integer: 8, Date: 12, Moment: 20, Percent: 10}[c.Kind]
	return max(usual, float64(displayWidth(c.Head)+2))
}

func displayWidth(text string) int {
	width := 0
	for _, r := range text {
		width++
		if r >= 0x1100 {
			width++
		}
	}
	return width
}

// plain words a value for a csv file.
func (c Column) plain(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case money.Fen:
		return v.Plain()
	case time.Time:
		return c.plainTime(v)
	case float64:
		if c.Kind == Percent {
			return fmt.Sprintf("%.2f%%", v*100)
		}
	}
	return fmt.Sprint(value)
}

func (c Column) plainTime(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case c.Kind == Date:
		return t.In(china).Format(dateLayout)
	}
	return t.In(china).Format(momentLayout)
}
