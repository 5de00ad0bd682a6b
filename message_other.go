//go:build !windows

package main

import (
	"fmt"
	"os"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// sayWithoutWindow tells why there will be no window.
func sayWithoutWindow(err error) {
	what, todo := wording.Problem(problem.Of(err))
	fmt.Fprintln(os.Stderr, what+"\n"+todo)
}
