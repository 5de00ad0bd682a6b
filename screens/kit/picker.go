package kit

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/wording"
)

// Picker chooses one of many by searching: an organisation, a region. It looks like a Select and
// opens a dialog with a search.
type Picker[K any] struct {
	Select
	search   SearchFunc[K]
	title    string
	chosen   Found[K]
	picked   bool
	onPicked func(Found[K])
	// actions stand beside 取消 in the dialog: 新建….
	actions []fyne.CanvasObject
}

// NewPicker makes a picker; title heads its dialog.
func NewPicker[K any](title string, search SearchFunc[K], onPicked func(Found[K])) *Picker[K] {
	p := &Picker[K]{search: search, title: title, onPicked: onPicked}
	p.Placeholder = title
	p.onPressed = func() {
		if over := fyne.CurrentApp().Driver().CanvasForObject(p); over != nil {
			OpenPicker(over, p.title, p.search, p.Pick, p.actions...)
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Pick takes a result as chosen and tells.
func (p *Picker[K]) Pick(found Found[K]) {
	p.Set(found)
	if p.onPicked != nil {
		p.onPicked(found)
	}
}

// Set shows a result as chosen without telling.
func (p *Picker[K]) Set(found Found[K]) {
	p.chosen, p.picked, p.shown, p.value = found, true, found.Label, found.Label
	p.Refresh()
}

// Chosen is the chosen result, false without one.
func (p *Picker[K]) Chosen() (Found[K], bool) { return p.chosen, p.picked }

// OpenPicker opens the search over the window at once, without a field: choosing the organisation of
// an unmatched account. Buttons given as actions stand beside 取消.
func OpenPicker[K any](over fyne.Canvas, title string, search SearchFunc[K], onPicked func(Found[K]), actions ...fyne.CanvasObject) *Dialog {
	var d *Dialog
	list := NewSearchList(wording.Text("kit.search.hint"), 8, search, func(found Found[K]) {
		d.Close()
		onPicked(found)
	})
	cancel := NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	d = NewDialog(over, 480, title, list.Roomy(), append(actions, cancel)...)
	d.Show(list.Entry)
	list.Search("")
	return d
}
