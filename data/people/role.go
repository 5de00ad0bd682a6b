package people

import (
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
