package look

import (
	"cuttings/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Font is one face.
type Font int

// The faces: Inter for the interface, Source Serif 4 for reading, and a
// monospaced one for code.
const (
	Regular Font = iota
	Italic
	Semibold
	SemiboldItalic
	Serif
	SerifItalic
	SerifSemibold
	SerifSemiboldItalic
	Mono
	Medium // Inter between Regular and Semibold: a chosen row, a command in a bar
)

// One resource a face for the whole run: Fyne keeps the parsed font by it.
var faces = [...]fyne.Resource{
	Regular:             fyne.NewStaticResource("Inter-Regular.ttf", assets.InterRegular),
	Italic:              fyne.NewStaticResource("Inter-Italic.ttf", assets.InterItalic),
	Semibold:            fyne.NewStaticResource("Inter-Semibold.ttf", assets.InterSemibold),
	SemiboldItalic:      fyne.NewStaticResource("Inter-SemiboldItalic.ttf", assets.InterSemiboldItalic),
	Serif:               fyne.NewStaticResource("SourceSerif4-Regular.ttf", assets.SerifRegular),
	SerifItalic:         fyne.NewStaticResource("SourceSerif4-Italic.ttf", assets.SerifItalic),
	SerifSemibold:       fyne.NewStaticResource("SourceSerif4-Semibold.ttf", assets.SerifSemibold),
	SerifSemiboldItalic: fyne.NewStaticResource("SourceSerif4-SemiboldItalic.ttf", assets.SerifSemiboldItalic),
	Medium:              fyne.NewStaticResource("Inter-Medium.ttf", assets.InterMedium),
	Mono:                theme.DefaultTextMonospaceFont(),
}

// Resource gives the font file of a face; a face that does not exist gives Regular.
func (f Font) Resource() fyne.Resource {
	if f < 0 || int(f) >= len(faces) {
		return faces[Regular]
	}
	return faces[f]
}

// Styled gives the face of the same family in a weight and a slope, as
// emphasis and strong emphasis ask for. Mono has one face only.
func (f Font) Styled(semibold, italic bool) Font {
	if f == Mono {
		return Mono
	}
	base := Regular
	if f >= Serif && f != Medium {
		base = Serif
	}
	if italic {
		base += Italic
	}
	if semibold {
		base += Semibold
	}
	return base
}
