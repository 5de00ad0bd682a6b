package rewards

import (
	"errors"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/attachments"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Claim is one organisation's claim of one year under one rule.
type Claim struct {
	store.Record
	Number         string // 2026-017
	SchemeID       int64
	RuleID         int64
	OrganizationID int64
	Year           int
	Part           Part      // of the year, "" for all of it
	Figures        Figures   `gorm:"serializer:json"`    // declared besides Base
	Base           money.Fen `gorm:"column:base_fen"`    // declared: what a percentage is taken of
	EarlierHighest money.Fen `gorm:"column:earlier_fen"` // declared: the best year before the statements begin
	Stage          Stage     `gorm:"column:step"`
	Amount         money.Fen `gorm:"column:amount_fen"` // what the computation gave
	Frozen         string    `gorm:"column:trace"`      // see Thaw
	ComputedAt     time.Time
	Since          string  // yyyy-mm-dd: from when the limit of the stage counts
	Waiting        Waiting // why nothing is done with it now
	UsedDays       int     // of the limit, before it was suspended
	Meeting        string  // that decided: 局长办公会 2026年第8次
	MetOn          string  // yyyy-mm-dd
	NoticeID       *int64  // the notice it is or was in
	Payee
}

// Payee is where the money of a claim goes.
type Payee struct {
	Name    string `gorm:"column:payee"` // 户名
	Bank    string // 开户行
	Account string `gorm:"column:bank_account"` // 账号; mask on the screen (identity.MaskNumber)
}

// Waiting is why nothing is done with an open claim.
type Waiting string

// The reasons: the enterprise has to bring something (待补正), or the claim is suspended (中止).
const (
	ForEnterprise Waiting = "enterprise"
	Suspended     Waiting = "suspended"
)

// TableName is the table of migration 0004.
func (Claim) TableName() string { return "claims" }

// BelongTo moves the claim to another organisation when two are merged.
func (c *Claim) BelongTo(organizationID int64) { c.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[Claim]("claims")) }

// DeclaredMonth is what an enterprise declares of a month (yyyymm).
type DeclaredMonth struct {
	store.Record
	ClaimID int64
	Month   int
	Amount  money.Fen `gorm:"column:amount_fen"`
}

// TableName is the table of migration 0004.
func (DeclaredMonth) TableName() string { return "claim_declarations" }

// Action is what was done with a claim.
type Action string

// The actions.
const (
	Created    Action = "created"
	Passed     Action = "passed"
	Returned   Action = "returned"
	Withdrew   Action = "withdrawn"
	Recomputed Action = "recomputed"

	Refused      Action = "rejected"     // 不予奖励
	Supplemented Action = "supplemented" // 补正收到
	Interrupted  Action = "suspended"    // 中止
	Resumed      Action = "resumed"      // 恢复办理
	Consulted    Action = "consulted"    // 征求部门意见
	Opined       Action = "opined"       // 部门意见
	Settled      Action = "settled"      // 部门意见协商一致
	Published    Action = "published"    // 发布公示
	Objected     Action = "objected"     // 收到异议
	Visited      Action = "visited"      // 现场登录核对
	Answered     Action = "answered"     // 答复异议
	Listed       Action = "listed"       // 列入拨付批次
	PaidOut      Action = "paid_out"     // 拨付到账
	Bounced      Action = "bounced"      // 银行退回
	ClawedBack   Action = "clawed_back"  // 追回
	GivenBack    Action = "given_back"   // 退回资金
)

// Act is one line of the record of who did what (办理记录). It is written once and never changed.
type Act struct {
	ID      int64 `gorm:"primaryKey"`
	ClaimID int64
	At      time.Time
	Actor   string
	Stage   Stage `gorm:"column:step"` // at which it was done
	Action  Action
	Target  Stage // where the claim went
	Opinion string
	Warning string // code of a problem it was done in spite of, or ""

	Files []attachments.Attachment `gorm:"-"` // filled where a page is read
}

// TableName is the table of migration 0004.
func (Act) TableName() string { return "claim_steps" }

// claimHeld reads a claim that was seen in a version. Problems: rewards.no_claim, record.changed.
func claimHeld(tx *store.Tx, id, version int64) (*Claim, error) {
	claim, err := claimByID(tx.DB, id)
	if err == nil && claim.Version != version {
		err = problem.New("record.changed", "table", claim.TableName())
	}
	return claim, err
}

func claimByID(db *gorm.DB, id int64) (*Claim, error) {
	var claim Claim
	err := db.First(&claim, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("rewards.no_claim")
	}
	return &claim, err
}

// organizationOf gives the organisation of a claim, also one in the bin.
func organizationOf(db *gorm.DB, claim *Claim) (register.Organization, error) {
	var organization register.Organization
	err := db.Unscoped().First(&organization, claim.OrganizationID).Error
	return organization, err
}

func actsOf(db *gorm.DB, claimID int64) ([]Act, error) {
	var acts []Act
	err := db.Where("claim_id = ?", claimID).Order("id").Find(&acts).Error
	return acts, err
}

// note adds a line to the record.
func note(tx *store.Tx, claim *Claim, act Act) error {
	act.ClaimID, act.At, act.Actor, act.Target = claim.ID, tx.Now, tx.Actor, claim.Stage
	return tx.Create(&act).Error
}
