package rewards

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

// proven are verified sales by enterprise; the rest of a fixture is a real file of data.
type proven map[int64][]sales.MonthFigure

func (p proven) VerifiedByMonth(_ context.Context, organization int64, year int) ([]sales.MonthFigure, error) {
	var figures []sales.MonthFigure
	for _, figure := range p[organization] {
		if figure.Month/100 == year {
			figures = append(figures, figure)
		}
	}
	return figures, nil
}

func (p proven) VerifiedByYear(_ context.Context, organization int64) (map[int]money.Fen, error) {
	years := map[int]money.Fen{}
	for _, figure := range p[organization] {
		years[figure.Month/100] += figure.Fen
	}
	return years, nil
}

func (p proven) Figures(_ context.Context, q sales.FigureQuery) ([]sales.Figure, error) {
	var figures []sales.Figure
	for organization, months := range p {
		for _, figure := range months {
			if q.OrganizationID == 0 || q.OrganizationID == organization {
				figures = append(figures, sales.Figure{OrganizationID: organization, Month: figure.Month, Platform: figure.Platform, Fen: figure.Fen, Orders: 1})
			}
		}
	}
	slices.SortFunc(figures, func(a, b sales.Figure) int {
		return cmp.Or(cmp.Compare(a.OrganizationID, b.OrganizationID), a.Month-b.Month)
	})
	return figures, nil
}

// desk is an office on a file of its own.
type desk struct {
	*office
	t      *testing.T
	store  *store.Store
	sales  proven
	scheme rewards.Scheme
	now    time.Time
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	d := &desk{t: t, store: st, sales: proven{}, now: time.Date(2026, 11, 16, 2, 0, 0, 0, time.UTC)}
	st.SetClock(func() time.Time { return d.now })
	d.office = newOffice(rewards.New(st, d.sales), register.New(st), "经办员")
	d.must(st.Write(t.Context(), "经办员", "test", func(tx *store.Tx) error {
		if err := tx.SetSetting(store.Office, "运河区商务局"); err != nil {
			return err
		}
		return register.SetDistrict(tx, "130903")
	}))
	return d
}

// withMeasure adopts the measure a file begins with.
func (d *desk) withMeasure() *desk {
	d.t.Helper()
	d.must(NewSchemesModel(d.office, 0).AddDefault(d.t.Context()))
	schemes, err := d.claims.Schemes(d.t.Context())
	d.must(err)
	d.scheme = schemes[0]
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) refused(err error, code string) {
	d.t.Helper()
	if !errors.Is(err, problem.New(code)) {
		d.t.Errorf("%v, want %s", err, code)
	}
}

// enterprise has sales of so many 万元 in one month of 2025 and in January and April 2026.
func (d *desk) enterprise(name string, before, january, april money.Fen) int64 {
	d.t.Helper()
	e := register.Organization{Kind: register.Enterprise, Name: name, Status: register.Active, RegionCode: "130903"}
	d.must(d.organisations.Create(d.t.Context(), "经办员", &e))
	d.sales[e.ID] = []sales.MonthFigure{
		{Month: 202506, Platform: "wechat", Fen: before * money.Wan}, {Month: 202601, Platform: "wechat", Fen: january * money.Wan},
		{Month: 202604, Platform: "jd", Fen: april * money.Wan},
	}
	return e.ID
}

// claim is a claim of an enterprise under the first clause, declaring 500 万元 in January.
func (d *desk) claim(organization int64) *Claim {
	d.t.Helper()
	m := d.declaring(organization)
	m.SetMonth(1, "5,000,000.00")
	id, err := m.Save(d.t.Context(), "受理员")
	d.must(err)
	return d.read(id)
}

func (d *desk) declaring(organization int64) *DeclareModel {
	d.t.Helper()
	m := NewDeclareModel(d.office, organization)
	m.Year = 2026
	loaded, err := m.Load(d.t.Context())
	d.must(err)
	return loaded
}

func (d *desk) read(id int64) *Claim {
	d.t.Helper()
	claim, err := NewClaimModel(d.office, id).Load(d.t.Context())
	d.must(err)
	return claim
}

// pass takes a claim on, one step for each person: by a meeting, through its notice and by a payment where
// that is the step.
func (d *desk) pass(claim *Claim, people ...string) *Claim {
	d.t.Helper()
	for _, person := range people {
		d.step(claim, person)
		claim = d.read(claim.Claim.ID)
	}
	return claim
}

func (d *desk) step(claim *Claim, person string) {
	d.t.Helper()
	m := NewClaimModel(d.office, claim.Claim.ID)
	acting := Acting{Person: person, Opinion: "同意。"}
	switch claim.Claim.Stage {
	case rewards.Deciding:
		_, err := m.Decide(d.t.Context(), claim, acting, rewards.Meeting{Title: "局长办公会", HeldOn: "2026-11-13"})
		d.must(err)
		return
	case rewards.InNotice:
		_, err := d.claims.Publish(d.t.Context(), store.Actor(person), rewards.NoticeTerms{}, claim.Held())
		d.must(err)
		d.now = d.now.AddDate(0, 0, 8)
		claim = d.read(claim.Claim.ID)
	case rewards.Paying:
		d.pay(claim)
		return
	}
	_, err := m.Pass(d.t.Context(), claim, acting)
	d.must(err)
}

// pay lists a claim for payment and lets the money arrive.
func (d *desk) pay(claim *Claim) {
	d.t.Helper()
	d.must(d.claims.SetPayee(d.t.Context(), "财务", claim.Held(), rewards.Payee{Name: claim.Organization.Name, Bank: "沧州银行", Account: "6222080408001234567"}))
	batch, err := d.claims.ListPayments(d.t.Context(), "财务", "", d.read(claim.Claim.ID).Held())
	d.must(err)
	rows, err := d.claims.PaymentsOf(d.t.Context(), batch.ID)
	d.must(err)
	d.must(d.claims.MarkPaid(d.t.Context(), "财务", rewards.Transfer{ID: rows[0].ID, Version: rows[0].Version, Day: "2026-12-01"}))
}
