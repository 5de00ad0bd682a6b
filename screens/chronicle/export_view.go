package chronicle

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func (v *View) exportButton() fyne.CanvasObject {
	return kit.NewPlain(wording.Text("chronicle.export.open"), func() { v.setLook(AsList); v.grid.Export() })
}
