package register

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// dossierPicture is the size the chart of the months is drawn at for the dossier.
var dossierPicture = fyne.NewSize(560, 320)

// print asks where the dossier goes, writes it and offers to open it, from where it is printed.
func (v *organizationView) print() {
	kind := kit.FileKind{Name: wording.Text("register.dossier.kind"), Extensions: []string{"xlsx"}}
	kit.ChooseTarget(v.desk.Window(), wording.Text("register.dossier.start"), v.model.DossierName(), kind, v.printTo)
}

func (v *organizationView) printTo(path string) {
	f := v.model.Page.Figures
	kit.Run(v.desk.canvas(), wording.Text("register.dossier.start"), func(context.Context, kit.Progress) error {
		var picture []byte
		if f.Any() {
			var err error
			if picture, err = chart.Picture(monthsChart(f), dossierPicture, chart.PNG, kit.Light); err != nil {
				return err
			}
		}
		return v.model.SaveDossier(path, picture)
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		kit.Confirm(v.desk.canvas(), wording.Text("register.dossier.saved"), path, wording.Text("register.dossier.open"), func() { v.openFile(path) })
	})
}

// openFile has the system open a file.
func (v *organizationView) openFile(path string) {
	if p := kit.OpenFile(path); p != nil {
		v.desk.Problem(p)
	}
}
