package form

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/bmp"
)

// pasted is what lies on the clipboard and can be attached: files copied in the system's folder window, or a picture.
type pasted struct {
	Files   []string
	Picture []byte // PNG
}

// clipboard reads what can be attached; tests put theirs in its place. Fyne's own clipboard knows text alone.
var clipboard = systemClipboard

// filesIn are the files a pasted text names, one a line, as paths or as addresses: file managers of Linux copy them so.
func filesIn(text string) []string {
	var files []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if address, err := url.Parse(line); err == nil && address.Scheme == "file" {
			line = filepath.FromSlash(address.Path)
		}
		if !filepath.IsAbs(line) {
			continue
		}
		if info, err := os.Stat(line); err == nil && info.Mode().IsRegular() {
			files = append(files, line)
		}
	}
	return files
}

var errNoBitmap = errors.New("not a bitmap")

// pictureOf turns a device-independent bitmap of Windows into PNG. It lacks the header a file would have, which tells
// where the pixels begin: behind the bitmap's own header, its colour masks and its palette.
func pictureOf(dib []byte) ([]byte, error) {
	const fileHeader, smallHeader, bitFields = 14, 40, 3
	if len(dib) < smallHeader {
		return nil, errNoBitmap
	}
	header := binary.LittleEndian.Uint32(dib)
	bits, compression, colours := binary.LittleEndian.Uint16(dib[14:]), binary.LittleEndian.Uint32(dib[16:]), binary.LittleEndian.Uint32(dib[32:])
	if header == smallHeader && compression == bitFields && bits == 32 { // masks of three colours follow, always these
		dib = append(append([]byte{}, dib[:smallHeader]...), dib[min(len(dib), smallHeader+12):]...)
		binary.LittleEndian.PutUint32(dib[16:], 0)
	}
	if bits <= 8 && colours == 0 {
		colours = 1 << bits
	}
	offset := fileHeader + header + 4*colours
	file := make([]byte, fileHeader, fileHeader+len(dib))
	copy(file, "BM")
	binary.LittleEndian.PutUint32(file[2:], uint32(fileHeader+len(dib)))
	binary.LittleEndian.PutUint32(file[10:], offset)
	picture, err := bmp.Decode(bytes.NewReader(append(file, dib...)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = png.Encode(&out, picture)
	return out.Bytes(), err
}

// readClipboard asks the system, and Fyne's text for files where the system has nothing.
func readClipboard(ctx context.Context, text string) pasted {
	if found, err := clipboard(ctx); err == nil && (len(found.Files) > 0 || len(found.Picture) > 0) {
		return found
	}
	return pasted{Files: filesIn(text)}
}
