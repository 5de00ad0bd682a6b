// Package register keeps every organisation once, with its people, its shops on platforms and the payment
// accounts by which statement lines are known to be its own.
//
// What must hold:
//   - a credit code belongs to one living organisation, a number on a platform to one payment account;
//   - what is written is valid: a name, a known kind, a credit code that checks, a place that exists;
//   - merging two organisations and taking the merge back leaves both as they were, but for what a person
//     changed in between.
//
// An exported method of Room owns its transaction; a function that takes a *store.Tx is part of another's.
package register

import "smartcanal/data/store"

// Room is the register of one file of data.
type Room struct {
	store *store.Store
}

// New opens the register of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }
