package demo

import (
	"smartcanal/data/council"
)

var opinionsDrafts = []struct{ note, text string }{
	{"征求意见稿", `一、总体要求
坚持政府引导、市场运作，推动全区电子商务健康发展。
二、主要目标
到2027年，建成村级服务站61个，培育年网络零售额超千万元企业10家。
三、重点任务
（一）完善快递进村共配体系。
（二）建设电商人才实训基地。
（三）推动金丝小枣等农产品上行。
四、保障措施
建立联席会议制度，定期调度。`},
	{"印发稿", `一、总体要求
坚持政府引导、市场运作，推动全区电子商务高质量发展。
二、主要目标
到2027年，建成村级服务站70个，培育年网络零售额超千万元企业12家。
三、重点任务
（一）完善快递进村共配体系。
（二）建设电商人才实训基地。
（三）推动金丝小枣等农产品上行，建设产地仓。
（四）规范网店亮照经营。
四、保障措施
建立联席会议制度，每季度调度，纳入督查。`},
}

// policies gives the demo its guiding opinions: two texts, the departments' comments, issued, and broken down into tasks
// the conference supervises; and a plan that is being drafted.
func (f *councilFiller) policies() error {
	p := &council.PolicyDocument{Kind: council.Opinions, Title: "运河区电子商务发展指导意见"}
	if err := f.on(-100, func() error { return f.draft(p) }); err != nil {
		return err
	}
	if err := f.on(-90, func() error { return f.comment(p.ID) }); err != nil {
		return err
	}
	if err := f.on(-80, func() error {
		if _, err := f.room.AddVersion(f.ctx, clerk, p.ID, opinionsDrafts[1].note, opinionsDrafts[1].text); err != nil {
			return err
		}
		return f.room.Issue(f.ctx, head, f.heldPolicy(p.ID), "运政办〔"+f.day(-80)[:4]+"〕16号", f.day(-80))
	}); err != nil {
		return err
	}
	if err := f.breakdown(p.ID, "村级服务站宽带提速", "电商人才实训基地挂牌", "快递进村共配线路开通", "网店亮照公示专项检查", "金丝小枣京东专区上线", "小王庄镇产地仓选址", "产业园招商手册编制"); err != nil {
		return err
	}
	return f.on(-5, func() error {
		return f.room.SavePolicy(f.ctx, clerk, &council.PolicyDocument{Kind: council.Plan, Title: "运河区2027年年货节电商促销方案"})
	})
}

func (f *councilFiller) draft(p *council.PolicyDocument) error {
	if err := f.room.SavePolicy(f.ctx, clerk, p); err != nil {
		return err
	}
	if _, err := f.room.AddVersion(f.ctx, clerk, p.ID, opinionsDrafts[0].note, opinionsDrafts[0].text); err != nil {
		return err
	}
	var asked []int64
	for _, name := range departments[:8] {
		asked = append(asked, f.members[name])
	}
	return f.room.AskComments(f.ctx, clerk, f.heldPolicy(p.ID), f.day(-88), asked)
}

// comment lets the departments answer.
func (f *councilFiller) comment(policyID int64) error {
	answers := map[string]council.PolicyComment{
		"农业农村局": {Text: "建议村级服务站目标调整为80个。", Adoption: council.AdoptPartly, Reply: "结合财力调整为70个。"},
		"市场监管局": {Text: "建议增加规范网店亮照经营内容。", Adoption: council.Adopt},
		"财政局":   {Text: "建议删去资金安排表述。", Adoption: council.AdoptRefused, Reply: "文中未涉及具体资金安排。"},
	}
	comments, err := f.room.Comments(f.ctx, policyID)
	for i := 0; err == nil && i < len(comments); i++ {
		c := comments[i].PolicyComment
		answer := answers[comments[i].Department]
		c.Text, c.Adoption, c.Reply = answer.Text, answer.Adoption, answer.Reply
		err = f.room.SetComment(f.ctx, clerk, &c)
	}
	return err
}

func (f *councilFiller) heldPolicy(id int64) council.Held {
	page, err := f.room.Policy(f.ctx, id)
	if err != nil {
		return council.Held{ID: id} // the step that follows says what is wrong
	}
	return council.Held{ID: id, Version: page.PolicyDocument.Version}
}

func (f *councilFiller) breakdown(policyID int64, titles ...string) error {
	for _, title := range titles {
		ids, err := f.room.TaskIDs(f.ctx, council.TaskFilter{Text: title}, nil)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := f.room.LinkTasks(f.ctx, clerk, policyID, int64(id)); err != nil {
				return err
			}
		}
	}
	return nil
}
