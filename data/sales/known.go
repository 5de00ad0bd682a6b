package sales

import (
	"encoding/json"
	"os"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// knownFiles answers whether a file with the same bytes is in, or was met before in the same import.
// The files are read once, before lines come in: afterwards the connection is busy with them.
func knownFiles(db *gorm.DB) (func(sha string) (*KnownFile, error), error) {
	var in []struct {
		SHA256    string `gorm:"column:sha256"`
		KnownFile `gorm:"embedded"`
	}
	err := db.Raw(`SELECT f.sha256, f.id AS file_id, f.batch_id, b.created_at AS at, f.first_at, f.last_at, f.lines, f.unreadable, f.summary
		FROM statement_files f JOIN import_batches b ON b.id = f.batch_id
		WHERE b.deleted_at IS NULL`).Scan(&in).Error
	if err != nil {
		return nil, err
	}
	known := make(map[string]*KnownFile, len(in))
	for i := range in {
		known[in[i].SHA256] = &in[i].KnownFile
	}
	return func(sha string) (*KnownFile, error) {
		if file, is := known[sha]; is {
			return file, nil
		}
		known[sha] = &KnownFile{}
		return nil, nil
	}, nil
}

// guessLines guesses from sizes how many lines are to come; packed files hold some ten times as much.
func guessLines(sources []Source) int {
	var bytes int64
	for _, source := range sources {
		info, err := os.Stat(source.Path)
		if err != nil {
			continue
		}
		size := info.Size()
		if packed(source.Path) {
			size *= 10
		}
		bytes += size
	}
	return int(bytes / bytesPerLine)
}

func packed(path string) bool {
	lower := strings.ToLower(path)
	return strings.HasSuffix(lower, ".gz") || strings.HasSuffix(lower, ".zip") || strings.HasSuffix(lower, ".xlsx")
}

// StatementMapping is how the columns of a table nobody publishes are read, remembered by its header.
type StatementMapping struct {
	store.Record
	Header  string
	Columns string // JSON of a statement.Mapping
}

// mappings gives the remembered mapping of a header.
func mappings(db *gorm.DB) (func(header []string) (statement.Mapping, bool), error) {
	var all []StatementMapping
	if err := db.Find(&all).Error; err != nil {
		return nil, err
	}
	byHeader := make(map[string]statement.Mapping, len(all))
	for _, kept := range all {
		var mapping statement.Mapping
		if err := json.Unmarshal([]byte(kept.Columns), &mapping); err != nil {
			return nil, err
		}
		byHeader[kept.Header] = mapping
	}
	return func(header []string) (statement.Mapping, bool) {
		mapping, is := byHeader[headerKey(header)]
		return mapping, is
	}, nil
}

// headerKey is how a header is remembered.
func headerKey(header []string) string { return strings.Join(header, "\t") }
