package council

import (
	"context"

	"smartcanal/data/chinese"
	"smartcanal/data/document/papers"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// CommentState is whether a department answered.
type CommentState string

// The states of a comment.
const (
	CommentAsked CommentState = "asked"
	CommentNone  CommentState = "none" // 无意见
	CommentGiven CommentState = "given"
)

// Adoption is what became of a comment.
type Adoption string

// The adoptions: 采纳, 部分采纳, 未采纳.
const (
	Adopt        Adoption = "adopted"
	AdoptPartly  Adoption = "partly"
	AdoptRefused Adoption = "refused"
)

// Adoptions are all of them, in the order a form offers them.
var Adoptions = []Adoption{Adopt, AdoptPartly, AdoptRefused}

// PolicyComment is what a department was asked, and said, of a document.
type PolicyComment struct {
	store.Record
	PolicyID       int64
	OrganizationID int64
	State          CommentState
	Text           string
	Adoption       Adoption // "" while nobody decided
	Reply          string
}

// TableName is the table of migration 0016.
func (PolicyComment) TableName() string { return "policy_comments" }

// BelongTo moves the comment when two departments are merged.
func (c *PolicyComment) BelongTo(organizationID int64) { c.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[PolicyComment]("policy_comments")) }

// AskComments asks departments for comments until a day; those asked already are not asked again. Problems:
// council.no_policy, record.changed, council.policy_repealed, council.policy_no_text, council.not_a_day, those of departments.
func (r *Room) AskComments(ctx context.Context, actor store.Actor, held Held, until string, organizations []int64) error {
	if err := checkDay(&until, "comments_until", true); err != nil {
		return err
	}
	return r.write(ctx, actor, "ask_comments", func(tx *store.Tx) error {
		p, err := policyHeld(tx, held)
		if err != nil {
			return err
		}
		if p.Status == Repealed {
			return problem.New("council.policy_repealed")
		}
		var versions int64
		if err := tx.Model(&PolicyVersion{}).Where("policy_id = ?", p.ID).Count(&versions).Error; err != nil {
			return err
		}
		if versions == 0 {
			return problem.New("council.policy_no_text")
		}
		if p.Status == Draft {
			p.Status = Asking
		}
		p.CommentsUntil = until
		if err := store.Update(tx, p); err != nil {
			return err
		}
		return askEach(tx, p.ID, organizations)
	})
}

func askEach(tx *store.Tx, policyID int64, organizations []int64) error {
	for _, id := range organizations {
		o, err := living(tx, id)
		if err != nil {
			return err
		}
		var there int64
		if err := tx.Model(&PolicyComment{}).Where("policy_id = ? AND organization_id = ?", policyID, o.ID).Count(&there).Error; err != nil {
			return err
		}
		if there > 0 {
			continue
		}
		if err := tx.Create(&PolicyComment{PolicyID: policyID, OrganizationID: o.ID, State: CommentAsked}).Error; err != nil {
			return err
		}
	}
	return nil
}

// SetComment writes what a department answered and what became of it; an empty text is 无意见. Problems: record.changed,
// council.reply_missing: a comment that is not, or only partly, adopted says why.
func (r *Room) SetComment(ctx context.Context, actor store.Actor, c *PolicyComment) error {
	c.State = CommentGiven
	if blank(c.Text) {
		c.State, c.Adoption, c.Reply = CommentNone, "", ""
	}
	if (c.Adoption == AdoptPartly || c.Adoption == AdoptRefused) && blank(c.Reply) {
		return problem.New("council.reply_missing").At(0, "reply")
	}
	return r.write(ctx, actor, "set_comment", func(tx *store.Tx) error { return store.Update(tx, c) })
}

// CommentRow is a comment with its department.
type CommentRow struct {
	PolicyComment
	Department string
}

// Comments gives the comments on a document, by the departments' names.
func (r *Room) Comments(ctx context.Context, policyID int64) ([]CommentRow, error) {
	var rows []CommentRow
	err := r.store.Read(ctx).Raw(`SELECT c.*, COALESCE(NULLIF(o.short_name, ''), o.name) AS department FROM policy_comments c
		JOIN organizations o ON o.id = c.organization_id WHERE c.policy_id = ? AND c.deleted_at IS NULL ORDER BY o.initials, o.id`, policyID).Scan(&rows).Error
	return rows, err
}

// AdoptionPaper is the table of comments and what became of them (采纳情况表). Problem: council.no_policy.
func (r *Room) AdoptionPaper(ctx context.Context, policyID int64) (*papers.Adoption, error) {
	page, err := r.Policy(ctx, policyID)
	if err != nil {
		return nil, err
	}
	paper := &papers.Adoption{Title: chinese.Text("council.paper.adoption_title", "title", page.Title)}
	for _, c := range page.Comments {
		line := papers.Comment{Department: c.Department, Text: c.Text, Reply: c.Reply}
		if c.State != CommentGiven {
			line.Text = chinese.Text("council.comment_state." + string(c.State))
		}
		if c.Adoption != "" {
			line.Result = chinese.Text("council.adoption." + string(c.Adoption))
		}
		paper.Comments = append(paper.Comments, line)
	}
	return paper, nil
}
