// Package problem is the one kind of error a person gets to see: a code with arguments that the
// catalogue in assets/lang words as what happened, where, what the program did and what to do next.
package problem

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Problem is an error a person can act on. Code names its wording (problem.<code>.what and
// problem.<code>.do in assets/lang); the cause is for the log only.
type Problem struct {
	Code  string
	Args  map[string]string
	Where Place
	cause error
}

// Place says where a problem is: the file as the person knows it, the row as a spreadsheet
// counts (from 1, 0 unknown) and the column by its name. Empty parts are unknown.
type Place struct {
	File   string
	Row    int
	Column string
}

// New makes a problem from its code and its arguments in pairs of name and value.
func New(code string, args ...any) *Problem {
	p := &Problem{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[fmt.Sprint(args[i])] = fmt.Sprint(args[i+1])
	}
	return p
}

// Because keeps the technical cause for the log and for errors.Is and errors.As.
func (p *Problem) Because(cause error) *Problem {
	p.cause = cause
	return p
}

// In names the file; an already named one stays, because the reader nearest to it knows best.
func (p *Problem) In(file string) *Problem {
	if p.Where.File == "" {
		p.Where.File = file
	}
	return p
}

// At names row and column.
func (p *Problem) At(row int, column string) *Problem {
	p.Where.Row, p.Where.Column = row, column
	return p
}

// Error is for the log: code, arguments and cause. Screens use the catalogue instead.
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Code)
	names := make([]string, 0, len(p.Args))
	for name := range p.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%q", name, p.Args[name])
	}
	if p.Where != (Place{}) {
		fmt.Fprintf(&b, " at %q row %d column %q", p.Where.File, p.Where.Row, p.Where.Column)
	}
	if p.cause != nil {
		fmt.Fprintf(&b, ": %v", p.cause)
	}
	return b.String()
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.cause }

// Is makes errors.Is(err, problem.New("code")) true for any problem of that code.
func (p *Problem) Is(target error) bool {
	other, ok := target.(*Problem)
	return ok && other.Code == p.Code
}

// teachers know errors of lower layers that are no problems yet.
var teachers []func(error) *Problem

// Teach lets a package that knows a driver's errors say which problem they are, wherever they come
// up. It is called from init functions only.
func Teach(teacher func(error) *Problem) { teachers = append(teachers, teacher) }

// Of finds the problem in err. An error nobody foresaw becomes the problem "unexpected" with err as its
// cause, so that a person still never sees a Go error. Of(nil) is nil.
func Of(err error) *Problem {
	if err == nil {
		return nil
	}
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	for _, teacher := range teachers {
		if p := teacher(err); p != nil {
			return p.Because(err)
		}
	}
	return New("unexpected").Because(err)
}
