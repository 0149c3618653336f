package cli_test

import (
	"regexp"
	"strings"
	"testing"
)

// What is suggested says in which articles, by the IDs with which one goes on.
func TestSuggestionsSayWhereTheyStand(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "A murder\n\nPresident Jovenel Moïse was killed in Port-au-Prince on 7 July 2021.\n"))
	d.run(t.Context(), "import", d.file(t, "b.txt", "An inquiry\n\nJovenel Moise was assassinated at home on 7 July 2021. Mr Moise led Haiti.\n"))
	d.run(t.Context(), "--json", "list", "articles")
	ids := regexp.MustCompile(`"id":"([^"]+)"`).FindAllStringSubmatch(d.out.String(), -1)
	if len(ids) != 2 {
		t.Fatalf("articles %s", d.out.String())
	}
	d.run(t.Context(), "suggest")
	for _, line := range strings.Split(d.out.String(), "\n") {
		both := strings.Contains(line, ids[0][1]) && strings.Contains(line, ids[1][1])
		switch {
		case strings.Contains(line, "2 articles") && !both:
			t.Errorf("%q does not name both articles", line)
		case strings.Contains(line, "—") && !strings.Contains(line, ids[0][1]) && !strings.Contains(line, ids[1][1]):
			t.Errorf("%q names no article", line)
		}
	}
	d.run(t.Context(), "suggest", ids[0][1])
	if !strings.Contains(d.out.String(), "in 1 article  — "+ids[0][1]) {
		t.Errorf("of one article: %s", d.out.String())
	}
	d.run(t.Context(), "--json", "suggest")
	if said := d.out.String(); !strings.Contains(said, `"in":["`+ids[0][1]+`","`+ids[1][1]+`"]`) && !strings.Contains(said, `"in":["`+ids[1][1]+`","`+ids[0][1]+`"]`) {
		t.Errorf("JSON: %s", said)
	}
}

// Of more than the limit it is said how many there are, and dates are listed, too.
func TestSuggestionsSayHowManyThereAre(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"a.txt", "b.txt"} {
		d.run(t.Context(), "import", d.file(t, name, name+"\n\nJovenel Moïse met Anna Maros in Geneva on Saturday, April 22. Jovenel Moïse was assassinated in Nairobi on 7 July 2021.\n"))
	}
	d.run(t.Context(), "suggest")
	for _, words := range []string{"Names (4)", "Events (4)", "Dates (2)", "2023-04-22?"} {
		if !strings.Contains(d.out.String(), words) || strings.Contains(d.out.String(), "--limit") {
			t.Errorf("all: no %q in %s", words, d.out.String())
		}
	}
	d.run(t.Context(), "suggest", "--limit", "1")
	for _, words := range []string{"Names (1 of 4)", "Events (1 of 4)", "Dates (1 of 2)", "A greater --limit shows more."} {
		if !strings.Contains(d.out.String(), words) {
			t.Errorf("first: no %q in %s", words, d.out.String())
		}
	}
	d.run(t.Context(), "refuse", "date", "--article", "a.txt")
	if d.run(t.Context(), "suggest"); !strings.Contains(d.out.String(), "Dates (1)") {
		t.Errorf("after one was refused: %s", d.out.String())
	}
}

// What stands beside a name is said with it.
func TestSuggestionsSayWhatStandsBeside(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "A text\n\nDr Anna Maros, aged 34, Professor of Greek at Leiden, said the text was old.\n"))
	d.run(t.Context(), "suggest")
	if want := "Anna Maros  — person, Dr, Professor of Greek, Leiden, aged 34  — "; !strings.Contains(d.out.String(), want) {
		t.Errorf("%s does not say %q", d.out.String(), want)
	}
}

// Accepting an event tells who of its sentence is not in it yet, and that an event of its
// name and date was there already.
func TestAcceptedEventsTellWhoIsMissing(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"a.txt", "b.txt"} {
		d.run(t.Context(), "import", d.file(t, name, name+"\n\nPresident Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021.\n"))
		_, id, _ := strings.Cut(d.out.String(), "added")
		id = strings.Fields(id)[0]
		const left = "Not in it until accepted: Jovenel Moïse, Port-au-Prince\n"
		d.run(t.Context(), "accept", "Assassination of Jovenel Moïse", "--article", id)
		if said := d.out.String(); !strings.Contains(said, left) || strings.Contains(said, "was there already") != (name == "b.txt") || strings.Contains(said, " 0 ") {
			t.Errorf("%s: %s%s", name, said, d.err.String())
		}
	}
	d.run(t.Context(), "list", "events")
	if lines := strings.Count(d.out.String(), "Assassination"); lines != 1 {
		t.Errorf("%d events: %s", lines, d.out.String())
	}
}

// However a name is typed, accepting it finds it as often.
func TestAcceptCountsTheSameHoweverItIsTyped(t *testing.T) {
	for _, typed := range []string{"Jovenel Moïse", "Jovenel Moise", "jovenel moi\u0308se"} {
		d := newDesk(t)
		d.run(t.Context(), "import", d.file(t, "a.txt", "A murder\n\nPresident Jovenel Moïse was killed. Mr Moïse was 53.\n"))
		d.run(t.Context(), "import", d.file(t, "b.txt", "An inquiry\n\nPresident Jovenel Moise was killed. Mr Moise led Haiti.\n"))
		if code := d.run(t.Context(), "accept", typed); code != 0 || !strings.Contains(d.out.String(), "named 4 times in 2 articles") {
			t.Errorf("%s: exit %d, %s%s", typed, code, d.out.String(), d.err.String())
		}
	}
}
