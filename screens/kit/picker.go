package kit

import (
	"encoding/json"

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
	offer    *offer[K]
	mayClear bool
}

// offer is a way to make what is not found.
type offer[K any] struct {
	label string
	make  func(sought string, made func(Found[K]))
}

// NewPicker makes a picker; title heads its dialog.
func NewPicker[K any](title string, search SearchFunc[K], onPicked func(Found[K])) *Picker[K] {
	p := &Picker[K]{search: search, title: title, onPicked: onPicked}
	p.Placeholder = title
	p.onPressed = func() { p.open("") }
	p.ExtendBaseWidget(p)
	return p
}

// Offer puts a button into the dialog that makes what is not found (新建企业…); make is given what was looked for
// and calls made with what it made.
func (p *Picker[K]) Offer(label string, make func(sought string, made func(Found[K]))) *Picker[K] {
	p.offer = &offer[K]{label, make}
	return p
}

// Clearable lets a person choose nothing again, by a button of the dialog or by Delete.
func (p *Picker[K]) Clearable() *Picker[K] {
	p.mayClear = true
	return p
}

// open shows the search with a text in it.
func (p *Picker[K]) open(text string) {
	over := fyne.CurrentApp().Driver().CanvasForObject(p)
	if over == nil || p.Disabled() {
		return
	}
	var d *Dialog
	var actions []fyne.CanvasObject
	list := NewSearchList(wording.Text("kit.search.hint"), pickerRows, p.search, nil)
	if p.offer != nil {
		actions = append(actions, NewPlain(p.offer.label, func() {
			d.Close()
			p.offer.make(list.Entry.Text, p.Pick)
		}))
	}
	if p.mayClear && p.picked {
		actions = append(actions, NewPlain(wording.Text("kit.picker.clear"), func() {
			d.Close()
			p.Clear()
		}))
	}
	d = openList(over, p.title, list, p.Pick, actions)
	if text != "" {
		list.Entry.SetText(text)
		list.Entry.CursorColumn = len([]rune(text))
		list.Entry.Refresh()
	}
}

// TypedRune begins the search with what is typed.
func (p *Picker[K]) TypedRune(r rune) {
	if r != ' ' {
		p.open(string(r))
	}
}

// TypedKey is the select's, and Delete takes the choice away where that may be.
func (p *Picker[K]) TypedKey(key *fyne.KeyEvent) {
	if p.mayClear && p.picked && !p.Disabled() && (key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace) {
		p.Clear()
		return
	}
	p.Select.TypedKey(key)
}

// Pick takes a result as chosen and tells.
func (p *Picker[K]) Pick(found Found[K]) {
	p.Set(found)
	p.tell()
}

// Clear chooses nothing and tells.
func (p *Picker[K]) Clear() {
	p.reset()
	p.tell()
}

func (p *Picker[K]) reset() {
	p.chosen, p.picked, p.shown, p.value = Found[K]{}, false, "", ""
	p.Refresh()
}

func (p *Picker[K]) tell() {
	if p.onPicked != nil {
		p.onPicked(p.chosen)
	}
	if p.OnChanged != nil {
		p.OnChanged(p.value)
	}
}

// Set shows a result as chosen without telling.
func (p *Picker[K]) Set(found Found[K]) {
	p.chosen, p.picked, p.shown, p.value = found, true, found.Label, found.Label
	p.Refresh()
}

// Chosen is the chosen result, false without one.
func (p *Picker[K]) Chosen() (Found[K], bool) { return p.chosen, p.picked }

// Draft is the choice as a text that PutDraft understands, "" for none.
func (p *Picker[K]) Draft() string {
	if !p.picked {
		return ""
	}
	text, err := json.Marshal(p.chosen)
	if err != nil {
		return ""
	}
	return string(text)
}

// PutDraft chooses what Draft gave, and tells; what it does not understand is nothing chosen.
func (p *Picker[K]) PutDraft(text string) {
	var found Found[K]
	if err := json.Unmarshal([]byte(text), &found); err != nil || text == "" {
		p.Clear()
		return
	}
	p.Pick(found)
}

// pickerRows is how many results a picker's dialog shows.
const pickerRows = 8

// OpenPicker opens the search over the window at once, without a field: choosing the organisation of
// an unmatched account. Buttons given as actions stand beside 取消.
func OpenPicker[K any](over fyne.Canvas, title string, search SearchFunc[K], onPicked func(Found[K]), actions ...fyne.CanvasObject) *Dialog {
	return openList(over, title, NewSearchList(wording.Text("kit.search.hint"), pickerRows, search, nil), onPicked, actions)
}

func openList[K any](over fyne.Canvas, title string, list *SearchList[K], onPicked func(Found[K]), actions []fyne.CanvasObject) *Dialog {
	var d *Dialog
	list.OnChosen = func(found Found[K]) {
		d.Close()
		onPicked(found)
	}
	cancel := NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	d = NewDialog(over, 480, heading(title), list.Roomy(), append(actions, cancel)...)
	d.Show(list.Entry)
	list.Search("")
	return d
}
