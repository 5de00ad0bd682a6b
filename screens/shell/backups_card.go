package shell

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// backupsCard tells where the file of data and its backups lie, and how many are kept.
type backupsCard struct {
	shell   *Shell
	object  fyne.CanvasObject
	fields  *form.Form
	kept    *kit.Select
	last    *kit.Paragraph
	reading kit.Loader[copies]
}

// copies are the backups there are and how many are kept.
type copies struct {
	all  []settings.Backup
	kept int
}

// keptChoices are the numbers of backups to choose from.
var keptChoices = []int{3, 7, 14, 30, 60}

func newBackupsCard(s *Shell) *backupsCard {
	c := &backupsCard{shell: s, last: kit.NewParagraph(wording.Text("kit.state.loading"))}
	file := &form.Field{Label: wording.Text("shell.data"), Input: kit.NewParagraph(s.host.File()), Help: wording.Text("shell.data.help")}
	if !s.copies() {
		c.object = kit.NewCard(wording.Text("shell.backup.card"), form.New(file).Object())
		return c
	}
	choices := make([]kit.Choice, len(keptChoices))
	for i, n := range keptChoices {
		choices[i] = kit.Choice{Value: strconv.Itoa(n), Label: wording.Text("shell.backup.copies", "n", n)}
	}
	c.kept = kit.NewSelect(choices, "", c.keep)
	c.fields = form.New(file,
		&form.Field{Label: wording.Text("shell.backup.last"), Input: c.last, Help: wording.Text("shell.backup.folder", "folder", s.session.Backups.Folder())},
		&form.Field{Label: wording.Text("shell.backup.kept"), Input: c.kept, Help: wording.Text("shell.backup.kept_help")},
	)
	buttons := kit.Row(kit.Gap, kit.Spring(), kit.NewPlain(wording.Text("shell.backup.to"), s.backUpTo), kit.NewPlain(wording.Text("shell.backup.now"), func() {
		s.backUp()
		c.load()
	}))
	c.object = kit.NewCard(wording.Text("shell.backup.card"), kit.Column(kit.WideGap, c.fields.Object(), buttons))
	return c
}

func (c *backupsCard) load() {
	if !c.shell.copies() {
		return
	}
	backups := c.shell.session.Backups
	c.reading.Load(func(ctx context.Context) (copies, error) {
		kept, err := backups.Kept(ctx)
		if err != nil {
			return copies{}, err
		}
		all, err := backups.All()
		return copies{all, kept}, err
	}, c.show)
}

func (c *backupsCard) show(found copies, p *problem.Problem) {
	if p != nil {
		c.fields.ShowProblem(p)
		return
	}
	text := wording.Text("shell.backup.none")
	if len(found.all) > 0 {
		newest := found.all[0]
		text = wording.Text("shell.backup.newest", "when", newest.At.Format("2006-01-02 15:04"), "n", len(found.all))
	}
	c.last.SetText(text)
	c.kept.SetValue(strconv.Itoa(found.kept))
	c.object.Refresh()
}

func (c *backupsCard) keep(value string) {
	kept, _ := strconv.Atoi(value)
	backups, who := c.shell.session.Backups, store.Actor(c.shell.session.Person)
	c.reading.Load(func(ctx context.Context) (copies, error) {
		if err := backups.Keep(ctx, who, kept); err != nil {
			return copies{}, err
		}
		all, err := backups.All()
		return copies{all, kept}, err
	}, func(found copies, p *problem.Problem) {
		c.show(found, p)
		c.shell.stand()
	})
}
