package register

import "smartcanal/data/store"

// Add is Create as a part of another room's write.
func Add(tx *store.Tx, o *Organization) error { return create(tx, o) }

// AddPerson is SavePerson of a new one as a part of another room's write.
func AddPerson(tx *store.Tx, p *Person) error { return savePerson(tx, p) }
