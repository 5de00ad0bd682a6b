package listing

import "testing"

func TestOrderBy(t *testing.T) {
	key := func(column string) string { return map[string]string{"on": "t.on_day", "title": "t.title"}[column] }
	for _, c := range []struct {
		order []Order
		want  string
	}{
		{nil, "t.on_day, t.id"},
		{[]Order{{Column: "gone"}}, "t.on_day, t.id"},
		{[]Order{{Column: "title", Descending: true}, {Column: "gone"}, {Column: "on"}}, "t.title DESC, t.on_day, t.id"},
	} {
		if got := OrderBy(c.order, key, "t.on_day", "t.id"); got != c.want {
			t.Errorf("%v: %s, want %s", c.order, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	if got := Places("t.step", []string{"filed", "closed"}); got != "CASE t.step WHEN 'filed' THEN 0 WHEN 'closed' THEN 1 ELSE 2 END" {
		t.Error(got)
	}
}
