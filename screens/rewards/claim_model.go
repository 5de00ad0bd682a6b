package rewards

import (
	"context"

	"smartcanal/data/attachments"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// ClaimModel is one claim and what can be done with it.
type ClaimModel struct {
	office *office
	id     int64
}

// NewClaimModel is the claim of an id.
func NewClaimModel(o *office, id int64) *ClaimModel { return &ClaimModel{office: o, id: id} }

// Claim is a claim as its page shows it.
type Claim struct {
	*rewards.Page
	// Differences are the steps that would come out otherwise were the claim computed now.
	Differences []rewards.Difference
	// Stuck is why it cannot be computed now, nil if it can.
	Stuck *problem.Problem
	// Files are how many files prove each material, by its name.
	Files map[string]int
	// Signals are what is worth a look in the evidence.
	Signals []rewards.Signal
}

// Load reads the claim and computes it again beside what is frozen. Call it off the UI goroutine.
func (m *ClaimModel) Load(ctx context.Context) (*Claim, error) {
	page, err := m.office.claims.Page(ctx, m.id)
	if err != nil {
		return nil, err
	}
	claim := &Claim{Page: page}
	if claim.Files, err = m.office.claims.MaterialFileCounts(ctx, m.id); err != nil {
		return nil, err
	}
	if page.Claim.Stage.Dropped() {
		return claim, nil
	}
	if claim.Signals, err = m.office.claims.Signals(ctx, m.id); err != nil {
		return nil, err
	}
	differences, err := m.office.claims.Recheck(ctx, m.id)
	if ctx.Err() != nil {
		return nil, err
	}
	claim.Differences, claim.Stuck = differences, problem.Of(err)
	return claim, nil
}

// Held names the claim as it is seen.
func (c *Claim) Held() rewards.Held {
	return rewards.Held{ID: c.Claim.ID, Version: c.Claim.Version}
}

// AmountNow is what the claim would come to now.
func (c *Claim) AmountNow() money.Fen {
	amount := c.Claim.Amount
	for _, difference := range c.Differences {
		if difference.Is != nil && difference.Is.Result == rewards.Final {
			amount = difference.Is.Fen
		}
	}
	return amount
}

// Acting is what a person decides about a claim: who, with what opinion and, for a return, where to.
type Acting struct {
	Person  string
	Opinion string
	Target  rewards.Stage
}

// Sign remembers who did the stage the claim is at, to propose the name next time.
func (m *ClaimModel) Sign(c *Claim, person string) { m.office.signed[c.Claim.Stage] = person }

// Pass passes the stage the claim is at. The warning is of an act done in spite of it.
func (m *ClaimModel) Pass(ctx context.Context, c *Claim, a Acting) (warning *problem.Problem, err error) {
	return m.office.claims.Advance(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Return sends the claim back.
func (m *ClaimModel) Return(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Return(ctx, store.Actor(a.Person), c.Held(), a.Target, a.Opinion)
}

// Decide passes the claim by a meeting's decision.
func (m *ClaimModel) Decide(ctx context.Context, c *Claim, a Acting, meeting rewards.Meeting) (warning *problem.Problem, err error) {
	bulk, err := m.office.claims.Decide(ctx, store.Actor(a.Person), []rewards.Held{c.Held()}, meeting, a.Opinion)
	switch {
	case err != nil:
		return nil, err
	case len(bulk.Refused) > 0:
		return nil, bulk.Refused[0].Problem
	case len(bulk.Warnings) > 0:
		return bulk.Warnings[0].Problem, nil
	}
	return nil, nil
}

// Reject ends the claim without a reward. The warning is of an act done in spite of it.
func (m *ClaimModel) Reject(ctx context.Context, c *Claim, a Acting) (warning *problem.Problem, err error) {
	return m.office.claims.Reject(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Supplement notes that the enterprise brought what was missing.
func (m *ClaimModel) Supplement(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Supplement(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Visit notes that the shop was looked at in person.
func (m *ClaimModel) Visit(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Visit(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Suspend stops the claim and its clock, Resume goes on with it.
func (m *ClaimModel) Suspend(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Suspend(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Resume goes on with a suspended claim.
func (m *ClaimModel) Resume(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Resume(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Withdraw ends the claim.
func (m *ClaimModel) Withdraw(ctx context.Context, c *Claim, a Acting) error {
	return m.office.claims.Withdraw(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
}

// Recompute computes the claim anew and keeps that.
func (m *ClaimModel) Recompute(ctx context.Context, c *Claim, a Acting) error {
	_, err := m.office.claims.Recompute(ctx, store.Actor(a.Person), c.Held(), a.Opinion)
	return err
}

// Files are the files that prove a material.
func (m *ClaimModel) Files(material rewards.Material) *attachments.Shelf {
	return m.office.claims.MaterialFiles(m.office.person, material)
}

// SetMaterial says how far a material has come.
func (m *ClaimModel) SetMaterial(ctx context.Context, material rewards.Material, state rewards.MaterialState) error {
	_, err := m.office.claims.SetMaterial(ctx, m.office.person, material.ID, material.Version, state)
	return err
}

// CanPass tells whether there is a stage to pass.
func (c *Claim) CanPass() bool { return !c.Claim.Stage.Ended() }

// CanWithdraw and CanRecompute hold until the amount has been approved.
func (c *Claim) CanWithdraw() bool { return c.Claim.Stage.Before(rewards.Paying) }

// CanRecompute tells whether the claim may be computed anew.
func (c *Claim) CanRecompute() bool { return c.CanWithdraw() }

// CanCorrect tells whether the declaration may be corrected: a claim past 受理 has to be returned first.
func (c *Claim) CanCorrect() bool { return c.Claim.Stage == rewards.Accepting }

// WaysBack are the stages a claim can be returned to, the first one first.
func (c *Claim) WaysBack() []rewards.Stage {
	ways := []rewards.Stage{rewards.Accepting}
	for _, stage := range rewards.Stages[1:] {
		if stage.Before(c.Claim.Stage) {
			ways = append(ways, stage)
		}
	}
	return ways
}

// Place is where the stepper stands, from 0; of a dropped claim where it was dropped.
func (c *Claim) Place() int {
	stage := c.Claim.Stage
	if stage.Dropped() && len(c.Acts) > 0 {
		stage = c.Acts[len(c.Acts)-1].Stage
	}
	for i, other := range rewards.Stages {
		if stage == other {
			return i
		}
	}
	return len(rewards.Stages)
}
