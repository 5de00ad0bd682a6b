package register

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// do writes something with progress where it takes long; then runs where it went well, and the navigation
// counts again.
func (d desk) do(title string, work func(context.Context) error, then func()) {
	kit.Run(d.canvas(), title, func(ctx context.Context, _ kit.Progress) error { return work(ctx) }, func(p *problem.Problem) {
		if p != nil {
			d.Problem(p)
			return
		}
		d.Changed()
		then()
	})
}
