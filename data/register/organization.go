package register

import (
	"smartcanal/data/pinyin"
	"smartcanal/data/store"
)

// Kind is what an organisation is.
type Kind string

// The kinds of organisations.
const (
	Enterprise      Kind = "enterprise"
	Cooperative     Kind = "cooperative"
	Farm            Kind = "farm"
	Grower          Kind = "grower"
	Platform        Kind = "platform"
	Department      Kind = "department"
	ServiceProvider Kind = "service_provider"
	Station         Kind = "station"
)

// Kinds are all kinds, in the order a form offers them.
var Kinds = []Kind{Enterprise, Cooperative, Farm, Grower, Platform, Department, ServiceProvider, Station}

// Status is whether an organisation does business.
type Status string

// The states of an organisation.
const (
	Active    Status = "active"
	Suspended Status = "suspended"
	Closed    Status = "closed"
)

// Statuses are all states of an organisation, in the order a form offers them.
var Statuses = []Status{Active, Suspended, Closed}

// Organization is a market participant or another body the office works with.
type Organization struct {
	store.Record
	Kind       Kind
	Name       string
	ShortName  string
	CreditCode string // GB 32100-2015, 18 characters, or ""
	LegalForm  string // 有限责任公司 …
	FoundedOn  string // yyyy-mm-dd, or ""
	Industry   string
	AboveQuota string // 限上: "" no, else what and since when
	Status     Status
	Standing   string // penalties, blacklists, as noted by the clerk
	RegionCode string // a district, town or village of package region, or ""
	Address    string
	Note       string
	Initials   string // what the names may be looked for by in pinyin; kept by this package
	MergedInto *int64 // the organisation it was merged into
}

// ShownName is the short name where there is one, else the name.
func (o *Organization) ShownName() string {
	if o.ShortName != "" {
		return o.ShortName
	}
	return o.Name
}

// spell keeps the pinyin in step with the names.
func (o *Organization) spell() {
	o.Initials = pinyin.Keys(o.Name)
	if o.ShortName != "" {
		o.Initials += " " + pinyin.Keys(o.ShortName)
	}
}

// fields are the values a person may set, by the names problems use.
func (o *Organization) fields() map[string]*string {
	return map[string]*string{
		FieldName: &o.Name, FieldShortName: &o.ShortName, FieldKind: (*string)(&o.Kind), FieldCreditCode: &o.CreditCode,
		FieldLegalForm: &o.LegalForm, FieldFoundedOn: &o.FoundedOn, FieldIndustry: &o.Industry, FieldAboveQuota: &o.AboveQuota,
		FieldStatus: (*string)(&o.Status), FieldStanding: &o.Standing, FieldRegion: &o.RegionCode, FieldAddress: &o.Address,
		FieldNote: &o.Note,
	}
}
