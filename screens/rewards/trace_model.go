package rewards

import (
	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// TraceLine is a step of a computation in words.
type TraceLine struct {
	Title   string
	Verdict rewards.Verdict
	Badge   string // 符合, 不符合 or ""
	Reason  string
	Result  string
	// Links are what opens behind the line: statement lines, other claims, or the clause.
	Links []TraceLink
	// FromLines tells that a figure is a sum of statement lines.
	FromLines bool
	// Pale lines give nothing to the amount; the strong one is the amount.
	Pale, Strong bool
}

// TraceLink is one thing that opens behind a line.
type TraceLink struct{ Label, Link string }

// TraceLines words a trace under a rule. A trace carries the rule's text, not its id. claimID is its claim's,
// 0 for a trial.
func TraceLines(t rewards.Trace, ruleID, claimID int64) []TraceLine {
	lines := make([]TraceLine, len(t.Steps))
	for i, step := range t.Steps {
		lines[i] = traceLine(step, ruleID, claimID)
	}
	return lines
}

func traceLine(s rewards.Step, ruleID, claimID int64) TraceLine {
	line := TraceLine{
		Title: s.TitleIn(wording.Language()), Result: s.ResultIn(wording.Language()), Reason: s.ReasonIn(wording.Language()),
		Verdict: s.Verdict, FromLines: s.Lines != nil,
		Pale: s.Replaced || s.Verdict == rewards.Unmet, Strong: s.Result == rewards.Final,
	}
	if s.Verdict != "" {
		line.Badge = wording.Text("rewards.verdict." + string(s.Verdict))
	}
	line.Links = traceLinks(s, ruleID, claimID)
	return line
}

func traceLinks(s rewards.Step, ruleID, claimID int64) []TraceLink {
	switch {
	case s.Lines != nil:
		return []TraceLink{{Link: s.Lines.Link()}}
	case len(s.Claims) > 0:
		links := make([]TraceLink, len(s.Claims))
		for i, grant := range s.Claims {
			links[i] = TraceLink{Label: grant.Number + " · " + yuan(grant.Fen), Link: claimLink(grant.ClaimID)}
		}
		return links
	case s.Origin == rewards.FromDeclaration && claimID != 0:
		return []TraceLink{{Link: correctLink + numberIn(claimID)}}
	case s.Origin == rewards.FromStatements:
		return nil
	}
	return []TraceLink{{Link: ruleLink(ruleID)}}
}

// ruleLink opens the measure at a rule.
func ruleLink(ruleID int64) string { return schemesLink + "?rule=" + numberIn(ruleID) }
