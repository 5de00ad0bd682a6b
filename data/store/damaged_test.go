package store

import (
	"fmt"
	"os"
	"slices"
	"testing"
)

func TestDamageInTheMiddleIsFoundByACheck(t *testing.T) {
	s := created(t)
	for i := range 20 {
		add(t, s, fmt.Sprint("企业", i))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for page := 2; page < len(text)/16384; page++ {
		at := page * 16384
		copy(text[at:], slices.Repeat([]byte{0xEE}, 64)) // the page's own header
	}
	if err := os.WriteFile(s.Path(), text, 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := Open(t.Context(), s.Path())
	if err != nil {
		is(t, err, "store.damaged")
		return
	}
	defer again.Close()
	wrong, err := again.Check(t.Context())
	if err != nil {
		is(t, err, "store.damaged")
		return
	}
	if len(wrong) == 0 || wrong[0].Code != "store.damaged" {
		t.Errorf("got %v", wrong)
	}
}
