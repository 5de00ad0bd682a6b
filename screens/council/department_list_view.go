package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// departmentList is a field for several departments, in their order: each a chip that takes it off, and one that adds.
type departmentList struct {
	desk   *desk
	chosen []kit.Found[int64]
	object *fyne.Container
}

func newDepartmentList(d *desk, chosen []kit.Found[int64]) *departmentList {
	l := &departmentList{desk: d, chosen: chosen, object: kit.NewWrap(6, 4)}
	l.show()
	return l
}

func (l *departmentList) show() {
	l.object.Objects = nil
	for i, one := range l.chosen {
		l.object.Objects = append(l.object.Objects, kit.NewChip(one.Label+" ×", func() { l.remove(i) }))
	}
	add := kit.NewSmallButton(wording.Text("council.field.add_support"), l.add)
	l.object.Objects = append(l.object.Objects, add)
	l.object.Refresh()
}

func (l *departmentList) remove(i int) {
	l.chosen = append(l.chosen[:i:i], l.chosen[i+1:]...)
	l.show()
}

func (l *departmentList) add() {
	over := fyne.CurrentApp().Driver().CanvasForObject(l.object)
	if over == nil {
		return
	}
	kit.OpenPicker(over, wording.Text("council.field.add_support"), l.desk.departments, func(found kit.Found[int64]) {
		for _, one := range l.chosen {
			if one.Key == found.Key {
				return
			}
		}
		l.chosen = append(l.chosen, found)
		l.show()
	})
}

func (l *departmentList) ids() []int64 {
	ids := make([]int64, len(l.chosen))
	for i, one := range l.chosen {
		ids[i] = one.Key
	}
	return ids
}
