// Command licences collects the licences of everything that is built into the program into one file,
// THIRD-PARTY.txt beside it: the modules of the build for Linux, Windows and macOS, Go itself, the fonts.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// Collected is the file's place from the root of the repository.
const Collected = "assets/licences/THIRD-PARTY.txt"

func main() {
	parts, err := everyPart(".")
	if err != nil {
		log.Fatal(err)
	}
	text, err := collect(parts)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.FromSlash(Collected), []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d parts in %s\n", len(parts), Collected)
}
