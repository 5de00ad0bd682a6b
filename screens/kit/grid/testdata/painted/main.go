// Command painted scrolls a list in a real window and prints what that took, as JSON:
//
//	painted grid|table   the processor's time of a frame, its list updated and painted, and how many texts it shows
//	painted memory       what the process holds with an empty grid, with a million rows, and after a hundred pages
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

const (
	million = 1_000_000
	frames  = 150
	pages   = 100
	width   = 1126
	height  = 640
)

// measured is what is printed.
type measured struct {
	FrameMS float64 `json:"frame_ms,omitempty"`
	Texts   float64 `json:"texts,omitempty"`
	Empty   float64 `json:"empty_mb,omitempty"`
	Filled  float64 `json:"filled_mb,omitempty"`
	Paged   float64 `json:"paged_mb,omitempty"`
}

func main() {
	what := os.Args[1]
	a := app.New()
	a.Settings().SetTheme(kit.NewTheme(kit.Light))
	w := a.NewWindow("painted")
	w.SetPadded(false)
	grid.Inline()
	s := newStage()
	switch what {
	case "table":
		table, texts := fyneTable()
		s.show(w, table)
		go s.scroll(func(i int) { // by place: a row that is on the screen is not scrolled to
			row := table.CreateCell().MinSize().Height + theme.Padding()
			table.ScrollToOffset(fyne.NewPos(0, float32(1000+3*i)*row))
		}, texts)
	case "grid":
		g := newGrid()
		s.show(w, g)
		go func() {
			fyne.DoAndWait(func() { g.SetModel(model(million)) })
			s.scroll(func(i int) { g.ScrollTo(1000 + 3*i) }, func() float64 { return texts(g) })
		}()
	case "memory":
		g := newGrid()
		s.show(w, g)
		go s.remember(g)
	}
	w.Resize(fyne.NewSize(width, height))
	w.ShowAndRun()
}

// stage tells when a frame was painted: its dot is painted anew each time it is refreshed.
type stage struct {
	dot     *canvas.Raster
	painted chan struct{}
}

func newStage() *stage {
	s := &stage{painted: make(chan struct{}, 1)}
	s.dot = canvas.NewRaster(func(int, int) image.Image {
		select {
		case s.painted <- struct{}{}:
		default:
		}
		return image.NewUniform(color.Transparent)
	})
	s.dot.SetMinSize(fyne.NewSize(1, 1))
	return s
}

func (s *stage) show(w fyne.Window, list fyne.CanvasObject) {
	list.Resize(fyne.NewSize(width, height))   // widget.Table makes a million separators where it is laid out without a size
	words := canvas.NewText("运河", color.White) // as any window has, so that the font is none of the list's
	w.SetContent(container.NewStack(list, container.NewVBox(container.NewHBox(s.dot, words))))
}

// frame does a step and waits until it is painted.
func (s *stage) frame(step func()) {
	select {
	case <-s.painted:
	default:
	}
	fyne.DoAndWait(func() {
		step()
		s.dot.Refresh()
	})
	<-s.painted
	fyne.DoAndWait(func() {}) // once the frame is drawn
}

// scroll measures frames after some to warm up.
func (s *stage) scroll(step func(i int), texts func() float64) {
	for i := range 20 {
		s.frame(func() { step(i) })
	}
	before := processor()
	for i := range frames {
		s.frame(func() { step(20 + i) })
	}
	spent := processor() - before
	var count float64
	fyne.DoAndWait(func() { count = texts() })
	report(measured{FrameMS: float64(spent) / float64(time.Millisecond) / frames, Texts: count})
}

// remember measures the memory of a list as it is filled and paged through.
func (s *stage) remember(g *grid.Grid) {
	s.frame(func() { g.SetModel(model(0)) })
	s.frame(func() {})
	var m measured
	m.Empty = held()
	s.frame(func() { g.SetModel(model(million)) })
	s.frame(func() {})
	m.Filled = held()
	for i := range pages {
		s.frame(func() {
			_, last := g.Shown()
			g.ScrollTo(last + 1 + i%2)
		})
	}
	m.Paged = held()
	report(m)
}

func report(m measured) {
	_ = json.NewEncoder(os.Stdout).Encode(m)
	os.Exit(0)
}

// processor is the time all processors worked for this one, the painting in software included.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// held is the memory this process holds, MB, once what nobody needs is given back.
func held() float64 {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	kb, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	if err != nil {
		panic(err)
	}
	return kb / 1024
}

var labels = []string{"交易时间", "主体", "平台", "平台订单号", "状态", "金额(元)", "方式", "匹配"}
var widths = []float32{160, 150, 100, 230, 96, 110, 110, 90}

func newGrid() *grid.Grid {
	columns := make([]grid.Column, len(labels))
	for i := range columns {
		columns[i] = grid.Column{ID: labels[i], Label: labels[i], Width: widths[i]}
	}
	columns[0].Kind, columns[3].Kind, columns[5].Kind = grid.Moment, grid.Code, grid.Number
	return grid.New(columns...).Numbered().Bare() // as the peer is
}

func model(rows int) grid.Model {
	ids := make([]int32, rows)
	for i := range ids {
		ids[i] = int32(i)
	}
	return grid.NewIDModel(ids, func(_ context.Context, ids []int32) (map[int32]grid.Row, error) {
		found := map[int32]grid.Row{}
		for _, id := range ids {
			found[id] = grid.Row{Cells: grid.Words(words(int(id))...)}
		}
		return found, nil
	})
}

// words are the texts of a line, invented.
func words(i int) []string {
	return []string{
		time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC).Format(time.DateTime), []string{"运河老号食品", "金丝小枣旗舰店", "南湖优选超市"}[i%3], "微信支付",
		fmt.Sprintf("42000026%012d", i), "支付成功", fmt.Sprintf("%d.%02d", 50+i*37%900, i*17%100), []string{"MICROPAY", "JSAPI", "NATIVE"}[i%3], "已匹配",
	}
}

// texts are those a grid shows: its cells, its heads, its numbers.
func texts(g *grid.Grid) float64 {
	first, last := g.Shown()
	return float64((last-first+2)*(len(labels)+1) + len(labels))
}

// fyneTable is the peer; it counts the cells on the screen.
func fyneTable() (*widget.Table, func() float64) {
	lines := make([][]string, 3000)
	for i := range lines {
		lines[i] = words(i)
	}
	shown := map[widget.TableCellID]bool{}
	table := widget.NewTable(func() (int, int) { return million, len(labels) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(at widget.TableCellID, o fyne.CanvasObject) {
			shown[at] = true
			o.(*widget.Label).SetText(lines[at.Row%len(lines)][at.Col])
		})
	for i, w := range widths {
		table.SetColumnWidth(i, w)
	}
	return table, func() float64 {
		clear(shown)
		table.Refresh()
		return float64(len(shown))
	}
}
