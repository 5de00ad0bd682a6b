package sales

import (
	"context"
	"time"

	"smartcanal/data/problem"
)

// Batch is an import as the list of imports shows it.
type Batch struct {
	ID         int64
	At         time.Time
	Actor      string
	TakenBack  bool
	Files      []StatementFile `gorm:"-"`
	Added      int             `gorm:"-"`
	Updated    int             `gorm:"-"`
	Repeated   int             `gorm:"-"`
	Unreadable int             `gorm:"-"`
}

// Batches lists the imports, the newest first, those taken back included.
func (r *Room) Batches(ctx context.Context) ([]Batch, error) {
	var records []ImportBatch
	if err := r.store.Read(ctx).Unscoped().Order("id DESC").Find(&records).Error; err != nil {
		return nil, err
	}
	var files []StatementFile
	if err := r.store.Read(ctx).Order("id").Find(&files).Error; err != nil {
		return nil, err
	}
	of := map[int64][]StatementFile{}
	for _, file := range files {
		of[file.BatchID] = append(of[file.BatchID], file)
	}
	batches := make([]Batch, len(records))
	for i, record := range records {
		batches[i] = Batch{ID: record.ID, At: record.CreatedAt, Actor: record.Actor, TakenBack: record.DeletedAt.Valid}
		batches[i].gather(of[record.ID])
	}
	return batches, nil
}

func (b *Batch) gather(files []StatementFile) {
	b.Files = files
	for _, file := range files {
		b.Added += file.Added
		b.Updated += file.Updated
		b.Repeated += file.Repeated
		b.Unreadable += file.Unreadable
	}
}

// StatementProblem is a line that could not be read, or was read with a doubt.
type StatementProblem struct {
	ID         int64 `gorm:"primaryKey"`
	FileID     int64
	Line       int
	Field      string
	Code       string
	Args       map[string]string `gorm:"serializer:json"`
	Unreadable bool
	Raw        string
}

// Problem is the line's problem, ready to be worded, at its place in the file.
func (p StatementProblem) Problem(file string) *problem.Problem {
	worded := problem.New(p.Code).In(file).At(p.Line, p.Field)
	worded.Args = p.Args
	return worded
}

// FileProblems gives what was kept aside of a file.
func (r *Room) FileProblems(ctx context.Context, fileID int64) ([]StatementProblem, error) {
	var problems []StatementProblem
	err := r.store.Read(ctx).Where("file_id = ?", fileID).Order("line, id").Find(&problems).Error
	return problems, err
}

// File gives one statement file's record.
func (r *Room) File(ctx context.Context, fileID int64) (StatementFile, error) {
	var file StatementFile
	err := r.store.Read(ctx).First(&file, fileID).Error
	return file, err
}

// Months gives the first and the last month (yyyymm) that totals are known for, 0 where there are none.
func (r *Room) Months(ctx context.Context) (first, last int, err error) {
	row := r.store.Read(ctx).Raw(`SELECT COALESCE(MIN(month), 0), COALESCE(MAX(month), 0) FROM sales_totals`).Row()
	err = row.Scan(&first, &last)
	return first, last, err
}
