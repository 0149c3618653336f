package parts

import (
	"strings"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is interface text of several runs, wrapped to the width it is
// given. Words with Tapped are links: each can be focused and tapped; the rest
// lets a click through to what lies below. For the reading page there is a
// widget of its own; this one is for cards, comments and snippets.
type Paragraph struct {
	widget.BaseWidget

	// Spacing is the height of a line as a multiple of the text's size.
	Spacing float32
	// MaxLines cuts with "…"; 0 cuts nothing.
	MaxLines int
	// Left has lines begin at the left whatever their letters, as a name does
	// among what else is said. Of one line at most, each does.
	Left bool

	runs []Run
	laid map[float32]wrapped // by width; only the last few
}

var _ Fitter = (*Paragraph)(nil)

// NewParagraph makes a paragraph of runs.
func NewParagraph(runs ...Run) *Paragraph {
	p := &Paragraph{runs: runs, Spacing: look.InterfaceLine}
	p.ExtendBaseWidget(p)
	return p
}

// SetRuns changes the words.
func (p *Paragraph) SetRuns(runs ...Run) {
	p.runs, p.laid = runs, nil
	p.Refresh()
}

// Words gives the words of all runs.
func (p *Paragraph) Words() string {
	var all strings.Builder
	for _, r := range p.runs {
		all.WriteString(r.Words)
	}
	return all.String()
}

// AccessibilityLabel says the words.
func (p *Paragraph) AccessibilityLabel() string { return p.Words() }

// AccessibilityRole says that it is text.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Fit gives the height at a width.
func (p *Paragraph) Fit(width float32) float32 { return p.at(width).height }

func (p *Paragraph) at(width float32) wrapped {
	if done, ok := p.laid[width]; ok {
		return done
	}
	// A window that is being resized asks for many widths; two are ever
	// needed again, the one shown and the one to come.
	if p.laid == nil || len(p.laid) > 2 {
		p.laid = map[float32]wrapped{}
	}
	done := wrap(p.runs, width, p.MaxLines, p.Spacing, p.Left)
	p.laid[width] = done
	return done
}

// CreateRenderer draws it.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{}
	drawn := float32(-1) // for which width the objects stand
	build := func() {
		drawn = p.Size().Width
		d.objects = p.draw(p.at(drawn))
	}
	d.layout = func(size fyne.Size) {
		if size.Width != drawn {
			build()
		}
	}
	d.min = func() fyne.Size {
		return fyne.NewSize(look.InterfaceSize, p.Fit(fyne.Max(p.Size().Width, look.InterfaceSize)))
	}
	d.colour = func() {
		p.laid = nil // Spacing and MaxLines may have been changed
		build()
		canvas.Refresh(p)
	}
	build()
	return d
}

// draw makes the objects of a layout: grounds first, then words, then links.
func (p *Paragraph) draw(laid wrapped) []fyne.CanvasObject {
	var grounds, words, links []fyne.CanvasObject
	first := map[int]*link{}
	for _, l := range laid.lines {
		for _, piece := range l.pieces {
			r := p.runs[piece.run]
			if piece.words == "" {
				continue
			}
			if r.Behind != "" {
				ground := canvas.NewRectangle(look.Colour(p, r.Behind))
				ground.Move(fyne.NewPos(piece.x, l.y+1))
				ground.Resize(fyne.NewSize(piece.width, l.height-2))
				grounds = append(grounds, ground)
			}
			word := look.NewText(piece.words, r.Font, r.size(), look.Text)
			word.Color = look.Colour(p, r.colour())
			word.Resize(word.MinSize())
			word.Move(fyne.NewPos(piece.x, l.y+l.baseline-look.Baseline(r.Font, r.size())))
			words = append(words, word)
			if r.Tapped != nil {
				o := p.link(r, first, piece.run)
				o.Move(fyne.NewPos(piece.x, l.y))
				o.Resize(fyne.NewSize(piece.width, l.height))
				links = append(links, o)
			}
		}
	}
	return append(append(grounds, words...), links...)
}

func (r Run) colour() fyne.ThemeColorName {
	switch {
	case r.Colour != "":
		return r.Colour
	case r.Tapped != nil:
		return look.Accent
	}
	return look.Text
}

// link makes what is tapped over a link's words. Only its first line takes
// focus, so that Tab stops once a link.
func (p *Paragraph) link(r Run, first map[int]*link, run int) fyne.CanvasObject {
	if head, ok := first[run]; ok {
		more := &linkMore{head: head}
		more.ExtendBaseWidget(more)
		return more
	}
	l := &link{words: strings.TrimSpace(r.Words)}
	l.extend(l)
	l.OnTapped = r.Tapped
	first[run] = l
	return l
}

// link is the first line of a link.
type link struct {
	Tap
	words string
}

func (l *link) AccessibilityLabel() string             { return l.words }
func (l *link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }
func (l *link) CreateRenderer() fyne.WidgetRenderer    { return underline(l, &l.Tap, true) }

// linkMore is a further line of the same link.
type linkMore struct {
	widget.BaseWidget
	head *link
}

func (l *linkMore) MouseDown(e *desktop.MouseEvent)     { l.head.MouseDown(e) }
func (l *linkMore) MouseUp(e *desktop.MouseEvent)       { l.head.MouseUp(e) }
func (l *linkMore) Tapped(e *fyne.PointEvent)           { l.head.Tapped(e) }
func (l *linkMore) Cursor() desktop.Cursor              { return desktop.PointerCursor }
func (l *linkMore) CreateRenderer() fyne.WidgetRenderer { return underline(l, &l.head.Tap, false) }

func underline(w fyne.Widget, t *Tap, takesFocus bool) fyne.WidgetRenderer {
	under, focus := canvas.NewRectangle(nil), NewRing(3)
	d := &drawing{objects: []fyne.CanvasObject{under, focus}}
	d.layout = func(size fyne.Size) {
		under.Resize(fyne.NewSize(size.Width, look.LineWidth))
		under.Move(fyne.NewPos(0, size.Height-3))
		focus.Resize(size.AddWidthHeight(4, 0))
		focus.Move(fyne.NewPos(-2, 0))
	}
	d.min = func() fyne.Size { return fyne.Size{} }
	d.colour = func() {
		under.FillColor, under.Hidden = look.Colour(w, look.Accent), !t.hovered
		under.Refresh()
		ShowRing(w, focus, takesFocus && t.focused)
	}
	d.colour()
	return d
}
