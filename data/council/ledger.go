package council

import (
	"context"
	"strings"
	"unicode"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// Outcome is what an import of a ledger does, or did, with one row.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Unchanged Outcome = "unchanged" // is there already
	Rejected  Outcome = "refused"
)

// LedgerKind is what a ledger lists.
type LedgerKind string

// The kinds.
const (
	TaskLedger   LedgerKind = "tasks"
	MemberLedger LedgerKind = "members"
)

// LedgerPlan is what a ledger would add; ApplyLedger does exactly that.
type LedgerPlan struct {
	Kind        LedgerKind
	Table       string   // the file's name, and the sheet's where there are several
	HeaderRow   int      // where the column names stand, as a spreadsheet counts
	Ignored     []string // columns there is no place for
	Departments []string // that are not in the register yet and are added with it
	Entries     []LedgerEntry
}

// LedgerEntry is one row.
type LedgerEntry struct {
	Row        int
	Title      string // the task's, or the member's name
	Department string
	Outcome    Outcome
	Problem    *problem.Problem // why it is refused, with row and column

	task   *ledgerTask
	member *ledgerMember
}

// Count is the number of entries with an outcome.
func (p *LedgerPlan) Count(outcome Outcome) int {
	n := 0
	for _, entry := range p.Entries {
		if entry.Outcome == outcome {
			n++
		}
	}
	return n
}

// The names columns go by in the ledgers of bureaus, for each field.
var columnNames = map[string]string{
	"title":       "任务 事项 工作任务 重点任务 督办事项 主要任务 任务名称 事项名称 任务内容 工作内容 重点工作 议定事项 督办内容",
	"expected":    "目标 工作目标 预期成果 完成标准 年度目标 目标任务 预期目标",
	"lead":        "牵头 牵头单位 责任单位 主办单位 牵头部门 责任部门 承办单位 主责单位",
	"supports":    "配合 配合单位 协办单位 配合部门 协同单位 参与单位",
	"responsible": "责任人 具体责任人 承办人 经办人",
	"due":         "时限 完成时限 办理时限 完成时间 截止时间 截止日期 时间节点 计划完成时间 要求完成时间",
	"filed":       "立项日期 立项时间 交办时间 交办日期 下达时间",
	"progress":    "进度 完成率 完成进度 进度百分比",
	"report":      "进展 进展情况 工作进展 落实情况 完成情况 办理情况 最新进展",
	"trouble":     "问题 存在问题 困难问题 主要问题",
	"next":        "下步 下一步 下步安排 下一步打算 下步打算 下一步安排 下步措施",
	"state":       "状态 办理状态 是否完成 是否办结 办结情况",
	"department":  "单位 成员单位 单位名称 部门 成员单位名称",
	"leader":      "负责人 主要负责人 领导 分管领导 分管负责人 成员 成员姓名 姓名",
	"post":        "职务 领导职务",
	"liaison":     "联络员 联系人 联络员姓名",
	"phone":       "电话 联系电话 联系方式 手机 手机号 联络员电话",
}

var fieldOf = func() map[string]string {
	fields := map[string]string{}
	for field, names := range columnNames {
		for name := range strings.FieldsSeq(names) {
			fields[name] = field
		}
	}
	return fields
}()

// ledgerRows is a ledger read by its column names: the cells of each row by field.
type ledgerRows struct {
	kind    LedgerKind
	header  int
	names   map[string]string // what the file calls a field
	ignored []string
	rows    []ledgerRow
}

type ledgerRow struct {
	number int
	cells  map[string]string
}

// readLedger finds the row of column names and reads what is under it. Problems: council.ledger_no_names (found),
// council.ledger_empty, those of reading the table.
func readLedger(ctx context.Context, table sheet.Table) (*ledgerRows, error) {
	read := &ledgerRows{}
	var places map[int]string
	best := ""
	for row, err := range table.Rows(ctx) {
		if err != nil {
			return nil, err
		}
		if places == nil {
			if shown := strings.Join(nonBlank(row.Cells), "、"); len(shown) > len(best) {
				best = shown
			}
			places = read.takeHeader(row)
			continue
		}
		if cells := filledCells(row.Cells, places); len(cells) > 0 {
			read.rows = append(read.rows, ledgerRow{row.Number, cells})
		}
	}
	switch {
	case places == nil && best == "", places != nil && len(read.rows) == 0:
		return nil, problem.New("council.ledger_empty").In(table.Name)
	case places == nil:
		return nil, problem.New("council.ledger_no_names", "found", shortened(best, 60)).In(table.Name)
	}
	return read, nil
}

// takeHeader understands a row as column names: one for the task with its lead, or one for the department with anybody
// there; nil where it is none. The first of two columns of one meaning counts.
func (l *ledgerRows) takeHeader(row sheet.Row) map[int]string {
	places, names := map[int]string{}, map[string]string{}
	var ignored []string
	for i, cell := range row.Cells {
		name := bareName(cell)
		field, is := fieldOf[name]
		if _, seen := names[field]; is && !seen {
			places[i], names[field] = field, strings.TrimSpace(cell)
		} else if name != "" {
			ignored = append(ignored, strings.TrimSpace(cell))
		}
	}
	has := func(field string) bool { _, is := names[field]; return is }
	switch {
	case has("title") && has("lead"):
		l.kind = TaskLedger
	case has("department") && (has("leader") || has("liaison")):
		l.kind = MemberLedger
	default:
		return nil
	}
	l.header, l.names, l.ignored = row.Number, names, ignored
	return places
}

// bareName leaves of a column's name what carries its meaning: no marks, no remark in brackets.
func bareName(name string) string {
	for _, open := range []string{"（", "("} {
		if before, _, cut := strings.Cut(name, open); cut && before != "" {
			name = before
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

func nonBlank(cells []string) []string {
	var kept []string
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			kept = append(kept, cell)
		}
	}
	return kept
}

// filledCells gives the cells by field, without those that say nothing; a row of sums has none.
func filledCells(cells []string, places map[int]string) map[string]string {
	found := map[string]string{}
	for i, field := range places {
		if i >= len(cells) {
			continue
		}
		text := strings.TrimSpace(strings.TrimPrefix(cells[i], "'"))
		switch text {
		case "", "-", "—", "——", "/", "无", "暂无":
		default:
			found[field] = text
		}
	}
	for _, field := range []string{"title", "department"} {
		if text := strings.Trim(found[field], "合总小计 :："); text == "" {
			delete(found, field)
		}
	}
	if len(found) == 1 && found["progress"] != "" {
		return nil
	}
	return found
}
