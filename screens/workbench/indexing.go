package workbench

import (
	"context"
	"errors"
	"log/slog"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/store"
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
		if err := room.Index(ctx, nil); err != nil && !errors.Is(err, context.Canceled) {
			slog.Error("the search index stays behind", "code", problem.Of(err).Code)
		}
	}
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
