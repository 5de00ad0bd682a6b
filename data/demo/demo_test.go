package demo

import (
	"crypto/sha256"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"smartcanal/data/identity"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// sums gives the hash of every file in a folder.
func sums(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	found := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found[entry.Name()] = sha256.Sum256(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestTheSameSeedGivesTheSameFiles(t *testing.T) {
	a, b, other := t.TempDir(), t.TempDir(), t.TempDir()
	for dir, seed := range map[string]uint64{a: 1, b: 1, other: 2} {
		if _, err := Write(t.Context(), dir, seed); err != nil {
			t.Fatal(err)
		}
	}
	first, second, third := sums(t, a), sums(t, b), sums(t, other)
	for name, sum := range first {
		if second[name] != sum {
			t.Errorf("%s differs between two runs of one seed", name)
		}
	}
	same := 0
	for name, sum := range first {
		if third[name] == sum {
			same++
		}
	}
	if same > 1 { // the buyer's export is the same in all
		t.Errorf("%d files are the same for another seed", same)
	}
}

// TestTheDemoGoesThroughTheDoorsOfRealFiles imports everything and looks for what a demo must show.
func TestTheDemoGoesThroughTheDoorsOfRealFiles(t *testing.T) {
	files, err := Write(t.Context(), t.TempDir(), 1)
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	report, err := Fill(t.Context(), st, files, "演示", nil)
	if err != nil {
		t.Fatal(err)
	}
	var unreadable, repeated, updated, differs, personal int
	for _, file := range report.Files {
		if file.Problem != nil {
			t.Errorf("%s: %v", file.Name, file.Problem)
		}
		unreadable += file.Unreadable
		repeated += file.Repeated
		updated += file.Updated
		if file.Summary == statement.SummaryDiffers {
			differs++
		}
		if file.Evidence == statement.Personal {
			personal++
		}
	}
	if unreadable < 4 || repeated == 0 || updated == 0 || differs != 1 || personal != 1 {
		t.Errorf("unreadable %d, repeated %d, updated %d, differing summaries %d, personal %d", unreadable, repeated, updated, differs, personal)
	}
	room := sales.New(st)
	matched, err := room.Totals(t.Context(), sales.Query{By: []sales.Dimension{sales.ByPlatform}})
	if err != nil || len(matched) != 4 {
		t.Errorf("%d platforms, %v", len(matched), err)
	}
	queue, err := room.UnmatchedQueue(t.Context())
	if err != nil || len(queue) == 0 {
		t.Errorf("%d unmatched accounts, %v", len(queue), err)
	}
	for _, account := range queue {
		if account.Platform == statement.Taobao && account.Lines > 1000 {
			t.Errorf("most of %s is unmatched", account.Number)
		}
	}
	wrong, err := room.Check(t.Context())
	if err != nil || len(wrong) > 0 {
		t.Errorf("%v, %v", wrong, err)
	}
	ids, err := register.New(st).IDs(t.Context(), register.Filter{}, nil)
	if err != nil || len(ids) < 30 {
		t.Errorf("%d organisations, %v", len(ids), err)
	}
}

// TestTheDemoHasClaimsOnTheirWay needs what `make demo` shows: claims at the notice, and others before it.
func TestTheDemoHasClaimsOnTheirWay(t *testing.T) {
	files, err := Write(t.Context(), t.TempDir(), Seed)
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := Fill(t.Context(), st, files, "演示", nil); err != nil {
		t.Fatal(err)
	}
	noticed, err := FillClaims(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	room := rewards.New(st, sales.New(st))
	stages, err := room.CountByStage(t.Context(), rewards.ClaimFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(noticed) != atNotice || stages[rewards.InNotice] != atNotice || stages[rewards.SecondReview] == 0 || stages[rewards.Accepting] == 0 {
		t.Errorf("%d at the notice, %v", len(noticed), stages)
	}
	notice, err := room.Notice(t.Context(), NoticeTerms(), noticed...)
	if err != nil || notice.Total() == 0 {
		t.Errorf("notice %+v, %v", notice, err)
	}
}

func TestInventedCreditCodesCheck(t *testing.T) {
	for _, e := range enterprises(rand.New(rand.NewPCG(1, 130903))) {
		if err := identity.CheckCreditCode(e.CreditCode); err != nil {
			t.Errorf("%s %s: %v", e.Name, e.CreditCode, err)
		}
	}
}
