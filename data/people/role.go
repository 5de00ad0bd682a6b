package people

import (
	"context"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Role is what a person may do.
type Role string

// The roles: a clerk (经办) enters, a reviewer (复核) checks, an approver (批准) decides.
const (
	Clerk    Role = "clerk"
	Reviewer Role = "reviewer"
	Approver Role = "approver"
)

// Roles are all of them, in the order a form offers them.
var Roles = []Role{Clerk, Reviewer, Approver}

// Key is under which the catalogue words it.
func (r Role) Key() string { return "people.role." + string(r) }

func (r Role) known() bool { return slices.Contains(Roles, r) }

// May says whether the person has a role.
func (p *Person) May(role Role) bool { return slices.Contains(p.Roles, role) }

// Signs tells whether the office has entered its people, so that everybody signs with the name he works under, and which
// problem stands against a person's doing what a role does: nil, or people.may_not (name, role).
func (r *Room) Signs(ctx context.Context, actor store.Actor, role Role) (entered bool, against *problem.Problem, err error) {
	working, err := atWork(r.store.Read(ctx))
	if err != nil || len(working) == 0 {
		return false, nil, err
	}
	for _, p := range working {
		if p.Actor() == actor && p.May(role) {
			return true, nil, nil
		}
	}
	return true, problem.New("people.may_not", "name", string(actor), "role", role.Key()), nil
}

// Require lets a write go on only where the person who does it has the role. In an office that has entered
// nobody everyone may do everything.
//
// Problem: people.may_not (name, role).
func Require(tx *store.Tx, role Role) error {
	working, err := atWork(tx.DB)
	if err != nil || len(working) == 0 {
		return err
	}
	p, err := byName(tx.DB, tx.Actor)
	if err != nil {
		return err
	}
	if p == nil || !p.May(role) {
		return problem.New("people.may_not", "name", tx.Actor, "role", role.Key())
	}
	return nil
}
