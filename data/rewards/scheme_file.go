package rewards

import (
	"encoding/json"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// fileForm names the form of a scheme's file; firstFileForm is read as well.
const (
	fileForm      = "smartcanal-reward-scheme/2"
	firstFileForm = "smartcanal-reward-scheme/1"
)

// schemeFile is a scheme as a file: its form first. Amounts are in yuan; YearlyCapFen is of the first form.
type schemeFile struct {
	Form         string      `json:"form,omitempty"`
	Title        string      `json:"title"`
	DocNumber    string      `json:"doc_number"`
	Edition      int         `json:"edition,omitempty"`
	FromYear     int         `json:"from_year"`
	ToYear       int         `json:"to_year"`
	ValidFrom    string      `json:"valid_from,omitempty"`
	ValidTo      string      `json:"valid_to,omitempty"`
	WindowFrom   string      `json:"window_from,omitempty"`
	WindowTo     string      `json:"window_to,omitempty"`
	WindowSame   bool        `json:"window_same_year,omitempty"`
	YearlyCap    Quantity    `json:"yearly_cap,omitempty"`
	YearlyCapFen *money.Fen  `json:"yearly_cap_fen,omitempty"`
	Budget       *Allotment  `json:"budget,omitempty"`
	Exclusions   []Exclusion `json:"exclusions,omitempty"`
	Round        Quantity    `json:"round,omitempty"`
	LockYears    int         `json:"lock_years,omitempty"`
	PaymentDays  int         `json:"payment_days,omitempty"`
	NoticeDays   int         `json:"notice_days,omitempty"`
	Rules        []Rule      `json:"rules"`
}

func (s *Scheme) file() schemeFile {
	return schemeFile{
		Title: s.Title, DocNumber: s.DocNumber, Edition: s.Edition, FromYear: s.FromYear, ToYear: s.ToYear, ValidFrom: s.ValidFrom, ValidTo: s.ValidTo,
		WindowFrom: s.WindowFrom, WindowTo: s.WindowTo, WindowSame: s.WindowSame, YearlyCap: Quantity(s.YearlyCap), Budget: s.Budget,
		Exclusions: s.Exclusions, Round: s.Round, LockYears: s.LockYears, PaymentDays: s.PaymentDays, NoticeDays: s.NoticeDays, Rules: s.Rules,
	}
}

func (f schemeFile) scheme() Scheme {
	s := Scheme{
		Title: f.Title, DocNumber: f.DocNumber, Edition: f.Edition, FromYear: f.FromYear, ToYear: f.ToYear, ValidFrom: f.ValidFrom, ValidTo: f.ValidTo,
		WindowFrom: f.WindowFrom, WindowTo: f.WindowTo, WindowSame: f.WindowSame, YearlyCap: f.YearlyCap.Fen(), Budget: f.Budget,
		Exclusions: f.Exclusions, Round: f.Round, LockYears: f.LockYears, PaymentDays: f.PaymentDays, NoticeDays: f.NoticeDays, Rules: f.Rules,
	}
	if f.YearlyCapFen != nil {
		s.YearlyCap = *f.YearlyCapFen
	}
	for i := range s.Rules {
		s.Rules[i].Position = i + 1
	}
	return s
}

// MarshalJSON writes the scheme as a frozen trace has it.
func (s Scheme) MarshalJSON() ([]byte, error) { return json.Marshal(s.file()) }

// UnmarshalJSON reads what MarshalJSON writes, now or in the first form.
func (s *Scheme) UnmarshalJSON(text []byte) error {
	var file schemeFile
	if err := strictly(text, &file); err != nil {
		return err
	}
	*s = file.scheme()
	return nil
}

// ReadScheme reads a scheme's file and checks it. Problems: rewards.scheme_unreadable (line),
// rewards.scheme_field (field), rewards.quantity (text), rewards.scheme_form, and those of Scheme.Check.
func ReadScheme(text []byte) (Scheme, error) {
	var file schemeFile
	if err := strictly(text, &file); err != nil {
		return Scheme{}, err
	}
	if file.Form != fileForm && file.Form != firstFileForm {
		return Scheme{}, problem.New("rewards.scheme_form", "form", file.Form)
	}
	scheme := file.scheme()
	return scheme, scheme.Check()
}

// WriteScheme gives the scheme as a file that ReadScheme reads.
func WriteScheme(scheme Scheme) ([]byte, error) {
	file := scheme.file()
	file.Form = fileForm
	return json.MarshalIndent(file, "", "  ")
}

// Clone copies the scheme with all it holds, so that one can be computed while the other is edited.
func (s *Scheme) Clone() (Scheme, error) {
	var copied Scheme
	text, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(text, &copied)
	}
	if err != nil {
		return copied, err
	}
	copied.Record, copied.Family, copied.State = s.Record, s.Family, s.State
	for i := range copied.Rules {
		from := &s.Rules[i]
		copied.Rules[i].Record, copied.Rules[i].SchemeID, copied.Rules[i].Family = from.Record, from.SchemeID, from.Family
	}
	return copied, nil
}
