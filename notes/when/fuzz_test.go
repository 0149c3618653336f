package when_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
	"cuttings/notes/when"
)

// check holds what was found to the promises of Found.
func check(t interface{ Fatalf(string, ...any) }, body string, all []when.Found) {
	end := 0
	for _, f := range all {
		if f.Start < end || f.End <= f.Start || f.End > len(body) {
			t.Fatalf("%d to %d behind %d in %q", f.Start, f.End, end, body)
		}
		if utf8.ValidString(body) && !utf8.ValidString(body[f.Start:f.End]) {
			t.Fatalf("%q cuts a character in %q", body[f.Start:f.End], body)
		}
		if f.Certainty <= 0 || f.Certainty > 1 {
			t.Fatalf("certainty %v in %q", f.Certainty, body)
		}
		if again, err := edtf.Parse(f.Date.String()); !f.Date.IsZero() && (err != nil || again != f.Date) {
			t.Fatalf("%q is no date, in %q", f.Date, body)
		}
		end = f.End
	}
}

func FuzzFind(f *testing.F) {
	f.Add("On Saturday, April 22, two days later, from 15 to 17 February 2023 — early 1990s.", "2023-04-22")
	f.Add("31 April 2023 30 February the 21st century BC 99 decades ago", "2023?")
	f.Add("Minutes of 15 May\n2023 On Friday, Monday 15 May 2023\n", "")
	f.Add("a few\xffyears ago, last next following weekend; Sept. 4-5, 2021/22", "0001-01-01")
	f.Fuzz(func(t *testing.T, body, anchor string) {
		date, _ := edtf.Parse(anchor)
		check(t, body, when.Find(body, date))
		title, rest, _ := strings.Cut(body, "\n")
		for _, title := range []string{"", title, body} {
			g, ok := when.ArticleDate(title, rest, edtf.DayOf(2026, 11, 24))
			within := rest
			if g.InTitle {
				within = title
			}
			if ok && (g.Start < 0 || g.Start >= g.End || g.End > len(within) || g.Date.IsZero()) {
				t.Fatalf("guess %+v in %q with the title %q", g, rest, title)
			}
		}
	})
}

// TestAnyWords strings words of dates together as nobody would.
func TestAnyWords(t *testing.T) {
	vocabulary := strings.Fields(`the of in on a few two 15 22nd 2004 1990s April Sept . , – - to and from between since until
		before after last next previous following same that this week days months years decade century weekend day later
		earlier ago early mid late about yesterday Saturday Sun May spring 19th BC night will was 2023-04-22 30/02/2020`)
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 40).Draw(t, "words"), " ")
		date, _ := edtf.Parse(rapid.SampledFrom([]string{"", "2023-04-22", "2023-04?", "0001-01", "-9999-01-01"}).Draw(t, "anchor"))
		check(t, body, when.Find(body, date))
	})
}

// TestWeekdays compares the last weekday with a count by hand through a year.
func TestWeekdays(t *testing.T) {
	names := []string{"Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"} // day 0 was a Thursday
	rapid.Check(t, func(t *rapid.T) {
		anchor := edtf.Day(rapid.IntRange(0, 40000).Draw(t, "anchor"))
		want := edtf.Day(rapid.IntRange(0, 6).Draw(t, "back"))
		year, month, day := anchor.Date()
		date, err := edtf.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
		if err != nil {
			t.Fatal(err)
		}
		body := "It came on " + names[(anchor-want+7)%7] + "."
		got := when.Find(body, date)
		if on, _ := got[0].Date.Earliest(); len(got) != 1 || on != anchor-want {
			t.Fatalf("%q on %s: %v", body, date, got)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	date, _ := edtf.Parse("2023-04-22")
	for _, size := range []struct {
		name  string
		bytes int
	}{{"3KB", 3 << 10}, {"3MB", 3 << 20}} {
		body := strings.Repeat(paragraph, size.bytes/len(paragraph)+1)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				when.Find(body, date)
			}
		})
	}
}

const paragraph = "On Saturday, April 22, the minister wrote that Haiti had asked for help in October. " +
	"Since the July 2021 killing of the president, 2000 people have fled; two days later the council met. " +
	"It will meet again next Monday, as it did in the late 1990s and from 2004 to 2006.\n\n"
