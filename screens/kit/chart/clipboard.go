package chart

import (
	"bytes"
	"context"
	"os/exec"

	"smartcanal/data/problem"
)

// Fyne's clipboard takes text alone; pictures go there by what each system offers.

// noClipboard is the code of the problem that a system takes no pictures on its clipboard.
const noClipboard = "chart.no_clipboard"

// putPicture puts a PNG on the clipboard; tests note it instead.
//
// Problems: chart.no_clipboard.
var putPicture = systemPicture

// feed runs a program with content as its input. It does not wait for what the program leaves running: the
// clipboard's owner under X stays until somebody else owns it.
func feed(ctx context.Context, content []byte, name string, args ...string) error {
	command := exec.CommandContext(ctx, name, args...)
	command.Stdin = bytes.NewReader(content)
	if err := command.Run(); err != nil {
		return problem.New(noClipboard).Because(err)
	}
	return nil
}
