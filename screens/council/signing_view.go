package council

import (
	"context"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// signature is under whose name an approval is kept, with the field that tells or asks for it; without one the person at
// work.
type signature struct {
	desk   *desk
	person store.Actor
	field  *form.Field
	entry  *kit.Entry // asks for the name; nil where it is known
}

func (s signature) actor() store.Actor {
	if s.entry == nil {
		return s.person
	}
	s.desk.approver = strings.TrimSpace(s.entry.Text)
	return store.Actor(s.desk.approver)
}

// signing goes on with who approves. An office that has entered its people has each sign in: then it is the person at work
// and nobody else, and one who may not approve is told so at once. In an office that has entered nobody two may share one
// computer, and each approval asks for the name.
func (d *desk) signing(c kit.Context, then func(signature)) {
	type signs struct {
		entered bool
		against *problem.Problem
	}
	var loader kit.Loader[signs]
	loader.Load(func(ctx context.Context) (s signs, err error) {
		s.entered, s.against, err = d.room.Approver(ctx, d.person)
		return s, err
	}, func(s signs, p *problem.Problem) {
		switch {
		case p != nil:
			c.Problem(p)
		case s.against != nil:
			c.Problem(s.against)
		case s.entered:
			then(d.signedIn())
		default:
			then(d.askedName())
		}
	})
}

func (d *desk) signedIn() signature {
	field := &form.Field{Label: wording.Text("council.act.signer"), Input: kit.NewText(string(d.person)), Help: wording.Text("council.act.signed_help")}
	return signature{desk: d, person: d.person, field: field}
}

func (d *desk) askedName() signature {
	field, entry := form.Text(wording.Text("council.act.signer"), d.signer())
	field.Required, field.Help = true, wording.Text("council.act.signer_help")
	return signature{desk: d, field: field, entry: entry}
}
