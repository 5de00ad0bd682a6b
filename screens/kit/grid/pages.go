package grid

import (
	"container/list"
	"context"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

const (
	pageRows  = 100
	keptPages = 48
)

// pages keeps the rows seen last and fetches what is missing, one page at a time and the wanted ones
// first. All but the fetching itself happens on the UI goroutine.
type pages struct {
	model   Model
	kept    map[int]*list.Element
	order   *list.List // of *page, the one used last in front
	wanted  []int
	loading int // the page under way, -1 if none
	load    func(work func(context.Context) ([]Row, error), done func([]Row, *problem.Problem))
	stop    func()
	arrived func()
	failed  func(*problem.Problem)
}

type page struct {
	number int
	rows   []Row
}

func newPages(model Model, arrived func(), failed func(*problem.Problem)) *pages {
	loader := &kit.Loader[[]Row]{}
	return &pages{
		model: model, kept: map[int]*list.Element{}, order: list.New(), loading: -1,
		load: loader.Load, stop: loader.Stop, arrived: arrived, failed: failed,
	}
}

// row gives a row that is here.
func (p *pages) row(index int) (Row, bool) {
	element, is := p.kept[index/pageRows]
	if !is {
		return Row{}, false
	}
	p.order.MoveToFront(element)
	rows := element.Value.(*page).rows
	if at := index % pageRows; at < len(rows) {
		return rows[at], true
	}
	return Row{}, true
}

// want asks for the pages of rows first to last; pages wanted before and not fetched yet are forgotten,
// and so is the one under way where it is not among them: whoever drags the thumb past a thousand pages
// waits for the last only.
func (p *pages) want(first, last int) {
	p.wanted = p.wanted[:0]
	for number := first / pageRows; number <= last/pageRows; number++ {
		if _, is := p.kept[number]; !is {
			p.wanted = append(p.wanted, number)
		}
	}
	for _, number := range p.wanted {
		if number == p.loading {
			return
		}
	}
	if p.loading >= 0 && len(p.wanted) > 0 {
		p.drop()
	}
	p.next()
}

func (p *pages) drop() {
	p.stop()
	p.loading = -1
}

func (p *pages) next() {
	for p.loading < 0 && len(p.wanted) > 0 {
		number := p.wanted[0]
		p.wanted = p.wanted[1:]
		if _, is := p.kept[number]; !is {
			p.fetch(number)
		}
	}
}

func (p *pages) fetch(number int) {
	first := number * pageRows
	count := min(pageRows, p.model.Rows()-first)
	if count <= 0 {
		return
	}
	p.loading = number
	p.load(func(ctx context.Context) ([]Row, error) {
		return p.model.Page(ctx, first, count)
	}, func(rows []Row, fault *problem.Problem) {
		p.loading = -1
		if fault != nil {
			p.wanted = p.wanted[:0]
			p.failed(fault)
			return
		}
		p.keep(number, rows)
		p.next()
		p.arrived()
	})
}

func (p *pages) keep(number int, rows []Row) {
	p.kept[number] = p.order.PushFront(&page{number, rows})
	for p.order.Len() > keptPages {
		oldest := p.order.Back()
		delete(p.kept, oldest.Value.(*page).number)
		p.order.Remove(oldest)
	}
}

// each visits the rows that are here, in no order: to measure a column by its content.
func (p *pages) each(visit func(Row)) {
	for element := p.order.Front(); element != nil; element = element.Next() {
		for _, row := range element.Value.(*page).rows {
			visit(row)
		}
	}
}
