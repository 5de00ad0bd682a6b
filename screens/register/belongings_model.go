package register

import (
	"context"
	"errors"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/register"
)

// patience is how long a form waits for the one writer: an import may hold it.
const patience = 5 * time.Second

// saveRecord writes one of an organisation's records while its form waits.
func saveRecord(write func(ctx context.Context) error) *problem.Problem {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := write(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return problem.New("register.busy").Because(err)
	}
	return problem.Of(err)
}

// wrongOf words what is wrong with a field among the problems found, "" for nothing.
func wrongOf(found []*problem.Problem, field string) string {
	for _, p := range found {
		if p.Where.Column == field {
			return wrongText(p)
		}
	}
	return ""
}

// SavePerson writes a person of the organisation.
func (m *OrganizationModel) SavePerson(p *register.Person) *problem.Problem {
	p.OrganizationID = m.id
	return saveRecord(func(ctx context.Context) error { return m.rooms.room.SavePerson(ctx, m.rooms.actor, p) })
}

// SaveShop writes a shop of the organisation.
func (m *OrganizationModel) SaveShop(s *register.Shop) *problem.Problem {
	s.OrganizationID = m.id
	return saveRecord(func(ctx context.Context) error { return m.rooms.room.SaveShop(ctx, m.rooms.actor, s) })
}

// SaveAccount writes a payment account of the organisation.
func (m *OrganizationModel) SaveAccount(a *register.PaymentAccount) *problem.Problem {
	a.BelongTo(m.id)
	return saveRecord(func(ctx context.Context) error { return m.rooms.room.SaveAccount(ctx, m.rooms.actor, a) })
}
