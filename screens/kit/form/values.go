package form

import (
	"encoding/json"
	"maps"
	"slices"

	"smartcanal/data/money"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Values are what stands in a form, by the keys of its fields.
type Values map[string]string

// differing are the keys whose values are not the same, in their order.
func (v Values) differing(other Values) []string {
	names := map[string]bool{}
	for name, value := range v {
		names[name] = value != other[name]
	}
	for name, value := range other {
		names[name] = value != v[name]
	}
	maps.DeleteFunc(names, func(_ string, differs bool) bool { return !differs })
	return slices.Sorted(maps.Keys(names))
}

// only are the values of some keys.
func (v Values) only(names []string) Values {
	some := Values{}
	for _, name := range names {
		some[name] = v[name]
	}
	return some
}

// What a form needs of an input to keep it in a draft.
type (
	// changing is an input that tells when a person changed it.
	changing interface{ WhenChanged(func()) }
	// settable is an input whose value can be put back.
	settable interface {
		Value() string
		SetValue(string)
	}
	// drafted is an input whose value is more than it shows: the key behind a name.
	drafted interface {
		Draft() string
		PutDraft(string)
	}
)

func (field *Field) key() string {
	if field.Key != "" {
		return field.Key
	}
	return field.Label
}

// value is what is kept of the field; false where its input has nothing to keep.
func (field *Field) value() (string, bool) {
	switch input := field.Input.(type) {
	case drafted:
		return input.Draft(), true
	case settable:
		return input.Value(), true
	}
	return "", false
}

// put puts a value back, but not under the hands of a person: what an input method is composing stays.
func (field *Field) put(value string) {
	if line, is := field.Input.(lined); is && line.Line().Composing() {
		return
	}
	switch input := field.Input.(type) {
	case drafted:
		input.PutDraft(value)
	case settable:
		input.SetValue(value)
	}
	field.show("")
}

// shown is a value of the field as a person reads it.
func (field *Field) shown(value string) string {
	switch input := field.Input.(type) {
	case drafted:
		var found struct{ Label string }
		_ = json.Unmarshal([]byte(value), &found)
		return found.Label
	case *kit.Check:
		if value == "" {
			return wording.Text("form.no")
		}
		return wording.Text("form.yes")
	case interface{ LabelOf(string) string }:
		return input.LabelOf(value)
	case *Amount:
		if fen, err := money.ParseTyped(value); err == nil {
			return fen.String()
		}
	}
	return value
}

// values are those of several forms that lie on one page.
func values(forms []*Form) Values {
	all := Values{}
	for _, f := range forms {
		for _, field := range f.fields {
			if value, is := field.value(); is {
				all[field.key()] = value
			}
		}
	}
	return all
}

func fieldOf(forms []*Form, key string) *Field {
	for _, f := range forms {
		for _, field := range f.fields {
			if field.key() == key {
				return field
			}
		}
	}
	return nil
}
