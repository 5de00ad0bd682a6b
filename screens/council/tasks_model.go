package council

import (
	"context"
	"strconv"

	"smartcanal/data/council"
	"smartcanal/data/listing"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// TasksModel is the state of the list of tasks: the filter and the order a person chose.
type TasksModel struct {
	desk    *desk
	Filter  council.TaskFilter
	Order   []listing.Order
	Columns []listing.Filter
}

// NewTasksModel begins with the open tasks, those due first on top.
func NewTasksModel(d *desk) *TasksModel {
	return &TasksModel{desk: d, Filter: council.TaskFilter{Open: true}}
}

// Listing is what filter and order let through, with what stands above it.
type Listing struct {
	IDs         []int32
	Figures     council.Figures
	Departments []council.Department
	Last, Next  *council.MeetingRow // the meeting held last, and the next one
	Total       int                 // tasks there are at all
	Today       string
}

// Load reads the list. Call it off the UI goroutine with a copy of the model.
func (m TasksModel) Load(ctx context.Context) (Listing, error) {
	room := m.desk.room
	l := Listing{Today: room.Today()}
	var err error
	if l.IDs, err = room.TaskIDs(ctx, m.Filter, m.Order, m.Columns...); err != nil {
		return l, err
	}
	if l.Figures, err = room.Figures(ctx); err != nil {
		return l, err
	}
	if l.Departments, err = room.Departments(ctx); err != nil {
		return l, err
	}
	if l.Total, err = room.CountTasks(ctx, council.TaskFilter{}); err != nil {
		return l, err
	}
	meetings, err := room.Meetings(ctx)
	for i := range meetings {
		switch meetings[i].State {
		case council.Planned:
			l.Next = &meetings[i]
		case council.Happened:
			if l.Last == nil {
				l.Last = &meetings[i]
			}
		}
	}
	return l, err
}

// Filtered tells whether the list leaves open tasks out.
func (m TasksModel) Filtered() bool {
	return m.Filter != council.TaskFilter{Open: true} || len(m.Columns) > 0
}

// The filters a chip switches. They exclude each other.
const (
	allOpen   = ""
	thisMonth = "month"
	toReview  = "review"
	asked     = "asked"
	closed    = "closed"
)

// Switch is which of the switched filters is on.
func (m TasksModel) Switch() string {
	switch f := m.Filter; {
	case f.Closed:
		return closed
	case f.Step == council.Reviewing:
		return toReview
	case f.Asked:
		return asked
	case f.DueFrom != "":
		return thisMonth
	}
	return allOpen
}

// SetSwitch switches one on, or off where it is on already; lamp, lead and text stay.
func (m *TasksModel) SetSwitch(which string) {
	f := council.TaskFilter{Open: true, Text: m.Filter.Text, Lamp: m.Filter.Lamp, LeadID: m.Filter.LeadID}
	if which == m.Switch() {
		which = allOpen
	}
	switch today := m.desk.room.Today(); which {
	case thisMonth:
		f.DueFrom, f.DueUntil = today[:7]+"-01", today[:7]+"-31"
	case toReview:
		f.Step = council.Reviewing
	case asked:
		f.Asked = true
	case closed:
		f.Open, f.Closed, f.Year, f.Lamp = false, true, today[:4], council.NoLamp
	}
	m.Filter = f
}

// SetLamp filters by a lamp; "" asks for all.
func (m *TasksModel) SetLamp(lamp string) {
	m.Filter.Lamp = council.Lamp(lamp)
	if lamp != "" && m.Filter.Closed {
		m.Filter.Closed, m.Filter.Open, m.Filter.Year = false, true, ""
	}
}

// SetLead filters by a lead department's id; "" asks for all.
func (m *TasksModel) SetLead(id string) { m.Filter.LeadID, _ = strconv.ParseInt(id, 10, 64) }

// SetSort takes the order the grid's heads ask for.
func (m *TasksModel) SetSort(keys []grid.SortKey) {
	m.Order = nil
	for _, key := range keys {
		m.Order = append(m.Order, listing.Order(key))
	}
}

// Values counts what a column holds among the tasks the other filters let through.
func (m *TasksModel) Values(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
	return m.desk.room.TaskValues(ctx, council.TaskColumn(column), m.Filter, filters, limit)
}

// valueText words a value a column is filtered by.
func valueText(column, key string) string {
	switch council.TaskColumn(column) {
	case council.ByLamp:
		return lampName(council.Lamp(key))
	case council.ByStep:
		return stepName(council.Step(key))
	case council.ByPriority:
		return wording.Text("council.priority." + key)
	}
	return key
}

// Rows gives the grid's model of a listing.
func (m TasksModel) Rows(l Listing) *grid.IDModel {
	return grid.NewIDModel(l.IDs, func(ctx context.Context, ids []int32) (map[int32]grid.Row, error) {
		tasks, err := m.desk.room.Tasks(ctx, ids)
		if err != nil {
			return nil, err
		}
		rows := make(map[int32]grid.Row, len(tasks))
		for _, task := range tasks {
			rows[int32(task.ID)] = taskRow(task, l.Today)
		}
		return rows, nil
	})
}

func taskRow(t council.TaskRow, today string) grid.Row {
	due := grid.Word(shortDay(t.DueOn, today))
	if due.Copy = t.DueOn; t.Lamp == council.Overdue {
		due.Tone = kit.RedText
	}
	planned := t.Planned
	if t.Step == council.Closed {
		planned = -1
	}
	reported := grid.Word(shortDay(t.ReportedOn, today))
	reported.Copy = t.ReportedOn
	return grid.Row{Muted: t.Step == council.Closed, Cells: []grid.Cell{
		{Text: t.Number, Tone: kit.Secondary}, grid.Word(t.Title), grid.Word(t.Lead), grid.Word(supportText(t.Supports)), due,
		grid.Progress(percent(t.Progress), t.Progress, planned, lampTone(t.Lamp)), grid.State(stateOf(t), lampTint(t.Lamp)), reported,
		grid.Word(stepName(t.Step)), grid.Word(wording.Text("council.priority." + string(t.Priority))), grid.Word(t.Responsible),
	}}
}

// taskColumns are the list's columns in the order taskRow fills them.
func taskColumns() []grid.Column {
	column := func(id council.TaskColumn, width float32) grid.Column {
		return grid.Column{ID: string(id), Label: wording.Text("council.column." + string(id)), Width: width, Sortable: true, Filter: grid.ByValues}
	}
	list := []grid.Column{
		column(council.ByNumber, 86), column(council.ByTitle, 170), column(council.ByLead, 90), column(council.BySupports, 100), column(council.ByDue, 76),
		column(council.ByProgress, 108), column(council.ByLamp, 70), column(council.ByReported, 88), column(council.ByStep, 60), column(council.ByPriority, 60),
		column(council.ByPerson, 110),
	}
	list[0].Filter, list[1].Filter, list[1].Grow = grid.ByText, grid.ByText, 1
	list[3].Filter, list[3].Sortable = grid.ByText, false
	list[4].Filter, list[4].Kind = grid.ByDay, grid.Moment
	list[5].Filter, list[7].Filter, list[7].Kind = grid.ByNumber, grid.ByDay, grid.Moment
	return list
}
