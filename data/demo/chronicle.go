package demo

import (
	"context"
	"strings"

	"smartcanal/data/attachments"
	"smartcanal/data/chronicle"
	"smartcanal/data/store"
)

// story is how the programme came about in 2015.
var story = []struct {
	entry chronicle.Entry
	files []string
}{
	{entry: chronicle.Entry{OnDay: "2015-09-16", Kind: chronicle.Visit, Importance: chronicle.Major, Public: true,
		Title: "腾讯微信支付部负责人来运河区考察“微信支付综合服务O2O平台项目”"}},
	{entry: chronicle.Entry{OnDay: "2015-10-09", Kind: chronicle.Talk, Importance: chronicle.Normal, Public: true, Title: "腾讯微信支付部负责人再次到访，洽谈项目合作"}},
	{entry: chronicle.Entry{OnDay: "2015-10-13", Kind: chronicle.Talk, Importance: chronicle.Major, Public: true, Title: "双方就项目细节深入磋商，初步达成合作意向"}},
	{entry: chronicle.Entry{OnDay: "2015-10-19", Kind: chronicle.Talk, Importance: chronicle.Normal, Title: "双方继续沟通项目方案"}},
	{entry: chronicle.Entry{OnDay: "2015-11-16", Kind: chronicle.Signing, Importance: chronicle.Great, Public: true, Title: "“智慧运河”项目三方战略合作协议签约",
		Text: "运河区人民政府、腾讯公司、河北点芯网络科技三方签署。"}, files: []string{"签约现场.png", "合影.png", "协议文本.txt"}},
}

// FillChronicle gives the demo the story of 2015, by the door a person's entries go through, and lets the program
// propose what the demo's other areas have done since.
func FillChronicle(ctx context.Context, st *store.Store) error {
	room, files := chronicle.New(st), attachments.New(st)
	for _, one := range story {
		entry := one.entry
		if err := room.Add(ctx, clerk, &entry); err != nil {
			return err
		}
		for i, name := range one.files {
			content := []byte("演示数据：" + entry.Title + "。" + entry.Text)
			if strings.HasSuffix(name, ".png") {
				content = scene(float64(i + 1))
			}
			if _, err := files.Add(ctx, clerk, chronicle.Owner(entry.ID), "", name, content); err != nil {
				return err
			}
		}
	}
	return proposeAndRead(ctx, room)
}

// unread is how many proposals the demo leaves for the person.
const unread = 3

// proposeAndRead takes in what is older, as an office that keeps up would have.
func proposeAndRead(ctx context.Context, room *chronicle.Room) error {
	if _, err := room.Propose(ctx); err != nil {
		return err
	}
	proposals, err := room.Proposals(ctx)
	if err != nil || len(proposals) <= unread {
		return err
	}
	var held []chronicle.Held
	for _, p := range proposals[unread:] {
		held = append(held, chronicle.Held{ID: p.ID, Version: p.Version})
	}
	return room.Accept(ctx, clerk, held...)
}
