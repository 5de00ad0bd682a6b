package kit

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
)

// start runs work beside the UI goroutine; tests run it at once.
var start = func(work func()) { go work() }

// inline says that tests have everything done at once.
var inline bool

// Inline makes background work run at once, for tests without a window; it gives back what ends that and forgets
// the dialogs the test left open.
func Inline() (restore func()) {
	before, was := start, inline
	start, inline = func(work func()) { work() }, true
	return func() { start, inline, open = before, was, nil }
}

// Loader fetches what a page shows. A newer Load cancels the older one, whose late result is dropped.
// The zero value is ready.
type Loader[T any] struct {
	generation atomic.Int64
	cancel     context.CancelFunc
}

// Load runs work off the UI goroutine and done on it. Call it on the UI goroutine.
func (l *Loader[T]) Load(work func(ctx context.Context) (T, error), done func(T, *problem.Problem)) {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	mine := l.generation.Load()
	start(func() {
		result, err := guarded(func() (T, error) { return work(ctx) })
		fyne.Do(func() {
			if l.generation.Load() == mine {
				done(result, noted(err))
			}
		})
	})
}

// Stop cancels the work under way; its result is dropped.
func (l *Loader[T]) Stop() {
	l.generation.Add(1)
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// noted is problem.Of, with what nobody foresaw written to the log: a person sees a problem, the log its cause.
func noted(err error) *problem.Problem {
	p := problem.Of(err)
	if p != nil && p.Code == "unexpected" {
		slog.Error("unexpected", "cause", p.Unwrap())
	}
	return p
}

// guarded turns a panic into the problem "unexpected", so that a fault in one page's work never ends
// the program.
func guarded[T any](work func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = problem.New("unexpected").Because(&Panic{fault, debug.Stack()})
		}
	}()
	return work()
}

// Guarded is guarded for work of several goroutines, each of which needs its own.
func Guarded(work func() error) error {
	_, err := guarded(func() (struct{}, error) { return struct{}{}, work() })
	return err
}
