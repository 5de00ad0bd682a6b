package attachments

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"

	"smartcanal/data/problem"
)

// longest is the number of characters a name may have, its ending included: every system can write it then.
const longest = 80

// programs are the endings a system would run instead of showing: an attachment is opened by a click, and
// nobody who opens a licence wants to start something.
var programs = []string{
	".exe", ".com", ".scr", ".pif", ".msi", ".msix", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta",
	".lnk", ".url", ".reg", ".cpl", ".dll", ".jar", ".app", ".command", ".dmg", ".pkg", ".sh", ".desktop", ".deb", ".rpm", ".appimage",
}

// programTypes are the same by what is in the file, whatever it is called.
var programTypes = []string{
	"application/vnd.microsoft.portable-executable", "application/x-elf", "application/x-mach-binary", "application/x-ms-shortcut",
	"application/x-ms-installer", "application/x-java-applet", "application/vnd.debian.binary-package", "application/x-rpm",
}

// checked is a file's name in its plain form, once name and content may be kept.
func checked(name string, content []byte) (string, error) {
	name, err := checkedName(name)
	switch {
	case err != nil:
		return "", err
	case len(content) == 0:
		return "", problem.New("attachments.empty", "name", name)
	case len(content) > Largest:
		return "", TooLarge(name, int64(len(content)))
	case isProgram(mimetype.Detect(content)):
		return "", problem.New("attachments.program", "name", name)
	}
	return name, nil
}

// TooLarge is the problem of a file of so many bytes; who can tell before reading a file asks here.
func TooLarge(name string, bytes int64) *problem.Problem {
	const mebibyte = 1 << 20
	return problem.New("attachments.too_large", "name", name, "size", (bytes+mebibyte-1)/mebibyte, "limit", Largest/mebibyte)
}

func checkedName(name string) (string, error) {
	name = plainName(name)
	if name == "" {
		return "", problem.New("attachments.no_name")
	}
	if slices.Contains(programs, strings.ToLower(path.Ext(name))) {
		return "", problem.New("attachments.program", "name", name)
	}
	return name, nil
}

// plainName leaves out folders and what cannot be seen, and shortens before the ending.
func plainName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) { // 证照‮fdp.exe shows as 证照exe.pdf
			return -1
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimSpace(name), ". ") // Windows drops these, and shows another ending
	if name == "/" {
		return ""
	}
	runes, ending := []rune(name), []rune(path.Ext(name))
	if len(runes) <= longest || len(ending) >= longest/2 {
		return string(runes[:min(len(runes), longest)])
	}
	return string(runes[:longest-len(ending)]) + string(ending)
}

// mediaType is what a content is by its own bytes.
func mediaType(content []byte) string {
	plain, _, _ := strings.Cut(mimetype.Detect(content).String(), ";")
	return plain
}

// isProgram asks a type and those it is a kind of.
func isProgram(found *mimetype.MIME) bool {
	for ; found != nil; found = found.Parent() {
		if slices.ContainsFunc(programTypes, found.Is) {
			return true
		}
	}
	return false
}
