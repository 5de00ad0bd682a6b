package help

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"smartcanal/assets"
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

// TestPicturesAreOfTheGallery keeps the printed manual from asking for pictures nobody draws: each is named in a file
// of the gallery.
func TestPicturesAreOfTheGallery(t *testing.T) {
	drawn := ""
	gallery := os.DirFS("../gallery")
	files, err := fs.Glob(gallery, "*_test.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no gallery", err)
	}
	for _, file := range files {
		source, err := fs.ReadFile(gallery, file)
		if err != nil {
			t.Fatal(err)
		}
		drawn += string(source)
	}
	err = fs.WalkDir(assets.Manual, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		source, err := fs.ReadFile(assets.Manual, name)
		for _, rest := range strings.Split(string(source), "](")[1:] {
			picture, _, _ := strings.Cut(rest, ")")
			shot := strings.TrimSuffix(picture, ".png")
			area, state, _ := strings.Cut(shot, "-") // some are named by area and state apart
			apart := strings.Contains(drawn, `"`+area+`-"`) && strings.Contains(drawn, `"`+state+`"`)
			if !apart && !strings.Contains(drawn, `"`+shot+`"`) {
				t.Errorf("%s shows %s, which the gallery does not draw", name, picture)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
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
