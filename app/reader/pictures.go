package reader

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/app/reader/layout"
)

// picture is one of a figure, while it is loaded and after.
type picture struct {
	drawn *canvas.Image // nil until it is there
}

// mostPictures is how many loaded pictures a page keeps.
const mostPictures = 24

// sizes are those of the document's pictures.
func (p *Page) sizes() map[string]layout.Size {
	sizes := make(map[string]layout.Size, len(p.doc.Pictures))
	for source, picture := range p.doc.Pictures {
		sizes[source] = layout.Size{Width: picture.Width, Height: picture.Height}
	}
	return sizes
}

// picture puts a figure's picture down, or an empty ground until it is there.
func (r *painter) picture(figure *layout.Picture, left, y float32) {
	shown := r.page.picture(figure.Source)
	if shown.drawn == nil {
		r.rect(left+figure.X, y+figure.Y, round(figure.Width), round(figure.Height), look.Panel)
		return
	}
	shown.drawn.Resize(fyne.NewSize(round(figure.Width), round(figure.Height)))
	shown.drawn.Move(fyne.NewPos(left+figure.X, round(y+figure.Y)))
	r.objects = append(r.objects, shown.drawn)
}

// picture returns a picture; one that was not asked for yet is loaded in the
// background, and the page drawn anew when it is there.
func (p *Page) picture(source string) *picture {
	if known, ok := p.pictures[source]; ok {
		return known
	}
	if len(p.pictures) >= mostPictures {
		clear(p.pictures) // those in sight are loaded again
	}
	wanted := &picture{}
	p.pictures[source] = wanted
	load := p.doc.Pictures[source].Load
	if load == nil {
		return wanted
	}
	go func() {
		loaded, err := load()
		fyne.Do(func() { p.loaded(source, wanted, loaded, err) })
	}()
	return wanted
}

// loaded takes over a picture, if its text is still the one that is shown.
func (p *Page) loaded(source string, wanted *picture, loaded image.Image, err error) {
	if p.pictures[source] != wanted || err != nil || loaded == nil {
		return
	}
	wanted.drawn = canvas.NewImageFromImage(loaded)
	wanted.drawn.FillMode = canvas.ImageFillStretch
	wanted.drawn.ScaleMode = canvas.ImageScaleSmooth
	p.redraw()
}
