package rewards

import (
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// office is what every page of the area works with.
type office struct {
	claims        *rewards.Room
	organisations *register.Room
	person        store.Actor
	// signed remembers who did a stage last: until people sign in, three of them may share one computer,
	// and each act asks for the name it is kept under.
	signed map[rewards.Stage]string
	// queue are the claims that are reviewed one after the other, and opinion what was said last at a stage, which is
	// proposed for the next of them.
	queue   queue
	opinion map[rewards.Stage]string
	claim   *ClaimView // the page shown now, nil for none
}

func newOffice(claims *rewards.Room, organisations *register.Room, person store.Actor) *office {
	return &office{claims: claims, organisations: organisations, person: person, signed: map[rewards.Stage]string{}, opinion: map[rewards.Stage]string{}}
}

// thisYear is the year it is in China by the file's clock.
func (o *office) thisYear() int { return o.claims.Now().In(statement.China).Year() }

// signer proposes who does a stage.
func (o *office) signer(stage rewards.Stage) string {
	if name := o.signed[stage]; name != "" {
		return name
	}
	return string(o.person)
}

// proposed is the opinion proposed for a claim's stage: the last one said, where claims are reviewed in a queue.
func (o *office) proposed(claim *Claim) string {
	if o.queue.at(claim.Claim.ID) < 0 {
		return ""
	}
	return o.opinion[claim.Claim.Stage]
}
