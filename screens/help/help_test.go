package help

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/assets"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func TestChaptersHaveTitles(t *testing.T) {
	defer wording.SetLanguage(wording.Chinese)
	for _, language := range []string{wording.Chinese, wording.English} {
		wording.SetLanguage(language)
		all := chapters()
		if len(all) < 3 || all[0].key != "start" {
			t.Fatalf("%s has %d chapters", language, len(all))
		}
		for _, c := range all {
			pieces := blocks(c.source)
			if len(pieces) < 2 || pieces[0].level != 1 || pieces[0].text != c.title {
				t.Errorf("%s/%s does not begin with its title %q", language, c.key, c.title)
			}
		}
	}
}

func TestF1FindsTheChapterOfAnArea(t *testing.T) {
	all := chapters()
	for area, title := range map[string]string{"sales": "交易数据", "settings": "设置与备份", "": "开始使用", "an area without one": "开始使用"} {
		if got := all[find(all, area)].title; got != title {
			t.Errorf("%q opens %q, want %q", area, got, title)
		}
	}
}

func TestMarkdownIsCutIntoPieces(t *testing.T) {
	got := blocks([]byte("# 标题\n\n第一行\n第二行 **重** `词`\n\nan\nend\n\n![图](a.png)\n\n- 甲\n- 乙\n\n3. 丙\n4. 丁\n\n```\nx y\n```\n"))
	want := []block{
		{level: 1, text: "标题"}, {text: "第一行第二行 重 词"}, {text: "an end"}, {image: "a.png", text: "图"}, {mark: "•", text: "甲"}, {mark: "•", text: "乙"},
		{mark: "3.", text: "丙"}, {mark: "4.", text: "丁"}, {code: true, text: "x y"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

// TestPicturesAreOfTheGallery keeps the manual from asking for pictures nobody draws: each one's name is put together from
// texts in the gallery's files.
func TestPicturesAreOfTheGallery(t *testing.T) {
	gallery := os.DirFS("../gallery")
	files, err := fs.Glob(gallery, "*_test.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no gallery", err)
	}
	var drawn []string
	for _, file := range files {
		source, err := fs.ReadFile(gallery, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`"([a-z-]+)"`).FindAllSubmatch(source, -1) {
			drawn = append(drawn, string(found[1]))
		}
	}
	shown := 0
	err = fs.WalkDir(assets.Manual, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		source, err := fs.ReadFile(assets.Manual, name)
		for _, b := range blocks(source) {
			if b.image == "" {
				continue
			}
			shown++
			if b.text == "" {
				t.Errorf("%s: %s does not say what it shows", name, b.image)
			}
			if !joined(strings.TrimSuffix(b.image, ".png"), drawn) {
				t.Errorf("%s shows %s, which the gallery does not draw", name, b.image)
			}
		}
		return err
	})
	if err != nil || shown < 10 {
		t.Errorf("%d pictures: %v", shown, err)
	}
	if joined("sales-nothing-like-it", drawn) {
		t.Error("a picture nobody draws is taken for one of the gallery")
	}
}

// joined says whether name is made of the texts, one after the other.
func joined(name string, texts []string) bool {
	if name == "" {
		return true
	}
	for _, text := range texts {
		if strings.HasPrefix(name, text) && joined(name[len(text):], texts) {
			return true
		}
	}
	return false
}

// TestPicturesAreShownWhereTheProgramHasThem has a chapter's picture, none of it, and one that is no picture.
func TestPicturesAreShownWhereTheProgramHasThem(t *testing.T) {
	defer kit.Inline()()
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 1366, 768))); err != nil {
		t.Fatal(err)
	}
	window := test.NewTempWindow(t, nil)
	window.Resize(fyne.NewSize(1366, 768))
	for _, c := range []struct {
		name     string
		pictures fs.FS
		want     bool
	}{
		{"no pictures", nil, false},
		{"other pictures", fstest.MapFS{"b.png": {Data: drawn.Bytes()}}, false},
		{"the picture", fstest.MapFS{"a.png": {Data: drawn.Bytes()}}, true},
		{"no picture in it", fstest.MapFS{"a.png": {Data: []byte("<html>")}}, false},
	} {
		p := &manualPage{window: window, shown: c.pictures}
		shown := p.picture(block{image: "a.png", text: "主窗口"})
		if (shown != nil) != c.want {
			t.Errorf("%s: shown %v", c.name, shown != nil)
		}
		if shown != nil && shown.MinSize().Width < linesWidth {
			t.Errorf("%s is %v wide, want the width of the lines", c.name, shown.MinSize().Width)
		}
	}
}

func TestEveryWorkHasItsLicence(t *testing.T) {
	all := licences()
	if len(all) < 10 {
		t.Fatalf("only %d licences", len(all))
	}
	var works, named []string
	for _, l := range all {
		works = append(works, l.works...)
		if l.kind() != "" {
			named = append(named, l.works...)
		}
	}
	for _, work := range works { // what else comes with a work, a list of others' licences, has no name of its own
		if !slices.Contains(named, work) {
			t.Errorf("of %s nobody knows which licence it is", work)
		}
	}
	for _, work := range []string{"fyne.io/fyne/v2", "gorm.io/gorm", "Noto Sans SC (fonts)"} {
		if !slices.Contains(works, work) {
			t.Errorf("%s is not among them", work)
		}
	}
}
