package register

import (
	"testing"

	"smartcanal/data/attachments"
)

func TestFilesGoWithTheirOrganisation(t *testing.T) {
	room := newRoom(t)
	files := attachments.New(room.store)
	kept, merged := added(t, room, Organization{Name: "老号食品"}), added(t, room, Organization{Name: "运河老号食品有限公司"})
	_, err := files.Add(t.Context(), clerk, Files(merged.ID), "", "营业执照.txt", []byte("执照"))
	must(t, err)
	of := func(id int64) int {
		all, err := files.Of(t.Context(), Files(id))
		must(t, err)
		return len(all)
	}
	merge, err := room.Merge(t.Context(), clerk, kept.ID, merged.ID)
	must(t, err)
	if of(kept.ID) != 1 || of(merged.ID) != 0 {
		t.Errorf("%d and %d files after the merge", of(kept.ID), of(merged.ID))
	}
	must(t, room.UndoMerge(t.Context(), clerk, merge.ID))
	if of(kept.ID) != 0 || of(merged.ID) != 1 {
		t.Errorf("%d and %d files after it was taken back", of(kept.ID), of(merged.ID))
	}
	must(t, room.Remove(t.Context(), clerk, merged.ID)) // files keep nobody from the bin
}

func TestHistoryTellsOfFiles(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: "老号食品"})
	a, err := attachments.New(room.store).Add(t.Context(), clerk, Files(o.ID), "", "营业执照.txt", []byte("执照"))
	must(t, err)
	must(t, attachments.New(room.store).Remove(t.Context(), clerk, a.ID, a.Version))
	events, entries, err := room.History(t.Context(), o.ID)
	must(t, err)
	if entries != 3 || events[0].Reason != "attachments.remove" || events[1].Entries[0].Subject != "attachments" {
		t.Errorf("%d entries, %+v", entries, events)
	}
}
