package store

import (
	"context"
	"time"

	"smartcanal/data/problem"
)

// OpenReadOnly opens a file to look at it, also while another program has it open. Write gives
// store.only_reading. Problems: store.missing, store.not_ours, store.damaged, store.newer, store.older (only
// Open brings a file up to date).
func OpenReadOnly(ctx context.Context, path string) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	s := &Store{path: path, now: time.Now}
	err := upToDate(path)
	if err == nil {
		err = s.connectReaders("mode=ro")
	}
	if err == nil {
		err = s.readSQL.PingContext(ctx)
	}
	if err != nil {
		_ = s.Close()
		return nil, explain(err, path)
	}
	return s, nil
}

func upToDate(path string) error {
	header, err := headerOf(path)
	if err != nil {
		return err
	}
	version, known := versionIn(header), len(migrationNames())
	if version < known {
		return problem.New("store.older", "file_version", version, "program_version", known).In(path)
	}
	return nil
}
