package layout_test

import (
	"testing"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

func TestFigure(t *testing.T) {
	words := built(t, text.Block{Kind: text.Figure, Source: "a"}, "caption", text.Block{Kind: text.Figure, Source: "b"}, "other", text.Block{Kind: text.Paragraph}, "end")
	for _, test := range []struct {
		name          string
		size          layout.Size
		width, height float32
	}{
		{"as it is", layout.Size{Width: 100, Height: 50}, 100, 50},
		{"as wide as the column", layout.Size{Width: 800, Height: 400}, 400, 200},
		{"not too high", layout.Size{Width: 100, Height: 6400}, 10, 640},
		{"of no size", layout.Size{}, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := flow(words, 400)
			before := f.Section(2).Height
			f.SetPictures(map[string]layout.Size{"a": test.size})
			laid := f.Section(1)
			if test.height == 0 {
				if laid.Figure != nil {
					t.Errorf("there is a picture: %+v", laid.Figure)
				}
				return
			}
			if laid.Figure == nil || laid.Figure.Width != test.width || laid.Figure.Height != test.height {
				t.Fatalf("picture %+v, want %v by %v", laid.Figure, test.width, test.height)
			}
			if laid.Rows[0].Y < test.height {
				t.Errorf("the caption stands at %v", laid.Rows[0].Y)
			}
			if f.Section(2).Figure != nil || f.Section(2).Height != before {
				t.Error("a figure whose picture is not at hand has changed")
			}
		})
	}
}
