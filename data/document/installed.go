package document

import (
	"encoding/binary"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"
)

// MissingFont is a font of the standard that this system lacks, and the one that stands in, "" if there is none.
type MissingFont struct {
	Name    string
	StandIn string
}

// MissingFonts says which fonts of the standard this system lacks. It looks into the system's folders of fonts and
// takes some tenths of a second. A paper is written all the same: it names the fonts, and shows in them where they are.
func MissingFonts() []MissingFont { return missingAmong(installedFonts(fontFolders())) }

func missingAmong(installed map[string]bool) []MissingFont {
	var missing []MissingFont
	for _, name := range standardFonts {
		if installed[name] {
			continue
		}
		m := MissingFont{Name: name}
		for _, other := range standIns[name] {
			if installed[other] {
				m.StandIn = other
				break
			}
		}
		missing = append(missing, m)
	}
	return missing
}

// fontFolders are where this system keeps its fonts and those of the person.
func fontFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{
			filepath.Join(os.Getenv("WINDIR"), "Fonts"),
			filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"),
		}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".fonts"), filepath.Join(home, ".local", "share", "fonts")}
}

// installedFonts are the names of all fonts in the folders. What cannot be read is left out.
func installedFonts(folders []string) map[string]bool {
	installed := map[string]bool{}
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil //nolint:nilerr // a folder one may not read has no fonts for this person
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".otf", ".ttc", ".otc":
				for _, name := range namesOfFile(path) {
					installed[name] = true
				}
			}
			return nil
		})
	}
	return installed
}

func namesOfFile(path string) []string {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	return fontNames(file)
}

// fontNames reads the family names and full names, in every language they are given in, of a font or of a
// collection of fonts.
func fontNames(file io.ReaderAt) []string {
	head := readAt(file, 0, 12)
	if head == nil {
		return nil
	}
	starts := []int64{0}
	if string(head[:4]) == "ttcf" {
		starts = nil
		count := min(int64(binary.BigEndian.Uint32(head[8:])), mostInCollection)
		offsets := readAt(file, 12, 4*count)
		for i := 0; i+4 <= len(offsets); i += 4 {
			starts = append(starts, int64(binary.BigEndian.Uint32(offsets[i:])))
		}
	}
	var names []string
	for _, start := range starts {
		names = append(names, namesAt(file, start)...)
	}
	return names
}

// Bounds for what a damaged file may say of itself.
const (
	mostInCollection = 64
	mostTables       = 256
	largestNames     = 1 << 20
)

// namesAt reads the table of names of the font that begins there.
func namesAt(file io.ReaderAt, start int64) []string {
	head := readAt(file, start, 12)
	if head == nil {
		return nil
	}
	tables := readAt(file, start+12, 16*min(int64(binary.BigEndian.Uint16(head[4:])), mostTables))
	for i := 0; i+16 <= len(tables); i += 16 {
		if string(tables[i:i+4]) == "name" {
			at, length := int64(binary.BigEndian.Uint32(tables[i+8:])), int64(binary.BigEndian.Uint32(tables[i+12:]))
			return namesIn(readAt(file, at, min(length, largestNames)))
		}
	}
	return nil
}

// namesIn reads the Unicode records of a table of names.
func namesIn(table []byte) []string {
	const family, full, typographic, windows, unicode = 1, 4, 16, 3, 0
	if len(table) < 6 {
		return nil
	}
	count, texts := int(binary.BigEndian.Uint16(table[2:])), int(binary.BigEndian.Uint16(table[4:]))
	var names []string
	for i := 6; i+12 <= len(table) && i < 6+12*count; i += 12 {
		platform, id := binary.BigEndian.Uint16(table[i:]), binary.BigEndian.Uint16(table[i+6:])
		length, at := int(binary.BigEndian.Uint16(table[i+8:])), texts+int(binary.BigEndian.Uint16(table[i+10:]))
		if platform != windows && platform != unicode || id != family && id != full && id != typographic || at+length > len(table) {
			continue
		}
		units := make([]uint16, length/2)
		for u := range units {
			units[u] = binary.BigEndian.Uint16(table[at+2*u:])
		}
		names = append(names, string(utf16.Decode(units)))
	}
	return names
}

// readAt gives so many bytes, or nil where the file has not got them.
func readAt(file io.ReaderAt, at, length int64) []byte {
	content := make([]byte, length)
	if n, _ := file.ReadAt(content, at); int64(n) < length {
		return nil
	}
	return content
}
