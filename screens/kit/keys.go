package kit

import "smartcanal/screens/wording"

// Key is a key, or some pressed together, and what it does: a line of the list of keys.
type Key struct {
	Keys string
	// What is a key of the catalogue, Said the words themselves where they stand elsewhere already.
	What, Said string
}

// Words say what the key does.
func (k Key) Words() string {
	if k.Said != "" {
		return k.Said
	}
	return wording.Text(k.What)
}
