package document

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"smartcanal/assets"
)

func TestFontsAreKnownByTheirNames(t *testing.T) {
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "office"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"office/noto.ttf": assets.FontRegular, "broken.ttf": []byte("ttcf\x00\x01\x00\x00\xff\xff\xff\xff"), "readme.txt": assets.FontBold} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	installed := installedFonts([]string{folder, filepath.Join(folder, "not there")})
	if !installed["Noto Sans SC"] || installed["Noto Sans SC Bold"] {
		t.Errorf("%v", installed)
	}
}

func TestWhatIsMissingHasAStandIn(t *testing.T) {
	got := missingAmong(map[string]bool{"宋体": true, "仿宋": true, "STFangsong": true, "KaiTi": true})
	want := []MissingFont{{"仿宋_GB2312", "仿宋"}, {"楷体_GB2312", "KaiTi"}, {"黑体", ""}, {"方正小标宋简体", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func FuzzFontNames(f *testing.F) {
	f.Add(assets.FontRegular[:4096])
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00\x00\x0c\xff\xff\xff\xff"))
	f.Add([]byte("\x00\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00name\x00\x00\x00\x00\x00\x00\x00\x1c\x00\xff\xff\xff"))
	f.Fuzz(func(_ *testing.T, content []byte) { fontNames(bytes.NewReader(content)) })
}
