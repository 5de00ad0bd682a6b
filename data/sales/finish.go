package sales

import (
	"encoding/json"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// finish writes the records around the lines: accounts met for the first time, the batch, its
// files and what could not be read. Where nothing could be used there is no batch.
func (im *importer) finish() error {
	if err := im.accounts.save(im.tx); err != nil {
		return err
	}
	used := im.usedFiles()
	for i := range im.report.Files {
		im.report.Files[i].Unmatched = im.accounts.unmatched(im.report.Files[i].ID)
	}
	if len(used) == 0 {
		return nil
	}
	batch := ImportBatch{Actor: im.tx.Actor}
	if err := im.tx.Create(&batch).Error; err != nil {
		return err
	}
	im.report.BatchID = batch.ID
	for _, file := range used {
		if err := im.saveFile(file, batch.ID); err != nil {
			return err
		}
	}
	return nil
}

// usedFiles are those that were read now: neither refused nor in already.
func (im *importer) usedFiles() []*FileReport {
	var used []*FileReport
	for i := range im.report.Files {
		if file := &im.report.Files[i]; file.Problem == nil && file.Known == nil {
			used = append(used, file)
		}
	}
	return used
}

// saveFile keeps the file's record; its journal entry carries the counts and the SHA-256, which
// stands for the entries of the lines themselves.
func (im *importer) saveFile(file *FileReport, batch int64) error {
	file.BatchID = batch
	if err := im.tx.Create(&file.StatementFile).Error; err != nil {
		return err
	}
	return im.saveDoubts(file)
}

// saveDoubts writes by plain SQL: a damaged file can have thousands, and they are evidence, not records people edit.
func (im *importer) saveDoubts(file *FileReport) error {
	for _, doubt := range file.Doubts {
		args, err := json.Marshal(doubt.Args)
		if err != nil {
			return err
		}
		err = im.tx.Exec(`INSERT INTO statement_problems (file_id, line, field, code, args, unreadable, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			file.ID, doubt.Row, doubt.Column, doubt.Code, string(args), doubt.Unreadable, doubt.Raw).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// doubtOf words a problem met after good lines as a doubt of the whole file.
func doubtOf(why *problem.Problem) statement.Doubt {
	return statement.Doubt{Code: why.Code, Args: why.Args}
}
