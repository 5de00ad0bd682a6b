package rewards

import "slices"

// Stage is where a claim is on its way: the work being done on it now, or how it ended.
type Stage string

// The stages in their order, and the three ends.
const (
	Accepting    Stage = "accepted"      // 受理
	FirstReview  Stage = "first_review"  // 初审
	SecondReview Stage = "second_review" // 复核
	JointReview  Stage = "joint_review"  // 联审
	Deciding     Stage = "meeting"       // 会议审定
	InNotice     Stage = "public_notice" // 公示
	Approving    Stage = "approved"      // 批准
	Paying       Stage = "paid"          // 拨付
	Archiving    Stage = "archive"       // 归档
	Completed    Stage = "completed"     // 办结
	Withdrawn    Stage = "withdrawn"     // 已撤回
	Rejected     Stage = "rejected"      // 不予奖励
)

// Stages are those a claim goes through, in order; after the last it is Completed.
var Stages = []Stage{Accepting, FirstReview, SecondReview, JointReview, Deciding, InNotice, Approving, Paying, Archiving}

// dropped are the ends at which nothing is paid: such a claim stands in nobody's way.
var dropped = []Stage{Withdrawn, Rejected}

// Ended tells whether nothing more is done.
func (s Stage) Ended() bool { return s == Completed || s.Dropped() }

// Dropped tells whether the claim ended without anything being paid.
func (s Stage) Dropped() bool { return slices.Contains(dropped, s) }

// Next is where passing leads, Completed after the last; an ended claim stays where it is.
func (s Stage) Next() Stage {
	i := slices.Index(Stages, s)
	switch {
	case i < 0:
		return s
	case i == len(Stages)-1:
		return Completed
	}
	return Stages[i+1]
}

// Before tells whether s comes before other on the way.
func (s Stage) Before(other Stage) bool { return s.place() < other.place() }

func (s Stage) place() int {
	if i := slices.Index(Stages, s); i >= 0 {
		return i
	}
	return len(Stages)
}

// granting tells whether what was computed has been approved.
func (s Stage) granting() bool { return s == Paying || s == Archiving || s == Completed }
