package rewards

import (
	"context"
	"strings"

	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// find answers the window's search box with claims by number, enterprise and clause, then with the articles of measures,
// the files of claims and published notices.
func (o *office) find(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
	ids, err := o.claims.ClaimIDs(ctx, rewards.ClaimFilter{Text: text}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := o.claims.Claims(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[string], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[string]{Key: claimLink(row.ID), Label: row.Number + " " + row.Organization,
			Note: row.Title + " · " + stageState(row.Stage), Kind: wording.Text("rewards.page.claim")}
	}
	if err != nil {
		return found, err
	}
	rules, err := o.claims.FindRules(ctx, text, min(limit, mostRules))
	for _, rule := range rules {
		found = append(found, kit.Found[string]{Key: ruleLink(rule.ID), Label: rule.Clause + " " + rule.Title,
			Note: wording.Text("rewards.found.scheme", "scheme", rule.Scheme), Kind: wording.Text("rewards.found.rule")})
	}
	if err != nil {
		return found, err
	}
	papers, err := o.findPapers(ctx, text, mostRules)
	return append(found, papers...), err
}

// findPapers finds files of claims, which open their claim, and published notices, which open the page of objections.
func (o *office) findPapers(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
	files, err := o.claims.FindFiles(ctx, text, limit)
	var found []kit.Found[string]
	for _, file := range files {
		found = append(found, kit.Found[string]{Key: claimLink(file.RecordID), Label: file.Name, Note: file.Role, Kind: wording.Text("attachments.found")})
	}
	if err != nil {
		return found, err
	}
	notices, err := o.claims.FindNotices(ctx, text, limit)
	for _, notice := range notices {
		found = append(found, kit.Found[string]{Key: objectionsLink, Label: notice.Title, Note: notice.FirstDay, Kind: wording.Text("rewards.found.notice")})
	}
	return found, err
}

// mostRules is how many articles are shown below the claims.
const mostRules = 3

// findOrganization searches the register for the picker.
func (o *office) findOrganization(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
	ids, err := o.organisations.IDs(ctx, register.Filter{Text: text}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := o.organisations.Rows(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[int64], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[int64]{Key: row.ID, Label: row.Name, Note: strings.TrimSpace(row.CreditCode + " " + row.Region)}
	}
	return found, err
}
