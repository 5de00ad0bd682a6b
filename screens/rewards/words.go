package rewards

import (
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// stageName is the stage as the stepper names it: 复核.
func stageName(stage rewards.Stage) string { return wording.Text("rewards.stage." + string(stage)) }

// stageState is the stage as a state: 复核中, 办结.
func stageState(stage rewards.Stage) string {
	if stage.Ended() {
		return stageName(stage)
	}
	return wording.Text("rewards.page.at_stage", "stage", stageName(stage))
}

func stageTint(stage rewards.Stage) kit.Tint {
	switch stage {
	case rewards.Completed:
		return kit.GreenTint
	case rewards.Withdrawn, rewards.Rejected:
		return kit.Grey
	case rewards.InNotice:
		return kit.TealTint
	case rewards.Approving, rewards.Paying, rewards.Archiving:
		return kit.Blue
	}
	return kit.AmberTint
}

// daysLeft says how many working days are left to a day, "" where nothing limits.
func daysLeft(due time.Time, days int) (string, kit.Tint) {
	switch {
	case due.IsZero():
		return "", kit.Grey
	case days < 0:
		return wording.Text("rewards.due.late", "n", -days), kit.RedTint
	case days == 0:
		return wording.Text("rewards.due.today"), kit.AmberTint
	}
	return wording.Text("rewards.due.left", "n", days), kit.Grey
}

// dayOrDash is a day, a dash for none.
func dayOrDash(t time.Time) string {
	if t.IsZero() {
		return "—"
	}
	return dayOf(t)
}

func materialTint(state rewards.MaterialState) kit.Tint {
	switch state {
	case rewards.Checked:
		return kit.GreenTint
	case rewards.Received:
		return kit.AmberTint
	}
	return kit.RedTint
}

// yuan is an amount with its unit: 1,234.50 元.
func yuan(f money.Fen) string { return wording.Text("rewards.page.yuan", "amount", f) }

// wan is a sum of amounts in 万元: 12.30 万元.
func wan(f money.Fen) string { return wording.Text("rewards.page.wan", "amount", f.Wan()) }

// dayOf and minuteOf write moments as China reads them, whatever the machine is set to.
func dayOf(t time.Time) string    { return t.In(statement.China).Format("2006-01-02") }
func minuteOf(t time.Time) string { return t.In(statement.China).Format("2006-01-02 15:04") }

// percent writes a deviation with its sign: -1.7%; one beyond what is allowed is marked, for who does not see
// that it is red.
func percent(d rewards.Deviation) string {
	if !d.Known {
		return "—"
	}
	if d.Beyond {
		d.Beyond = false
		return "！" + percent(d)
	}
	if d.Rate > 0 {
		return "+" + d.Rate.String()
	}
	return d.Rate.String()
}

// worded is a problem in one line: what happened and what to do.
func worded(p *problem.Problem) string {
	if p == nil {
		return ""
	}
	what, todo := wording.Problem(p)
	return wording.Text("rewards.page.what_do", "what", strings.TrimRight(what, "。."), "do", todo)
}

// wholeWan is an amount in 万元 without superfluous zeros: 500, 0.25.
func wholeWan(f money.Fen) string { return strings.TrimSuffix(f.Wan(), ".00") }

// monthName is 1月 of 202601.
func monthName(month int) string { return wording.Text("rewards.page.month", "n", month%100) }

func platformName(platform string) string { return wording.Text("platform." + platform) }

// claimLink opens a claim's page.
func claimLink(id int64) string { return "smartcanal://claim/" + strconv.FormatInt(id, 10) }

// Links to the area's other pages.
const (
	listLink    = "smartcanal://rewards"
	newLink     = "smartcanal://rewards/new"
	schemesLink = "smartcanal://rewards/schemes"
	noticeLink  = "smartcanal://rewards/notice"
	paymentLink = "smartcanal://rewards/payments"
	budgetLink  = "smartcanal://rewards/budget"
	correctLink = "smartcanal://rewards/correct?claim="

	formsLink      = "smartcanal://rewards/forms"
	candidatesLink = "smartcanal://rewards/candidates"
	objectionsLink = "smartcanal://rewards/objections"
)

func numberIn(n int64) string { return strconv.FormatInt(n, 10) }
