package register

import (
	"context"

	"smartcanal/data/identity"
	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/wording"
)

// Comparison is two organisations side by side.
type Comparison struct {
	Sides [2]Side
	Rows  []ComparedRow
}

// Side is one of them with what belongs to it.
type Side struct {
	Card  *register.Card
	Sales money.Fen // verified online sales of all years
}

// ComparedRow is one field of both, worded.
type ComparedRow struct {
	Label  string
	Values [2]string
	Differ bool // both are known and differ
}

func compare(ctx context.Context, r rooms, first, second int64) (*Comparison, error) {
	c := &Comparison{}
	for i, id := range []int64{first, second} {
		card, err := r.room.Card(ctx, id)
		if err != nil {
			return nil, err
		}
		sum, err := r.trade.Sum(ctx, sales.Query{Channel: statement.Online, OrganizationID: id})
		if err != nil {
			return nil, err
		}
		c.Sides[i] = Side{card, sum.Net()}
	}
	c.fill()
	return c, nil
}

func (c *Comparison) fill() {
	a, b := &c.Sides[0].Card.Organization, &c.Sides[1].Card.Organization
	for _, name := range register.FieldNames() {
		was, is := *a.Field(name), *b.Field(name)
		if was == "" && is == "" {
			continue
		}
		c.Rows = append(c.Rows, ComparedRow{fieldText(name), [2]string{valueText(name, was), valueText(name, is)}, was != "" && is != "" && was != is})
	}
	c.add("register.compare.people", func(s *Side) string { return peopleText(s.Card.People) })
	c.add("register.compare.shops", func(s *Side) string { return countOrNone(len(s.Card.Shops)) })
	c.add("register.compare.accounts", func(s *Side) string { return countOrNone(len(s.Card.Accounts)) })
	c.add("register.compare.sales", func(s *Side) string { return s.Sales.Wan() })
	c.add("register.compare.created", func(s *Side) string {
		return s.Card.Organization.CreatedAt.Local().Format("2006-01-02")
	})
}

func (c *Comparison) add(label string, value func(*Side) string) {
	c.Rows = append(c.Rows, ComparedRow{Label: wording.Text(label), Values: [2]string{value(&c.Sides[0]), value(&c.Sides[1])}})
}

func peopleText(people []register.Person) string {
	texts := make([]string, len(people))
	for i, person := range people {
		texts[i] = joined(person.Name, identity.MaskPhone(person.Phone))
	}
	if len(texts) == 0 {
		return "—"
	}
	return joined(firstOf(texts, 2)...)
}

// Better is the side to keep unless the person says otherwise: the one with a credit code, else the one with
// more of its own, else the older one.
func (c *Comparison) Better() int {
	weight := func(s *Side) int {
		w := len(s.Card.People) + len(s.Card.Shops) + len(s.Card.Accounts)
		if s.Card.Organization.CreditCode != "" {
			w += 1000
		}
		return w
	}
	if weight(&c.Sides[1]) > weight(&c.Sides[0]) {
		return 1
	}
	return 0
}

// Mergeable tells whether the two can become one: different credit codes are two organisations.
func (c *Comparison) Mergeable() bool {
	a, b := c.Sides[0].Card.Organization, c.Sides[1].Card.Organization
	return a.ID != b.ID && (a.CreditCode == "" || b.CreditCode == "" || a.CreditCode == b.CreditCode)
}

// Moving is how many records go to the side kept.
func (c *Comparison) Moving(kept int) int {
	card := c.Sides[1-kept].Card
	return len(card.People) + len(card.Shops) + len(card.Accounts)
}

func merge(ctx context.Context, r rooms, kept, merged int64) error {
	_, err := r.room.Merge(ctx, r.actor, kept, merged)
	return err
}
