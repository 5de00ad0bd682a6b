package kit

import (
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Activity is work under way that every window tells of along its foot: what a person waits for, and what
// the program does by itself (the index that follows an import, the daily backup).
type Activity struct {
	title  string
	cancel func()
	began  time.Time
	told   time.Time

	done, total int64
	note        string
}

// Running is an activity as it stands.
type Running struct {
	Title, Note string
	// Done of Total; Total 0 means it is not known.
	Done, Total int64
	// Cancel asks the work to stop; nil for what cannot be stopped.
	Cancel func()
}

// underWay are the activities there are and who wants to know of them.
var underWay struct {
	sync.Mutex
	all      []*Activity
	watchers []*watcher
}

type watcher struct{ tell func() }

// Announce tells that work began; End it. A nil cancel means that it cannot be stopped. It may be called from any
// goroutine.
func Announce(title string, cancel func()) *Activity {
	a := &Activity{title: title, cancel: cancel, began: time.Now()}
	underWay.Lock()
	underWay.all = append(underWay.all, a)
	underWay.Unlock()
	if !inline { // a test's window has no goroutine of its own: its progress tells
		time.AfterFunc(showAfter, func() {
			if a.still() {
				tellWatchers()
			}
		})
	}
	return a
}

// Progress tells how far the work is, as often as one likes: at most ten a second reach the windows.
func (a *Activity) Progress(done, total int64, note string) {
	underWay.Lock()
	now := time.Now()
	a.done, a.total, a.note = done, total, note
	due := a.shows(now) && now.Sub(a.told) >= drawEvery
	if due {
		a.told = now
	}
	underWay.Unlock()
	if due {
		tellWatchers()
	}
}

// End takes the activity away.
func (a *Activity) End() {
	underWay.Lock()
	shown := a.shows(time.Now())
	underWay.all = slices.DeleteFunc(underWay.all, func(other *Activity) bool { return other == a })
	underWay.Unlock()
	if shown {
		tellWatchers()
	}
}

// shows is false for what began this moment: most of it ends before anybody could read it.
func (a *Activity) shows(now time.Time) bool { return now.Sub(a.began) >= showAfter }

func (a *Activity) still() bool {
	underWay.Lock()
	defer underWay.Unlock()
	return slices.Contains(underWay.all, a)
}

// Activities are those under way, the one that began last at the end.
func Activities() []Running {
	underWay.Lock()
	defer underWay.Unlock()
	now := time.Now()
	var all []Running
	for _, a := range underWay.all {
		if a.shows(now) {
			all = append(all, Running{a.title, a.note, a.done, a.total, a.cancel})
		}
	}
	return all
}

// WatchActivities has tell called on the UI goroutine when activities begin, go on or end, until stop.
func WatchActivities(tell func()) (stop func()) {
	w := &watcher{tell}
	underWay.Lock()
	underWay.watchers = append(underWay.watchers, w)
	underWay.Unlock()
	return func() {
		underWay.Lock()
		underWay.watchers = slices.DeleteFunc(underWay.watchers, func(other *watcher) bool { return other == w })
		underWay.Unlock()
	}
}

func tellWatchers() {
	underWay.Lock()
	watchers := slices.Clone(underWay.watchers)
	underWay.Unlock()
	if len(watchers) == 0 {
		return
	}
	fyne.Do(func() {
		for _, w := range watchers {
			w.tell()
		}
	})
}
