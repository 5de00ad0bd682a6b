package today

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"smartcanal/data/council"
	"smartcanal/data/money"
	"smartcanal/data/people"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// Group is when something is due.
type Group string

// The groups, the most urgent first. What waits without a day of its own is of today.
const (
	Late     Group = "late"
	OfToday  Group = "today"
	ThisWeek Group = "week"
	Later    Group = "later"
)

// Groups are all of them in their order.
var Groups = []Group{Late, OfToday, ThisWeek, Later}

// Source is the area something due comes from.
type Source string

// The areas.
const (
	OfCouncil Source = "council"
	OfRewards Source = "rewards"
	OfSales   Source = "sales"
)

// The reasons besides those of council.DueKind and rewards.Awaits.
const (
	Outdated   = "outdated"   // a claim's evidence changed since it was computed
	PaidWrong  = "paid_wrong" // and it has been approved or paid already
	Unreadable = "unreadable" // a file has lines that cannot be read
	Differs    = "differs"    // a file's own summary says otherwise than its lines
)

// Item is one thing to be done.
type Item struct {
	Source Source
	Kind   string // a council.DueKind, a rewards.Awaits, or one of the above
	Stage  rewards.Stage
	Number string
	Title  string
	Who    string // the department or the organisation it is with
	On     string // yyyy-mm-dd, "" where nothing sets a day
	Days   int    // to On, below 0 since: calendar days, of claims working days
	Count  int    // unreadable lines, departments that have not answered
	Was    money.Fen
	Is     money.Fen // of Outdated: the amount of now
	Link   string
	Group  Group

	person string      // whose it is, where a person is named
	role   people.Role // whose role it takes
}

// More is what of a kind was left out; a task may be of several kinds, so these do not add up.
type More struct {
	Kind  string
	Count int
	Link  string
}

// Due is what is to be done.
type Due struct {
	Items []Item
	More  []More
}

// Of gives the items of a group.
func (d Due) Of(group Group) []Item {
	return slices.DeleteFunc(slices.Clone(d.Items), func(item Item) bool { return item.Group != group })
}

// most is how many of each kind are listed; the lists of the areas have the rest.
const most = 100

// flawedFor is how long a flawed file stays on the page.
const flawedFor = 30 * 24 * time.Hour

// Due gives what is to be done, the most urgent first; own asks for what is a person's own: tasks he is responsible
// for, what takes a role he has, what he imported. In an office of nobody everything is his.
func (r *Room) Due(ctx context.Context, person store.Actor, own bool) (Due, error) {
	me, alone, err := r.who(ctx, person)
	if err != nil {
		return Due{}, err
	}
	own = own && !alone
	var due Due
	tasks, err := r.ofCouncil(ctx, me, own)
	if err != nil {
		return due, err
	}
	claims, err := r.ofClaims(ctx)
	if err != nil {
		return due, err
	}
	files, err := r.ofFiles(ctx)
	if err != nil {
		return due, err
	}
	due.Items = slices.Concat(tasks.Items, claims, files)
	due.More = tasks.More
	if own {
		due.Items = slices.DeleteFunc(due.Items, func(item Item) bool { return !item.isOf(me) })
	}
	due.Items = r.Arrange(due.Items)
	return due, nil
}

// who finds the person at work; alone says that the office has entered nobody.
func (r *Room) who(ctx context.Context, person store.Actor) (me people.Person, alone bool, err error) {
	all, err := r.people.All(ctx)
	me = people.Person{Name: string(person)}
	for _, one := range all {
		if one.Name == me.Name && !one.Gone {
			me = one
		}
	}
	return me, len(all) == 0, err
}

func (i Item) isOf(me people.Person) bool {
	return i.person != "" && i.person == me.Name || i.role != "" && me.May(i.role)
}

// Arrange groups items by the day, puts the most urgent first, and of one record keeps the most urgent alone.
func (r *Room) Arrange(items []Item) []Item {
	today := r.Today()
	for i := range items {
		items[i].Group = groupOf(items[i].On, today)
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(slices.Index(Groups, a.Group), slices.Index(Groups, b.Group)), cmp.Compare(a.On, b.On))
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(item Item) bool {
		before := seen[item.Link]
		seen[item.Link] = true
		return before
	})
}

// With puts what Outdated found among what is due.
func (r *Room) With(due Due, outdated []Item) Due {
	due.Items = r.Arrange(slices.Concat(due.Items, outdated))
	return due
}

// groupOf says when a day is, seen from today; the week ends on Sunday.
func groupOf(on, today string) Group {
	switch {
	case on == "" || on == today:
		return OfToday
	case on < today:
		return Late
	}
	day, _ := time.Parse(time.DateOnly, today)
	sunday := day.AddDate(0, 0, (7-int(day.Weekday()))%7).Format(time.DateOnly)
	if on <= sunday {
		return ThisWeek
	}
	return Later
}

var lists = map[council.DueKind]string{
	council.DueReview: "smartcanal://council/tasks?show=review", council.DueExtension: "smartcanal://council/tasks?show=asked",
	council.DueOverdue: "smartcanal://council/tasks?lamp=overdue", council.DueSoon: "smartcanal://council", council.DueSilent: "smartcanal://council",
}

func (r *Room) ofCouncil(ctx context.Context, me people.Person, own bool) (Due, error) {
	responsible := ""
	if own && !me.May(people.Approver) { // an approver's own are those that wait for him, too
		responsible = me.Name
	}
	var due Due
	items, err := r.council.DueOf(ctx, responsible, most)
	if err != nil {
		return due, err
	}
	for _, item := range items {
		due.Items = append(due.Items, ofTask(item))
	}
	counts, err := r.council.CountDue(ctx, responsible)
	for _, kind := range []council.DueKind{council.DueOverdue, council.DueReview, council.DueExtension, council.DueSoon, council.DueSilent} {
		if counts[kind] > most {
			due.More = append(due.More, More{string(kind), counts[kind] - most, lists[kind]})
		}
	}
	return due, err
}

func ofTask(d council.DueItem) Item {
	item := Item{Source: OfCouncil, Kind: string(d.Kind), Number: d.Number, Title: d.Title, Who: d.Department, On: d.On, Days: d.Days,
		Count: d.Missing, Link: d.Link, person: d.Person}
	switch d.Kind {
	case council.DueReview, council.DueExtension:
		item.role = people.Approver
	case council.DueMeeting, council.DueMinutes, council.DueComments, council.DueSilent:
		item.role = people.Clerk
	}
	waits := d.Kind == council.DueReview || d.Kind == council.DueExtension || d.Kind == council.DueSilent
	if waits && d.Days > 0 {
		item.On, item.Days = "", 0 // to be done now, whenever the task is due
	}
	return item
}

func (r *Room) ofClaims(ctx context.Context) ([]Item, error) {
	deadlines, _, err := r.rewards.Deadlines(ctx)
	items := make([]Item, 0, len(deadlines))
	for _, d := range deadlines {
		item := Item{Source: OfRewards, Kind: string(d.Awaits), Stage: d.Stage, Number: d.Number, Title: d.Organization, On: d.Due.Format(time.DateOnly), Days: d.DaysLeft,
			Link: fmt.Sprintf("smartcanal://claim/%d", d.ClaimID), role: people.Clerk}
		if d.Awaits == rewards.AwaitsStage {
			item.role = roleAt(d.Stage)
		}
		items = append(items, item)
	}
	return items, err
}

// roleAt is whose work a stage of a claim is; what is nobody's duty the clerk sees to.
func roleAt(stage rewards.Stage) people.Role {
	switch stage {
	case rewards.SecondReview:
		return people.Reviewer
	case rewards.Approving:
		return people.Approver
	}
	return people.Clerk
}

func (r *Room) ofFiles(ctx context.Context) ([]Item, error) {
	files, err := r.sales.Flawed(ctx, r.store.Now().Add(-flawedFor))
	items := make([]Item, len(files))
	for i, f := range files {
		items[i] = Item{Source: OfSales, Kind: Unreadable, Title: f.Name, Count: f.Unreadable, Link: fmt.Sprintf("smartcanal://sales/file/%d", f.ID), person: f.Actor}
		if f.Unreadable == 0 {
			items[i].Kind = Differs
		}
	}
	return items, err
}

// Outdated gives the claims whose evidence changed since they were computed. It computes every claim anew, so the page
// asks for it apart.
func (r *Room) Outdated(ctx context.Context, person store.Actor, own bool) ([]Item, error) {
	me, alone, err := r.who(ctx, person)
	if err != nil || own && !alone && !me.May(people.Clerk) {
		return nil, err
	}
	claims, err := r.rewards.Outdated(ctx, nil)
	items := make([]Item, len(claims))
	for i, c := range claims {
		items[i] = Item{Source: OfRewards, Kind: Outdated, Stage: c.Stage, Number: c.Number, Was: c.Was, Is: c.Is, Link: fmt.Sprintf("smartcanal://claim/%d", c.ClaimID), role: people.Clerk}
		if c.Granted {
			items[i].Kind = PaidWrong
		}
	}
	return items, err
}
