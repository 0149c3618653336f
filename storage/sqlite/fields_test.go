package sqlite_test

import (
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
)

// A date that says more or less than one day counts by all that it can mean.
func TestAfterAndBeforeAskWhetherItCouldHaveBeen(t *testing.T) {
	book, _ := archive(t)
	dates := []string{
		"1938-03-12", "1938", "1938-03", "1938-03-XX", "193X", "1938?", "1938-12-31T23:59:59Z", "1938-21",
		"../1938", "/1938", "1936/1940", "1936/..", "1936/", "1940-01-01",
		"[1936,1940]", "{1936,1940}", "[..1938]", "-0043-03-15", "Y170000000", "Y-170000000", "0000", "9999-12-31",
	}
	for _, date := range dates {
		if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "on " + date}, Date: date}); err != nil {
			t.Fatalf("%s: %v", date, err)
		}
		d := document("of "+date, "Told of "+date)
		d.Date = date
		collect(t, book, d)
	}
	if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "on no day"}}); err != nil {
		t.Fatal(err)
	}
	undated := document("of no day", "Told of no day")
	undated.Date = ""
	collect(t, book, undated)
	for query, want := range map[string]string{
		"before:1939": "1938-03-12|1938|1938-03|1938-03-XX|193X|1938?|1938-12-31T23:59:59Z|1938-21|../1938|/1938|1936/1940|1936/..|1936/|" +
			"[1936,1940]|{1936,1940}|[..1938]|-0043-03-15|Y-170000000|0000",
		"before:1936-01-01": "193X|../1938|/1938|[..1938]|-0043-03-15|Y-170000000|0000",
		"before:1900":       "../1938|/1938|[..1938]|-0043-03-15|Y-170000000|0000",
		"before:1938-03-13": "1938-03-12|1938|1938-03|1938-03-XX|193X|1938?|1938-21|../1938|/1938|1936/1940|1936/..|1936/|" +
			"[1936,1940]|{1936,1940}|[..1938]|-0043-03-15|Y-170000000|0000",
		"after:1938-06": "1938|193X|1938?|1938-12-31T23:59:59Z|../1938|/1938|1936/1940|1936/..|1936/|1940-01-01|" +
			"[1936,1940]|{1936,1940}|[..1938]|Y170000000|9999-12-31",
		"after:1939":         "193X|1936/1940|1936/..|1936/|1940-01-01|[1936,1940]|{1936,1940}|Y170000000|9999-12-31",
		"after:1941":         "1936/..|1936/|Y170000000|9999-12-31",
		"after:1939/1941":    "193X|1936/1940|1936/..|1936/|1940-01-01|[1936,1940]|{1936,1940}|Y170000000|9999-12-31",
		"before:../1938":     "",
		"after:../1938":      strings.Join(dates, "|"),
		"after:Y160000000":   "1936/..|1936/|Y170000000",
		"before:Y-160000000": "../1938|/1938|[..1938]|Y-170000000",
	} {
		for kind, before := range map[string]string{"event": "on ", "article": "of "} {
			answer, err := book.Search(t.Context(), query+" kind:"+kind, notes.SearchFilter{Limit: 100})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, result := range answer.Results {
				got = append(got, strings.TrimPrefix(result.Name, before))
			}
			var all []string
			for _, date := range dates {
				if slices.Contains(strings.Split(want, "|"), date) {
					all = append(all, date)
				}
			}
			slices.Sort(got)
			slices.Sort(all)
			if !slices.Equal(got, all) {
				t.Errorf("%s kind:%s\nfound %s\nwant  %s", query, kind, strings.Join(got, "  "), strings.Join(all, "  "))
			}
		}
	}
}

// The words of a note are found in their other forms, too, if its language shows; it is
// not found as what is written in that language.
func TestNotesHaveALanguage(t *testing.T) {
	book, _ := archive(t)
	for title, body := range map[string]string{
		"Bridges": "The mayor reopened both bridges after the flood, and the engineers who had inspected the pillars said that they were standing as well as they ever had, although some of the stones would have to be replaced before winter.",
		"Brücken": "Der Bürgermeister hat beide Brücken nach der Flut wieder geöffnet, und die Ingenieure sagten, dass die Pfeiler noch so gut stehen wie immer, auch wenn einige Steine vor dem Winter ersetzt werden müssen, was nicht billig wird.",
	} {
		if _, err := book.AddNote(t.Context(), title, body); err != nil {
			t.Fatal(err)
		}
	}
	for asked, want := range map[string]int{"inspecting": 1, "engineer": 1, "Pfeilern": 1, `"inspecting"`: 0, "lang:en": 0, "lang:de": 0} {
		if count, err := book.Count(t.Context(), asked, nil); err != nil || count != want {
			t.Errorf("%s: %d, %v, want %d", asked, count, err, want)
		}
	}
}
