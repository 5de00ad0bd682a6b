package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEntryKeepsTheKeysOfACompositionOut(t *testing.T) {
	entry := NewEntry("")
	onWindow(t, 300, 40, entry)
	submitted := 0
	entry.OnSubmitted = func(string) { submitted++ }
	entry.SetText("运河")
	entry.CursorColumn = 2
	for _, key := range []fyne.KeyName{"Q", "U", fyne.KeyBackspace, "U", fyne.KeyReturn} {
		entry.TypedKey(keyed(key))
	}
	if entry.Text != "运河" || submitted != 0 {
		t.Fatalf("keys leaked: %q, submitted %d times", entry.Text, submitted)
	}
	entry.TypedRune('区')
	entry.TypedKey(keyed(fyne.KeyReturn))
	if entry.Text != "运河区" || submitted != 1 {
		t.Errorf("%q, submitted %d times", entry.Text, submitted)
	}
	entry.TypedKey(keyed(fyne.KeyBackspace))
	if entry.Text != "运河" {
		t.Errorf("after the composition BackSpace deletes again: %q", entry.Text)
	}
}

func TestEntryForgetsAnAbandonedComposition(t *testing.T) {
	for name, end := range map[string]func(*Entry){
		"Escape": func(e *Entry) { e.TypedKey(keyed(fyne.KeyEscape)) },
		"leave":  func(e *Entry) { e.FocusLost() },
		"deleted letter by letter": func(e *Entry) {
			e.TypedKey(keyed(fyne.KeyBackspace))
		},
	} {
		entry := NewEntry("")
		onWindow(t, 300, 40, entry)
		entry.SetText("河")
		entry.CursorColumn = 1
		entry.TypedKey(keyed("Y"))
		end(entry)
		entry.TypedKey(keyed(fyne.KeyBackspace))
		if entry.Text != "" {
			t.Errorf("%s: %q", name, entry.Text)
		}
	}
}

func TestNumberEntryTakesNumbersInBothWidths(t *testing.T) {
	entry := NewNumberEntry("")
	onWindow(t, 300, 40, entry)
	for _, r := range "-1,2３４．5a元" {
		entry.TypedRune(r)
	}
	if entry.Text != "-1,2３４．5" {
		t.Error(entry.Text)
	}
}

// TestTabLeadsOutOfATextOfSeveralLines as GLFW's driver asks: what accepts Tab keeps the keyboard for good.
func TestTabLeadsOutOfATextOfSeveralLines(t *testing.T) {
	entry := NewMultiLineEntry("", 3)
	onWindow(t, 300, 120, entry)
	if fyne.Tabbable(entry).AcceptsTab() {
		t.Error("an opinion keeps the keyboard")
	}
}
