package rewards

import (
	"sort"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Declaration is what an enterprise says of itself. Amounts are in fen.
type Declaration struct {
	Months         map[int]money.Fen // sales by month, yyyymm; only the months it speaks of
	Base           money.Fen         // what a percentage is taken of, 0 where the rule asks for none
	EarlierHighest money.Fen         // sales of its best year before the statements begin, 0 where it says nothing
	Figures                          // what else the rule asks for, see Says.Declares
}

// Figures are what a rule asks for besides sales, each with its voucher among the materials.
type Figures struct {
	Declared map[string]Quantity `json:"declared,omitempty"` // by the figure's name
	Units    []ListedUnit        `json:"units,omitempty"`
	Decided  *money.Fen          `json:"decided_fen,omitempty"` // by the office, under a ceiling
	Cut      *Cut                `json:"cut,omitempty"`         // by the measure's budget, see PlanCut
}

// check refuses months of other years and amounts below zero.
func (d Declaration) check(year int) error {
	for month, fen := range d.Months {
		if month/100 != year || month%100 < 1 || month%100 > 12 {
			return problem.New("rewards.month_outside", "month", month, "year", year)
		}
		if fen < 0 {
			return problem.New("rewards.amount_negative")
		}
	}
	return nil
}

func declaredOf(db *gorm.DB, claimID int64) ([]DeclaredMonth, error) {
	var months []DeclaredMonth
	err := db.Where("claim_id = ?", claimID).Order("month").Find(&months).Error
	return months, err
}

// keepMonths makes the months kept for a claim those declared; months that stay as they are stay untouched.
func keepMonths(tx *store.Tx, claimID int64, declared map[int]money.Fen) error {
	kept, err := declaredOf(tx.DB, claimID)
	if err != nil {
		return err
	}
	known := map[int]bool{}
	for i := range kept {
		known[kept[i].Month] = true
		if err := keepMonth(tx, &kept[i], declared); err != nil {
			return err
		}
	}
	for _, month := range sortedMonths(declared) {
		if known[month] {
			continue
		}
		if err := tx.Create(&DeclaredMonth{ClaimID: claimID, Month: month, Amount: declared[month]}).Error; err != nil {
			return err
		}
	}
	return nil
}

func keepMonth(tx *store.Tx, kept *DeclaredMonth, declared map[int]money.Fen) error {
	fen, still := declared[kept.Month]
	switch {
	case !still:
		return tx.Remove(kept)
	case fen == kept.Amount:
		return nil
	}
	kept.Amount = fen
	return store.Update(tx, kept)
}

func sortedMonths(declared map[int]money.Fen) []int {
	months := make([]int, 0, len(declared))
	for month := range declared {
		months = append(months, month)
	}
	sort.Ints(months)
	return months
}
