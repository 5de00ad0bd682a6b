package sales

import (
	"context"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

// mappingModel is what a person says of the columns of a table nobody publishes.
type mappingModel struct {
	rooms
	Sample  sales.Sample
	Mapping statement.Mapping
}

// The fields a column can be: what Mapping calls them.
const (
	fieldTime    = "time"
	fieldAmount  = "amount"
	fieldOrderNo = "order_no"
	fieldAccount = "account"
	fieldRefund  = "refund"
	fieldStatus  = "status"
)

var mappingFields = []string{fieldTime, fieldAmount, fieldOrderNo, fieldAccount, fieldRefund, fieldStatus}

const sampleRows = 6

// newMappingModel begins with a guess by the columns' names.
func newMappingModel(r rooms, sample sales.Sample) *mappingModel {
	m := &mappingModel{rooms: r, Sample: sample}
	taken := map[string]bool{"": true}
	for _, field := range []string{fieldTime, fieldRefund, fieldStatus, fieldOrderNo, fieldAccount, fieldAmount} {
		for _, sign := range signs[field] {
			if column := m.columnWith(sign, taken); column != "" {
				*m.at(field), taken[column] = column, true
				break
			}
		}
	}
	return m
}

// signs are parts of names by which columns of home-made tables are mostly known, the surest first.
var signs = map[string][]string{
	fieldTime:    {"付款时间", "支付时间", "成交时间", "交易时间", "时间", "日期"},
	fieldAmount:  {"实付", "实收", "成交金额", "销售额", "金额", "合计"},
	fieldOrderNo: {"订单号", "订单编号", "交易号", "单号", "流水号", "编号"},
	fieldAccount: {"商户号", "店铺", "网店", "门店"},
	fieldRefund:  {"退款金额", "退款", "退货"},
	fieldStatus:  {"状态"},
}

func (m *mappingModel) columnWith(sign string, taken map[string]bool) string {
	for _, column := range m.Sample.Header {
		if !taken[column] && strings.Contains(column, sign) {
			return column
		}
	}
	return ""
}

// at is where the mapping keeps a field's column.
func (m *mappingModel) at(field string) *string {
	switch field {
	case fieldTime:
		return &m.Mapping.Time
	case fieldAmount:
		return &m.Mapping.Amount
	case fieldOrderNo:
		return &m.Mapping.OrderNo
	case fieldAccount:
		return &m.Mapping.Account
	case fieldRefund:
		return &m.Mapping.Refund
	}
	return &m.Mapping.Status
}

// Set says which column a field is, "" for none.
func (m *mappingModel) Set(field, column string) { *m.at(field) = column }

// Get is the column of a field, "" for none.
func (m *mappingModel) Get(field string) string { return *m.at(field) }

// Means gives what a column was said to be, "" for nothing.
func (m *mappingModel) Means(column string) string {
	for _, field := range mappingFields {
		if column != "" && m.Get(field) == column {
			return field
		}
	}
	return ""
}

// Columns are the names one can choose from.
func (m *mappingModel) Columns() []string {
	var columns []string
	for _, column := range m.Sample.Header {
		if column != "" {
			columns = append(columns, column)
		}
	}
	return columns
}

// Check says what is missing or said twice; nil when the table can be read so.
func (m *mappingModel) Check() *problem.Problem {
	if m.Mapping.Time == "" || m.Mapping.Amount == "" {
		return problem.New("sales.mapping_incomplete")
	}
	said := map[string]bool{}
	for _, field := range mappingFields {
		column := m.Get(field)
		if column != "" && said[column] {
			return problem.New("sales.mapping_twice", "column", column)
		}
		said[column] = true
	}
	return nil
}

// Remember keeps the mapping by the table's header, for this file and all later ones with the same.
func (m mappingModel) Remember(ctx context.Context) error {
	return m.sales.RememberMapping(ctx, m.actor, m.Sample.Header, m.Mapping)
}
