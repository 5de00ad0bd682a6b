package chronicle

import (
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/chinese"
	"smartcanal/data/council"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
)

// Rules are the rules there are, in the order the settings list them. Another area adds its own by a line here.
func Rules() []Rule {
	return []Rule{
		{Key: "meeting_held", Subject: "meetings", Kind: Meeting, Importance: Major, Public: true, Happened: became("state", string(council.Happened)), Tell: tellMeeting},
		{Key: "minutes_issued", Subject: "meetings", Kind: Document, Importance: Normal, Public: true, Happened: filled("minutes_on"), Tell: tellMinutes},
		{Key: "tasks_filed", Subject: "decisions", Kind: Task, Importance: Normal, Happened: isNew, Tell: tellDecisions},
		{Key: "task_closed", Subject: "supervised_tasks", Kind: Task, Importance: Normal, Happened: became("step", string(council.Closed)), Tell: tellTask},
		{Key: "policy_issued", Subject: "policy_documents", Kind: Document, Importance: Major, Public: true, Happened: issued(true), Tell: tellPolicy},
		{Key: "policy_revised", Subject: "policy_documents", Kind: Document, Importance: Normal, Public: true, Happened: issued(false), Tell: tellPolicy},
		{Key: "policy_repealed", Subject: "policy_documents", Kind: Document, Importance: Normal, Public: true, Happened: became("status", string(council.Repealed)), Tell: tellRepeal},
		{Key: "scheme_issued", Subject: "reward_schemes", Kind: Document, Importance: Major, Public: true, Happened: became("state", string(rewards.InForce)), Tell: tellScheme},
		{Key: "claim_paid", Subject: "claims", Kind: Payment, Importance: Normal, Happened: became("step", string(rewards.Completed)), Tell: tellClaim},
		{Key: "first_payment", Subject: "claim_payments", Kind: Payment, Importance: Major, Happened: became("state", string(rewards.Arrived)), Tell: tellFirstPayment},
		{Key: "clawback", Subject: "claim_clawbacks", Kind: Payment, Importance: Normal, Happened: isNew, Tell: tellClawback},
		{Key: "first_shop", Subject: "shops", Kind: Opening, Importance: Normal, Public: true, Happened: isNew, Tell: tellFirstShop},
		{Key: "station_opened", Subject: "organizations", Kind: Opening, Importance: Normal, Public: true, Happened: isNew, Tell: tellStation},
		{Key: "first_crossing", Subject: "import_batches", Kind: Milestone, Importance: Major, Public: false, Happened: anyChange, Tell: tellCrossings},
		{Key: "district_crossing", Subject: "import_batches", Kind: Milestone, Importance: Major, Public: false, Happened: anyChange, Tell: tellDistrictCrossing},
	}
}

func isNew(before, _ map[string]any) bool { return before == nil }

func anyChange(_, _ map[string]any) bool { return true }

// filled tells that a field has come to hold something.
func filled(field string) func(before, after map[string]any) bool {
	return func(_, after map[string]any) bool { text, is := after[field].(string); return is && text != "" }
}

// one reads the record of an event; nil where it is gone since.
func one[T any](db *gorm.DB, id int64) (*T, error) {
	var record T
	err := db.First(&record, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &record, err
}

func told(key string, id int64, day, title, text, label, page string) []Proposal {
	return []Proposal{{
		Origin: fmt.Sprintf("%s/%d", key, id), OnDay: day, Title: title, Text: text,
		Source: Source{Label: label, Link: fmt.Sprintf("smartcanal://%s/%d", page, id)},
	}}
}

func tellMeeting(db *gorm.DB, event Event) ([]Proposal, error) {
	m, err := one[council.Meeting](db, event.RecordID)
	if m == nil || err != nil {
		return nil, err
	}
	var topics []string
	if err := db.Model(&council.Topic{}).Where("meeting_id = ?", m.ID).Order("position").Pluck("title", &topics).Error; err != nil {
		return nil, err
	}
	var text []string
	if m.Chair != "" {
		text = append(text, chinese.Text("chronicle.told.chaired", "chair", m.Chair))
	}
	if len(topics) > 0 {
		text = append(text, chinese.Text("chronicle.told.topics", "topics", strings.Join(topics, "、")))
	}
	title := chinese.Text("chronicle.told.meeting", "meeting", m.Name())
	return told("meeting", m.ID, m.HeldOn, title, strings.Join(text, ""), chinese.Text("chronicle.source.meeting", "meeting", m.Name()), "meeting"), nil
}

func tellMinutes(db *gorm.DB, event Event) ([]Proposal, error) {
	m, err := one[council.Meeting](db, event.RecordID)
	if m == nil || m.MinutesOn == "" || err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.minutes", "meeting", m.Name(), "number", m.MinutesNumber)
	return told("minutes", m.ID, m.MinutesOn, title, "", chinese.Text("chronicle.source.meeting", "meeting", m.Name()), "meeting"), nil
}

// tellDecisions tells once of each meeting how many matters it decided.
func tellDecisions(db *gorm.DB, event Event) ([]Proposal, error) {
	d, err := one[council.Decision](db, event.RecordID)
	if d == nil || err != nil {
		return nil, err
	}
	m, err := one[council.Meeting](db, d.MeetingID)
	if m == nil || err != nil {
		return nil, err
	}
	var decisions, tasks int64
	if err := db.Model(&council.Decision{}).Where("meeting_id = ?", m.ID).Count(&decisions).Error; err != nil {
		return nil, err
	}
	if err := db.Model(&council.SupervisedTask{}).Where("decision_id IN (SELECT id FROM decisions WHERE meeting_id = ?)", m.ID).Count(&tasks).Error; err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.decided", "meeting", m.Name(), "decisions", decisions, "tasks", tasks)
	return told("decisions", m.ID, m.HeldOn, title, "", chinese.Text("chronicle.source.meeting", "meeting", m.Name()), "meeting"), nil
}

func tellTask(db *gorm.DB, event Event) ([]Proposal, error) {
	t, err := one[council.SupervisedTask](db, event.RecordID)
	if t == nil || err != nil {
		return nil, err
	}
	lead, err := one[register.Organization](db, t.OrganizationID)
	if lead == nil || err != nil {
		return nil, err
	}
	title := chinese.Text("chronicle.told.task", "title", t.Title)
	text := chinese.Text("chronicle.told.lead", "lead", lead.Name)
	return told("task", t.ID, t.ClosedOn, title, text, chinese.Text("chronicle.source.task", "number", t.Number), "task"), nil
}

// issued tells that a document was issued, for the first time or anew.
func issued(first bool) func(before, after map[string]any) bool {
	filled := filled("issued_on")
	return func(before, after map[string]any) bool {
		return filled(before, after) && (after["status"] == string(council.Issued)) == first
	}
}

// tellPolicy tells once of each day a document was issued, anew or for the first time.
func tellPolicy(db *gorm.DB, event Event) ([]Proposal, error) {
	p, err := one[council.PolicyDocument](db, event.RecordID)
	if p == nil || p.IssuedOn == "" || err != nil {
		return nil, err
	}
	key, day, number := "chronicle.told.policy", p.IssuedOn, p.Number
	if on, is := event.After["issued_on"].(string); is {
		day = on // it may have been issued again since
	}
	if of, is := event.After["number"].(string); is && day != p.IssuedOn {
		number = of // of the same day the last one stands: it was put right
	}
	if event.After["status"] != string(council.Issued) {
		key = "chronicle.told.policy_revised"
	}
	return ofPolicy(p, day, chinese.Text(key, "title", p.Title, "number", number)), nil
}

func tellRepeal(db *gorm.DB, event Event) ([]Proposal, error) {
	p, err := one[council.PolicyDocument](db, event.RecordID)
	if p == nil || p.EndedOn == "" || err != nil {
		return nil, err
	}
	return ofPolicy(p, p.EndedOn, chinese.Text("chronicle.told.policy_repealed", "title", p.Title, "number", p.Number)), nil
}

func ofPolicy(p *council.PolicyDocument, day, title string) []Proposal {
	list := told("policy", p.ID, day, title, "", chinese.Text("chronicle.source.policy", "title", p.Title), "policy")
	list[0].Origin += "/" + day
	return list
}

// tellFirstShop tells of the first shop of the district on a platform.
func tellFirstShop(db *gorm.DB, event Event) ([]Proposal, error) {
	shop, err := one[register.Shop](db, event.RecordID)
	if shop == nil || shop.Platform == "other" || err != nil {
		return nil, err
	}
	var earlier int64
	if err := db.Unscoped().Model(&register.Shop{}).Where("platform = ? AND id < ?", shop.Platform, shop.ID).Count(&earlier).Error; err != nil || earlier > 0 {
		return nil, err
	}
	o, err := one[register.Organization](db, shop.OrganizationID)
	if o == nil || err != nil {
		return nil, err
	}
	day := event.OnDay
	if shop.OpenedOn != "" {
		day = shop.OpenedOn
	}
	title := chinese.Text("chronicle.told.first_shop", "name", o.Name, "platform", chinese.Text("platform."+shop.Platform), "shop", shop.Name)
	list := told("organization", o.ID, day, title, "", chinese.Text("chronicle.source.organization", "name", o.Name), "organization")
	list[0].Origin = "platform/" + shop.Platform
	return list, nil
}

func tellStation(db *gorm.DB, event Event) ([]Proposal, error) {
	o, err := one[register.Organization](db, event.RecordID)
	if o == nil || o.Kind != register.Station || err != nil {
		return nil, err
	}
	day := event.OnDay
	if o.FoundedOn != "" {
		day = o.FoundedOn
	}
	return told("station", o.ID, day, chinese.Text("chronicle.told.station", "name", o.Name), "", chinese.Text("chronicle.source.organization", "name", o.Name), "organization"), nil
}
