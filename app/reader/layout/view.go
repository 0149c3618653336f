package layout

// View is what the top of the window shows: so far within a section. Because
// it does not count from the top of the text, laying out what lies above
// moves nothing.
type View struct {
	Section int
	Within  float32 // from the top of the section
}

// Move returns v moved down by a distance, or up by a negative one, in a
// window of the given height, and not past either end.
func (f *Flow) Move(v View, by, height float32) View {
	v.Section = min(max(v.Section, 0), f.Len()-1)
	v.Within += by
	for v.Within < 0 && v.Section > 0 {
		v.Section--
		v.Within += f.Section(v.Section).Height
	}
	v.Within = max(v.Within, 0)
	for v.Section < f.Len()-1 && v.Within >= f.Section(v.Section).Height {
		v.Within -= f.Section(v.Section).Height
		v.Section++
	}
	return f.atEnd(v, height)
}

// atEnd moves v up if the text would end above the foot of the window.
func (f *Flow) atEnd(v View, height float32) View {
	below := -v.Within
	for i := v.Section; i < f.Len(); i++ {
		if below += f.Section(i).Height; below >= height {
			return v
		}
	}
	v.Within -= height - below
	for v.Within < 0 && v.Section > 0 {
		v.Section--
		v.Within += f.Section(v.Section).Height
	}
	v.Within = max(v.Within, 0)
	return v
}

// Seen returns how far above the top of the window the text begins, and how
// high it is, both as far as is known.
func (f *Flow) Seen(v View) (above, total float32) {
	return f.Top(v.Section) + v.Within, f.Total()
}

// ViewAt returns the view with about so much of the text above it.
func (f *Flow) ViewAt(above, height float32) View {
	i, within := f.heights.at(above)
	// The section may turn out lower than it was thought to be.
	if known := f.Section(i).Height; within > known {
		within = known
	}
	return f.Move(View{i, within}, 0, height)
}

// ViewOf returns the view with the row of s so far below the top.
func (f *Flow) ViewOf(s Spot, below, height float32) View {
	return f.Move(View{s.Section, f.Row(s).Y}, -below, height)
}

// Depth returns about how far below the top of the text an offset stands; it
// lays nothing out.
func (f *Flow) Depth(offset int) float32 {
	i := f.SectionAt(offset)
	if i < 0 {
		return 0
	}
	within := float32(offset-f.sections[i].Start) / float32(max(f.sections[i].Len(), 1))
	return f.Top(i) + min(max(within, 0), 1)*(f.Top(i+1)-f.Top(i))
}

// Sections calls see for each section in a window of the given height, with the
// distance of its top from that of the window, until it returns false.
func (f *Flow) Sections(v View, height float32, see func(number int, laid *Section, y float32) bool) {
	y := -v.Within
	for i := v.Section; i < f.Len() && y < height; i++ {
		laid := f.Section(i)
		if !see(i, laid, y) {
			return
		}
		y += laid.Height
	}
}

// Distance returns how far the row of s lies below the top of v. It lays out
// what is between them up to the given limit; false if it is further away.
func (f *Flow) Distance(v View, s Spot, limit float32) (float32, bool) {
	y := -v.Within
	for i := v.Section; i < s.Section; i++ {
		if y += f.Section(i).Height; y > limit {
			return 0, false
		}
	}
	for i := v.Section - 1; i >= s.Section; i-- {
		if y -= f.Section(i).Height; y < -limit {
			return 0, false
		}
	}
	return y + f.Row(s).Y, true
}

// Hit returns the row that is nearest to a point of the window, and the
// point's distance from the top of its section; false if there is no text.
func (f *Flow) Hit(v View, x, y float32) (Spot, float32, bool) {
	if f.Len() == 1 {
		return Spot{}, 0, false
	}
	i, within := v.Section, y+v.Within
	for within < 0 && i > 0 {
		i--
		within += f.Section(i).Height
	}
	for i < f.Len()-1 && within >= f.Section(i).Height {
		within -= f.Section(i).Height
		i++
	}
	row := f.RowAt(i, x, within)
	return Spot{i, row}, within, row >= 0
}
