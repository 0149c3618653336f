package desktop

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// noticeWidth is how wide the notice of long work is, in Fyne units.
const noticeWidth = 360

// notice floats at the lower right while something takes long: what, how far
// it has come, and a button that stops it.
type notice struct {
	object fyne.CanvasObject
	words  *parts.Paragraph
	aside  *parts.Paragraph
	track  *fyne.Container
	bar    *progressLayout
	cancel context.CancelFunc
}

func newNotice() *notice {
	n := &notice{words: parts.NewParagraph(), aside: parts.NewParagraph(), bar: &progressLayout{}}
	n.words.MaxLines, n.aside.MaxLines = 1, 1
	n.track = container.New(n.bar, parts.NewFill(look.Line, 2), parts.NewFill(look.Accent, 2))
	stop := parts.NewTextButton(lang.X("notice.stop", "Stop"), parts.Plain, func() { n.cancel() })
	n.object = parts.NewPanel(look.BarCorner, parts.NewInset(12, 14, 14, 14, parts.NewColumn(8,
		container.NewBorder(nil, nil, nil, stop, parts.NewColumn(2, n.words, n.aside)), n.track)))
	n.object.Hide()
	return n
}

func (n *notice) begin(words string, cancel context.CancelFunc) {
	n.cancel = cancel
	n.words.SetRuns(parts.Run{Words: words, Font: look.Semibold})
	n.report(0, 0, "")
	n.object.Show()
}

// report shows how far the work has come; a total of 0 is not known yet.
func (n *notice) report(done, total int, aside string) {
	n.bar.share = 0
	if total > 0 {
		n.bar.share = float32(done) / float32(total)
		aside = lang.X("notice.count", "{{.Done}} of {{.Total}}", map[string]any{"Done": fmt.Sprint(done), "Total": fmt.Sprint(total)}) + " · " + aside
	}
	n.aside.SetRuns(parts.Run{Words: aside, Size: look.BadgeSize, Colour: look.TextSecond})
	n.track.Refresh()
}

func (n *notice) end() { n.object.Hide() }

// progressLayout fills a share of the track.
type progressLayout struct{ share float32 }

func (*progressLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 4) }

func (l *progressLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width*l.share, size.Height))
}
