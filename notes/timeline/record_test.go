package timeline_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file under testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and look at the difference\n%s", file, got)
	}
}

func record(id, date, title, said string) timeline.Record {
	d, err := edtf.Parse(date)
	if date != "" && err != nil {
		panic(err)
	}
	return timeline.Record{
		ID: id, Title: title, Date: d, Text: said, Place: "Haiti & beyond",
		Participants: []string{"=Ada", "Boris (host)"}, Sources: 2, Articles: []string{"They met"},
	}
}

func records() []timeline.Record {
	murder := record("a", "2021-07-07?", "Murder of Jovenel Moïse", "At night.\n\nNobody knows <who> paid.")
	murder.Accounts = []timeline.Account{
		{Date: "2021-07-06", Number: "28 men", Source: "They met"}, {Place: "Pétion-Ville", Source: "A <letter>"},
	}
	return []timeline.Record{
		murder,
		record("b", "2022-10", "Request to the Security Council", "“Force”, it said"),
		record("c", "2021~", `<script>alert("x")</script>`, ""),
		record("d", "2023-02-15/2023-02-17", `=HYPERLINK("http://x")`, "comma, and\tTab"),
		record("e", "../1938-03", "Before", ""),
		record("f", "2023-04/", "Since", ""),
		record("g", "-0043-03-15", "The Ides of March", ""),
		record("h", "199X", "A decade", ""),
		record("i", "2001-21", "A spring", ""),
		record("j", "", "No date", ""),
	}
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := timeline.CSV(&out, records(), edtf.EnglishShort); err != nil {
		t.Fatal(err)
	}
	golden(t, "timeline.csv", out.Bytes())
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != len(records())+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row[1:2] {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("%q is a formula", cell)
			}
		}
	}
}

func TestTimelineJS(t *testing.T) {
	var out bytes.Buffer
	if err := timeline.TimelineJS(&out, records(), edtf.English); err != nil {
		t.Fatal(err)
	}
	golden(t, "timelinejs.json", out.Bytes())
	var read struct{ Events []map[string]any }
	if err := json.Unmarshal(out.Bytes(), &read); err != nil || len(read.Events) != 9 {
		t.Fatalf("%d events, %v", len(read.Events), err)
	}
	for _, e := range read.Events {
		if e["start_date"] == nil {
			t.Errorf("%v has no start", e)
		}
	}
}

func TestTimelineJSOfDeepTime(t *testing.T) {
	var out bytes.Buffer
	if err := timeline.TimelineJS(&out, []timeline.Record{record("a", "Y-400000", "Fire", "")}, edtf.English); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"scale": "cosmological"`) {
		t.Error(out.String())
	}
	out.Reset()
	if err := timeline.TimelineJS(&out, nil, edtf.English); err != nil || !strings.Contains(out.String(), `"events": []`) {
		t.Errorf("nothing at all: %s, %v", out.String(), err)
	}
}

func picture() timeline.Picture {
	p := timeline.Picture{
		Title: "Haiti <2021–24>", Width: 1200, Caption: "Articles a month", Axis: spoken, Font: `Inter, "Noto Sans", sans-serif`,
		Months:  []timeline.Month{{2021, 7, 9}, {2023, 4, 4}, {2023, 5, 12}},
		More:    func(n int) string { return fmt.Sprintf("+%d more", n) },
		Colours: timeline.Palette{Page: "#FAF9F6", Panel: "#FFFFFF", Text: "#23211E", Second: "#6A655E", Third: "#86827A", Line: "#E4E0D8", Bars: "#CFE1F5"},
	}
	for i, r := range records()[:4] {
		span, _ := timeline.SpanOf(r.Date)
		p.Events = append(p.Events, timeline.Labelled{
			Event: timeline.Event{ID: int64(i + 1), Span: span, Width: 200},
			Title: r.Title, When: r.Date.Words(edtf.EnglishShort), Note: "4 sources", Colour: "#CC5B50",
		})
	}
	return p
}

func TestSVG(t *testing.T) {
	var out bytes.Buffer
	if err := timeline.SVG(&out, picture()); err != nil {
		t.Fatal(err)
	}
	golden(t, "timeline.svg", out.Bytes())
	wellFormed(t, out.Bytes())
	if strings.Contains(out.String(), "<script") {
		t.Error("a title became markup")
	}
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestSVGHasEveryEventOrItsCount(t *testing.T) {
	p := picture()
	p.Events = nil
	for i, e := range crowd(600) {
		e.ID = int64(i + 1)
		p.Events = append(p.Events, timeline.Labelled{Event: e, Title: "Title \x00 " + fmt.Sprint(i), When: "when", Colour: "#CC5B50"})
	}
	var out bytes.Buffer
	if err := timeline.SVG(&out, p); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, out.Bytes())
	shown := strings.Count(out.String(), `font-weight="600"`)
	for _, line := range strings.Split(out.String(), "\n") {
		var n int
		if i := strings.Index(line, ">+"); i >= 0 {
			if _, err := fmt.Sscanf(line[i:], ">+%d more", &n); err != nil {
				t.Fatal(err)
			}
			shown += n
		}
	}
	if shown != 600 {
		t.Errorf("%d of 600 events are shown or counted", shown)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestAWriterThatFailsIsTold(t *testing.T) {
	for name, err := range map[string]error{
		"csv": timeline.CSV(full{}, records(), edtf.English),
		"js":  timeline.TimelineJS(full{}, records(), edtf.English),
		"svg": timeline.SVG(full{}, picture()),
	} {
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
