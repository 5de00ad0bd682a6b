package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestClaimsOfEarlierVersionsGetTheirLimits: the limit of a claim's step counts from the day the step began.
func TestClaimsOfEarlierVersionsGetTheirLimits(t *testing.T) {
	before := slices.IndexFunc(migrationNames(), func(name string) bool { return strings.HasSuffix(name, "_reward_flow.sql") })
	const at = `'2026-11-20 01:00:00+00:00'`
	claims := `INSERT INTO organizations (id, kind, name, created_at, updated_at) VALUES (1, 'enterprise', '某公司', ` + at + `, ` + at + `);
		INSERT INTO reward_schemes (id, created_at, updated_at, title, from_year, to_year) VALUES (1, ` + at + `, ` + at + `, '办法', 2025, 2027);
		INSERT INTO reward_rules (id, created_at, updated_at, scheme_id, position, clause, title, kind, terms) VALUES (1, ` + at + `, ` + at + `, 1, 1, '第一条', '奖', 'percentage', '{}');`
	for id := 1; id <= 2; id++ {
		claims += fmt.Sprintf(`INSERT INTO claims (id, created_at, updated_at, number, scheme_id, rule_id, organization_id, year, step, amount_fen, trace, computed_at)
			VALUES (%d, %s, %s, '2026-%03d', 1, 1, 1, 2026, 'second_review', 100, '{}', %s);`, id, at, at, id, at)
	}
	for day, action := range map[string]string{"2026-11-16": "created", "2026-11-18": "passed", "2026-11-19": "recomputed"} {
		claims += `INSERT INTO claim_steps (claim_id, at, actor, step, action, target, opinion, warning)
			VALUES (1, '` + day + ` 01:00:00+00:00', '王经办', 'accepted', '` + action + `', 'first_review', '', '');`
	}
	path := older(t, before, claims)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var since []string
	if err := s.Read(t.Context()).Raw(`SELECT since FROM claims ORDER BY id`).Scan(&since).Error; err != nil || !slices.Equal(since, []string{"2026-11-18", "2026-11-20"}) {
		t.Errorf("%v, %v", since, err)
	}
}
