//go:build !windows

package chart

import (
	"bytes"
	"context"
	"os/exec"

	"smartcanal/data/problem"
)

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
