package region

import (
	"archive/zip"
	"bytes"
	"io"
	"sort"
	"strings"
	"sync"

	"smartcanal/assets"
)

// places are all provinces, cities, districts and towns, in the order of their codes as text, which puts a
// parent right before its children.
var places = sync.OnceValue(func() []Place {
	all := []Place{}
	for line := range strings.Lines(member("places.csv")) {
		if code, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ","); ok {
			all = append(all, Place{code, name})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Code < all[j].Code })
	return all
})

// lastProvince keeps one province's villages, because an office works in one district.
var lastProvince struct {
	sync.Mutex
	code     string
	villages []Place
}

// villages are those of the province code lies in, in the order of their codes.
func villages(code string) []Place {
	province := code[:ProvinceDigits]
	lastProvince.Lock()
	defer lastProvince.Unlock()
	if lastProvince.code != province {
		lastProvince.code, lastProvince.villages = province, unpackVillages(member(province+".txt"))
	}
	return lastProvince.villages
}

// unpackVillages reads the form assets/regions/pack.go writes.
func unpackVillages(text string) []Place {
	all := []Place{}
	town := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, ">"):
			town = line[1:]
		case len(line) > VillageDigits-TownDigits:
			all = append(all, Place{town + line[:3], line[3:]})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Code < all[j].Code })
	return all
}

// member unpacks one file of the embedded zip, "" where there is none: a province without villages.
func member(name string) string {
	archive, err := zip.NewReader(bytes.NewReader(assets.Regions), int64(len(assets.Regions)))
	if err != nil {
		return ""
	}
	file, err := archive.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	content, err := io.ReadAll(file)
	if err != nil {
		return ""
	}
	return string(content)
}

func findIn(sorted []Place, code string) (Place, bool) {
	i := sort.Search(len(sorted), func(i int) bool { return sorted[i].Code >= code })
	if i < len(sorted) && sorted[i].Code == code {
		return sorted[i], true
	}
	return Place{}, false
}

// under are the places whose codes begin with prefix.
func under(sorted []Place, prefix string) []Place {
	first := sort.Search(len(sorted), func(i int) bool { return sorted[i].Code >= prefix })
	rest := sorted[first:]
	end := sort.Search(len(rest), func(i int) bool { return !strings.HasPrefix(rest[i].Code, prefix) })
	return rest[:end]
}
