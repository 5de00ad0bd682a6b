package register

import "smartcanal/data/store"

// The usual roles of people; a clerk may write others. They are Chinese because they stand in official papers.
const (
	Contact             = "联系人"
	OnlineSalesContact  = "电商负责人"
	FinanceContact      = "财务联系人"
	LegalRepresentative = "法定代表人"
)

// Roles are the usual roles, in the order a form offers them.
var Roles = []string{OnlineSalesContact, FinanceContact, LegalRepresentative, Contact}

// Person is somebody to talk to in an organisation.
type Person struct {
	store.Record
	OrganizationID int64
	Name           string
	Role           string
	Phone          string // mask on the screen (identity.MaskPhone)
}

// BelongTo hands the person to another organisation.
func (p *Person) BelongTo(organizationID int64) { p.OrganizationID = organizationID }
