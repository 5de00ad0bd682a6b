package attachments_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/attachments"
	"smartcanal/data/journal"
	"smartcanal/data/problem"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

const clerk store.Actor = "经办"

var claim = attachments.Owner{Subject: "claims", ID: 17}

func opened(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	must(t, err)
	t.Cleanup(func() { st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 16, 1, 0, 0, 0, time.UTC) })
	return st
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is(t testing.TB, err error, code string) {
	t.Helper()
	if !errors.Is(err, problem.New(code)) {
		t.Errorf("%v, want %s", err, code)
	}
}

func add(t testing.TB, room *attachments.Room, to attachments.Owner, role, name, content string) *attachments.Attachment {
	t.Helper()
	a, err := room.Add(t.Context(), clerk, to, role, name, []byte(content))
	must(t, err)
	return a
}

// named joins the names of what a record has, with their sizes.
func named(t testing.TB, room *attachments.Room, owner attachments.Owner) string {
	t.Helper()
	all, err := room.Of(t.Context(), owner)
	must(t, err)
	var names []string
	for _, a := range all {
		names = append(names, fmt.Sprint(a.Name, " ", a.Bytes))
	}
	return strings.Join(names, ", ")
}

func contents(t testing.TB, st *store.Store) (count int) {
	t.Helper()
	must(t, st.Read(t.Context()).Raw(`SELECT COUNT(*) FROM attachment_contents`).Scan(&count).Error)
	return count
}

func TestAFileIsKeptOnceForAllWhoHaveIt(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	first := add(t, room, claim, "licence", "营业执照.txt", "执照")
	again := add(t, room, claim, "licence", "执照副本.txt", "执照")
	add(t, room, claim, "", "承诺书.txt", "执照")
	add(t, room, attachments.Owner{Subject: "organizations", ID: 17}, "licence", "营业执照.txt", "执照")
	add(t, room, claim, "", "发票.txt", "发票")
	if again.ID != first.ID || again.Bytes != 6 {
		t.Errorf("the same file under the same role is there already: %+v", again)
	}
	if got := contents(t, st); got != 2 {
		t.Errorf("%d contents, want 2", got)
	}
	if got := named(t, room, claim); got != "营业执照.txt 6, 承诺书.txt 6, 发票.txt 6" {
		t.Error(got)
	}
	if got, err := room.Content(t.Context(), first.ID); err != nil || string(got) != "执照" {
		t.Errorf("%q %v", got, err)
	}
	_, err := room.Content(t.Context(), 99)
	is(t, err, "attachments.not_found")
}

func TestTheJournalTellsOfAFileAndDoesNotHoldIt(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	a := add(t, room, claim, "licence", "执照.txt", strings.Repeat("机密内容", 1000))
	must(t, room.Rename(t.Context(), clerk, a.ID, 1, "营业执照.txt"))
	must(t, room.Remove(t.Context(), clerk, a.ID, 2))
	must(t, room.Restore(t.Context(), clerk, a.ID))
	var entries []journal.Entry
	must(t, st.Read(t.Context()).Order("id").Find(&entries).Error)
	var told []string
	for _, e := range entries {
		told = append(told, e.Subject+" "+e.Action+" "+e.Reason)
		if strings.Contains(e.Before+e.After, "机密") || len(e.Before)+len(e.After) > 1000 {
			t.Errorf("the content stands in entry %d", e.ID)
		}
	}
	want := "attachments create attachments.add, attachments update attachments.rename, " +
		"attachments delete attachments.remove, attachments restore attachments.restore"
	if got := strings.Join(told, ", "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if !strings.Contains(entries[0].After, a.SHA256) {
		t.Error("the entry tells the content's hash")
	}
	must(t, journal.Verify(t.Context(), st.Read(t.Context())))
}

func TestARemovedFileComesBack(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	a := add(t, room, claim, "", "执照.txt", "执照")
	other := add(t, room, claim, "", "发票.txt", "发票")
	must(t, room.Remove(t.Context(), clerk, a.ID, a.Version))
	must(t, room.Remove(t.Context(), clerk, other.ID, other.Version))
	if got := named(t, room, claim); got != "" {
		t.Error(got)
	}
	bin, err := room.Removed(t.Context(), claim)
	if err != nil || len(bin) != 2 || bin[0].Name != "发票.txt" || bin[1].Bytes != 6 {
		t.Errorf("%+v %v: the last removed first", bin, err)
	}
	if got, err := room.Content(t.Context(), a.ID); err != nil || string(got) != "执照" {
		t.Errorf("%q %v: what lies in the bin can still be looked at", got, err)
	}
	must(t, room.Restore(t.Context(), clerk, a.ID))
	if got := named(t, room, claim); got != "执照.txt 6" || contents(t, st) != 2 {
		t.Error(got)
	}
	is(t, room.Restore(t.Context(), clerk, a.ID), "record.gone")
}

func TestNobodyChangesAFileUnseen(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	a := add(t, room, claim, "", "执照.txt", "执照")
	must(t, room.Rename(t.Context(), "王敏", a.ID, a.Version, "营业执照.txt"))
	is(t, room.Rename(t.Context(), clerk, a.ID, a.Version, "副本.txt"), "record.changed")
	is(t, room.Remove(t.Context(), clerk, a.ID, a.Version), "record.changed")
	must(t, room.Remove(t.Context(), clerk, a.ID, a.Version+1))
	is(t, room.Remove(t.Context(), clerk, a.ID, a.Version+2), "record.gone")
	is(t, room.Remove(t.Context(), clerk, 99, 1), "attachments.not_found")
}

func TestWhatCannotBeAttachedIsSaid(t *testing.T) {
	room := attachments.New(opened(t))
	for _, c := range []struct{ name, content, code string }{
		{"执照.pdf", "", "attachments.empty"},
		{" . ", "执照", "attachments.no_name"},
		{"/", "执照", "attachments.no_name"},
		{"安装.exe", "执照", "attachments.program"},
		{"报表.XLSX.Lnk", "执照", "attachments.program"},
		{"安装.exe. ", "执照", "attachments.program"},
		{"发票\u202efdp.exe", "执照", "attachments.program"},
		{"发票.pdf", "MZ\x90\x00\x03" + strings.Repeat("\x00", 200), "attachments.program"},
		{"发票.pdf", "\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 9) + "\x02\x00" + strings.Repeat("\x00", 200), "attachments.program"},
		{"扫描.pdf", strings.Repeat("x", attachments.Largest+1), "attachments.too_large"},
	} {
		_, err := room.Add(t.Context(), clerk, claim, "", c.name, []byte(c.content))
		is(t, err, c.code)
	}
	if got := named(t, room, claim); got != "" {
		t.Errorf("%s was attached", got)
	}
	p := attachments.TooLarge("扫描.pdf", attachments.Largest+1)
	if p.Args["size"] != "51" || p.Args["limit"] != "50" {
		t.Errorf("%v", p)
	}
	a := add(t, room, claim, "", "执照.txt", "执照")
	is(t, room.Rename(t.Context(), clerk, a.ID, a.Version, "执照.bat"), "attachments.program")
	is(t, room.Rename(t.Context(), clerk, a.ID, a.Version, " "), "attachments.no_name")
}

// workbook is the least of an xlsx.
func workbook() string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml"} {
		part, _ := w.Create(name)
		_, _ = part.Write([]byte("<x/>"))
	}
	_ = w.Close()
	return b.String()
}

func TestTheKindIsTheContents(t *testing.T) {
	room := attachments.New(opened(t))
	for name, c := range map[string]struct{ content, want string }{
		"a.pdf":  {"%PDF-1.7\n", "application/pdf"},
		"b.pdf":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"},
		"c":      {"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"},
		"d.docx": {workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		"e.txt":  {"运河区", "text/plain"},
		"f":      {"\x00\x01\x02", "application/octet-stream"},
	} {
		if a := add(t, room, claim, name, name, c.content); a.MediaType != c.want {
			t.Errorf("%s is %s, want %s", name, a.MediaType, c.want)
		}
	}
}

func TestNamesAreWithoutFoldersAndOfABearableLength(t *testing.T) {
	room := attachments.New(opened(t))
	for i, c := range []struct{ name, want string }{
		{`C:\资料\执照.jpg`, "执照.jpg"},
		{"/home/资料/执照.jpg", "执照.jpg"},
		{" 执照\n副本.jpg ", "执照副本.jpg"},
		{strings.Repeat("长", 90) + ".jpg", strings.Repeat("长", 76) + ".jpg"},
		{"a." + strings.Repeat("长", 90), "a." + strings.Repeat("长", 78)},
	} {
		if a := add(t, room, claim, fmt.Sprint(i), c.name, "执照"); a.Name != c.want {
			t.Errorf("%q became %q, want %q", c.name, a.Name, c.want)
		}
	}
}

func TestADamagedContentIsNotOpened(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	a := add(t, room, claim, "", "执照.txt", "执照")
	must(t, st.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		return tx.Exec(`UPDATE attachment_contents SET content = ?`, []byte("假照")).Error
	}))
	_, err := room.Content(t.Context(), a.ID)
	is(t, err, "attachments.damaged")
}

func TestFilesGoOverToAnotherRecordAndBack(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	from, to := attachments.Owner{Subject: "organizations", ID: 1}, attachments.Owner{Subject: "organizations", ID: 2}
	a, stays := add(t, room, from, "", "执照.txt", "执照"), add(t, room, from, "", "发票.txt", "发票")
	move := func(from, to attachments.Owner, ids ...int64) {
		must(t, st.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return attachments.Move(tx, ids, from, to) }))
	}
	move(from, to, a.ID)
	move(to, from, stays.ID) // is not to's
	if got := named(t, room, from) + " | " + named(t, room, to); got != "发票.txt 6 | 执照.txt 6" {
		t.Error(got)
	}
	move(to, from, a.ID)
	if got := named(t, room, from); got != "执照.txt 6, 发票.txt 6" {
		t.Error(got)
	}
}

// TestContentsLiveAsLongAsAnyNeedsThem adds, removes and restores at random: each attachment, also one in the bin, can be
// read, and no content is there twice or for nobody.
func TestContentsLiveAsLongAsAnyNeedsThem(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	run := int64(0)
	rapid.Check(t, func(r *rapid.T) {
		run++
		kept := map[int64]string{}
		var all []*attachments.Attachment
		for range rapid.IntRange(1, 8).Draw(r, "steps") {
			content := rapid.SampledFrom([]string{"甲", "乙", "丙"}).Draw(r, "content")
			owner := attachments.Owner{Subject: "claims", ID: run*10 + rapid.Int64Range(0, 1).Draw(r, "owner")}
			if len(all) == 0 || rapid.Bool().Draw(r, "add") {
				a := add(t, room, owner, "", "x.txt", content)
				all, kept[a.ID] = append(all, a), content
				continue
			}
			a := rapid.SampledFrom(all).Draw(r, "of")
			if err := room.Remove(t.Context(), clerk, a.ID, a.Version); err != nil {
				_ = room.Restore(t.Context(), clerk, a.ID)
			}
		}
		for id, want := range kept {
			if got, err := room.Content(t.Context(), id); err != nil || string(got) != want {
				r.Fatalf("%d: %q %v", id, got, err)
			}
		}
	})
	if got := contents(t, st); got > 3 {
		t.Errorf("%d contents of three", got)
	}
}

func TestFilesAreFoundByTheirNames(t *testing.T) {
	st := opened(t)
	room := attachments.New(st)
	licence := add(t, room, claim, "licence", "运河老号营业执照.txt", "执照")
	add(t, room, attachments.Owner{Subject: "organizations", ID: 17}, "", "营业执照.txt", "别家执照")
	for text, want := range map[string]int{"执照": 1, "yhlh": 1, "老号 执照": 1, "发票": 0, "": 0} {
		found, err := room.Find(t.Context(), claim.Subject, text, 9)
		if err != nil || len(found) != want || want == 1 && found[0].ID != licence.ID {
			t.Errorf("%q: %v %v, want %d", text, found, err, want)
		}
	}
	must(t, room.Rename(t.Context(), clerk, licence.ID, 1, "授权书.txt"))
	if found, _ := room.Find(t.Context(), claim.Subject, "授权", 9); len(found) != 1 {
		t.Error("the new name is not found")
	}
	must(t, room.Remove(t.Context(), clerk, licence.ID, 2))
	if found, _ := room.Find(t.Context(), claim.Subject, "授权", 9); len(found) != 0 {
		t.Error("a removed file is found")
	}
	if wrong, err := search.New(st).Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
}
