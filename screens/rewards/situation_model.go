package rewards

import (
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// Situation is what a claim waits for beyond its step, in one line, and what can be done about it.
type Situation struct {
	Text    string
	Urgent  bool     // somebody is late or stands in the way
	Actions []string // keys of what can be done, the usual one last
}

// The things to be done about a situation; "rewards.do.<key>" words them.
const (
	doOpine     = "opine"
	doSettle    = "settle"
	doConsult   = "consult"
	doObject    = "object"
	doAnswer    = "answer"
	doLetter    = "letter"
	doPayee     = "payee"
	doClawBack  = "claw_back"
	doGiveBack  = "give_back"
	doClawPaper = "claw_paper"
)

// Situation words where the claim stands; false where its step says all.
func (c *Claim) Situation() (Situation, bool) {
	switch {
	case c.Claim.Waiting == rewards.ForEnterprise:
		return c.awaitsEnterprise(), true
	case c.Claim.Waiting == rewards.Suspended:
		return Situation{Text: wording.Text("rewards.situation.suspended", "since", c.Claim.Since, "used", c.Claim.UsedDays)}, true
	case c.Claim.Stage == rewards.JointReview:
		return c.jointReview(), true
	case c.Claim.Stage == rewards.InNotice && c.Publication != nil:
		return c.inNotice(), true
	case len(c.Clawbacks) > 0:
		return c.clawedBack(), true
	case c.Claim.Stage == rewards.Approving || c.Claim.Stage == rewards.Paying:
		return c.toBePaid(), true
	case c.Claim.Stage == rewards.Archiving || c.Claim.Stage == rewards.Completed:
		return c.paid()
	}
	return Situation{}, false
}

func (c *Claim) awaitsEnterprise() Situation {
	s := Situation{Text: wording.Text("rewards.situation.enterprise", "due", dayOrDash(c.Due)), Urgent: c.DaysLeft < 0, Actions: []string{doLetter}}
	if missing := c.MissingMaterials(); len(missing) > 0 {
		s.Text += wording.Text("rewards.situation.missing", "names", strings.Join(missing, wording.Text("rewards.page.comma")))
	}
	return s
}

// Unanswered are the departments that have not answered, Against those whose objection is not settled.
func (c *Claim) Unanswered() (unanswered, against []rewards.Opinion) {
	for _, o := range c.Opinions {
		switch {
		case o.Verdict == rewards.Awaited:
			unanswered = append(unanswered, o)
		case o.Verdict == rewards.Objects && o.Settled == "":
			against = append(against, o)
		}
	}
	return unanswered, against
}

func (c *Claim) jointReview() Situation {
	unanswered, against := c.Unanswered()
	switch {
	case len(c.Opinions) == 0:
		return Situation{Text: wording.Text("rewards.situation.nobody_asked"), Actions: []string{doConsult}}
	case len(against) > 0:
		return Situation{Text: wording.Text("rewards.situation.against", "names", departments(against)), Urgent: true, Actions: []string{doConsult, doOpine, doSettle}}
	case len(unanswered) > 0:
		return Situation{Text: wording.Text("rewards.situation.awaited", "answered", len(c.Opinions)-len(unanswered), "all", len(c.Opinions), "names", departments(unanswered)),
			Actions: []string{doConsult, doOpine}}
	}
	return Situation{Text: wording.Text("rewards.situation.agreed", "all", len(c.Opinions)), Actions: []string{doConsult, doOpine}}
}

func departments(opinions []rewards.Opinion) string {
	names := make([]string, len(opinions))
	for i, o := range opinions {
		names[i] = o.Department
	}
	return strings.Join(names, wording.Text("rewards.page.comma"))
}

// OpenObjections are those of the claim that are not answered.
func (c *Claim) OpenObjections() []rewards.Objection {
	var open []rewards.Objection
	for _, o := range c.Objections {
		if o.Outcome == rewards.OpenObjection {
			open = append(open, o)
		}
	}
	return open
}

func (c *Claim) inNotice() Situation {
	s := Situation{Text: wording.Text("rewards.situation.notice", "first", c.Publication.FirstDay, "last", c.Publication.LastDay), Actions: []string{doObject}}
	if len(c.Objections) > 0 {
		s.Text += wording.Text("rewards.situation.objections", "n", len(c.Objections), "open", len(c.OpenObjections()))
	}
	if len(c.OpenObjections()) > 0 {
		s.Urgent, s.Actions = true, append(s.Actions, doAnswer)
	}
	return s
}

func (c *Claim) toBePaid() Situation {
	p := c.Claim.Payee
	if !p.Known() {
		return Situation{Text: wording.Text("rewards.situation.no_payee"), Urgent: true, Actions: []string{doPayee}}
	}
	text := wording.Text("rewards.situation.payee", "name", p.Name, "bank", p.Bank, "account", identity.MaskNumber(p.Account))
	for _, payment := range c.Payments {
		if payment.State == rewards.SentBack {
			text += wording.Text("rewards.situation.bounced", "day", payment.BouncedOn, "reason", payment.Reason)
		}
	}
	return Situation{Text: text, Actions: []string{doPayee}}
}

func (c *Claim) paid() (Situation, bool) {
	for i := len(c.Payments) - 1; i >= 0; i-- {
		if p := c.Payments[i]; p.State == rewards.Arrived {
			return Situation{Text: wording.Text("rewards.situation.paid", "day", p.PaidOn, "amount", p.Amount, "receipt", orDash(p.Receipt)), Actions: []string{doClawBack}}, true
		}
	}
	return Situation{}, false
}

func (c *Claim) clawedBack() Situation {
	back := c.Clawbacks[len(c.Clawbacks)-1]
	s := Situation{Text: wording.Text("rewards.situation.clawed_back", "amount", back.Amount, "returned", back.Returned, "due", back.DueOn), Actions: []string{doClawPaper}}
	if back.LockedUntil != "" {
		s.Text += wording.Text("rewards.situation.locked", "until", back.LockedUntil)
	}
	if back.Returned < back.Amount {
		s.Urgent, s.Actions = true, append(s.Actions, doGiveBack)
	}
	return s
}

// orDash shows that something is not known.
func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}
