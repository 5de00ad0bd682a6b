// Package year lets a clerk's whole year pass in the window of the program, by clicks and keys, without a screen.
package year

import (
	"testing"
)

func TestAYear(t *testing.T) {
	o := opened(t)
	o.on("2026-01-05")
	firstRun(o)
	people(o)
	o.on("2026-01-06")
	register(o)
	handling(o)
	measure(o)
	o.on("2026-01-20")
	statements(o)
	matching(o)
	o.on("2026-03-02")
	entered(o)
	o.on("2026-03-16")
	workbooks(o)
	o.on("2026-03-30")
	accepting(o)
	o.on("2026-04-08")
	supplemented(o)
	o.on("2026-04-10")
	firstReview(o, 23)
	o.on("2026-04-14")
	secondReview(o)
	o.on("2026-04-20")
	jointReview(o)
	o.on("2026-04-27")
	meeting(o)
	notice(o)
	o.on("2026-04-30")
	objected(o)
	o.on("2026-05-11")
	answered(o)
	o.on("2026-05-14")
	approval(o)
}
