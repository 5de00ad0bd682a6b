package search_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/grams"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

func create(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return st
}

func write(t testing.TB, st *store.Store, statements ...string) {
	t.Helper()
	err := st.Write(t.Context(), "测试", "search.test", func(tx *store.Tx) error {
		for _, statement := range statements {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func organization(name, code string) string {
	return `INSERT INTO organizations (created_at, updated_at, kind, name, credit_code, initials)
		VALUES ('2026-11-24', '2026-11-24', 'enterprise', '` + name + `', '` + code + `', search_spelt('` + name + `'))`
}

func TestARecordIsFoundInTheWriteThatMakesIt(t *testing.T) {
	st := create(t)
	x := search.New(st)
	write(t, st, organization("运河茶业有限公司", "91130903MA07ABCD1X"), organization("沧州老号食品厂", ""))
	write(t, st, `INSERT INTO people (organization_id, role, name, phone, created_at, updated_at)
		VALUES (1, '法定代表人', '张长江', '13812345678', '2026-11-24', '2026-11-24')`)
	cases := []struct {
		kind search.Kind
		text string
		want []int64
	}{
		{search.Organization, "茶", []int64{1}},
		{search.Organization, "运河 有限", []int64{1}},
		{search.Organization, "ma07abcd", []int64{1}},
		{search.Organization, "ＭＡ０７", []int64{1}},
		{search.Organization, "yhcy", []int64{1}},
		{search.Organization, "laohao", []int64{2}},
		{search.Organization, "河运", nil},
		{search.Organization, "", nil},
		{search.Organization, "%", nil},
		{search.Person, "zcj", []int64{1}},
		{search.Person, "茶", nil},
		{search.Phone, "5678", []int64{1}},
	}
	for _, c := range cases {
		got, err := x.Records(t.Context(), c.kind, c.text, 10)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %v %v, want %v", c.kind, c.text, got, err, c.want)
		}
	}
	write(t, st, `UPDATE organizations SET name = '运河酒业有限公司' WHERE id = 1`, `UPDATE organizations SET merged_into = 1 WHERE id = 2`)
	for text, want := range map[string]int{"茶业": 0, "酒业": 1, "老号": 0} {
		if got, err := x.Records(t.Context(), search.Organization, text, 10); err != nil || len(got) != want {
			t.Errorf("after the change %q: %v %v", text, got, err)
		}
	}
	agrees(t, x)
}

func agrees(t testing.TB, x *search.Index) {
	t.Helper()
	if wrong, err := x.Check(context.Background()); err != nil || len(wrong) > 0 {
		t.Errorf("check: %v %v", wrong, err)
	}
}

// lines stores lines, from id on, with these numbers and products.
func lines(t testing.TB, st *store.Store, from int, texts ...string) {
	t.Helper()
	statements := make([]string, len(texts))
	for i, text := range texts {
		number, product, _ := strings.Cut(text, " ")
		statements[i] = fmt.Sprintf(`INSERT INTO transactions (id, identity, account_id, file_id, line, at, channel, sides, order_fen, settled_fen,
			refund_order_fen, refund_settled_fen, freshness, order_no, merchant_no, trade_type, status, product)
			VALUES (%d, %d, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, '%s', '', '', '', '%s')`, from+i, from+i, number, product)
	}
	write(t, st, `INSERT OR IGNORE INTO import_batches (id, created_at, updated_at, actor) VALUES (1, '2026-11-24', '2026-11-24', '测试')`)
	write(t, st, statements...)
}

func TestLinesAreFoundBeforeAndAfterTheyAreIndexed(t *testing.T) {
	st := create(t)
	x := search.New(st)
	const far = 1 << 17
	lines(t, st, 1, "4200001234202611240001 运河茶叶礼盒", "4200001234202611240002 土鸡蛋", "TB-77ab 大米")
	lines(t, st, far+5, "4200009999202611250003 茶叶")
	look := func(state string) {
		t.Helper()
		for text, want := range map[string][]int32{
			"4": {far + 5, 2, 1}, "99": {far + 5}, "2611240": {2, 1}, "茶": {far + 5, 1}, "茶叶": {far + 5, 1}, "运河茶叶": {1},
			"4200001234202611240002": {2}, "77AB": {3}, "tb-77": {3}, "b-7": {3}, "茶叶 0001": {1}, "999999": nil, "酒": nil, "叶茶": nil, "  ": nil,
		} {
			got, err := x.Lines(t.Context(), text, 10)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %q: %v %v, want %v", state, text, got, err, want)
			}
		}
		if got, err := x.Lines(t.Context(), "4", 2); err != nil || !slices.Equal(got, []int32{far + 5, 2}) {
			t.Errorf("%s: the newest two: %v %v", state, got, err)
		}
	}
	look("waiting")
	if n, err := x.Waiting(t.Context()); err != nil || n != far+5 {
		t.Errorf("waiting %d %v", n, err)
	}
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if n, err := x.Waiting(t.Context()); err != nil || n != 0 {
		t.Errorf("after following %d wait, %v", n, err)
	}
	look("indexed")
	agrees(t, x)
	lines(t, st, far+6, "777 新茶")
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, _ := x.Lines(t.Context(), "茶", 1); !slices.Equal(got, []int32{far + 6}) {
		t.Errorf("a line added to a block: %v", got)
	}
	agrees(t, x)
}

func TestLinesTakenBackAndRewordedAreForgotten(t *testing.T) {
	st := create(t)
	x := search.New(st)
	lines(t, st, 1, "1001 茶", "1002 茶", "1003 酒")
	lines(t, st, 1<<17, "1004 茶")
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	write(t, st, `DELETE FROM transactions WHERE id IN (2, 131072)`, `UPDATE transactions SET product = '新米' WHERE id = 3`)
	if got, err := x.Lines(t.Context(), "茶", 1); err != nil || !slices.Equal(got, []int32{1}) {
		t.Errorf("茶: %v %v", got, err)
	}
	if got, _ := x.Lines(t.Context(), "100", 9); !slices.Equal(got, []int32{3, 1}) {
		t.Errorf("100: %v", got)
	}
	agrees(t, x)
	if n, _ := x.Waiting(t.Context()); n != 1 {
		t.Errorf("%d wait, want the one reworded", n)
	}
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, _ := x.Lines(t.Context(), "新米", 9); !slices.Equal(got, []int32{3}) {
		t.Errorf("新米: %v", got)
	}
	if got, _ := x.Lines(t.Context(), "酒", 9); got != nil {
		t.Errorf("酒: %v", got)
	}
	agrees(t, x)
}

func TestCheckFindsDamageAndRebuildMendsIt(t *testing.T) {
	for name, damage := range map[string]string{
		"a record is missing":       `DELETE FROM search_records WHERE record = 1`,
		"a record is left over":     `INSERT INTO search_records (kind, record, text) VALUES ('claim', 9, 'x')`,
		"pairs are missing":         `DELETE FROM search_words WHERE rowid = 1`,
		"pairs are others":          `UPDATE search_records SET text = 'zz' WHERE id = 1`,
		"a list is missing":         `DELETE FROM search_postings WHERE piece = (SELECT MIN(piece) FROM search_postings)`,
		"a list is another":         `UPDATE search_postings SET lines = x'8080080102' WHERE piece = (SELECT MAX(piece) FROM search_postings)`,
		"a list nobody should have": `INSERT INTO search_postings (piece, lines) SELECT 1, lines FROM search_postings LIMIT 1`,
	} {
		t.Run(name, func(t *testing.T) {
			st := create(t)
			x := search.New(st)
			write(t, st, organization("运河茶业有限公司", ""), organization("沧州老号食品厂", ""))
			lines(t, st, 1, "1001 茶", "1002 酒")
			if err := x.Follow(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			agrees(t, x)
			write(t, st, damage)
			if wrong, err := x.Check(t.Context()); err != nil || len(wrong) != 1 || wrong[0].Code != "search.differs" {
				t.Fatalf("check: %v %v", wrong, err)
			}
			if err := x.Rebuild(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			agrees(t, x)
		})
	}
}

func TestFollowStopsAndGoesOn(t *testing.T) {
	st := create(t)
	x := search.New(st)
	for i := range 3 {
		lines(t, st, i<<17|1, fmt.Sprintf("100%d 茶", i))
	}
	ctx, stop := context.WithCancel(t.Context())
	steps := 0
	err := x.Follow(ctx, func(int, int) { steps++; stop() })
	if err == nil || steps != 1 {
		t.Fatalf("stopped after %d steps: %v", steps, err)
	}
	if n, _ := x.Waiting(t.Context()); n == 0 {
		t.Error("nothing waits")
	}
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, _ := x.Lines(t.Context(), "100", 9); len(got) != 3 {
		t.Errorf("found %v", got)
	}
	agrees(t, x)
}

// TestSearchAgreesWithLookingAtEveryLine draws lines and words of few letters.
func TestSearchAgreesWithLookingAtEveryLine(t *testing.T) {
	st := create(t)
	x := search.New(st)
	text := rapid.StringOfN(rapid.SampledFrom([]rune("0123ab-运河茶")), 1, 12, -1)
	rapid.Check(t, func(r *rapid.T) {
		write(t, st, `DELETE FROM transactions`)
		texts := rapid.SliceOfN(text, 1, 30).Draw(r, "texts")
		lines(t, st, 1, texts...)
		if rapid.Bool().Draw(r, "indexed") {
			if err := x.Rebuild(t.Context(), nil); err != nil {
				r.Fatal(err)
			}
		} else {
			write(t, st, `DELETE FROM search_postings`, `DELETE FROM search_blocks`)
		}
		sought := rapid.StringOfN(rapid.SampledFrom([]rune("0123ab-运河茶 ")), 1, 7, -1).Draw(r, "sought")
		limit := rapid.IntRange(1, 40).Draw(r, "limit")
		var want []int32
		for i := len(texts); i > 0 && len(want) < limit; i-- {
			if words := grams.Words(sought); len(words) > 0 && grams.Hold(grams.Fold(texts[i-1]), words) {
				want = append(want, int32(i))
			}
		}
		got, err := x.Lines(t.Context(), sought, limit)
		if err != nil || !slices.Equal(got, want) {
			r.Fatalf("%q in %q: %v %v, want %v", sought, texts, got, err, want)
		}
	})
}

// TestNoAreaIsLeftOutOfTheIndex looks whether what an area says of its own is put together with that of the others: a
// later number of the schema makes the view anew and could forget one.
func TestNoAreaIsLeftOutOfTheIndex(t *testing.T) {
	st := create(t)
	var views []struct{ Name, SQL string }
	if err := st.Read(t.Context()).Raw(`SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name LIKE 'searched%' AND name <> 'searched_lines'`).Scan(&views).Error; err != nil {
		t.Fatal(err)
	}
	whole := ""
	for _, view := range views {
		if view.Name == "searched" {
			whole = view.SQL
		}
	}
	for _, view := range views {
		if view.Name != "searched" && !strings.Contains(whole, "FROM "+view.Name) {
			t.Errorf("%s is not in searched", view.Name)
		}
	}
	if len(views) < 2 {
		t.Errorf("%d views", len(views))
	}
}
