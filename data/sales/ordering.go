package sales

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"smartcanal/data/pinyin"
)

// ordering sorts a list of lines here and not in SQLite, whose sorter takes twice as long (2.0 s against 0.9 s a
// million lines by their status): each step of the order becomes a number a line.
type ordering struct {
	ids   []int32
	steps []*step
	told  func(lines int) // may be nil
}

// tellEvery is after how many lines it is told how many were read.
const tellEvery = 1 << 14

// step is one column of the order.
type step struct {
	LineSort
	numbers  []int64          // a line each; a text's place in words until ranked
	words    map[string]int64 // texts met, each with its number
	texts    []string         // a line each, where nearly every text is another
	accounts bool             // the numbers are accounts
}

// sorted gives the ids of the lines a condition lets through in an order; lines that are alike stand in the order
// they came, the other way round where the first column is descending.
func (r *Room) sorted(ctx context.Context, where string, args []any, order []LineSort, told func(lines int)) ([]int32, error) {
	o := &ordering{told: told}
	columns := []string{"t.id"}
	for _, by := range order {
		column, s, err := newStep(by)
		if err != nil {
			return nil, err
		}
		columns, o.steps = append(columns, column), append(o.steps, s)
	}
	if err := r.store.Each(ctx, strings.Join(columns, ", "), "transactions t"+where, args, o.take); err != nil {
		return nil, err
	}
	for _, s := range o.steps {
		if err := s.rank(ctx, r); err != nil {
			return nil, err
		}
	}
	return o.sort(), ctx.Err()
}

// newStep gives what to read for a column, and how.
func newStep(by LineSort) (string, *step, error) {
	s := &step{LineSort: by}
	switch by.Column {
	case LineTime:
		return "t.at", s, nil
	case LineAmount:
		return amount, s, nil
	case LineOrderNo:
		s.texts = []string{}
		return "t.order_no", s, nil
	case LineStatus:
		s.words = map[string]int64{}
		return "t.status", s, nil
	case LineTradeType:
		s.words = map[string]int64{}
		return "t.trade_type", s, nil
	case LineOrganization, LinePlatform, LineMatched:
		s.accounts = true
		return "t.account_id", s, nil
	}
	return "", nil, fmt.Errorf("sales: no column %q", by.Column)
}

func (o *ordering) take(row []driver.Value) error {
	o.ids = append(o.ids, int32(row[0].(int64)))
	for i, s := range o.steps {
		s.take(row[i+1])
	}
	if o.told != nil && len(o.ids)%tellEvery == 0 {
		o.told(len(o.ids))
	}
	return nil
}

func (s *step) take(value driver.Value) {
	switch {
	case s.words != nil:
		word := value.(string)
		number, is := s.words[word]
		if !is {
			number = int64(len(s.words))
			s.words[strings.Clone(word)] = number
		}
		s.numbers = append(s.numbers, number)
	case s.texts != nil:
		s.texts = append(s.texts, strings.Clone(value.(string)))
	default:
		s.numbers = append(s.numbers, value.(int64))
	}
}

// rank makes the numbers ones to sort by, the other way round for a descending step.
func (s *step) rank(ctx context.Context, r *Room) error {
	switch {
	case s.words != nil:
		s.replace(spoken(s.words))
	case s.texts != nil:
		s.numbers = placesOf(s.texts)
		s.texts = nil
	case s.accounts:
		places, err := r.accountPlaces(ctx, s.Column)
		if err != nil {
			return err
		}
		s.replace(places)
	}
	if s.Descending {
		for i, n := range s.numbers {
			s.numbers[i] = ^n
		}
	}
	return nil
}

func (s *step) replace(places map[int64]int64) {
	for i, n := range s.numbers {
		s.numbers[i] = places[n]
	}
}

// spoken gives the place of each text by its pinyin, by its number.
func spoken(words map[string]int64) map[int64]int64 {
	type word struct {
		spelt, text string
		number      int64
	}
	var all []word
	for text, number := range words {
		all = append(all, word{pinyin.Full(text), text, number})
	}
	slices.SortFunc(all, func(a, b word) int { return cmp.Or(cmp.Compare(a.spelt, b.spelt), cmp.Compare(a.text, b.text)) })
	places := make(map[int64]int64, len(all))
	for place, w := range all {
		places[w.number] = int64(place)
	}
	return places
}

// placesOf gives the place of each text among all. Order numbers begin alike: eight bytes behind what
// all have in common tell most of them apart.
func placesOf(texts []string) []int64 {
	alike := len(commonStart(texts))
	rows := make([]keyed, len(texts))
	for i, text := range texts {
		var key int64
		for at := range 8 {
			key <<= 8
			if alike+at < len(text) {
				key |= int64(text[alike+at])
			}
		}
		rows[i] = keyed{key ^ -1<<63, int32(i)}
	}
	sortParallel(rows, func(a, b int32) int { return strings.Compare(texts[a], texts[b]) })
	places := make([]int64, len(texts))
	for i := 1; i < len(rows); i++ {
		place := places[rows[i-1].row]
		if texts[rows[i].row] != texts[rows[i-1].row] {
			place++
		}
		places[rows[i].row] = place
	}
	return places
}

func commonStart(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	start := texts[0]
	for _, text := range texts {
		for !strings.HasPrefix(text, start) {
			start = start[:len(start)-1]
		}
	}
	return start
}

// accountPlaces orders accounts by what a column shows of them: the place of each in that order.
func (r *Room) accountPlaces(ctx context.Context, column LineColumn) (map[int64]int64, error) {
	by := map[LineColumn]string{
		LineOrganization: "COALESCE(o.initials, ''), COALESCE(o.name, '')",
		LinePlatform:     "a.platform",
		LineMatched:      "a.organization_id IS NULL",
	}[column]
	rows, err := r.store.SQL().QueryContext(ctx, `SELECT a.id, DENSE_RANK() OVER (ORDER BY `+by+`)
		FROM payment_accounts a LEFT JOIN organizations o ON o.id = a.organization_id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	places := map[int64]int64{}
	for rows.Next() {
		var account, place int64
		if err := rows.Scan(&account, &place); err != nil {
			return nil, err
		}
		places[account] = place
	}
	return places, rows.Err()
}

// sort gives the ids in the order of the steps.
func (o *ordering) sort() []int32 {
	rows := make([]keyed, len(o.ids))
	for i := range o.ids {
		rows[i] = keyed{o.steps[0].numbers[i], int32(i)}
	}
	backwards := o.steps[0].Descending
	sortParallel(rows, func(a, b int32) int {
		for _, s := range o.steps[1:] {
			if c := cmp.Compare(s.numbers[a], s.numbers[b]); c != 0 {
				return c
			}
		}
		if backwards {
			a, b = b, a
		}
		return cmp.Compare(o.ids[a], o.ids[b])
	})
	ids := make([]int32, len(rows))
	for i, k := range rows {
		ids[i] = o.ids[k.row]
	}
	return ids
}

// keyed is a row with the number it is sorted by first.
type keyed struct {
	key int64
	row int32
}

// sortParallel sorts by key, then by ties; each processor takes a part, and the parts are merged.
func sortParallel(rows []keyed, ties func(a, b int32) int) {
	compare := func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return ties(a.row, b.row)
	}
	half := len(rows) / 2
	if half < 1<<15 || runtime.NumCPU() == 1 {
		slices.SortFunc(rows, compare)
		return
	}
	var sorting sync.WaitGroup
	sorting.Go(func() { slices.SortFunc(rows[:half], compare) })
	slices.SortFunc(rows[half:], compare)
	sorting.Wait()
	merge(rows, slices.Clone(rows[:half]), rows[half:], compare)
}

// merge puts two sorted parts into all, whose end is the second part itself.
func merge(all, first, second []keyed, compare func(a, b keyed) int) {
	for i := range all {
		switch {
		case len(first) == 0:
			return
		case len(second) == 0 || compare(first[0], second[0]) <= 0:
			all[i], first = first[0], first[1:]
		default:
			all[i], second = second[0], second[1:]
		}
	}
}
