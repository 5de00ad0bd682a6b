package document

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"time"
)

var signing = time.Date(2026, 11, 16, 0, 0, 0, 0, time.Local)

// filler is a text of so many characters without punctuation, so that every line of it is full.
func filler(n int) string {
	const words = "智慧运河建设推动全区电子商务健康发展农产品上行消费品下行服务站覆盖"
	letters := []rune(strings.Repeat(words, n/len([]rune(words))+1))
	return string(letters[:n])
}

func sampleTable(rows int, landscape bool) Table {
	table := Table{
		Title: "电子商务重点项目责任分解表", Unit: "单位：万元", Landscape: landscape,
		Columns: []Column{{Head: "序号", Width: 0.6, Align: Centre}, {Head: "任务", Width: 3}, {Head: "牵头单位", Width: 1.6}, {Head: "资金", Width: 1.2, Align: Right}, {Head: "时限", Width: 1.6, Align: Centre}},
	}
	for range rows {
		table.Rows = append(table.Rows, []string{"1", "建设县级电子商务公共服务中心", "区商务局", "1,230.50", "2026-12-31"})
	}
	return table
}

func sampleFile() *Paper {
	return &Paper{
		Form: File, CopyNumber: "000001", Secrecy: "机密★1年", Urgency: "特急",
		Issuers: []string{"沧州市运河区商务局"}, Number: "运商〔2026〕12号",
		Title:     "沧州市运河区商务局关于印发《运河区电子商务发展奖励办法实施细则》的通知",
		Addressee: "各街道办事处，小王庄镇人民政府，南陈屯乡人民政府，区政府有关部门",
		Body: []Block{
			Text{Text: "为贯彻落实《运河区电子商务发展指导意见》，经区政府同意，现将有关事项通知如下。"},
			Heading{Level: 1, Text: "总体要求"},
			Text{Text: filler(100)},
			Heading{Level: 2, Text: "基本原则。", Then: "坚持政府引导、市场运作，坚持统筹推进、分类指导，到2026年底实现网络零售额1.2亿元。"},
			Heading{Level: 3, Text: "目标任务。", Then: filler(40)},
			Heading{Level: 4, Text: "责任分工。", Then: filler(40)},
			Heading{Level: 1, Text: "保障措施"},
			Text{Text: filler(60)},
		},
		Attachments: []Attachment{
			{Title: "运河区电子商务重点项目责任分解表", Body: []Block{sampleTable(5, false)}},
			{Title: "运河区电子商务发展资金安排表", Body: []Block{sampleTable(5, true)}},
			{Title: "名单（另附）"},
		},
		Signature: Signature{Offices: []string{"沧州市运河区商务局"}, Date: signing, Sealed: true},
		Note:      "此件公开发布",
		Imprint:   Imprint{CopiesTo: "区委办公室，区人大常委会办公室，区政协办公室，区纪委监委，区人民法院，区人民检察院，驻区各单位", Office: "沧州市运河区商务局办公室", Date: signing},
	}
}

func sampleLetter() *Paper {
	return &Paper{
		Form: Letter, Issuers: []string{"沧州市运河区商务局"}, Number: "运商函〔2026〕3号", Urgency: "加急",
		Title: "沧州市运河区商务局关于商请报送电子商务企业名单的函", Addressee: "区市场监督管理局",
		Body:      []Block{Text{Text: filler(120)}, Text{Text: "请于2026年11月20日前函复。"}},
		Signature: Signature{Offices: []string{"沧州市运河区商务局"}, Date: signing},
		Note:      "联系人：刘海燕，联系电话：0317-0000000",
		Imprint:   Imprint{CopiesTo: "区政府办公室"},
	}
}

func sampleMinutes() *Paper {
	return &Paper{
		Form: Minutes, Mark: "运河区电子商务联席会议纪要", Number: "第3期", Issuers: []string{"运河区电子商务联席会议办公室"},
		Title: "运河区电子商务联席会议第三次会议纪要",
		Body: []Block{
			Text{Text: "2026年11月16日，区长主持召开联席会议第三次会议，现将会议议定事项纪要如下。"},
			Heading{Level: 1, Text: "关于园区建设"}, Text{Text: filler(80)},
		},
		Attendance: []Attendance{{"出席", "张三（区商务局）、李四（区财政局）、王五（区农业农村局）、赵六（区市场监督管理局）"}, {"请假", "钱七（区邮政局）"}, {"列席", "孙八"}},
		Signature:  Signature{Date: signing},
		Imprint:    Imprint{CopiesTo: "各成员单位", Office: "运河区电子商务联席会议办公室", Date: signing},
	}
}

func sampleReport() *Paper {
	p := sampleFile()
	p.Signers = []string{"张三", "欧阳锋华", "李小四"}
	p.CopyNumber, p.Secrecy, p.Urgency = "", "", ""
	p.Title, p.Addressee = "关于解决电子商务公共服务中心建设用地的请示", "区人民政府"
	p.Attachments = nil
	p.Signature.Sealed = false
	return p
}

func sampleJoint() *Paper {
	p := sampleFile()
	p.Issuers = []string{"沧州市运河区商务局", "沧州市运河区农业农村局", "沧州市运河区财政局"}
	p.Signature.Offices, p.Attachments = p.Issuers, nil
	return p
}

// samplePlain has the blocks that the others do not.
func samplePlain() *Paper {
	dot := image.NewRGBA(image.Rect(0, 0, 30, 20))
	var picture bytes.Buffer
	if err := png.Encode(&picture, dot); err != nil {
		panic(err)
	}
	return &Paper{
		Title: "考察报告", Subtitle: "（2026年11月）",
		Body: []Block{
			Text{Text: "一行\n又一行\t后面", Align: Centre},
			Picture{Content: picture.Bytes(), Width: 80, Caption: "苏州<跨境>电商\"园区\""},
			Boxes{Widths: []float64{1, 2, 1, 2}, Rows: []BoxRow{
				{Height: 12, Boxes: []Box{{Text: "编号", Label: true}, {Text: "督〔2026〕1号"}, {Text: "时限", Label: true}, {Text: "2026年12月31日"}}},
				{Height: 60, Boxes: []Box{{Text: "事项", Label: true}, {Text: "建设县级电子商务公共服务中心", Span: 3}}},
			}},
			sampleTable(2, true),
			Text{Text: "横表之后"},
		},
		Signature: Signature{Offices: []string{"考察组"}, Date: signing},
	}
}
