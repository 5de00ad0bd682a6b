package statement

import "smartcanal/data/problem"

// refuse words an error in a cell.
func (r *reading) refuse(i int, err error) {
	p := problem.Of(err)
	r.keepAside(i, Doubt{Code: p.Code, Args: p.Args})
}

// unreadable keeps the current row aside; the first reason is told.
func (r *reading) unreadable(i int, code string, args ...any) {
	r.keepAside(i, Doubt{Code: code, Args: problem.New(code, args...).Args})
}

func (r *reading) keepAside(i int, doubt Doubt) {
	if r.bad {
		return
	}
	r.bad = true
	r.result.Unreadable++
	doubt.Unreadable = true
	r.tell(i, doubt)
}

// doubt flags the current row, which goes on.
func (r *reading) doubt(i int, code string, args ...any) {
	r.result.Doubtful++
	r.tell(i, Doubt{Code: code, Args: problem.New(code, args...).Args})
}

func (r *reading) tell(i int, doubt Doubt) {
	doubt.Row, doubt.Raw, doubt.Column = r.current.Number, r.current.Raw, r.nameOf(i)
	if err := r.onDoubt(doubt); err != nil && r.err == nil {
		r.err = err
	}
}

func (r *reading) nameOf(i int) string {
	if i < 0 || i >= len(r.at.names) {
		return ""
	}
	return r.at.names[i]
}
