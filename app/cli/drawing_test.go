package cli_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain leaves Fyne, which draws the pictures, no place to keep settings in.
func TestMain(m *testing.M) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		os.Setenv(name, filepath.Join(os.DevNull, "home"))
	}
	os.Exit(m.Run())
}

// Pictures are drawn without a window or a display.
func TestPicturesOfTimelineAndNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws dot by dot, one picture after the other, which takes the race detector minutes")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	d := newDesk(t)
	story := d.file(t, "story.txt", "Ada Vane met Paul Ory\n\nAda Vane met Paul Ory at the <bridge> of Port Sabre & left.")
	for _, arguments := range [][]string{
		{"import", story},
		{"entity", "person", "Ada Vane"},
		{"entity", "person", "Paul Ory"},
		{"entity", "event", "Meeting at the <bridge>", "--date", "1936/1938", "--participant", "Ada Vane"},
		{"entity", "event", "On no day"},
	} {
		if code := d.run(t.Context(), arguments...); code != 0 {
			t.Fatalf("%v: %s", arguments, d.err.String())
		}
	}
	for _, command := range []string{"timeline", "network"} {
		drawing, picture := filepath.Join(d.folder, command+".svg"), filepath.Join(d.folder, command+".png")
		for _, file := range []string{drawing, picture} {
			if code := d.run(t.Context(), command, "--output", file); code != 0 {
				t.Fatalf("%s: %s", file, d.err.String())
			}
		}
		written, err := os.ReadFile(drawing)
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{"timeline": "Meeting at the &lt;bridge&gt;", "network": "Ada Vane"}[command]
		if err := xml.Unmarshal(written, new(struct{})); err != nil || !strings.Contains(string(written), said) {
			t.Errorf("%s: %v, %s", drawing, err, written)
		}
		if painted, err := os.ReadFile(picture); err != nil || len(coloursOf(t, painted)) < 10 {
			t.Errorf("%s is empty: %v", picture, err)
		}
		if code := d.run(t.Context(), command, "--output", picture); code != 1 || !strings.Contains(d.err.String(), "already") {
			t.Errorf("%s was written over: %s", picture, d.err.String())
		}
		if code := d.run(t.Context(), command, "--output", picture, "--overwrite", "--format", "csv"); code != 0 {
			t.Errorf("%s was not written over: %s", picture, d.err.String())
		}
		if code := d.run(t.Context(), command, "--output", "-", "--format", "json"); code != 0 || !json.Valid(d.out.Bytes()) {
			t.Errorf("%s as JSON: %s%s", command, d.err.String(), d.out.String())
		}
		if code := d.run(t.Context(), command, "--output", "-", "--format", "png"); code != 0 || len(coloursOf(t, d.out.Bytes())) < 10 {
			t.Errorf("no picture on standard output: %s", d.err.String())
		}
	}
}

// A card has the colour in which the sources of its event are highlighted.
func TestTimelineHasTheColoursOfSources(t *testing.T) {
	d := newDesk(t)
	story := d.file(t, "story.txt", "Ada Vane met Paul Ory\n\nAda Vane met Paul Ory at the bridge of Port Sabre.")
	for _, arguments := range [][]string{
		{"import", story},
		{"entity", "event", "Meeting", "--date", "1936"},
		{"--json", "highlight", "Ada Vane met Paul Ory", "--quote", "at the bridge", "--colour", "red"},
	} {
		if code := d.run(t.Context(), arguments...); code != 0 {
			t.Fatalf("%v: %s", arguments, d.err.String())
		}
	}
	var made struct{ ID string }
	if err := json.Unmarshal(d.out.Bytes(), &made); err != nil {
		t.Fatal(err)
	}
	const red = "#CC5B50"
	for _, sources := range []int{0, 1} {
		if code := d.run(t.Context(), "timeline", "--format", "svg"); code != 0 {
			t.Fatal(d.err.String())
		}
		if got := strings.Contains(d.out.String(), red); got != (sources > 0) {
			t.Errorf("with %d sources a card is red: %v", sources, got)
		}
		if code := d.run(t.Context(), "source", "Meeting", made.ID); code != 0 {
			t.Fatal(d.err.String())
		}
	}
}

// coloursOf returns the colours of a picture.
func coloursOf(t *testing.T, written []byte) map[[3]uint32]bool {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	colours := map[[3]uint32]bool{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			colours[[3]uint32{r, g, b}] = true
		}
	}
	return colours
}
