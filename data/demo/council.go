package demo

import (
	"context"
	"strings"
	"time"

	"smartcanal/data/council"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// departments are the members of the demo's conference, by their short names.
var departments = strings.Fields("商务局 发展改革局 财政局 农业农村局 市场监管局 交通运输局 自然资源局 科工局 人社局 教育局 统计局 税务局 金融办 消防大队 邮政管理局 小王庄镇 南陈屯镇 市场街道")

// supervised is a task of the demo; days count from the day the demo is made.
type supervised struct {
	title, lead, supports string
	meeting               int // which meeting decided it, 0 for none
	filed, due            int
	progress, reported    int
	text                  string
	extended              int // the day before the extension, 0 for none
	closed                int // the day it was closed, 0 for none
	priority              council.Priority
}

var supervisedTasks = []supervised{
	{title: "电子商务奖励办法印发", lead: "商务局", supports: "财政局 税务局", meeting: 1, filed: -250, due: -215, progress: 100, closed: -218, text: "办法已印发并上网公开"},
	{title: "农村电商服务站摸底", lead: "农业农村局", supports: "小王庄镇 南陈屯镇", meeting: 1, filed: -250, due: -205, progress: 100, closed: -200, text: "摸底表已汇总"},
	{title: "网店台账建立", lead: "市场监管局", supports: "商务局", meeting: 1, filed: -250, due: -200, progress: 100, closed: -203, text: "台账 286 户"},
	{title: "快递共配试点方案", lead: "交通运输局", supports: "邮政管理局", meeting: 2, filed: -160, due: -120, progress: 100, closed: -122, text: "方案报区政府"},
	{title: "电商培训计划", lead: "人社局", supports: "教育局", meeting: 2, filed: -160, due: -110, progress: 100, closed: -112, text: "全年 12 期"},
	{title: "产业园招商手册编制", lead: "商务局", supports: "", meeting: 2, filed: -160, due: -100, progress: 100, closed: -101, text: "手册已印制"},
	{title: "村级服务站宽带提速", lead: "农业农村局", supports: "科工局", meeting: 3, filed: -70, due: -13, progress: 70, reported: -11, text: "43 个站点已提速，余 18 个待施工"},
	{title: "电商人才实训基地挂牌", lead: "人社局", supports: "教育局", meeting: 3, filed: -65, due: -5, progress: 85, reported: -4, text: "场地装修收尾"},
	{title: "电商产业园消防整改回访", lead: "消防大队", supports: "市场街道 商务局", meeting: 3, filed: -60, due: -2, progress: 60, reported: -7, text: "3 处隐患整改 2 处"},
	{title: "快递进村共配线路开通", lead: "交通运输局", supports: "邮政管理局", meeting: 3, filed: -55, due: 5, progress: 90, reported: -3, text: "试运行 4 条线路"},
	{title: "网店亮照公示专项检查", lead: "市场监管局", supports: "商务局", meeting: 3, filed: -50, due: 7, progress: 55, reported: -14, text: "已查 158 户"},
	{title: "旺季冷链仓位协调", lead: "发展改革局", supports: "商务局 农业农村局 交通运输局", meeting: 3, filed: -40, due: 12, progress: 70, reported: -5, text: "落实仓位 1,200 平方米"},
	{title: "电商统计口径培训", lead: "统计局", supports: "商务局", meeting: 4, filed: -25, due: 15, progress: 60, reported: -1, text: "教材定稿，下周开班"},
	{title: "直播基地场租减免落实", lead: "财政局", supports: "税务局", meeting: 3, filed: -48, due: 17, progress: 40, reported: -24, text: "减免口径待定"},
	{title: "金丝小枣京东专区上线", lead: "商务局", supports: "农业农村局", meeting: 4, filed: -25, due: 22, progress: 40, reported: -3, extended: 7, text: "专区页面已搭好，还差 2 家质检报告"},
	{title: "小王庄镇产地仓选址", lead: "自然资源局", supports: "小王庄镇", meeting: 4, filed: -25, due: 25, progress: 45, reported: -4, text: "两处备选地块已踏勘"},
	{title: "助农电商贷款产品推出", lead: "金融办", supports: "农业农村局", meeting: 4, filed: -30, due: 27, progress: 35, reported: -17, text: "与两家银行商谈授信"},
	{title: "南陈屯镇物流中转场改造", lead: "交通运输局", supports: "南陈屯镇", meeting: 3, filed: -45, due: 32, progress: 25, reported: -21, text: "招标文件编制中"},
	{title: "跨境电商退税辅导", lead: "税务局", supports: "商务局", meeting: 4, filed: -20, due: 35, progress: 30, reported: -2, text: "辅导企业 6 户"},
	{title: "年货节联合促销方案", lead: "商务局", supports: "市场监管局 农业农村局 财政局 交通运输局", meeting: 4, filed: -15, due: 38, progress: 25, reported: -1, text: "方案征求意见中", priority: council.Urgent},
	{title: "检测费用补贴细则", lead: "财政局", supports: "农业农村局", meeting: 4, filed: -15, due: 38, progress: 30, reported: -6, text: "初稿完成"},
	{title: "村级站点日报培训", lead: "农业农村局", supports: "小王庄镇 南陈屯镇", meeting: 4, filed: -12, due: 20, progress: 100, reported: -1, text: "三期培训全部完成，请予审核"},
	{title: "电商企业用工对接会", lead: "人社局", supports: "商务局", meeting: 4, filed: -12, due: 40, progress: 20, reported: -5, text: "收集岗位 210 个"},
	{title: "网上商城入驻标准修订", lead: "市场监管局", supports: "商务局", meeting: 4, filed: -10, due: 50, progress: 15, reported: -4, text: "对照新规梳理条款"},
	{title: "县域快递价格监测", lead: "邮政管理局", supports: "发展改革局", meeting: 4, filed: -8, due: 52, progress: 10, reported: -2, text: "采样点 8 个", priority: council.Difficult},
	{title: "四地招商线索核实", lead: "商务局", supports: "发展改革局", filed: -2, due: 28},
}

// conferenceDays are the meetings of the demo, before and after the day it is made.
var conferenceDays = []int{-250, -160, -75, -25, 2}

// FillCouncil gives the demo its conference: members, meetings, and tasks at every step, as they would have come about
// in the months before the day of the file's clock.
func FillCouncil(ctx context.Context, st *store.Store) error {
	f := councilFiller{ctx: ctx, store: st, room: council.New(st), members: map[string]int64{}, today: st.Now()}
	if err := f.conference(); err != nil {
		return err
	}
	if err := f.meetings(); err != nil {
		return err
	}
	for i := range supervisedTasks {
		if err := f.task(supervisedTasks[i]); err != nil {
			return err
		}
	}
	if err := f.policies(); err != nil {
		return err
	}
	return f.after()
}

type councilFiller struct {
	ctx     context.Context
	store   *store.Store
	room    *council.Room
	members map[string]int64
	held    []int64 // the meetings, in their order
	today   time.Time
}

// day is the day so many days from the demo's.
func (f *councilFiller) day(days int) string {
	return f.today.AddDate(0, 0, days).Format(time.DateOnly)
}

// on does something as if it were that day.
func (f *councilFiller) on(days int, work func() error) error {
	return f.store.At(f.today.AddDate(0, 0, days), work)
}

func (f *councilFiller) conference() error {
	return f.on(-300, func() error {
		err := f.room.SaveConference(f.ctx, clerk, &council.Conference{
			Name: "运河区电子商务工作联席会议", Convener: "区政府分管副区长", Office: "区商务局", OfficeHead: "区商务局局长",
			Rules: "联席会议由召集人主持，每季度召开一次例会，可根据工作需要召开临时会议；以会议纪要形式明确议定事项，由办公室分解督办。",
		})
		if err != nil {
			return err
		}
		for _, short := range departments {
			o := &register.Organization{Kind: register.Department, Name: "运河区" + short, ShortName: short}
			if err := register.New(f.store).Create(f.ctx, clerk, o); err != nil {
				return err
			}
			f.members[short] = o.ID
			if err := f.room.AddMember(f.ctx, clerk, &council.Member{
				OrganizationID: o.ID, Leader: short + "负责人", LeaderPost: "主要负责人", Liaison: short + "联络员", FromOn: f.day(-300),
			}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (f *councilFiller) meetings() error {
	for i, at := range conferenceDays {
		meeting := &council.Meeting{Kind: council.Regular, HeldOn: f.day(at), Time: "15:00", Place: "区政府第二会议室", Chair: "区长", TopicsUntil: f.day(at - 3)}
		err := f.on(min(at-14, -1), func() error { return f.room.CreateMeeting(f.ctx, clerk, meeting) })
		if err != nil {
			return err
		}
		f.held = append(f.held, meeting.ID)
		if err := f.topics(meeting, i+1, at); err != nil {
			return err
		}
		if at < 0 {
			err = f.on(at, func() error { return f.hold(meeting, i+1) })
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// topics brings one topic for each department that leads a task of the meeting.
func (f *councilFiller) topics(meeting *council.Meeting, number, at int) error {
	return f.on(at-5, func() error {
		brought := map[string]bool{}
		for _, task := range supervisedTasks {
			if task.meeting != number || brought[task.lead] || len(brought) == 4 {
				continue
			}
			brought[task.lead] = true
			if err := f.room.Bring(f.ctx, clerk, &council.Topic{MeetingID: &meeting.ID, OrganizationID: f.members[task.lead], Title: task.title, Reporter: task.lead + "负责人"}); err != nil {
				return err
			}
		}
		if number == len(conferenceDays) {
			return f.room.Bring(f.ctx, clerk, &council.Topic{MeetingID: &meeting.ID, OrganizationID: f.members["商务局"], Title: "2027 年电子商务工作要点", Reporter: "商务局负责人"})
		}
		return nil
	})
}

// hold lets everybody come but two, and issues the minutes.
func (f *councilFiller) hold(meeting *council.Meeting, number int) error {
	if err := f.room.Hold(f.ctx, clerk, council.Held{ID: meeting.ID, Version: 1}); err != nil {
		return err
	}
	list, err := f.room.Attendances(f.ctx, meeting.ID)
	if err != nil {
		return err
	}
	changed := make([]*council.Attendance, len(list))
	for i := range list {
		changed[i] = &list[i].Attendance
		switch (i + number) % 9 {
		case 0:
			changed[i].State, changed[i].Note = council.OnLeave, "外出开会"
		case 4:
			changed[i].State = council.Deputy
		default:
			changed[i].State = council.Present
		}
	}
	if err := f.room.SetAttendance(f.ctx, clerk, changed...); err != nil {
		return err
	}
	minutes := minutesOf(number)
	return f.room.SetMinutes(f.ctx, clerk, council.Held{ID: meeting.ID, Version: 2}, minutes, "〔"+meeting.HeldOn[:4]+"〕"+string(rune('0'+number))+"号", meeting.HeldOn)
}

var numerals = strings.Fields("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五")

// minutesOf are the minutes of a meeting, as an office writes them.
func minutesOf(number int) string {
	var b strings.Builder
	b.WriteString("区长主持召开联席会议，听取有关单位工作汇报。\n会议议定以下事项：\n")
	n := 0
	for _, task := range supervisedTasks {
		if task.meeting == number {
			b.WriteString(numerals[n] + "、" + decisionText(task) + "\n")
			n++
		}
	}
	return b.String() + "出席：各成员单位负责人"
}

func decisionText(task supervised) string {
	text := "由" + task.lead + "牵头"
	if task.supports != "" {
		text += "，会同" + strings.Join(strings.Fields(task.supports), "、")
	}
	return text + "，推进" + task.title + "。"
}
