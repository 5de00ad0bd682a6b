package sales

import (
	"context"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
	"smartcanal/data/sheet"
)

// Sample is the beginning of a table, for a person who is to say what its columns mean.
type Sample struct {
	Table     string
	Header    []string // cleaned names, as RememberMapping takes them
	HeaderRow int
	Rows      [][]string
}

// SampleOf reads the column names and the first rows of a table in a file: the one of that name, or else the
// first that has column names.
//
// Problems: those of sheet.Open; statement.empty where no table has column names.
func (r *Room) SampleOf(ctx context.Context, path, table string, rows int) (Sample, error) {
	file, err := sheet.Open(ctx, path)
	if err != nil {
		return Sample{}, err
	}
	defer file.Close()
	tables := slices.Clone(file.Tables)
	slices.SortStableFunc(tables, func(a, b sheet.Table) int { return namedFirst(a, table) - namedFirst(b, table) })
	for _, candidate := range tables {
		sample := Sample{Table: candidate.Name}
		if sample.Header, sample.HeaderRow, err = statement.Header(ctx, candidate); err != nil {
			return Sample{}, err
		}
		if sample.HeaderRow > 0 {
			return sample, sample.read(ctx, candidate, rows)
		}
	}
	return Sample{}, problem.New("statement.empty").In(file.Name)
}

func namedFirst(table sheet.Table, name string) int {
	if table.Name == name {
		return 0
	}
	return 1
}

func (s *Sample) read(ctx context.Context, table sheet.Table, rows int) error {
	for row, err := range table.Rows(ctx) {
		if err != nil {
			return err
		}
		if row.Number <= s.HeaderRow {
			continue
		}
		s.Rows = append(s.Rows, slices.Clone(row.Cells))
		if len(s.Rows) == rows {
			break
		}
	}
	return nil
}
