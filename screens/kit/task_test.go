package kit

import (
	"context"
	"errors"
	"testing"
	"time"

	"smartcanal/data/problem"
)

func TestTaskEndsWithWhatHappened(t *testing.T) {
	over := onWindow(t, 600, 400, NewLoading()).Canvas()
	for name, c := range map[string]struct {
		work func(ctx context.Context, progress Progress) error
		code string
	}{
		"good":  {func(context.Context, Progress) error { return nil }, ""},
		"known": {func(context.Context, Progress) error { return problem.New("file.busy") }, "file.busy"},
		"panic": {func(context.Context, Progress) error { panic("boom") }, "unexpected"},
		"stop":  {func(context.Context, Progress) error { return context.Canceled }, "task.cancelled"},
	} {
		calls := 0
		Run(over, "导入", c.work, func(p *problem.Problem) {
			calls++
			if code := codeOf(p); code != c.code {
				t.Errorf("%s: %q, want %q", name, code, c.code)
			}
		})
		if calls != 1 {
			t.Errorf("%s: done ran %d times", name, calls)
		}
	}
}

func codeOf(p *problem.Problem) string {
	if p == nil {
		return ""
	}
	return p.Code
}

func TestTaskShowsProgressAndCanBeCancelled(t *testing.T) {
	over := onWindow(t, 600, 400, NewLoading()).Canvas()
	var p *problem.Problem
	task := &Task{over: over, title: "导入"}
	ctx, cancel := context.WithCancel(context.Background())
	task.cancel = cancel
	task.show()
	task.progress(500, 1000, "第 500 行")
	task.progress(600, 1000, "too soon after the last")
	if task.view.bar.value != 0.5 || task.view.note.Content != "第 500 行" {
		t.Errorf("%v %q", task.view.bar.value, task.view.note.Content)
	}
	task.drawn = time.Now().Add(-time.Second)
	task.progress(900, 1000, "第 900 行")
	if task.view.bar.value != 0.9 {
		t.Error("a due update must be drawn")
	}
	CloseTop()
	if !errors.Is(ctx.Err(), context.Canceled) || p != nil {
		t.Error("closing the progress cancels the work")
	}
	task.finish()
	if len(open) != 0 {
		t.Error("the progress goes with the task")
	}
}

func TestLoaderDropsLateResults(t *testing.T) {
	onWindow(t, 100, 100, NewLoading())
	var pending []func()
	start = func(work func()) { pending = append(pending, work) }
	var loader Loader[int]
	var got []int
	load := func(value int) {
		loader.Load(func(ctx context.Context) (int, error) { return value, ctx.Err() }, func(v int, _ *problem.Problem) { got = append(got, v) })
	}
	load(1)
	load(2)
	pending[1]()
	pending[0]()
	if len(got) != 1 || got[0] != 2 {
		t.Errorf("only the newest counts: %v", got)
	}
}
