package tagger

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes/fold"
)

// marked is a text in which people have marked the names.
type marked struct {
	text  string
	names []Name
	other map[[2]int]bool // names of kinds that are not looked for
}

// readMarked reads a file of marked texts, a JSON object a line, with offsets
// in code points.
func readMarked(file string) ([]marked, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []marked
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var line struct {
			Text  string
			Spans []struct {
				Start, End int
				Kind       string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, err
		}
		offsets := []int{}
		for i := range line.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(line.Text))
		m := marked{text: line.Text, other: map[[2]int]bool{}}
		for _, s := range line.Spans {
			found := false
			for _, kind := range []Kind{Person, Organisation, Place, Event} {
				if kind.String() == s.Kind {
					m.names = append(m.names, Name{Start: offsets[s.Start], End: offsets[s.End], Kind: kind})
					found = true
				}
			}
			if !found {
				m.other[[2]int{offsets[s.Start], offsets[s.End]}] = true
			}
		}
		all = append(all, m)
	}
	return all, lines.Err()
}

// tally counts what was found and what should have been.
type tally struct{ right, found, marked float64 }

func (t tally) precision() float64 { return t.right / max(t.found, 1) }
func (t tally) recall() float64    { return t.right / max(t.marked, 1) }
func (t tally) f1() float64        { return 2 * t.right / max(t.found+t.marked, 1) }

// quality compares what is found with what people marked: by place in the text,
// and by the distinct names of each text. The last tally is of the first three
// kinds together, as nobody marked events.
func quality(texts []marked, least float64) (spans, distinct [4]tally) {
	type entry struct {
		kind Kind
		text string
	}
	for _, m := range texts {
		places, names := map[Name]bool{}, map[entry]bool{}
		for _, n := range m.names {
			places[n] = true
			names[entry{n.Kind, fold.String(m.text[n.Start:n.End])}] = true
			spans[n.Kind].marked++
			spans[3].marked++
		}
		for n := range names {
			distinct[n.kind].marked++
			distinct[3].marked++
		}
		seen := map[entry]bool{}
		for _, n := range Find(m.text, nil) {
			if n.Kind == Event || n.Certainty < least {
				continue
			}
			right := 0.0
			if places[Name{Start: n.Start, End: n.End, Kind: n.Kind}] {
				right = 1
			}
			spans[n.Kind].add(right)
			spans[3].add(right)
			e := entry{n.Kind, fold.String(m.text[n.Start:n.End])}
			if seen[e] {
				continue
			}
			seen[e] = true
			right = 0
			if names[e] {
				right = 1
			}
			distinct[n.Kind].add(right)
			distinct[3].add(right)
		}
	}
	return spans, distinct
}

func (t *tally) add(right float64) {
	t.right += right
	t.found++
}

// BenchmarkQuality measures on texts that people marked, which are not part of
// the project: the folder is named by CUTTINGS_NAMES.
func BenchmarkQuality(b *testing.B) {
	folder := os.Getenv("CUTTINGS_NAMES")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data", "names")
	}
	rows := []string{"person", "organisation", "place", "all"}
	for _, file := range []string{"wikigold", "uner-dev"} {
		b.Run(file, func(b *testing.B) {
			texts, err := readMarked(filepath.Join(folder, file+".jsonl"))
			if err != nil {
				b.Skipf("no marked texts to measure on: %v", err)
			}
			var table strings.Builder
			for range b.N {
				table.Reset()
				spans, distinct := quality(texts, 0)
				fmt.Fprintf(&table, "%-9s %-13s %21s   %21s\n", file, "", "places in the text", "distinct names")
				for i, row := range rows {
					s, d := spans[i], distinct[i]
					fmt.Fprintf(&table, "%-9s %-13s P %.3f R %.3f F %.3f   P %.3f R %.3f F %.3f\n", "", row,
						s.precision(), s.recall(), s.f1(), d.precision(), d.recall(), d.f1())
					b.ReportMetric(s.f1(), row+"-F1")
				}
				for _, least := range []float64{0.5, 0.6, 0.7, 0.8, 0.9} {
					spans, distinct := quality(texts, least)
					fmt.Fprintf(&table, "%-9s least %.2f    all P %.3f R %.3f   people P %.3f R %.3f\n", "", least,
						spans[3].precision(), spans[3].recall(), distinct[0].precision(), distinct[0].recall())
				}
			}
			fmt.Print("\n", table.String())
		})
	}
}

// BenchmarkFind measures an article of 3 KB.
func BenchmarkFind(b *testing.B) {
	paragraph := "Kenyan Foreign Minister Wanjiru Otieno met Lars Holm, the Danish prime minister, in Nairobi on Friday. " +
		"The World Food Programme said that the talks were useful. "
	body := strings.Repeat(paragraph, 3<<10/len(paragraph))
	Find(body, nil)
	b.SetBytes(int64(len(body)))
	b.ResetTimer()
	for range b.N {
		Find(body, nil)
	}
}
