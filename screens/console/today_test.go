package console

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"smartcanal/data/demo"
	"smartcanal/data/store"
)

func TestTheDayFromATerminal(t *testing.T) {
	path := t.TempDir() + "/office.db"
	st, err := store.Create(t.Context(), path)
	if err == nil {
		err = demo.FillCouncil(t.Context(), st)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	var out, trouble bytes.Buffer
	if code := Run(t.Context(), []string{"today", "--db", path, "--json"}, &out, &trouble, "test"); code != ExitDone {
		t.Fatal(code, trouble.String())
	}
	var told todayJSON
	if err := json.Unmarshal(out.Bytes(), &told); err != nil {
		t.Fatal(err)
	}
	if told.Tasks["overdue"] == 0 || len(told.Due) == 0 || !strings.HasPrefix(told.Due[0].Link, "smartcanal://") {
		t.Errorf("%+v", told)
	}
	out.Reset()
	if code := Run(t.Context(), []string{"today", "--db", path}, &out, &trouble, "test"); code != ExitDone || !strings.Contains(out.String(), told.Due[0].Title) {
		t.Error(code, out.String(), trouble.String())
	}
}
