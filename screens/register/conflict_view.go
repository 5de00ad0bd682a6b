package register

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// askConflict shows what somebody else saved meanwhile and asks what shall stand.
func (v *editView) askConflict(p *problem.Problem) {
	var found *Conflict
	kit.Run(v.desk.canvas(), wording.Text("register.update"), func(ctx context.Context, _ kit.Progress) (err error) {
		found, err = v.model.Conflict(ctx, p)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		v.showConflict(found)
	})
}

func (v *editView) showConflict(c *Conflict) {
	c.Ask(v.desk.canvas(), func() {
		v.model.Take(&c.Theirs)
		v.draft.Saved() // theirs stand; what was typed was given up
		v.show()
	}, func() {
		v.model.KeepMine(c)
		v.show()
		v.save()
	})
}
