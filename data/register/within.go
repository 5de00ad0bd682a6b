package register

import "smartcanal/data/store"

// Add is Create as a part of another room's write.
func Add(tx *store.Tx, o *Organization) error { return create(tx, o) }
