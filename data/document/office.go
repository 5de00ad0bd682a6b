package document

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// officeProgram is a program on this machine that turns a Word document into PDF.
type officeProgram struct {
	name    string // as a person knows it
	command func(ctx context.Context, from, folder string) *exec.Cmd
}

// OfficeName is the office program that PDF is made with, "" if this machine has none.
func OfficeName() string {
	if program := findOffice(); program != nil {
		return program.name
	}
	return ""
}

// longestConversion is how long an office program may take: the first start on an old machine takes half a minute.
const longestConversion = 3 * time.Minute

// ConvertToPDF has an office program turn a Word document into PDF. Fonts that this system lacks are set in those that
// stand in. Problems: document.no_office, document.conversion_failed, document.conversion_slow, those of saving.Whole.
func ConvertToPDF(ctx context.Context, docx []byte, path string) error {
	program := findOffice()
	if program == nil {
		return problem.New("document.no_office")
	}
	folder, err := os.MkdirTemp("", "smartcanal-paper-")
	if err != nil {
		return saving.Trouble(err, filepath.Base(path))
	}
	defer os.RemoveAll(folder)
	content, err := program.convert(ctx, refont(docx, MissingFonts()), folder)
	if err != nil {
		return err
	}
	return saving.Whole(path, writing(content))
}

func (o *officeProgram) convert(ctx context.Context, docx []byte, folder string) ([]byte, error) {
	from := filepath.Join(folder, "paper.docx")
	if err := os.WriteFile(from, docx, 0o600); err != nil {
		return nil, saving.Trouble(err, "paper.docx")
	}
	limited, cancel := context.WithTimeout(ctx, longestConversion)
	defer cancel()
	cmd := o.command(limited, from, folder)
	endWhole(cmd)
	cmd.WaitDelay = 5 * time.Second
	said, err := cmd.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, problem.New("document.conversion_slow", "program", o.name, "minutes", int(longestConversion.Minutes()))
	}
	content, missing := os.ReadFile(filepath.Join(folder, "paper.pdf"))
	if err != nil || missing != nil {
		return nil, problem.New("document.conversion_failed", "program", o.name).Because(errors.Join(err, missing, errors.New(string(said))))
	}
	return content, nil
}

// findOffice looks for LibreOffice everywhere and on Windows for WPS and Word as well: elsewhere these two have no way of
// converting without a window.
func findOffice() *officeProgram {
	for _, place := range libreOfficePlaces() {
		if path, err := exec.LookPath(place); err == nil {
			return libreOffice(path)
		}
	}
	if runtime.GOOS == "windows" {
		for _, program := range windowsPrograms() {
			if found, _ := filepath.Glob(program.place); len(found) > 0 {
				return automated(program.name, program.object)
			}
		}
	}
	return nil
}

func libreOfficePlaces() []string {
	switch runtime.GOOS {
	case "windows":
		return []string{
			"soffice.com",
			filepath.Join(os.Getenv("ProgramFiles"), "LibreOffice", "program", "soffice.com"),
			filepath.Join(os.Getenv("ProgramFiles(x86)"), "LibreOffice", "program", "soffice.com"),
		}
	case "darwin":
		home, _ := os.UserHomeDir()
		const inside = "Applications/LibreOffice.app/Contents/MacOS/soffice"
		return []string{"soffice", "/" + inside, filepath.Join(home, inside)}
	}
	places := []string{"soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice"}
	installed, _ := filepath.Glob("/opt/libreoffice*/program/soffice")
	return append(places, installed...)
}

// libreOffice works with settings of its own, or it would hand the work to a window that is open and do nothing.
func libreOffice(path string) *officeProgram {
	return &officeProgram{name: "LibreOffice", command: func(ctx context.Context, from, folder string) *exec.Cmd {
		own := filepath.ToSlash(filepath.Join(folder, "settings"))
		if own[0] != '/' {
			own = "/" + own // a drive of Windows
		}
		return exec.CommandContext(ctx, path, "-env:UserInstallation=file://"+own, "--headless", "--norestore",
			"--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, from)
	}}
}

type windowsProgram struct{ name, object, place string }

func windowsPrograms() []windowsProgram {
	local, files, files32 := os.Getenv("LOCALAPPDATA"), os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)")
	wps := filepath.Join("Kingsoft", "WPS Office", "*", "office6", "wps.exe")
	word := filepath.Join("Microsoft Office", "root", "Office*", "WINWORD.EXE")
	return []windowsProgram{
		{"WPS", "KWPS.Application", filepath.Join(local, wps)},
		{"WPS", "KWPS.Application", filepath.Join(files, wps)},
		{"WPS", "KWPS.Application", filepath.Join(files32, wps)},
		{"Word", "Word.Application", filepath.Join(files, word)},
		{"Word", "Word.Application", filepath.Join(files32, word)},
	}
}

// script drives WPS or Word, which take the same commands; 17 is PDF to both. Names come by the environment,
// where nothing in them can be taken for a command.
const script = `$ErrorActionPreference = 'Stop'
$office = New-Object -ComObject $env:SMARTCANAL_OFFICE
try {
	$office.Visible = $false
	$office.DisplayAlerts = 0
	$paper = $office.Documents.Open($env:SMARTCANAL_FROM, $false, $true)
	$paper.SaveAs([ref]$env:SMARTCANAL_TO, [ref]17)
	$paper.Close([ref]$false)
} finally { $office.Quit() }`

func automated(name, object string) *officeProgram {
	return &officeProgram{name: name, command: func(ctx context.Context, from, folder string) *exec.Cmd {
		cmd := exec.CommandContext(ctx, "powershell.exe", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", script)
		cmd.Env = append(os.Environ(), "SMARTCANAL_OFFICE="+object, "SMARTCANAL_FROM="+from, "SMARTCANAL_TO="+filepath.Join(folder, "paper.pdf"))
		return cmd
	}}
}
