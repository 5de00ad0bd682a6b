package register

import (
	"context"
	"errors"

	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/store"
)

// CellChange is one field of an organisation changed in a list: what stood there when the person saw it
// and what is to stand there. A place may be given by its name.
type CellChange struct {
	ID       int64
	Field    string
	From, To string
}

// errOnlyTrying takes a write back that was only to tell what it would refuse.
var errOnlyTrying = errors.New("only trying")

// Change makes changes of single fields in one write. It tells what is wrong with each, nil for nothing; where
// anything is wrong, or try is set, nothing is written. The entries take it back (store.TakeBack).
//
// What can be wrong: the problems of Update, register.unknown_place, and record.changed where a field does not hold
// what the person saw.
func (r *Room) Change(ctx context.Context, actor store.Actor, changes []CellChange, try bool) ([]*problem.Problem, store.Entries, error) {
	wrong := make([]*problem.Problem, len(changes))
	var entries store.Entries
	err := r.store.Write(ctx, actor, "register.change", func(tx *store.Tx) error {
		done, err := tx.Entries(func() error { return changeAll(tx, changes, wrong) })
		entries = done
		for _, p := range wrong {
			try = try || p != nil
		}
		if err == nil && try {
			return errOnlyTrying
		}
		return err
	})
	if errors.Is(err, errOnlyTrying) {
		err = nil
	}
	return wrong, entries, err
}

// changeAll changes each organisation once.
func changeAll(tx *store.Tx, changes []CellChange, wrong []*problem.Problem) error {
	places := map[int64][]int{}
	var order []int64
	for i, c := range changes {
		if places[c.ID] == nil {
			order = append(order, c.ID)
		}
		places[c.ID] = append(places[c.ID], i)
	}
	for _, id := range order {
		if err := changeOne(tx, id, changes, places[id], wrong); err != nil {
			return err
		}
	}
	return nil
}

func changeOne(tx *store.Tx, id int64, changes []CellChange, places []int, wrong []*problem.Problem) error {
	o, err := find(tx.DB, id)
	if err != nil {
		return refuse(err, places, wrong)
	}
	for _, i := range places {
		wrong[i] = set(tx, o, changes[i])
	}
	for _, p := range o.Check(localDay(tx.Now)) {
		for _, i := range places {
			if changes[i].Field == p.Where.Column && wrong[i] == nil {
				wrong[i] = p
			}
		}
	}
	for _, i := range places {
		if wrong[i] != nil {
			return nil
		}
	}
	return refuse(update(tx, o), places, wrong)
}

// refuse gives what the register says against a record to its changes; another error ends the write.
func refuse(err error, places []int, wrong []*problem.Problem) error {
	var p *problem.Problem
	if err == nil || !errors.As(err, &p) || p.Code == "unexpected" {
		return err
	}
	for _, i := range places {
		wrong[i] = p
	}
	return nil
}

// set puts a value into its field. Where the field holds something else than the person saw, the record is as if it had
// been read before: Update then tells who changed it.
func set(tx *store.Tx, o *Organization, c CellChange) *problem.Problem {
	field := o.Field(c.Field)
	if field == nil {
		return problem.New("register.unknown_field", "field", c.Field)
	}
	to, from := c.To, *field
	if c.Field == FieldRegion {
		place, _ := region.Find(from)
		if c.From == place.Name {
			from = c.From
		}
		code, p := placeNamed(tx, to)
		if p != nil {
			return p
		}
		to = code
	}
	if from != c.From {
		o.Version--
	}
	*field = to
	return nil
}

// placeNamed finds a place of the district by its name or code.
func placeNamed(tx *store.Tx, text string) (string, *problem.Problem) {
	if _, is := region.Find(text); is || text == "" {
		return text, nil
	}
	district, err := store.SettingIn(tx.DB, store.District)
	if err != nil {
		return "", problem.Of(err)
	}
	for _, place := range region.Children(district) {
		if place.Name == text {
			return place.Code, nil
		}
	}
	return "", problem.New("register.unknown_place", "value", text).At(0, FieldRegion)
}

// TakeBack takes a Change back, or what took it back.
func (r *Room) TakeBack(ctx context.Context, actor store.Actor, done store.Entries) (store.Entries, error) {
	return r.store.TakeBack(ctx, actor, "register.take_back", done)
}
