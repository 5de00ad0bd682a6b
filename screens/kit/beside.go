package kit

// besides says that what is opened now is wanted in a window of its own. Only the UI goroutine touches it.
var besides bool

// Beside runs what opens a page and has it opened in a window of its own beside the one shown: what Ctrl+Return
// and the middle button do. Whatever a list or a link opens goes through Context.Open, so that no page has
// to know of it.
func Beside(open func()) {
	besides = true
	defer func() { besides = false }()
	open()
}

// Besides says whether the page opened now is wanted in a window of its own; once, so that what this page opens in
// its turn stays in its window.
func Besides() bool {
	was := besides
	besides = false
	return was
}

// Leading is what takes the keyboard and may lead to a page: a list, a link. A button that does something is none.
type Leading interface {
	// Leads says whether Return leads to a page.
	Leads() bool
}
