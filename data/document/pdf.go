package document

import (
	"context"
	"path/filepath"
	"strings"

	"smartcanal/assets"
	"smartcanal/data/document/printing"
	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// Printed says how a PDF was made.
type Printed struct {
	Office  string // the office program, "" where the program set it in its own font
	Missing string // characters that its font has not got, and for which boxes stand in the PDF
}

// SaveAs writes the paper as the name of the file says: a PDF, or else a Word document. Problems: those of Save and of
// SavePDF; document.characters_missing (characters) where the PDF was written and has boxes in it.
func (p *Paper) SaveAs(ctx context.Context, path string) error {
	if !strings.EqualFold(filepath.Ext(path), ".pdf") {
		return p.Save(path)
	}
	printed, err := p.SavePDF(ctx, path)
	if err == nil && printed.Missing != "" {
		return problem.New("document.characters_missing", "characters", printed.Missing).In(filepath.Base(path))
	}
	return err
}

// SavePDF writes the paper as PDF: through the office program of this machine, where the standard's fonts can be, and
// without one in the program's own font. Problems: those of Check, of ConvertToPDF and of saving.Whole.
func (p *Paper) SavePDF(ctx context.Context, path string) (Printed, error) {
	name := OfficeName()
	if name == "" {
		return p.SaveOwnPDF(path)
	}
	docx, err := p.Bytes()
	if err != nil {
		return Printed{}, err
	}
	return Printed{Office: name}, ConvertToPDF(ctx, docx, path)
}

// SaveOwnPDF sets the paper in the program's own font, whatever this machine has.
func (p *Paper) SaveOwnPDF(path string) (Printed, error) {
	content, missing, err := p.ownPDF()
	if err != nil {
		return Printed{}, err
	}
	return Printed{Missing: string(missing)}, saving.Whole(path, writing(content))
}

func (p *Paper) ownPDF() ([]byte, []rune, error) {
	if err := p.Check(); err != nil {
		return nil, nil, err
	}
	content, missing, err := printing.PDF(compose(p), printing.Fonts{
		Regular: assets.FontRegular, Heavy: assets.FontBold,
		Bold: func(name string) bool { return name == heiTi || name == biaoSong },
	})
	if err != nil {
		return nil, nil, problem.New("document.not_printed").Because(err)
	}
	return content, missing, nil
}
