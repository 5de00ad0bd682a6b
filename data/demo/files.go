package demo

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"smartcanal/data/sheet"
)

// Files are what Write left: the enterprise ledger and the statement files, in the order an
// office would have received them.
type Files struct {
	Ledger     string
	Statements []string
}

const months = 24

// lastDay is where the demo's time stands still.
var lastDay = time.Date(2026, 11, 22, 23, 59, 59, 0, china)

// How many lines a usual month brings.
const (
	wechatLines = 1500
	alipayLines = 360
	tmallLines  = 180
	jdLines     = 120
)

// Write makes the demo's files in dir. The same seed gives the same bytes.
func Write(ctx context.Context, dir string, seed uint64) (Files, error) {
	random := rand.New(rand.NewPCG(seed, 130903))
	w := &writer{dir: dir, market: market{random: random, all: enterprises(random), last: lastDay}}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Files{}, err
	}
	if err := w.ledger(); err != nil {
		return Files{}, err
	}
	first := time.Date(lastDay.Year(), lastDay.Month(), 1, 0, 0, 0, 0, china).AddDate(0, 1-months, 0)
	for age := range months {
		if err := ctx.Err(); err != nil {
			return Files{}, err
		}
		if err := w.month(first.AddDate(0, age, 0), age); err != nil {
			return Files{}, err
		}
	}
	return w.files, w.personal()
}

// writer writes the files one after the other.
type writer struct {
	dir      string
	market   market
	files    Files
	carried  []sale // WeChat sales whose refund falls into a later month
	returned []sale // the same of Alipay
	alipaid  []sale // Alipay and Tmall sales of the month before, met again in the next export
	tmall    []sale
}

func (w *writer) month(first time.Time, age int) error {
	if err := w.wechat(first, age); err != nil {
		return err
	}
	if err := w.alipay(first, age); err != nil {
		return err
	}
	if err := w.shops(first, age); err != nil {
		return err
	}
	return w.jd(first, age)
}

// wechat writes the service provider's bill of a month: refunds stand in the month they happened.
func (w *writer) wechat(first time.Time, age int) error {
	next := first.AddDate(0, 1, 0)
	var lines []billLine
	var later []sale
	for _, s := range w.carried {
		if s.refundAt.Before(next) && !s.refundAt.After(lastDay) {
			lines = append(lines, billLines(s, false, true)...)
		} else {
			later = append(later, s)
		}
	}
	for _, s := range w.market.month(first, age, wechatLines, func(*Enterprise) bool { return true }) {
		within := s.refundAt.Before(next) && !s.refundAt.After(lastDay)
		lines = append(lines, billLines(s, true, within)...)
		if s.refundFen > 0 && !within {
			later = append(later, s)
		}
	}
	w.carried = later
	name := fmt.Sprintf("%s_%s_ALL.csv.gz", serviceProvider, first.Format("20060102"))
	return w.save(name, func(out io.Writer) error {
		packed := gzip.NewWriter(out)
		if err := writeBill(packed, lines, damageIn(age)); err != nil {
			return err
		}
		return packed.Close()
	})
}

// damageIn says which lines of a month's bill are damaged, and how: what offices really meet.
func damageIn(age int) map[int]func(string) string {
	if age != months-2 {
		return nil
	}
	return map[int]func(string) string{
		40:  func(text string) string { return strings.Replace(text, "`0.60%,`", "`0.60%,`1O", 1) },
		377: func(text string) string { return "`" + text[20:] },
		812: func(text string) string { return text[:1] + "2026-10-32" + text[11:] },
		990: func(text string) string { return text[:len(text)/2] + "\r\n" },
	}
}

// alipay writes a month's export; each one also holds the last days of the month before.
func (w *writer) alipay(first time.Time, age int) error {
	sales := w.market.month(first, age, alipayLines, func(e *Enterprise) bool { return e.Alipay != "" })
	var held []sale
	for _, s := range w.alipaid {
		if first.Sub(s.at) < 3*24*time.Hour {
			held = append(held, s)
		}
	}
	w.alipaid = sales
	to := first.AddDate(0, 1, 0).Add(-time.Second)
	returned := w.returnedBy(sales, to)
	return w.save(fmt.Sprintf("运河区_业务明细_%s.zip", first.Format("200601")), func(out io.Writer) error {
		return writeAlipay(out, append(held, sales...), returned, first.AddDate(0, 0, -3), to)
	})
}

// returnedBy gives the Alipay sales that went back by a moment, and keeps those that are yet to.
func (w *writer) returnedBy(sales []sale, to time.Time) []sale {
	var returned, later []sale
	for _, s := range append(w.returned, sales...) {
		switch {
		case s.refundFen == 0:
		case s.refundAt.After(to) || s.refundAt.After(lastDay):
			later = append(later, s)
		default:
			returned = append(returned, s)
		}
	}
	w.returned = later
	return returned
}

// shops writes a month's Tmall orders, and again those of the month before, whose state has changed.
func (w *writer) shops(first time.Time, age int) error {
	sales := w.market.month(first, age, tmallLines, func(e *Enterprise) bool { return e.Tmall != "" })
	held := w.tmall
	w.tmall = sales
	seen := first.AddDate(0, 1, 0)
	return w.save(fmt.Sprintf("ExportOrderList%s.csv", seen.Format("200601021504")), func(out io.Writer) error {
		return writeTmall(out, append(append([]sale{}, held...), sales...), seen)
	})
}

func (w *writer) jd(first time.Time, age int) error {
	sales := w.market.month(first, age, jdLines, func(e *Enterprise) bool { return e.JD != "" })
	path := filepath.Join(w.dir, fmt.Sprintf("京东订单_%s.xlsx", first.Format("2006年01月")))
	w.files.Statements = append(w.files.Statements, path)
	return saveJD(path, sales)
}

// personal writes a buyer's export, as enterprises hand in by mistake.
func (w *writer) personal() error {
	return w.save("微信支付账单(个人).csv", func(out io.Writer) error {
		_, err := io.WriteString(out, "\ufeff微信支付账单明细,,,,,,,,\r\n微信昵称：[演示],,,,,,,,\r\n\r\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\r\n"+
			"2026-11-05 08:12:30,商户消费,运河湾餐饮,早点套餐,支出,¥18.50,零钱,支付成功,4200009990001,M1,/\r\n"+
			"2026-11-09 19:40:02,转账,同事,/,收入,¥200.00,零钱,已收钱,4200009990002,/,/\r\n")
		return err
	})
}

func (w *writer) save(name string, write func(io.Writer) error) error {
	path := filepath.Join(w.dir, name)
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := write(file); err != nil {
		return err
	}
	w.files.Statements = append(w.files.Statements, path)
	return file.Close()
}

// ledger writes the workbook of enterprises the office keeps, a row for each place money arrives; some
// sellers are not in it yet.
func (w *writer) ledger() error {
	book := sheet.NewBook()
	page := book.Sheet("企业台账").Title("运河区电商企业台账").Columns([]sheet.Column{
		{Head: "企业名称", Width: 30}, {Head: "简称"}, {Head: "统一社会信用代码", Width: 22}, {Head: "企业类型", Width: 18}, {Head: "成立日期"},
		{Head: "行业", Width: 24}, {Head: "限上", Width: 20}, {Head: "所属街道"}, {Head: "地址", Width: 26}, {Head: "电商负责人"}, {Head: "电商负责人电话", Width: 16},
		{Head: "平台"}, {Head: "店铺名称", Width: 24}, {Head: "店铺编号"}, {Head: "商户号", Width: 16}, {Head: "线上线下"},
	})
	for i := range w.market.all {
		if e := &w.market.all[i]; e.Listed {
			for _, place := range e.places() {
				page.AddRow(e.Name, e.Short, e.CreditCode, e.LegalForm, e.Founded, e.Industry, e.AboveQuota, e.Region, e.Address,
					e.Contact, e.Phone, place.platform, place.shop, place.shopNumber, place.account, place.mode)
			}
		}
	}
	page.PrintSetup(sheet.Landscape)
	w.files.Ledger = filepath.Join(w.dir, "运河区电商企业台账.xlsx")
	return book.Save(w.files.Ledger)
}

// place is where money of an enterprise arrives, as a ledger has it.
type place struct{ platform, shop, shopNumber, account, mode string }

func (e *Enterprise) places() []place {
	places := []place{{"微信支付", e.Short + "小程序商城", "", e.WeChat[0].number, "线上"}}
	if len(e.WeChat) > 1 {
		places = append(places, place{"微信支付", "", "", e.WeChat[1].number, "线下"})
	}
	if e.Alipay != "" {
		places = append(places, place{"支付宝", "", "", e.Alipay, "混合"})
	}
	if e.Tmall != "" {
		places = append(places, place{"天猫", e.Short + "旗舰店", e.Tmall, "", ""})
	}
	if e.JD != "" {
		places = append(places, place{"京东", e.JD, "", "", ""})
	}
	return places
}
