package workbench

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// backing copies the file by itself while the person works: soon after it was opened and then whenever a day
// has passed since the last copy.
type backing struct {
	backups *settings.Backups
	stop    context.CancelFunc
	done    chan struct{}
	made    func() // told after each copy, made or failed

	mu     sync.Mutex
	failed *problem.Problem // why the last one was not made
}

// How long the first copy waits, so that it is not in the way of the first page, and how often one looks whether the
// next is due.
const (
	backsAfter = 10 * time.Second
	looksEvery = 10 * time.Minute
)

func startBacking(st *store.Store, after time.Duration, made func()) *backing {
	ctx, stop := context.WithCancel(context.Background())
	b := &backing{backups: settings.NewBackups(st), stop: stop, done: make(chan struct{}), made: made}
	go b.run(ctx, after)
	return b
}

func (b *backing) run(ctx context.Context, after time.Duration) {
	defer close(b.done)
	next := time.NewTimer(after)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-next.C:
		}
		if due, err := b.backups.Due(ctx); err == nil && due {
			b.makeOne(ctx)
		}
		next.Reset(looksEvery)
	}
}

// makeOne copies the file into the folder of backups and tells of it.
func (b *backing) makeOne(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	shown := kit.Announce(wording.Text("workbench.backing_up"), cancel)
	_, err := b.backups.Make(ctx, func(done, total int) { shown.Progress(int64(done), int64(total), "") })
	shown.End()
	stopped := errors.Is(err, context.Canceled)
	b.mu.Lock()
	if b.failed = nil; !stopped {
		b.failed = problem.Of(err)
	}
	failed := b.failed
	b.mu.Unlock()
	if failed != nil {
		slog.Error("the daily backup was not made", "code", failed.Code)
	}
	if b.made != nil && !stopped {
		b.made()
	}
}

// trouble is why the last copy was not made, nil where it was.
func (b *backing) trouble() *problem.Problem {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failed
}

// Stop ends it; a copy that is half done is thrown away.
func (b *backing) Stop() {
	b.stop()
	<-b.done
}
