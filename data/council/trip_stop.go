package council

import (
	"slices"
	"strings"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripStop is one visit on a day of a trip: at whom, what about, and what was noted there.
type TripStop struct {
	store.Record
	TripID  int64
	OnDay   string
	Time    string
	Place   string
	Host    string
	Address string
	Theme   string
	Notes   string
}

// TableName is the table of migration 0022.
func (TripStop) TableName() string { return "trip_stops" }

// TripPhotos is whom the photographs and papers of a stop belong to.
func TripPhotos(stopID int64) attachments.Owner {
	return attachments.Owner{Subject: "trip_stops", ID: stopID}
}

func (s *TripStop) record() *store.Record { return &s.Record }
func (s *TripStop) trip() int64           { return s.TripID }

// ready: council.trip_hostless, council.not_a_day, council.trip_day_outside (on, from, until), council.trip_other_place
// (place, places).
func (s *TripStop) ready(_ *store.Tx, t *StudyTrip) error {
	for _, text := range []*string{&s.Time, &s.Place, &s.Host, &s.Address, &s.Theme, &s.Notes} {
		*text = strings.TrimSpace(*text)
	}
	if s.Host == "" {
		return problem.New("council.trip_hostless").At(0, "host")
	}
	if err := dayOn(t, &s.OnDay); err != nil {
		return err
	}
	if !slices.Contains(t.PlaceNames(), s.Place) {
		return problem.New("council.trip_other_place", "place", s.Place, "places", t.Places).At(0, "place")
	}
	return nil
}

// dayOn refuses a day that is none of the trip's.
func dayOn(t *StudyTrip, day *string) error {
	if err := checkDay(day, "on_day", true); err != nil {
		return err
	}
	if *day < t.FromOn || *day > t.UntilOn {
		return problem.New("council.trip_day_outside", "on", *day, "from", t.FromOn, "until", t.UntilOn).At(0, "on_day")
	}
	return nil
}

// TripStopRow is a stop with how many files belong to it.
type TripStopRow struct {
	TripStop
	Files int
}
