package register

import (
	"strings"
	"testing"
	"time"

	"smartcanal/data/register"
	"smartcanal/screens/kit/grid"
)

func TestTheListSortsByTheYearsSales(t *testing.T) {
	o := newOffice(t).trading()
	o.must(o.room.Create(t.Context(), clerk, &register.Organization{Name: "大运商贸有限公司"}))
	m := NewListModel(o.rooms)
	m.now = func() time.Time { return today }
	for _, c := range []struct {
		sort []grid.SortKey
		want string
	}{
		{nil, "大运商贸有限公司 运河老号食品有限公司"},
		{[]grid.SortKey{{Column: bySales, Descending: true}}, "运河老号食品有限公司 大运商贸有限公司"},
		{[]grid.SortKey{{Column: bySales}}, "大运商贸有限公司 运河老号食品有限公司"},
		{[]grid.SortKey{{Column: "name", Descending: true}}, "运河老号食品有限公司 大运商贸有限公司"},
	} {
		m.Sort = c.sort
		listing, err := m.Load(t.Context())
		o.must(err)
		rows, err := m.Rows(listing).Page(t.Context(), 0, 10)
		o.must(err)
		var names []string
		for _, row := range rows {
			names = append(names, row.Cells[0].Text)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: %s", c.sort, got)
		}
		if listing.Year != 2026 || listing.Sum(listing.IDs) != 9600000 || len(listing.Towns) != 8 {
			t.Errorf("%d %d %d", listing.Year, listing.Sum(listing.IDs), len(listing.Towns))
		}
	}
}

func TestTheSearchBoxFindsOrganisations(t *testing.T) {
	o := newOffice(t).trading()
	for _, text := range []string{"老号", "yhlh", "799655058", "6021"} {
		found, err := finder(o.room, o.files)(t.Context(), text, 5)
		if err != nil || len(found) != 1 || found[0].Key != linkTo(o.main.ID) || !strings.HasSuffix(found[0].Note, "138****6021") {
			t.Errorf("%q: %+v, %v", text, found, err)
		}
	}
}

func TestTheSearchBoxFindsFilesOfOrganisations(t *testing.T) {
	o := newOffice(t).trading()
	shelf := o.files.Shelf(clerk, register.Files(o.main.ID), "")
	if _, err := shelf.Add(t.Context(), "食品经营许可证.txt", []byte("许可证")); err != nil {
		t.Fatal(err)
	}
	found, err := finder(o.room, o.files)(t.Context(), "经营许可", 5)
	if err != nil || len(found) != 1 || found[0].Key != linkTo(o.main.ID) || found[0].Label != "食品经营许可证.txt" || found[0].Kind != "附件" {
		t.Errorf("%+v, %v", found, err)
	}
}
