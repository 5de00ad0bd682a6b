package council

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// PolicyKind is what sort of document it is.
type PolicyKind string

// The kinds: 指导意见, 办法, 方案.
const (
	Opinions PolicyKind = "opinions"
	Measures PolicyKind = "measures"
	Plan     PolicyKind = "plan"
)

// PolicyKinds are all kinds, in the order a form offers them.
var PolicyKinds = []PolicyKind{Opinions, Measures, Plan}

// PolicyStatus is how far a document is.
type PolicyStatus string

// The states of a document.
const (
	Draft    PolicyStatus = "draft"
	Asking   PolicyStatus = "asking" // comments are asked for
	Issued   PolicyStatus = "issued"
	Revised  PolicyStatus = "revised" // issued anew with another text
	Repealed PolicyStatus = "repealed"
)

// PolicyDocument is a policy document of the programme.
type PolicyDocument struct {
	store.Record
	Kind          PolicyKind
	Title         string
	Number        string // 运政办〔2026〕8号
	Status        PolicyStatus
	IssuedOn      string
	EndedOn       string
	CommentsUntil string
}

// TableName is the table of migration 0016.
func (PolicyDocument) TableName() string { return "policy_documents" }

// PolicyVersion is one text of a document. It is written once.
type PolicyVersion struct {
	store.Record
	PolicyID int64
	Number   int    // 第 3 稿
	Note     string // 征求意见稿, 送审稿, 印发稿
	Text     string
}

// TableName is the table of migration 0016.
func (PolicyVersion) TableName() string { return "policy_versions" }

// SavePolicy writes a document's kind and title, and nothing else of it; a new one begins as a draft. Problems:
// council.policy_untitled, council.no_policy, record.changed.
func (r *Room) SavePolicy(ctx context.Context, actor store.Actor, p *PolicyDocument) error {
	p.Title = strings.Trim(strings.TrimSpace(p.Title), "《》")
	if p.Title == "" {
		return problem.New("council.policy_untitled").At(0, "title")
	}
	return r.write(ctx, actor, "save_policy", func(tx *store.Tx) error {
		if p.ID == 0 {
			p.Status = Draft
			return tx.Create(p).Error
		}
		there, err := policyHeld(tx, Held{p.ID, p.Version})
		if err != nil {
			return err
		}
		there.Kind, there.Title = p.Kind, p.Title
		return store.Update(tx, there)
	})
}

func policyHeld(tx *store.Tx, held Held) (*PolicyDocument, error) {
	var p PolicyDocument
	err := found(tx.DB, &p, held, "council.no_policy")
	return &p, err
}

// AddVersion keeps another text of a document. One that is the same as the latest is not kept again.
// Problems: council.no_policy, council.policy_empty, council.policy_same, council.policy_repealed.
func (r *Room) AddVersion(ctx context.Context, actor store.Actor, policyID int64, note, text string) (*PolicyVersion, error) {
	v := &PolicyVersion{PolicyID: policyID, Number: 1, Note: strings.TrimSpace(note), Text: strings.TrimSpace(text)}
	if v.Text == "" {
		return nil, problem.New("council.policy_empty").At(0, "text")
	}
	err := r.write(ctx, actor, "add_version", func(tx *store.Tx) error {
		var p PolicyDocument
		if err := tx.First(&p, policyID).Error; err != nil {
			return problem.New("council.no_policy").Because(err)
		}
		if p.Status == Repealed {
			return problem.New("council.policy_repealed")
		}
		var last []PolicyVersion
		if err := tx.Where("policy_id = ?", policyID).Order("number DESC").Limit(1).Find(&last).Error; err != nil {
			return err
		}
		if len(last) > 0 {
			if last[0].Text == v.Text {
				return problem.New("council.policy_same", "number", last[0].Number)
			}
			v.Number = last[0].Number + 1
		}
		return tx.Create(v).Error
	})
	return v, err
}

// Issue says that a document was issued, by a number and on a day; one that was issued before is revised by it.
// Problems: council.no_policy, record.changed, council.policy_repealed, council.policy_unnumbered, council.not_a_day,
// council.policy_no_text, council.comments_open (n): comments nobody decided on.
func (r *Room) Issue(ctx context.Context, actor store.Actor, held Held, number, on string) error {
	if err := checkDay(&on, "issued_on", true); err != nil {
		return err
	}
	if blank(number) {
		return problem.New("council.policy_unnumbered").At(0, "number")
	}
	return r.write(ctx, actor, "issue_policy", func(tx *store.Tx) error {
		p, err := policyHeld(tx, held)
		if err != nil {
			return err
		}
		if p.Status == Repealed {
			return problem.New("council.policy_repealed")
		}
		if err := mayIssue(tx, p.ID); err != nil {
			return err
		}
		if p.Status == Issued || p.Status == Revised {
			p.Status = Revised
		} else {
			p.Status = Issued
		}
		p.Number, p.IssuedOn = strings.TrimSpace(number), on
		return store.Update(tx, p)
	})
}

func mayIssue(tx *store.Tx, policyID int64) error {
	var versions, open int64
	if err := tx.Model(&PolicyVersion{}).Where("policy_id = ?", policyID).Count(&versions).Error; err != nil {
		return err
	}
	if versions == 0 {
		return problem.New("council.policy_no_text")
	}
	if err := tx.Model(&PolicyComment{}).Where("policy_id = ? AND state = ? AND adoption = ''", policyID, CommentGiven).Count(&open).Error; err != nil {
		return err
	}
	if open > 0 {
		return problem.New("council.comments_open", "n", open)
	}
	return nil
}

// Repeal ends a document that was issued. Problems: council.no_policy, record.changed, council.policy_not_issued, council.not_a_day.
func (r *Room) Repeal(ctx context.Context, actor store.Actor, held Held, on string) error {
	if err := checkDay(&on, "ended_on", true); err != nil {
		return err
	}
	return r.write(ctx, actor, "repeal_policy", func(tx *store.Tx) error {
		p, err := policyHeld(tx, held)
		if err != nil {
			return err
		}
		if p.Status != Issued && p.Status != Revised {
			return problem.New("council.policy_not_issued")
		}
		p.Status, p.EndedOn = Repealed, on
		return store.Update(tx, p)
	})
}

// PolicyRow is a document as a list shows it.
type PolicyRow struct {
	PolicyDocument
	Versions int
	Comments int // asked for
	Answered int
	Tasks    int
	Closed   int // of the tasks
	Progress int // percent, the mean of the tasks
}

// Policies gives the documents, the latest first.
func (r *Room) Policies(ctx context.Context) ([]PolicyRow, error) {
	return policies(r.store.Read(ctx), 0)
}

func policies(db *gorm.DB, id int64) ([]PolicyRow, error) {
	var rows []PolicyRow
	err := db.Raw(`SELECT p.*,
			(SELECT COUNT(*) FROM policy_versions v WHERE v.policy_id = p.id AND v.deleted_at IS NULL) AS versions,
			(SELECT COUNT(*) FROM policy_comments c WHERE c.policy_id = p.id AND c.deleted_at IS NULL) AS comments,
			(SELECT COUNT(*) FROM policy_comments c WHERE c.policy_id = p.id AND c.deleted_at IS NULL AND c.state <> 'asked') AS answered,
			COUNT(t.id) AS tasks, SUM(CASE WHEN t.closed_on <> '' THEN 1 ELSE 0 END) AS closed, COALESCE(SUM(t.progress) / NULLIF(COUNT(t.id), 0), 0) AS progress
		FROM policy_documents p LEFT JOIN policy_lines l ON l.policy_id = p.id AND l.deleted_at IS NULL
			LEFT JOIN supervised_tasks t ON t.id = l.task_id AND t.deleted_at IS NULL
		WHERE p.deleted_at IS NULL AND (? = 0 OR p.id = ?) GROUP BY p.id ORDER BY p.id DESC`, id, id).Scan(&rows).Error
	return rows, err
}

// PolicyPage is all that the page of a document shows.
type PolicyPage struct {
	PolicyRow
	Texts     []PolicyVersion // the latest first
	Comments  []CommentRow
	Breakdown []TaskRow // in the order of the lines
}

// Policy gives a document with all its page shows. Problem: council.no_policy.
func (r *Room) Policy(ctx context.Context, id int64) (*PolicyPage, error) {
	db := r.store.Read(ctx)
	rows, err := policies(db, id)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || id == 0 {
		return nil, problem.New("council.no_policy")
	}
	page := &PolicyPage{PolicyRow: rows[0]}
	if err := db.Where("policy_id = ?", id).Order("number DESC").Find(&page.Texts).Error; err != nil {
		return nil, err
	}
	if page.Comments, err = r.Comments(ctx, id); err != nil {
		return nil, err
	}
	page.Breakdown, err = r.Breakdown(ctx, id)
	return page, err
}
