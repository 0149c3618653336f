package layout

import "cuttings/notes/text"

// Room of pictures, in sizes of a paragraph's letters.
const (
	pictureTallest = 32  // a picture is no higher
	pictureBelow   = 0.5 // between a picture and its caption
)

// picture returns how wide and high a figure's picture is drawn: as large as it
// is, one pixel a unit, as far as the column has room; zero if there is none.
func (f *Flow) picture(block text.Block, d dress) (width, height float32) {
	size, ok := f.pictures[block.Source]
	if !ok || block.Kind != text.Figure || block.Source == "" || size.Width <= 0 || size.Height <= 0 {
		return 0, 0
	}
	width, height = float32(size.Width), float32(size.Height)
	shrink := min(1, (f.width-d.left)/width, pictureTallest*f.style.Size/height)
	return width * shrink, height * shrink
}

// layFigure puts a picture above its caption.
func (f *Flow) layFigure(laid *Section, s section, block text.Block, d dress) {
	width, height := f.picture(block, d)
	if !s.first {
		width, height = 0, 0 // it stands above the first part of its caption
	}
	top := height
	if height > 0 {
		laid.Figure = &Picture{Source: block.Source, X: d.left, Width: width, Height: height}
		top += pictureBelow * f.style.Size
	}
	if block.Len() == 0 {
		laid.Rows = []Row{{Range: s.Range, Drawn: s.End, X: d.left, Width: f.width - d.left, Height: height, Baseline: height, Bottom: height}}
		laid.Height = height
		return
	}
	b := breaker{flow: f, block: block, dress: d, left: d.left, width: f.width - d.left, y: top}
	b.lay(s.Range, f.pieces(s, block, d))
	laid.Rows, laid.Height = b.rows, b.y
}
