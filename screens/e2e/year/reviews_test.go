package year

import "strconv"

// together passes all claims at a stage with one opinion, from the list: they are marked by keyboard.
func (o *office) together(stage string, n int, opinion string) {
	o.Helper()
	o.only(stage)
	o.marksAll(n)
	o.Clicks("成批办理 ▾")
	o.Clicks("同一意见通过…")
	o.Reads(stage + " " + strconv.Itoa(n) + " 件")
	o.Types(opinion) // the keyboard is in the opinion already
	o.Clicks("全部通过")
}

// only lists the claims at a stage.
func (o *office) only(stage string) {
	o.Helper()
	o.rewards()
	o.ClicksOn("步骤：")
	o.Clicks(stage)
}

// marksAll marks every claim listed.
func (o *office) marksAll(n int) {
	o.Helper()
	o.Opens("合计 " + strconv.Itoa(n) + " 件")
	o.Keys("ctrl+a")
}

// accepting looks through what came in and takes the claims in, all but one that lacks its papers.
func accepting(o *office) {
	o.as("王强")
	o.together("受理", 23, "收到申报材料，齐全。")
	o.Shot("accepted")
}
