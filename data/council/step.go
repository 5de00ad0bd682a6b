package council

import "slices"

// Step is where a task is on its way: the work being done on it now, or its end. 立项 is done with the filing itself;
// 催办 is no step, it may come at any.
type Step string

// The steps in their order, and the end.
const (
	Assigning   Step = "assigning"   // 交办: to be handed to the lead department
	Undertaking Step = "undertaking" // 承办: the department takes it up and names who is responsible
	Reporting   Step = "reporting"   // 反馈: work goes on and is reported
	Reviewing   Step = "reviewing"   // 审核: the approver looks whether it is good enough
	Archiving   Step = "archiving"   // 办结: approved, the papers are put away
	Closed      Step = "closed"      // 销号
)

// Steps are all steps, in order.
var Steps = []Step{Assigning, Undertaking, Reporting, Reviewing, Archiving, Closed}

// Before tells whether s comes before other on the way.
func (s Step) Before(other Step) bool { return s.place() < other.place() }

func (s Step) place() int { return slices.Index(Steps, s) }
