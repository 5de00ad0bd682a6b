// Command smartcanal is the workbench of a commerce bureau's e-commerce section: a window, and the same work from a terminal.
package main

import (
	"context"
	"os"
	"os/signal"

	"smartcanal/screens/console"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(console.Run(ctx, os.Args[1:], os.Stdout, os.Stderr, detail("Version")))
}
