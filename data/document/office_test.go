package document

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"smartcanal/data/problem"
)

// shell is an office program that does what the words say.
func shell(t *testing.T, words string) *officeProgram {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("skipped: no sh on Windows")
	}
	return &officeProgram{name: "Office", command: func(ctx context.Context, from, folder string) *exec.Cmd {
		return exec.CommandContext(ctx, "sh", "-c", words, "sh", from, folder)
	}}
}

func TestConversion(t *testing.T) {
	for _, c := range []struct{ words, content, code string }{
		{`cat "$1" > "$2/paper.pdf"`, "a paper", ""},
		{`exit 0`, "", "document.conversion_failed"},
		{`echo "source file could not be loaded" >&2; exit 1`, "", "document.conversion_failed"},
	} {
		content, err := shell(t, c.words).convert(t.Context(), []byte("a paper"), t.TempDir())
		if c.code != "" && !errors.Is(err, problem.New(c.code)) || c.code == "" && err != nil || string(content) != c.content {
			t.Errorf("%s: %q, %v", c.words, content, err)
		}
	}
	_, err := shell(t, `echo "source file could not be loaded" >&2; exit 1`).convert(t.Context(), nil, t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "could not be loaded") {
		t.Errorf("the log does not hear what the program said: %v", err)
	}
}

// TestACancelledConversionLeavesNothingRunning starts a program that goes on in a process of its own, as LibreOffice does.
func TestACancelledConversionLeavesNothingRunning(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := shell(t, `(sleep 2; touch "$2/late") & wait`).convert(ctx, nil, folder)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	time.Sleep(2500 * time.Millisecond)
	if found, _ := filepath.Glob(filepath.Join(folder, "late")); len(found) > 0 {
		t.Error("the program went on")
	}
}

func TestWindowsProgramsAreDrivenByTheEnvironment(t *testing.T) {
	cmd := automated("WPS", "KWPS.Application").command(t.Context(), `C:\a "b".docx`, `C:\out`)
	for _, argument := range cmd.Args {
		if strings.Contains(argument, `C:\`) {
			t.Errorf("%q: a name could be taken for a command", argument)
		}
	}
	if environment := strings.Join(cmd.Env, "\n"); !strings.Contains(environment, "SMARTCANAL_OFFICE=KWPS.Application\n") || !strings.Contains(environment, `SMARTCANAL_FROM=C:\a "b".docx`) {
		t.Errorf("%s", environment)
	}
}

func TestMissingFontsAreReplacedInEveryPart(t *testing.T) {
	docx, err := sampleFile().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	changed := unpack(t, refont(docx, []MissingFont{{fangSong, "仿宋"}, {kaiTi, ""}}))
	for name, part := range changed {
		if strings.Contains(string(part), `"`+fangSong+`"`) {
			t.Errorf("%s still names %s", name, fangSong)
		}
	}
	if styles := string(changed["word/styles.xml"]); !strings.Contains(styles, `w:eastAsia="仿宋"`) || !strings.Contains(styles, `w:eastAsia="`+kaiTi+`"`) {
		t.Error("a font is replaced wrongly")
	}
	if got := refont([]byte("no archive"), []MissingFont{{fangSong, "仿宋"}}); string(got) != "no archive" {
		t.Errorf("%q", got)
	}
}
