package desktop

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// The least widths of the panes and of the page between them.
const (
	sidebarLeast   = 150
	listLeast      = 220
	inspectorLeast = 240
	pageLeast      = 420
)

// widths are the panes' widths as the person set them, in Fyne units, and
// which panes the person hid.
type widths struct {
	Sidebar, List, Inspector                   float32
	Beside                                     float32 // the page's share of the room when there are two; 0: half
	HideSidebar, HideList, HideInspector, Page bool    // Page: nothing but the page is shown
}

func defaultWidths() widths {
	return widths{Sidebar: look.SidebarWidth, List: look.ListWidth, Inspector: look.InspectorWidth}
}

// fitted are the widths that panes get; zero hides one.
type fitted struct {
	sidebar, list, page, inspector float32
}

// fit shares out a window's width. Where there is not enough for all, the page
// keeps pageLeast, and two keep halfLeast each: inspector and sidebar become
// narrower, then the inspector goes, then the panes at the left become as narrow
// as they can be, then the sidebar goes, then the list; of two pages' room the list
// goes before the sidebar, as the page beside was not opened from it.
func fit(total float32, set widths, hasList, hasInspector, two bool) fitted {
	f := fitted{sidebar: max(set.Sidebar, sidebarLeast), list: max(set.List, listLeast), inspector: max(set.Inspector, inspectorLeast)}
	if set.HideSidebar || set.Page {
		f.sidebar = 0
	}
	if set.HideList || set.Page || !hasList {
		f.list = 0
	}
	if set.HideInspector || set.Page || !hasInspector {
		f.inspector = 0
	}
	needed := float32(pageLeast)
	if two {
		needed = 2 * halfLeast
	}
	rest := func() float32 { return total - f.sidebar - f.list - f.inspector }
	shrink := func(width *float32, least float32) {
		if missing := needed - rest(); missing > 0 && *width > 0 {
			*width = max(least, *width-missing)
		}
	}
	drop := func(width *float32) {
		if rest() < needed {
			*width = 0
		}
	}
	shrink(&f.inspector, inspectorLeast)
	if f.inspector > 0 {
		wide := f.sidebar
		shrink(&f.sidebar, sidebarLeast)
		if drop(&f.inspector); f.inspector == 0 {
			f.sidebar = wide // that did not help
		}
	}
	shrink(&f.list, listLeast)
	shrink(&f.sidebar, sidebarLeast)
	if two {
		drop(&f.list)
	}
	drop(&f.sidebar)
	drop(&f.list)
	f.page = max(0, rest())
	return f
}

// pane is one of the four, by its place in the frame's objects.
type pane int

const (
	sidebarPane pane = iota
	listPane
	pagePane
	inspectorPane
	topPane
	statusPane
	handles         // three grips: behind the sidebar, the list and the page
	noticePane pane = handles + 3
)

// frame lays the window out: sidebar, list, and a bar above and a line below
// the page with its inspector.
type frame struct {
	set          *widths
	hasList      func() bool
	hasInspector func() bool
	two          func() bool
	laidOut      func(fitted)
}

// MinSize is the least that the window can be made.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout places the panes.
func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	got := fit(size.Width, *f.set, f.hasList(), f.hasInspector(), f.two())
	place := func(which pane, x, y, width, height float32) {
		o := objects[which]
		if width <= 0 || height <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	place(sidebarPane, 0, 0, got.sidebar, size.Height)
	place(listPane, got.sidebar, 0, got.list, size.Height)
	left := got.sidebar + got.list
	top, bottom := float32(look.BarHeight), float32(look.StatusHeight)
	if f.set.Page {
		top, bottom = 0, 0
	}
	place(topPane, left, 0, size.Width-left, top)
	place(pagePane, left, top, got.page, size.Height-top-bottom)
	place(inspectorPane, left+got.page, top, got.inspector, size.Height-top-bottom)
	place(statusPane, left, size.Height-bottom, size.Width-left, bottom)
	grip := func(i int, x, y, height, beside float32) {
		if beside <= 0 {
			height = 0
		}
		place(handles+pane(i), x-gripWidth/2, y, gripWidth, height)
	}
	grip(0, got.sidebar, 0, size.Height, got.sidebar)
	grip(1, left, 0, size.Height, got.list)
	grip(2, left+got.page, top, size.Height-top-bottom, got.inspector)
	f.laidOut(got)
	notice := objects[noticePane]
	width := min(noticeWidth, size.Width-2*barGap)
	height := parts.Height(notice, width)
	notice.Resize(fyne.NewSize(width, height))
	notice.Move(fyne.NewPos(size.Width-width-barGap, size.Height-height-bottom-barGap))
}
