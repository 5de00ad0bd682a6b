package workbench

import (
	"context"
	"errors"
	"log/slog"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// indexing lets the search index follow the lines while the person works on: when the file is opened, for
// what a crash may have left, and after each change.
type indexing struct {
	stop context.CancelFunc
	wake chan struct{}
	done chan struct{}
}

func startIndexing(st *store.Store) *indexing {
	ctx, stop := context.WithCancel(context.Background())
	i := &indexing{stop: stop, wake: make(chan struct{}, 1), done: make(chan struct{})}
	i.Wake()
	go i.run(ctx, sales.New(st))
	return i
}

func (i *indexing) run(ctx context.Context, room *sales.Room) {
	defer close(i.done)
	for {
		select {
		case <-ctx.Done():
			return
		case <-i.wake:
		}
		if err := index(ctx, room); err != nil && !errors.Is(err, context.Canceled) {
			slog.Error("the search index stays behind", "code", problem.Of(err).Code)
		}
	}
}

// toldFrom is how many lines take long enough to index that the window tells of it; fewer are in within a second.
const toldFrom = 1 << 17

// index indexes what waits and tells along the window's foot how far it is.
func index(ctx context.Context, room *sales.Room) error {
	waiting, err := room.Unindexed(ctx)
	if err != nil || waiting < toldFrom {
		return errors.Join(err, room.Index(ctx, nil))
	}
	shown := kit.Announce(wording.Text("workbench.indexing"), nil)
	defer shown.End()
	return room.Index(ctx, func(done, total int) { shown.Progress(int64(done), int64(total), "") })
}

// Wake tells that there may be new lines.
func (i *indexing) Wake() {
	select {
	case i.wake <- struct{}{}:
	default: // it is about to look anyway
	}
}

// Stop ends it; a block that is half done is taken up at the next start.
func (i *indexing) Stop() {
	i.stop()
	<-i.done
}
