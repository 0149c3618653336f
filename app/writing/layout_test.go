package writing

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// However narrow the page is, nothing in its head stands over anything else, and
// all tags can be read.
func TestHeadKeepsTagsApart(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	title := parts.NewField("Title")
	meta := parts.NewParagraph(parts.Run{Words: "Note · changed 22 April 2023"})
	meta.MaxLines = 1
	ways := parts.NewTabs(func(int) {}, "Write", "Both", "Read")
	for _, names := range [][]string{nil, {"Haiti"}, {"Haiti", "police", "to be checked"}, {"a tag of a great many words that says a lot", "one", "two", "three", "four"}} {
		tags := parts.NewFlow(tagGap)
		for _, name := range names {
			tags.Add(parts.NewChip(name, func() {}))
		}
		head := container.New(headLayout{&Page{}}, title, meta, tags, ways)
		for _, width := range []float32{342, 370, 450, 560, 700, 1100} {
			height := parts.Height(head, width)
			head.Resize(fyne.NewSize(width, height))
			boxes := []fyne.CanvasObject{meta, ways}
			for _, chip := range tags.Objects {
				if chip.Size().Width < min(chip.MinSize().Width, width-2*side) {
					t.Errorf("%v at %v: a tag is cut to %v", names, width, chip.Size().Width)
				}
				boxes = append(boxes, chip)
			}
			for i, a := range boxes {
				from, to := cornersIn(tags, a)
				if from.X < 0 || to.X > width || to.Y > height {
					t.Errorf("%v at %v: something stands outside, from %v to %v", names, width, from, to)
				}
				if slices.ContainsFunc(boxes[i+1:], func(b fyne.CanvasObject) bool {
					other, end := cornersIn(tags, b)
					return from.X < end.X && other.X < to.X && from.Y < end.Y && other.Y < to.Y
				}) {
					t.Errorf("%v at %v: %v to %v has something over it", names, width, from, to)
				}
			}
		}
	}
}

// cornersIn are the corners of what stands in the head, or among its tags.
func cornersIn(tags *fyne.Container, o fyne.CanvasObject) (from, to fyne.Position) {
	from = o.Position()
	if slices.Contains(tags.Objects, o) {
		from = from.Add(tags.Position())
	}
	return from, from.Add(o.Size())
}
