package happening_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
	"cuttings/notes/happening"
	"cuttings/notes/text"
)

type failing interface{ Fatalf(string, ...any) }

// check holds suggestions to the promises of Suggestion.
func check(t failing, body string, names []happening.Name, all []happening.Suggestion) {
	within := func(start, end int) {
		if start < 0 || end < start || end > len(body) || utf8.ValidString(body) && !utf8.ValidString(body[start:end]) {
			t.Fatalf("%d to %d does not lie on characters of %q", start, end, body)
		}
	}
	for _, s := range all {
		within(s.Start, s.End)
		within(s.DateAt.Start, s.DateAt.End)
		within(s.Trigger.Start, s.Trigger.End)
		if s.Trigger.Len() == 0 || s.Trigger.Start < s.Start || s.Trigger.End > s.End {
			t.Fatalf("trigger %v outside %d to %d in %q", s.Trigger, s.Start, s.End, body)
		}
		if s.Name == "" || s.Kind == "" || s.Certainty <= 0 || s.Certainty >= 1 {
			t.Fatalf("suggestion %+v in %q", s, body)
		}
		if s.Place < -1 || s.Place >= len(names) {
			t.Fatalf("place %d of %d", s.Place, len(names))
		}
		for _, p := range s.Participants {
			if p.Name < 0 || p.Name >= len(names) || p.Role == "" {
				t.Fatalf("participant %+v of %d in %q", p, len(names), body)
			}
		}
		for _, p := range s.Also {
			within(p.Start, p.End)
			within(p.Trigger.Start, p.Trigger.End)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Brandt, who met Voss's ‘friend’ in Oldport, offered to help the country.", 0, 6, 16, 20, 35, 42)
	f.Add("\xff signed the treaty of é and É. His country will, by phone, deploy", -1, 3, 2, 99, 24, 26)
	f.Add("killed. killed, killed; the call. Hurricane", 0, 0, 7, 6, 1, 40)
	f.Fuzz(func(t *testing.T, body string, a, b, c, d, e, g int) {
		kinds := []happening.Kind{happening.Person, happening.Organisation, happening.Place, happening.Event, ""}
		names := []happening.Name{
			{Start: a, End: b, Kind: kinds[uint(a)%5], Key: "1", Label: "Lena Brandt"},
			{Start: c, End: d, Kind: kinds[uint(d)%5], Label: "\xff"},
			{Start: e, End: g, Kind: kinds[uint(g)%5], Key: "1"},
		}
		article, _ := edtf.Parse("2023-05-09")
		check(t, body, names, happening.Find(body, article, names))
	})
}

// TestAnyWords strings words of happenings together as nobody would.
func TestAnyWords(t *testing.T) {
	vocabulary := strings.Fields(`Brandt Voss Norvia Selmia Oldport Norvian 's , . ; " ( and of in with by to from between the a his
		he they country who that was has will not agreed met killed offered deployed troops police call phone over meeting
		summit treaty signed earthquake election visit visited resigned arrested on Friday 2004 since for send help 12 people
		Hurricane Lothar opened embassy fire announced attack leaders government president at least more than`)
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 60).Draw(t, "words"), " ")
		var names []happening.Name
		for _, word := range []string{"Brandt", "Voss", "Norvia", "Selmia", "Oldport"} {
			kind := happening.Person
			if word[0] != 'B' && word[0] != 'V' {
				kind = happening.Place
			}
			for at := 0; ; {
				i := strings.Index(body[at:], word)
				if i < 0 {
					break
				}
				names = append(names, happening.Name{Start: at + i, End: at + i + len(word), Kind: kind, Key: word, Label: word})
				at += i + len(word)
			}
		}
		article, _ := edtf.Parse("2023-05-09")
		all := happening.Find(body, article, names)
		check(t, body, names, all)
		seen := map[text.Range]bool{}
		for _, s := range all {
			if seen[s.Trigger] {
				t.Fatalf("%v is told twice in %q", s.Trigger, body)
			}
			seen[s.Trigger] = true
			if !s.Date.IsZero() && s.DateAt.Len() == 0 {
				t.Fatalf("a date without words in %q", body)
			}
			if len(s.Participants) == 0 && s.Place < 0 && s.DateAt.Len() == 0 {
				t.Fatalf("%q names nobody, no place and no day, in %q", s.Name, body)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	article, _ := edtf.Parse("2023-05-09")
	for _, size := range []struct {
		name  string
		times int
	}{{"3KB", 3}, {"3MB", 3000}} {
		body := strings.Repeat(stories[0].body+"\n\n", size.times)
		names := named(b, body, stories[0].names)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				happening.Find(body, article, names)
			}
		})
	}
}
