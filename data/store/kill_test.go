package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
)

// killedPath tells a re-run of the test binary which file to write to until it is killed.
const killedPath = "SMARTCANAL_TEST_WRITES_TO"

// together is how many records each of its writes makes.
const together = 3

func TestMain(m *testing.M) {
	if path := os.Getenv(killedPath); path != "" {
		writeUntilKilled(path)
	}
	os.Exit(m.Run())
}

func writeUntilKilled(path string) {
	ctx := context.Background()
	s, err := Open(ctx, path)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for n := 1; ; n++ {
		err := s.Write(ctx, "经办", "kill", func(tx *Tx) error {
			for i := range together {
				if err := tx.Create(&Organization{Kind: "farm", Name: fmt.Sprint(n, "/", i)}).Error; err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n) // committed
	}
}

func TestAKilledProgramLosesNothingCommitted(t *testing.T) {
	s := created(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	committed := 0
	for round := range 3 {
		committed += killedAfter(t, s.Path(), 10+round*7)
		again, err := Open(t.Context(), s.Path())
		if err != nil {
			t.Fatal(err)
		}
		got := len(names(t, again))
		if got%together != 0 || got < committed*together {
			t.Errorf("%d records, %d writes of %d were committed", got, committed, together)
		}
		committed = got / together // the last may have been committed before it could say so
		if wrong, err := again.Check(t.Context()); err != nil || len(wrong) != 0 {
			t.Errorf("after the kill: %v %v", wrong, err)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killedAfter starts a writer, kills it in mid-write once it told of so many commits, and gives the last it told of.
func killedAfter(t *testing.T, path string, writes int) int {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), killedPath+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	last := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Fatalf("the writer: %s", lines.Text())
		}
		if last = n; n == writes {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = child.Wait() // killed
	return last
}
