package council

import (
	"context"
	"encoding/json"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Settings are the office's rules of supervision. Percentages are points of progress, limits are days.
type Settings struct {
	YellowFrom     int  `json:"yellow_from"`      // behind by at least this: yellow
	RedOver        int  `json:"red_over"`         // behind by more than this: red
	SlightIsYellow bool `json:"slight_is_yellow"` // behind by less than YellowFrom: yellow already, else green
	SoonDays       int  `json:"soon_days"`        // blue so many days before the task is due
	NotBegunMonths int  `json:"not_begun_months"` // not begun when it should have been: yellow, red after so many months
	UrgentRed      bool `json:"urgent_red"`       // an urgent task that is behind is red at once

	NormalDays    int `json:"normal_days"` // limits of tasks whose day nobody named
	UrgentDays    int `json:"urgent_days"`
	DifficultDays int `json:"difficult_days"`

	SilentDays    int `json:"silent_days"`    // without a report for so long: a reminder is due
	LeaderAfter   int `json:"leader_after"`   // after so many reminders without a report the next goes to the leader
	ConvenerAfter int `json:"convener_after"` // and then to the convener

	FollowDays int `json:"follow_days"` // after a study trip: what became of it is looked at
}

// Defaults are what offices usually do: yellow from 10 points behind, red over 30, what is less is green.
func Defaults() Settings {
	return Settings{
		YellowFrom: 10, RedOver: 30, SoonDays: 7, NotBegunMonths: 3,
		NormalDays: 15, UrgentDays: 5, DifficultDays: 30,
		SilentDays: 10, LeaderAfter: 2, ConvenerAfter: 3,
		FollowDays: 90,
	}
}

// Check says what is wrong with settings. Problems: council.setting_range (least, most), at the field; council.setting_order.
func (s Settings) Check() error {
	for _, one := range []struct {
		field       string
		value       int
		least, most int
	}{
		{"yellow_from", s.YellowFrom, 1, 100}, {"red_over", s.RedOver, 1, 100}, {"soon_days", s.SoonDays, 0, 365},
		{"not_begun_months", s.NotBegunMonths, 1, 12}, {"normal_days", s.NormalDays, 1, 365}, {"urgent_days", s.UrgentDays, 1, 365},
		{"difficult_days", s.DifficultDays, 1, 730}, {"silent_days", s.SilentDays, 1, 365},
		{"leader_after", s.LeaderAfter, 1, 99}, {"convener_after", s.ConvenerAfter, 1, 99}, {"follow_days", s.FollowDays, 1, 730},
	} {
		if one.value < one.least || one.value > one.most {
			return problem.New("council.setting_range", "least", one.least, "most", one.most).At(0, one.field)
		}
	}
	if s.RedOver < s.YellowFrom {
		return problem.New("council.setting_order").At(0, "red_over")
	}
	return nil
}

// limit is how many days a task of a priority has where nobody named a day.
func (s Settings) limit(p Priority) int {
	switch p {
	case Urgent:
		return s.UrgentDays
	case Difficult:
		return s.DifficultDays
	}
	return s.NormalDays
}

const settingsKey = "council.settings"

// Settings gives the rules in force.
func (r *Room) Settings(ctx context.Context) (Settings, error) {
	text, err := r.store.Setting(ctx, settingsKey)
	if err != nil {
		return Settings{}, err
	}
	return readSettings(text), nil
}

// settingsIn reads them within a write.
func settingsIn(tx *store.Tx) (Settings, error) {
	text, err := store.SettingIn(tx.DB, settingsKey)
	return readSettings(text), err
}

// readSettings falls back to the defaults where nothing was set or what was set is no longer allowed.
func readSettings(text string) Settings {
	s := Defaults()
	if text == "" || json.Unmarshal([]byte(text), &s) != nil || s.Check() != nil {
		return Defaults()
	}
	return s
}

// ChangeSettings changes the rules as SetSettings does, from those a person saw: what others changed of the rest meanwhile
// stays. Problems: those of SetSettings and of store.Merged.
func (r *Room) ChangeSettings(ctx context.Context, actor store.Actor, seen, wanted Settings) error {
	return r.setSettings(ctx, actor, func(present Settings) (s Settings, err error) {
		merged, err := store.Merged(seen.fields(), wanted.fields(), present.fields())
		if err != nil {
			return s, err
		}
		text, err := json.Marshal(merged)
		if err == nil {
			err = json.Unmarshal(text, &s)
		}
		return s, err
	})
}

// fields are the settings by their names.
func (s Settings) fields() map[string]any {
	fields := map[string]any{}
	if text, err := json.Marshal(s); err == nil {
		_ = json.Unmarshal(text, &fields) // what was just written
	}
	return fields
}

// SetSettings changes the rules, and with them the lamps of all open tasks from today on. The journal has one entry
// for the settings and one for the tasks. Problems: those of Settings.Check.
func (r *Room) SetSettings(ctx context.Context, actor store.Actor, s Settings) error {
	return r.setSettings(ctx, actor, func(Settings) (Settings, error) { return s, nil })
}

func (r *Room) setSettings(ctx context.Context, actor store.Actor, change func(present Settings) (Settings, error)) error {
	return r.write(ctx, actor, "set_settings", func(tx *store.Tx) error {
		present, err := settingsIn(tx)
		if err != nil {
			return err
		}
		s, err := change(present)
		if err != nil {
			return err
		}
		if err := s.Check(); err != nil {
			return err
		}
		text, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if err := tx.SetSetting(settingsKey, string(text)); err != nil {
			return err
		}
		return recolour(tx, s)
	})
}
