package council

import "testing"

// TestTwoPeopleSetTheRules: each changes another rule, and both stand; the same one changed by both is refused.
func TestTwoPeopleSetTheRules(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	seen := Defaults()
	mine, theirs := seen, seen
	mine.YellowFrom, theirs.SoonDays = 12, 5
	must(t, o.ChangeSettings(ctx, leader, seen, theirs))
	must(t, o.ChangeSettings(ctx, clerk, seen, mine))
	both, err := o.Settings(ctx)
	must(t, err)
	if both.YellowFrom != 12 || both.SoonDays != 5 {
		t.Errorf("%+v", both)
	}
	mine.SoonDays = 9
	refused(t, o.ChangeSettings(ctx, clerk, seen, mine), "settings.contested")
}
