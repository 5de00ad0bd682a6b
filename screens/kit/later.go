package kit

import "time"

// Later does the last of many things once they pause, off the UI goroutine: what is typed or dragged is
// kept a moment after, not at every step. Call it on the UI goroutine.
type Later struct {
	waiting *time.Timer
	work    func()
}

const pause = 400 * time.Millisecond

// Do has work done after a pause, in the place of what was to be done before.
func (l *Later) Do(work func()) {
	l.work = work
	if inline {
		l.Now()
		return
	}
	if l.waiting != nil {
		l.waiting.Stop()
	}
	l.waiting = time.AfterFunc(pause, work)
}

// Now does at once what still waits: when a page goes.
func (l *Later) Now() {
	work := l.work
	l.work = nil
	if l.waiting != nil && !l.waiting.Stop() {
		return // done already
	}
	l.waiting = nil
	if work != nil {
		start(work)
	}
}
