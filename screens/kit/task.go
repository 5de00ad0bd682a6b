package kit

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
)

// Panic is the cause of the problem "unexpected" when work panicked; for the log.
type Panic struct {
	Fault any
	Stack []byte
}

// Error gives fault and stack, for the log only.
func (p *Panic) Error() string { return fmt.Sprintf("panic: %v\n%s", p.Fault, p.Stack) }

// Progress tells how far work is; total 0 means it is not known. It may be called from any goroutine
// and as often as one likes: at most ten a second reach the screen.
type Progress func(done, total int64, note string)

const (
	showAfter = 300 * time.Millisecond
	drawEvery = 100 * time.Millisecond
)

// Task is work a person waits for.
type Task struct {
	cancel context.CancelFunc
	over   fyne.Canvas
	title  string
	view   *taskView
	shown  *Activity

	mu       sync.Mutex
	drawn    time.Time
	finished bool
}

// Run does work off the UI goroutine. After 300 ms it shows title, progress and 取消 over the window.
// done runs on the UI goroutine with nil, or with what went wrong; a cancelled task ends with the
// problem "task.cancelled". Call it on the UI goroutine.
func Run(over fyne.Canvas, title string, work func(ctx context.Context, progress Progress) error, done func(*problem.Problem)) *Task {
	ctx, cancel := context.WithCancel(context.Background())
	t := &Task{cancel: cancel, over: over, title: title, shown: Announce(title, cancel)}
	timer := time.AfterFunc(showAfter, func() { fyne.Do(t.show) })
	start(func() {
		_, err := guarded(func() (struct{}, error) { return struct{}{}, work(ctx, t.progress) })
		timer.Stop()
		if err != nil && (errors.Is(err, context.Canceled) || ctx.Err() != nil) {
			err = problem.New("task.cancelled").Because(err)
		}
		cancel()
		t.shown.End()
		fyne.Do(func() {
			t.finish()
			done(noted(err))
		})
	})
	return t
}

// Cancel asks the work to stop; it ends when it next looks at its context.
func (t *Task) Cancel() { t.cancel() }

func (t *Task) progress(done, total int64, note string) {
	if t.shown != nil {
		t.shown.Progress(done, total, note)
	}
	t.mu.Lock()
	now := time.Now()
	due := !t.finished && now.Sub(t.drawn) >= drawEvery
	if due {
		t.drawn = now
	}
	t.mu.Unlock()
	if due {
		fyne.Do(func() {
			if t.view != nil {
				t.view.update(done, total, note)
			}
		})
	}
}

func (t *Task) show() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.finished {
		t.view = newTaskView(t)
	}
}

func (t *Task) finish() {
	t.mu.Lock()
	t.finished = true
	view := t.view
	t.mu.Unlock()
	if view != nil {
		view.dialog.Close()
	}
}
