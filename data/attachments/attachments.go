// Package attachments keeps the files that belong to records: licences, photographs, signed papers.
//
// What must hold:
//   - a content is kept once, by its SHA-256, whatever it is called and however many records it belongs to;
//   - it is kept as it came, and as long as any attachment needs it, one in the bin too;
//   - the journal tells who attached and removed what, by name and hash, and never holds the content.
//
// A function that takes a *store.Tx is part of another's write; the methods of Room have one of their own.
package attachments

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Largest is how many bytes a file may have: a scan of some hundred pages. All of it is held in memory, and
// every backup copies it.
const Largest = 50 << 20

// Owner is the record an attachment belongs to.
type Owner struct {
	Subject string // its table
	ID      int64
}

// Attachment is a file that belongs to a record.
type Attachment struct {
	store.Record
	Subject   string
	RecordID  int64
	Role      string // what it proves: a material's key, or ""
	Name      string // the file's, as the person knows it
	MediaType string // image/png, application/pdf …; of the content, whatever the name says
	SHA256    string `gorm:"column:sha256"`
	Bytes     int64  `gorm:"->"` // the content's, filled by Of and Removed
}

// Owner is the record the attachment belongs to.
func (a *Attachment) Owner() Owner { return Owner{a.Subject, a.RecordID} }

// Add attaches a file to a record. A content the record has under the same role already is not attached again:
// that attachment is given.
//
// Problems: attachments.no_name, attachments.empty, attachments.too_large (size, limit, in bytes),
// attachments.program; all but the first with the file's name.
func Add(tx *store.Tx, to Owner, role, name string, content []byte) (*Attachment, error) {
	name, err := checked(name, content)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(content)
	a := &Attachment{
		Subject: to.Subject, RecordID: to.ID, Role: role, Name: name, MediaType: mediaType(content),
		SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(content)),
	}
	there, err := same(tx, a)
	if err != nil || there != nil {
		return there, err
	}
	if err := keep(tx, a.SHA256, content); err != nil {
		return nil, err
	}
	return a, tx.Create(a).Error
}

// same is the attachment of the same record, role and content, nil where there is none.
func same(tx *store.Tx, a *Attachment) (*Attachment, error) {
	var found []Attachment
	err := tx.Where("subject = ? AND record_id = ? AND role = ? AND sha256 = ?", a.Subject, a.RecordID, a.Role, a.SHA256).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	found[0].Bytes = a.Bytes
	return &found[0], nil
}

// keep writes a content nobody has brought yet, in plain SQL, which the journal does not read.
func keep(tx *store.Tx, hash string, content []byte) error {
	var there int64
	if err := tx.Raw(`SELECT COUNT(*) FROM attachment_contents WHERE sha256 = ?`, hash).Scan(&there).Error; err != nil || there > 0 {
		return err
	}
	return tx.Exec(`INSERT INTO attachment_contents (sha256, bytes, content) VALUES (?, ?, ?)`, hash, len(content), content).Error
}

// Of gives a record's attachments in the order they were added.
func Of(db *gorm.DB, owner Owner) ([]Attachment, error) {
	var found []Attachment
	err := sized(db, owner).Order("attachments.id").Find(&found).Error
	return found, err
}

// Counted gives how many files those records of a subject have that have any; which chooses their ids.
func Counted(db *gorm.DB, subject, which string, args ...any) (map[int64]int, error) {
	var rows []struct {
		RecordID int64
		Files    int
	}
	err := db.Raw(`SELECT record_id, COUNT(*) AS files FROM attachments WHERE subject = ? AND deleted_at IS NULL AND record_id IN (`+which+`)
		GROUP BY record_id`, append([]any{subject}, args...)...).Scan(&rows).Error
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.RecordID] = row.Files
	}
	return counts, err
}

// Removed gives those of a record's attachments that lie in the bin, the last removed first.
func Removed(db *gorm.DB, owner Owner) ([]Attachment, error) {
	var found []Attachment
	err := sized(db.Unscoped(), owner).Where("attachments.deleted_at IS NOT NULL").Order("attachments.deleted_at DESC, attachments.id DESC").Find(&found).Error
	return found, err
}

func sized(db *gorm.DB, owner Owner) *gorm.DB {
	return db.Model(&Attachment{}).Select("attachments.*, attachment_contents.bytes").
		Joins("JOIN attachment_contents ON attachment_contents.sha256 = attachments.sha256").
		Where("attachments.subject = ? AND attachments.record_id = ?", owner.Subject, owner.ID)
}

// Content gives an attachment's content as it came, also of one in the bin.
//
// Problems: attachments.not_found, attachments.damaged (name) where the file of data holds something else by now.
func Content(db *gorm.DB, id int64) ([]byte, error) {
	a, err := find(db, id)
	if err != nil {
		return nil, err
	}
	var content []byte
	if err := db.Raw(`SELECT content FROM attachment_contents WHERE sha256 = ?`, a.SHA256).Row().Scan(&content); err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, problem.New("attachments.damaged", "name", a.Name)
	}
	return content, nil
}

// find gives an attachment, also one in the bin.
func find(db *gorm.DB, id int64) (*Attachment, error) {
	var a Attachment
	err := db.Unscoped().First(&a, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("attachments.not_found")
	}
	return &a, err
}
