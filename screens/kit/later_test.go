package kit

import (
	"testing"
	"time"
)

func TestOnlyTheLastOfManyIsDone(t *testing.T) {
	done := make(chan int, 10)
	var l Later
	for i := range 5 {
		l.Do(func() { done <- i })
	}
	l.Now()
	if got := <-done; got != 4 {
		t.Errorf("did the %dth", got)
	}
	l.Now()
	l.Do(func() { done <- 7 })
	select {
	case got := <-done:
		if got != 7 {
			t.Errorf("%d: the ones before were given up", got)
		}
	case <-time.After(10 * time.Second):
		t.Error("after the pause nothing is done")
	}
}
