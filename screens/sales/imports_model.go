package sales

import (
	"context"
	"slices"

	"smartcanal/data/sales"
)

// importsModel is the state of the list of imports: which batch and which of its files is looked at.
type importsModel struct {
	rooms
	Batches []sales.Batch
	batch   int64
	file    int64
}

// newImportsModel begins at a batch, or at a file's; 0 and 0 is the latest batch.
func newImportsModel(r rooms, batch, file int64) *importsModel {
	return &importsModel{rooms: r, batch: batch, file: file}
}

// Load lists the imports; it may run beside the UI.
func (m importsModel) Load(ctx context.Context) ([]sales.Batch, error) { return m.sales.Batches(ctx) }

// Show takes what Load found and keeps to the batch and file looked at, if they are there.
func (m *importsModel) Show(batches []sales.Batch) {
	m.Batches = batches
	if m.file != 0 {
		for _, batch := range batches {
			if slices.ContainsFunc(batch.Files, func(f sales.StatementFile) bool { return f.ID == m.file }) {
				m.batch = batch.ID
			}
		}
	}
	if len(batches) > 0 && m.Row() < 0 {
		m.batch = batches[0].ID
	}
}

// Row is the place of the batch looked at, -1 without one.
func (m *importsModel) Row() int {
	return slices.IndexFunc(m.Batches, func(b sales.Batch) bool { return b.ID == m.batch })
}

// Choose looks at a batch.
func (m *importsModel) Choose(row int) {
	if id := m.Batches[row].ID; id != m.batch {
		m.batch, m.file = id, 0
	}
}

// Batch is the one looked at, nil without one.
func (m *importsModel) Batch() *sales.Batch {
	if row := m.Row(); row >= 0 {
		return &m.Batches[row]
	}
	return nil
}

// ChooseFile looks at a file of the batch.
func (m *importsModel) ChooseFile(id int64) { m.file = id }

// File is the file looked at: the one chosen, else the first that something is the matter with, else the first.
func (m *importsModel) File() *sales.StatementFile {
	batch := m.Batch()
	if batch == nil || len(batch.Files) == 0 {
		return nil
	}
	for _, wanted := range []func(*sales.StatementFile) bool{
		func(f *sales.StatementFile) bool { return f.ID == m.file },
		func(f *sales.StatementFile) bool { return f.Unreadable > 0 || f.Summary == "differs" },
	} {
		for i := range batch.Files {
			if wanted(&batch.Files[i]) {
				return &batch.Files[i]
			}
		}
	}
	return &batch.Files[0]
}

// Findings gives what was kept aside of a file; it may run beside the UI.
func (m importsModel) Findings(ctx context.Context, file sales.StatementFile) ([]finding, error) {
	kept, err := m.sales.FileProblems(ctx, file.ID)
	return findingsKept(kept, file.Name), err
}

// TakeBack takes a batch back whole; it may run beside the UI.
func (m importsModel) TakeBack(ctx context.Context, batch int64) error {
	return m.sales.TakeBack(ctx, m.actor, batch)
}
