package rewards

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"smartcanal/data/problem"
)

// Kind is how a rule comes to its amount.
type Kind string

// Terms are how a rule comes to its amount. Each kind is one type in one file: it refuses numbers that
// contradict each other, reads itself back as a sentence and computes.
type Terms interface {
	Kind() Kind
	// Check gives the problem of terms that leave room for a guess.
	Check() error
	// Most is the highest amount the terms can give, 0 where they have no bound of their own.
	Most() Quantity
	// Measures are what the terms take in.
	Measures() []*Measure
	// in words the terms as the second half of a clause: 奖励 5 万元; period as Measure.in has it.
	in(language, period string) string
	// apply computes the amount and tells each step of it.
	apply(r *run) error
}

// kinds makes empty terms of each kind, to be filled from JSON.
var kinds = map[Kind]func() Terms{
	FixedKind:   func() Terms { return &Fixed{} },
	TiersKind:   func() Terms { return &Tiers{} },
	ShareKind:   func() Terms { return &Share{} },
	SteppedKind: func() Terms { return &Stepped{} },
	PerUnitKind: func() Terms { return &PerUnit{} },
	RatioKind:   func() Terms { return &Ratio{} },
}

// Kinds are all kinds, in the order a form offers them.
var Kinds = []Kind{FixedKind, TiersKind, ShareKind, SteppedKind, PerUnitKind, RatioKind}

// readTerms reads the JSON of a kind. What the kind does not know is refused: a misspelt name must not
// silently become a zero.
func readTerms(kind Kind, text []byte) (Terms, error) {
	empty, known := kinds[kind]
	if !known {
		return nil, problem.New("rewards.unknown_kind", "kind", kind)
	}
	terms := empty()
	if err := strictly(text, terms); err != nil {
		return nil, err
	}
	return terms, nil
}

// strictly reads exactly one JSON value without unknown names.
func strictly(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		if _, more := decoder.Token(); more != io.EOF {
			err = errors.New("more than one value")
		}
	}
	return unreadable(err, text)
}

// unreadable says where a text that is no JSON breaks off, or which name of it does not fit.
func unreadable(err error, text []byte) error {
	var known *problem.Problem
	var syntax *json.SyntaxError
	var mistyped *json.UnmarshalTypeError
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.As(err, &syntax):
		line := 1 + bytes.Count(text[:min(int(syntax.Offset), len(text))], []byte("\n"))
		return problem.New("rewards.scheme_unreadable", "line", line).Because(err)
	case errors.As(err, &mistyped):
		return problem.New("rewards.scheme_field", "field", mistyped.Field).Because(err)
	case strings.Contains(err.Error(), unknownField):
		return problem.New("rewards.scheme_field", "field", strings.Trim(strings.TrimPrefix(err.Error(), unknownField), `"`)).Because(err)
	}
	return problem.New("rewards.scheme_unreadable", "line", 1+bytes.Count(text, []byte("\n"))).Because(err)
}

// unknownField begins the message of a name nobody asked for, which encoding/json has no type for.
const unknownField = "json: unknown field "
