package workbench

import (
	"smartcanal/screens/help"
	"smartcanal/screens/opengl"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// lasting is what a person should know of as long as it is so: in a few words for the foot of every page, in full
// for the page about the program.
type lasting struct{ short, full string }

// notices are those of the file that is open, in the order of their weight: data in danger first.
func (h *Host) notices() []lasting {
	var all []lasting
	if h.Remote(h.path) {
		all = append(all, lasting{wording.Text("workbench.remote.short"), wording.Text("workbench.remote")})
	}
	if opengl.Software() {
		all = append(all, lasting{wording.Text("opengl.software.short"), wording.Text("opengl.software")})
	}
	if n := h.updates.found.Load(); n != nil {
		all = append(all, lasting{wording.Text("workbench.update.short", "version", n.version), n.words()})
	}
	return all
}

// words tell of the version and, where the office said it, where to get it.
func (n notice) words() string {
	if n.from == "" {
		return wording.Text("workbench.update.asked", "version", n.version)
	}
	return wording.Text("workbench.update", "version", n.version, "from", n.from)
}

func shortly(all []lasting) []shell.Notice {
	notices := make([]shell.Notice, len(all))
	for i, one := range all {
		notices[i] = shell.Notice{Text: one.short, Link: help.About}
	}
	return notices
}

func fully(all []lasting) []string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = one.full
	}
	return texts
}
