package look_test

import (
	"image/color"
	"math"
	"testing"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestEveryFyneNameIsAnswered(t *testing.T) {
	test.NewTempApp(t)
	for _, p := range look.Palettes() {
		test.AssertAllColorNamesDefined(t, look.New(p), string(p))
	}
}

var grounds = []fyne.ThemeColorName{
	look.Page, look.Sidebar, look.Panel, look.Selected, look.AccentBehind,
}

var highlights = []fyne.ThemeColorName{
	look.Yellow, look.Green, look.Blue, look.Red, look.Violet, look.Here,
}

func TestTextStandsOutFromItsGround(t *testing.T) {
	test.NewTempApp(t)
	type pair struct {
		text, ground fyne.ThemeColorName
		least        float64
	}
	var pairs []pair
	for _, g := range grounds {
		pairs = append(pairs,
			pair{look.Text, g, 4.5},
			pair{look.TextSecond, g, 4.5},
			pair{look.Accent, g, 4.5},
			pair{look.Alarm, g, 4.5},
			pair{look.TextThird, g, 3},
		)
	}
	for _, g := range highlights {
		pairs = append(pairs, pair{look.Text, g, 4.5}, pair{look.Accent, g, 4.5})
	}
	pairs = append(pairs,
		pair{look.OnAccent, look.Accent, 4.5},
		pair{look.OnAccent, look.Alarm, 4.5},
		pair{look.Ink, look.GreenEdge, 4.5},
		pair{look.Ink, look.YellowEdge, 4.5},
	)
	for _, p := range look.Palettes() {
		th := look.New(p)
		for _, c := range pairs {
			got := contrast(opaque(th, c.text, c.ground), opaque(th, c.ground, c.ground))
			if got < c.least {
				t.Errorf("%s: %s on %s is %.2f to 1, less than %.1f", p, c.text, c.ground, got, c.least)
			}
		}
		for _, g := range append(grounds, highlights...) {
			under := opaque(th, look.Selection, g)
			if got := contrast(opaque(th, look.Text, g), under); got < 4.5 {
				t.Errorf("%s: selected text on %s is %.2f to 1", p, g, got)
			}
			if under == opaque(th, g, g) {
				t.Errorf("%s: a selection on %s cannot be seen", p, g)
			}
		}
	}
}

// opaque gives a colour as it looks on a ground.
func opaque(th fyne.Theme, name, ground fyne.ThemeColorName) color.NRGBA {
	c, g := th.Color(name, 0).(color.NRGBA), th.Color(ground, 0).(color.NRGBA)
	mix := func(over, under uint8) uint8 {
		a := float64(c.A) / 255
		return uint8(math.Round(float64(over)*a + float64(under)*(1-a)))
	}
	return color.NRGBA{R: mix(c.R, g.R), G: mix(c.G, g.G), B: mix(c.B, g.B), A: 255}
}

// contrast is the ratio that WCAG 2 defines, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestUnknownPaletteIsLight(t *testing.T) {
	if got := look.New("mauve").Palette(); got != look.Light {
		t.Errorf("got %q", got)
	}
}

func TestVariantDoesNotChangeThePalette(t *testing.T) {
	test.NewTempApp(t)
	th := look.New(look.Dark)
	a, b := th.Color(look.Page, theme.VariantDark), th.Color(look.Page, theme.VariantLight)
	if a != b {
		t.Errorf("dark page is %v for one variant and %v for the other", a, b)
	}
}

func TestHighlightAndKind(t *testing.T) {
	for colour, want := range map[string]fyne.ThemeColorName{
		"yellow": look.Yellow, "green": look.Green, "blue": look.Blue, "red": look.Red,
		"violet": look.Violet, "": look.Yellow, "mauve": look.Yellow,
	} {
		if fill, edge := look.Highlight(colour); fill != want || edge != want+"Edge" {
			t.Errorf("%q gives %s and %s", colour, fill, edge)
		}
	}
	for kind, want := range map[string]fyne.ThemeColorName{
		"person": look.BlueEdge, "organisation": look.BlueEdge, "place": look.BlueEdge, "event": look.VioletEdge,
	} {
		if got := look.Kind(kind); got != want {
			t.Errorf("%q gives %s", kind, got)
		}
	}
}

func TestColourFallsBackToLightUnderAnotherTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(test.Theme())
	if got, want := look.Current(look.Accent), look.New(look.Light).Color(look.Accent, 0); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	app.Settings().SetTheme(look.New(look.Dark))
	if got, want := look.Current(look.Accent), look.New(look.Dark).Color(look.Accent, 0); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFacesDiffer(t *testing.T) {
	test.NewTempApp(t)
	seen := map[string]look.Font{}
	for f := look.Regular; f <= look.Medium; f++ {
		name := f.Resource().Name()
		if other, ok := seen[name]; ok {
			t.Errorf("faces %d and %d are the same file", f, other)
		}
		seen[name] = f
		if w := look.Measure("Kenya weighs", f, look.InterfaceSize).Width; w < 50 || w > 130 {
			t.Errorf("face %d draws twelve letters %g wide", f, w)
		}
		if b := look.Baseline(f, look.InterfaceSize); b < 9 || b > 16 {
			t.Errorf("face %d has its baseline at %g", f, b)
		}
	}
	if got := look.Font(99).Resource(); got != look.Regular.Resource() {
		t.Errorf("a face that does not exist gives %s", got.Name())
	}
}

func TestStyled(t *testing.T) {
	for _, c := range []struct {
		from             look.Font
		semibold, italic bool
		want             look.Font
	}{
		{look.Regular, true, false, look.Semibold},
		{look.Semibold, false, true, look.Italic},
		{look.Italic, true, true, look.SemiboldItalic},
		{look.SerifItalic, false, false, look.Serif},
		{look.Serif, true, true, look.SerifSemiboldItalic},
		{look.Mono, true, true, look.Mono},
		{look.Medium, false, true, look.Italic},
	} {
		if got := c.from.Styled(c.semibold, c.italic); got != c.want {
			t.Errorf("%d styled %v %v gives %d, want %d", c.from, c.semibold, c.italic, got, c.want)
		}
	}
}

func TestStockWidgetsGetOurFaces(t *testing.T) {
	th := look.New(look.Light)
	for style, want := range map[fyne.TextStyle]look.Font{
		{}: look.Regular, {Bold: true}: look.Semibold, {Italic: true}: look.Italic,
		{Bold: true, Italic: true}: look.SemiboldItalic, {Monospace: true}: look.Mono,
	} {
		if got := th.Font(style); got != want.Resource() {
			t.Errorf("%+v gives %s", style, got.Name())
		}
	}
	if got := th.Size(theme.SizeNameText); got != look.InterfaceSize {
		t.Errorf("interface text is %g", got)
	}
}

func TestBareThemeFollowsTheProgramsTheme(t *testing.T) {
	app := test.NewTempApp(t)
	query := look.Bare(look.SizeQuery)
	for _, p := range look.Palettes() {
		app.Settings().SetTheme(look.New(p))
		test.AssertAllColorNamesDefined(t, query, "query")
		if got, want := query.Color(look.Accent, 0), look.New(p).Color(look.Accent, 0); got != want {
			t.Errorf("%s: accent is %v, want %v", p, got, want)
		}
	}
	if got := query.Size(theme.SizeNameText); got != look.QuerySize {
		t.Errorf("a query is drawn in %g", got)
	}
	if got := query.Size(theme.SizeNameInputBorder); got != 0 {
		t.Errorf("a query has a border of %g", got)
	}
}

// Emoji stand beside our letters, and are as wide as they are drawn.
func TestEmoji(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for words, emoji := range map[string]bool{"Kenya 🇰🇪": true, "👍🏽": true, "☀️": true, "1️⃣": true, "習近平 “→” ½": false} {
		text := look.NewText(words, look.Semibold, look.InterfaceSize, look.Text)
		if emoji != (text.FontSource == nil) {
			t.Errorf("%q is drawn by %v", words, text.FontSource)
		}
		if width := look.Measure(words, look.Semibold, look.InterfaceSize).Width; width != text.MinSize().Width {
			t.Errorf("%q is measured as %v and drawn as %v", words, width, text.MinSize().Width)
		}
	}
}
