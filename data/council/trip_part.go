package council

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripPart is what belongs to a trip: a member, a stop, an expense, an insight, a contact.
type TripPart interface {
	store.Recorded
	record() *store.Record
	trip() int64
	// ready checks the part and puts it into its plain form.
	ready(tx *store.Tx, t *StudyTrip) error
}

// SaveTripPart writes a part of a trip, a new one where it has no id. Problems: those of the part, council.no_trip,
// council.trip_archived, record.changed, record.gone.
func (r *Room) SaveTripPart(ctx context.Context, actor store.Actor, part TripPart) error {
	return r.write(ctx, actor, "save_trip_part", func(tx *store.Tx) error { return saveTripPart(tx, part) })
}

func saveTripPart(tx *store.Tx, part TripPart) error {
	t, err := openTrip(tx, part.trip())
	if err != nil {
		return err
	}
	if err := part.ready(tx, t); err != nil {
		return err
	}
	if part.record().ID != 0 {
		return store.Update(tx, part)
	}
	return tx.Create(part).Error
}

// openTrip reads a trip that is not archived.
func openTrip(tx *store.Tx, id int64) (*StudyTrip, error) {
	var t StudyTrip
	err := tx.First(&t, id).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return nil, problem.New("council.no_trip")
	case err != nil:
		return nil, err
	case t.State == TripArchived:
		return nil, problem.New("council.trip_archived")
	}
	return &t, nil
}

// RemoveTripPart puts a part into the bin as it was seen. Problems: council.no_trip, council.trip_archived,
// record.changed, record.gone, council.trip_member_spent (name): his expenses go first.
func (r *Room) RemoveTripPart(ctx context.Context, actor store.Actor, part TripPart) error {
	return r.write(ctx, actor, "remove_trip_part", func(tx *store.Tx) error {
		if _, err := openTrip(tx, part.trip()); err != nil {
			return err
		}
		if m, is := part.(*TripMember); is {
			if err := m.spentNothing(tx); err != nil {
				return err
			}
		}
		part.record().DeletedAt = gorm.DeletedAt{Time: tx.Now, Valid: true}
		err := store.Update(tx, part)
		if err != nil {
			part.record().DeletedAt = gorm.DeletedAt{}
		}
		return err
	})
}

// RestoreTripPart takes a part out of the bin, where it still has a place in the trip. Problems: those of SaveTripPart.
func (r *Room) RestoreTripPart(ctx context.Context, actor store.Actor, part TripPart) error {
	return r.write(ctx, actor, "restore_trip_part", func(tx *store.Tx) error {
		t, err := openTrip(tx, part.trip())
		if err != nil {
			return err
		}
		if err := tx.Restore(part); err != nil {
			return err
		}
		if err := tx.First(part, part.record().ID).Error; err != nil {
			return err
		}
		return part.ready(tx, t)
	})
}
