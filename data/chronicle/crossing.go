package chronicle

import (
	"fmt"

	"gorm.io/gorm"

	"smartcanal/data/chinese"
	"smartcanal/data/money"
	"smartcanal/data/sales"
)

// marks are the round sums of a year's online sales whose first crossing is told, the highest first.
var marks = []money.Fen{money.Yi, 5000 * money.Wan, 3000 * money.Wan, 1000 * money.Wan, 500 * money.Wan}

// tellCrossings looks after an import which enterprises have sold more online in their latest year than a mark
// no earlier year came to. Of several marks the highest is told.
func tellCrossings(db *gorm.DB, event Event) ([]Proposal, error) {
	years, err := sales.OnlineYears(db)
	if err != nil {
		return nil, err
	}
	var proposals []Proposal
	for i, year := range years {
		if i+1 < len(years) && years[i+1].OrganizationID == year.OrganizationID {
			continue // not its latest year
		}
		before := money.Fen(0)
		for j := i - 1; j >= 0 && years[j].OrganizationID == year.OrganizationID; j-- {
			before = max(before, years[j].Net)
		}
		if mark := crossed(marks, before, year.Net); mark > 0 {
			proposals = append(proposals, crossing(year, mark, event))
		}
	}
	return proposals, nil
}

// districtMarks are the round sums of all of the district's online sales in a year, the highest first.
var districtMarks = []money.Fen{100 * money.Yi, 50 * money.Yi, 10 * money.Yi, 5 * money.Yi, money.Yi}

// tellDistrictCrossing looks after an import whether all enterprises together have sold more online in the latest year
// than a mark no earlier year came to.
func tellDistrictCrossing(db *gorm.DB, event Event) ([]Proposal, error) {
	years, err := sales.OnlineYears(db)
	if err != nil {
		return nil, err
	}
	sums, latest := map[int]money.Fen{}, 0
	for _, year := range years {
		sums[year.Year] += year.Net
		latest = max(latest, year.Year)
	}
	before := money.Fen(0)
	for year, sum := range sums {
		if year < latest {
			before = max(before, sum)
		}
	}
	mark := crossed(districtMarks, before, sums[latest])
	if mark == 0 {
		return nil, nil
	}
	yi := int64(mark / money.Yi)
	return []Proposal{{
		Origin: fmt.Sprintf("district/%d", yi), OnDay: event.OnDay,
		Title: chinese.Text("chronicle.told.district_crossing", "year", latest, "yi", yi), Source: batchSource(event),
	}}, nil
}

func batchSource(event Event) Source {
	return Source{Label: chinese.Text("chronicle.source.batch", "id", event.RecordID), Link: fmt.Sprintf("smartcanal://sales/batch/%d", event.RecordID)}
}

// crossed gives the highest mark between the best earlier year and this one, 0 for none.
func crossed(marks []money.Fen, before, now money.Fen) money.Fen {
	for _, mark := range marks {
		if before < mark && now >= mark {
			return mark
		}
	}
	return 0
}

func crossing(year sales.YearOfOrganization, mark money.Fen, event Event) Proposal {
	wan := int64(mark / money.Wan)
	p := Proposal{
		Origin: fmt.Sprintf("organization/%d/%d", year.OrganizationID, wan), OnDay: event.OnDay,
		Title:  chinese.Text("chronicle.told.crossing", "name", year.Organization, "year", year.Year, "wan", grouped(wan)),
		Source: batchSource(event),
	}
	if mark >= 5000*money.Wan {
		p.Importance = Great
	}
	return p
}

// grouped writes a number of 万元 as papers do: 1,000.
func grouped(n int64) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
