package register

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// attached is the card 附件. The files read themselves anew with the page.
func (v *organizationView) attached() fyne.CanvasObject {
	if v.files == nil {
		v.files = form.NewFiles(v.desk.Window(), v.desk.files.Shelf(v.desk.actor, register.Files(v.model.id), ""))
		v.files.OnChanged = func(int) { v.desk.Changed() }
	} else {
		v.files.Reload()
	}
	return kit.NewCard(wording.Text("register.files.title"), v.files.Object())
}
