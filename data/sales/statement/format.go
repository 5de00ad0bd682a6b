package statement

// format is what the program knows of one foreign file format.
type format struct {
	code     string
	family   string // formats of one family may follow each other in a table
	platform string
	evidence Evidence
	needs    [][]string // of each group one column must be there
	lacks    []string   // columns that another format of the family has
	account  []string   // columns that tell whose sale a line is; nil where every line tells it
	parser   func() parser
}

// formats in the order they are tried: of one family the richer first.
var formats = []format{
	wechatRefund, wechatAll, wechatSuccess, wechatConsole, wechatFundFlow,
	alipayTrade, alipayAccount,
	taobaoOrders, jdSettlement, jdOrders, pinduoduoOrders, douyinOrders,
	wechatPersonal, alipayPersonal, jdPersonal, meituanPersonal,
}

// Formats lists the codes of all formats, the generic table last. Their names are in assets/lang
// under format.<code>.
func Formats() []string {
	codes := make([]string, 0, len(formats)+1)
	for _, f := range formats {
		codes = append(codes, f.code)
	}
	return append(codes, genericCode)
}

// formatOf finds the format these columns belong to.
func formatOf(at columns, mapping func(header []string) (Mapping, bool)) (format, bool) {
	if len(at.names) < 2 {
		return format{}, false
	}
	for _, f := range formats {
		if f.matches(at) {
			return f, true
		}
	}
	if mapping != nil {
		if m, is := mapping(at.names); is && m.fits(at) {
			return generic(m), true
		}
	}
	return format{}, false
}

func (f format) matches(at columns) bool {
	for _, name := range f.lacks {
		if at.find(name) >= 0 {
			return false
		}
	}
	for _, group := range f.needs {
		if at.find(group...) < 0 {
			return false
		}
	}
	return true
}

// oneOf is a group of names for one column.
func oneOf(names ...string) []string { return names }

// all makes every name a group of its own.
func all(names ...string) [][]string {
	groups := make([][]string, len(names))
	for i, name := range names {
		groups[i] = []string{name}
	}
	return groups
}
