package store

import "testing"

// TestSchemesOfOlderFilesAreInForce: a measure kept before there were versions is its own first version, and
// its claims are of the whole year.
func TestSchemesOfOlderFilesAreInForce(t *testing.T) {
	path := older(t, 7, `
		INSERT INTO reward_schemes (id, created_at, updated_at, title, from_year, to_year, yearly_cap_fen) VALUES (3, '2026-01-01', '2026-01-01', '办法', 2025, 2027, 20000000);
		INSERT INTO reward_rules (id, created_at, updated_at, scheme_id, position, clause, title, kind, terms)
			VALUES (5, '2026-01-01', '2026-01-01', 3, 1, '第六条', '奖', 'percentage', '{"of":"verified","rate_bp":150,"cap_fen":100}');
		INSERT INTO organizations (id, created_at, updated_at, kind, name) VALUES (7, '2026-01-01', '2026-01-01', 'enterprise', '甲');
		INSERT INTO claims (id, created_at, updated_at, number, scheme_id, rule_id, organization_id, year, step, amount_fen, trace, computed_at)
			VALUES (9, '2026-01-01', '2026-01-01', '2026-001', 3, 5, 7, 2026, 'accepted', 100, '{}', '2026-01-01')`)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var kept struct {
		Family, RuleFamily, Edition, Round int
		State, Part, Kind, Figures         string
		Budget                             *string
	}
	err = s.Read(t.Context()).Raw(`SELECT s.family, r.family AS rule_family, s.edition, s.round_fen AS round, s.state, c.part, r.kind, c.figures, s.budget
		FROM claims c JOIN reward_rules r ON r.id = c.rule_id JOIN reward_schemes s ON s.id = c.scheme_id`).Scan(&kept).Error
	if err != nil || kept.Family != 3 || kept.RuleFamily != 5 || kept.Edition != 1 || kept.Round != 0 || kept.State != "in_force" ||
		kept.Part != "" || kept.Kind != "percentage" || kept.Figures != "{}" || kept.Budget != nil {
		t.Errorf("%+v, %v", kept, err)
	}
}
