package rewards

import (
	"smartcanal/data/register"
	"smartcanal/data/rewards"
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
}

func newOffice(claims *rewards.Room, organisations *register.Room, person store.Actor) *office {
	return &office{claims: claims, organisations: organisations, person: person, signed: map[rewards.Stage]string{}}
}

// signer proposes who does a stage.
func (o *office) signer(stage rewards.Stage) string {
	if name := o.signed[stage]; name != "" {
		return name
	}
	return string(o.person)
}
