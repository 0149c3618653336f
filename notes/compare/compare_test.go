package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"cuttings/notes/compare"
	"cuttings/notes/text"
)

// article makes a text of paragraphs that are parted by empty lines.
func article(body string) text.Text {
	var b text.Builder
	for _, paragraph := range strings.Split(body, text.BlockBreak) {
		if strings.TrimSpace(paragraph) == "" {
			continue
		}
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
	}
	t, err := b.Text()
	if err != nil {
		return text.Text{}
	}
	return t
}

func shown(was, is text.Text, changes []compare.Change) []string {
	var lines []string
	for _, c := range changes {
		line := string(c.Kind)
		for _, r := range c.Gone {
			line += " -" + was.Slice(r)
		}
		for _, r := range c.Come {
			line += " +" + is.Slice(r)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestTexts(t *testing.T) {
	for _, test := range []struct {
		name, was, is string
		want          []string
	}{
		{"nothing", "", "", nil},
		{"the same", "One.\n\nTwo.", "One.\n\nTwo.", []string{"same", "same"}},
		{"a word", "Kenya offered a thousand officers.", "Kenya offered two thousand officers.", []string{"changed -a +two"}},
		{"a word went", "They left on Monday evening.", "They left on Monday.", []string{"changed -evening"}},
		{"a paragraph came", "One here.\n\nThree here.", "One here.\n\nTwo are new.\n\nThree here.", []string{"same", "added +Two are new.", "same"}},
		{"a paragraph went", "One here.\n\nTwo.\n\nThree here.", "One here.\n\nThree here.", []string{"same", "removed -Two.", "same"}},
		{"another paragraph", "Ships lay in the harbour.", "Nobody knows what it cost", []string{"removed -Ships lay in the harbour.", "added +Nobody knows what it cost"}},
		{"one came before one that changed", "The council met in Nairobi on Saturday.", "It rained.\n\nThe council met in Kingston on Saturday.", []string{"added +It rained.", "changed -Nairobi +Kingston"}},
		{"all of it went", "One.\n\nTwo.", "", []string{"removed -One.", "removed -Two."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			was, is := article(test.was), article(test.is)
			changes, err := compare.Texts(t.Context(), was, is)
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(was, is, changes); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTouches(t *testing.T) {
	was, is := article("One stays.\n\nTwo is changed here.\n\nThree stays."), article("One stays.\n\nTwo was changed here.\n\nThree stays.")
	changes, err := compare.Texts(t.Context(), was, is)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words string
		want  bool
	}{{"One", false}, {"changed", true}, {"Three stays", false}} {
		start := strings.Index(was.Body, test.words)
		if got := compare.Touches(changes, text.Range{Start: start, End: start + len(test.words)}); got != test.want {
			t.Errorf("touches %q: %v", test.words, got)
		}
	}
}

// FuzzTexts holds a comparison to what it must be whatever the texts are: every
// paragraph of both is there once and in order, what is the same is the same,
// and what is left of a changed paragraph without what went is what is left of
// the other without what came.
func FuzzTexts(f *testing.F) {
	f.Add("One.\n\nTwo.", "One.\n\nTwo and a half.")
	f.Add("a b c d e", "a c b d e\n\na b")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, before, after string) {
		if !utf8.ValidString(before) || !utf8.ValidString(after) || len(before)+len(after) > 4000 {
			return
		}
		was, is := article(before), article(after)
		changes, err := compare.Texts(t.Context(), was, is)
		if err != nil {
			t.Fatal(err)
		}
		i, j := 0, 0
		for _, c := range changes {
			if c.Kind != compare.Added {
				if i >= len(was.Blocks) || c.Was != was.Blocks[i].Range {
					t.Fatalf("the old text's paragraph %d is missing in %+v", i, changes)
				}
				i++
			}
			if c.Kind != compare.Removed {
				if j >= len(is.Blocks) || c.Is != is.Blocks[j].Range {
					t.Fatalf("the new text's paragraph %d is missing in %+v", j, changes)
				}
				j++
			}
			if left, right := without(was, c.Was, c.Gone), without(is, c.Is, c.Come); left != right {
				t.Errorf("%s: %q is left of the old, %q of the new", c.Kind, left, right)
			}
		}
		if i != len(was.Blocks) || j != len(is.Blocks) {
			t.Errorf("%d of %d and %d of %d paragraphs", i, len(was.Blocks), j, len(is.Blocks))
		}
	})
}

// without returns the words of a paragraph outside the given ranges, without
// white space.
func without(t text.Text, paragraph text.Range, ranges []text.Range) string {
	var b strings.Builder
	at := paragraph.Start
	for _, r := range ranges {
		b.WriteString(t.Body[at:r.Start])
		at = r.End
	}
	b.WriteString(t.Body[at:paragraph.End])
	return strings.Join(strings.Fields(b.String()), "")
}

// BenchmarkTexts compares texts of which one word in twenty changed.
func BenchmarkTexts(b *testing.B) {
	for _, count := range []int{1_000, 30_000, 100_000} {
		var before, after strings.Builder
		for i := range count {
			word := fmt.Sprintf("word%d", i*7919%997)
			before.WriteString(word)
			if i%20 == 3 {
				word = "another"
			}
			after.WriteString(word)
			for _, side := range []*strings.Builder{&before, &after} {
				if i%80 == 79 {
					side.WriteString(text.BlockBreak)
				} else {
					side.WriteByte(' ')
				}
			}
		}
		was, is := article(before.String()), article(after.String())
		b.Run(fmt.Sprintf("%dwords", count), func(b *testing.B) {
			for b.Loop() {
				if _, err := compare.Texts(b.Context(), was, is); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
