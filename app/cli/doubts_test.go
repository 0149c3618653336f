package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

type doubtful struct {
	ID, Name, Known string
	Mentions        int
	Shared          []string
	Passages        []struct{ Text string }
}

// asked reads what a command answers as JSON.
func asked[T any](t *testing.T, d *desk, arguments ...string) (answer T) {
	t.Helper()
	if code := d.run(t.Context(), append([]string{"--json"}, arguments...)...); code != 0 {
		t.Fatalf("%v: exit %d: %s", arguments, code, d.err.String())
	}
	if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %v in %s", arguments, err, d.out.String())
	}
	return answer
}

type which struct {
	Which []struct {
		Article, Words, Text, Source, Date string
		Places                             int
		Named                              []struct{ Name string }
		Either                             []doubtful
	}
	Total int
}

// Words that could mean several are listed with what speaks for either, and answered
// in an article and everywhere.
func TestWhichOne(t *testing.T) {
	d := newDesk(t)
	for _, file := range [][2]string{
		{"a.txt", "A visit\n\nMelanie Joly came to Nairobi with Alfred Mutua. Joly smiled.\n"},
		{"b.txt", "Another visit\n\nMelanie Joly of Oslo came alone. Melanie Joly left.\n"},
		{"c.txt", "A third visit\n\nMelanie Joly came again.\n"},
	} {
		d.run(t.Context(), "import", d.file(t, file[0], file[1]))
	}
	d.run(t.Context(), "entity", "person", "Alfred Mutua")
	id := func(arguments ...string) string {
		return asked[struct{ ID string }](t, d, arguments...).ID
	}
	minister := id("entity", "person", "Melanie Joly", "--role", "Foreign Minister")
	singer := id("entity", "person", "Melanie Joly", "--role", "Singer")
	all := asked[which](t, d, "suggest", "--which")
	if len(all.Which) < 3 || all.Total < len(all.Which) {
		t.Fatalf("unclear: %+v", all)
	}
	visit := ""
	for _, one := range all.Which {
		if one.Words == "Melanie Joly" && strings.Contains(one.Text, "Mutua") {
			visit = one.Article
			if len(one.Either) != 2 || one.Either[0].ID != minister || !strings.Contains(one.Either[0].Known, "Foreign Minister") || one.Either[1].ID != singer {
				t.Errorf("either %+v", one.Either)
			}
			if len(one.Named) != 1 || one.Named[0].Name != "Alfred Mutua" {
				t.Errorf("named there: %+v", one.Named)
			}
		}
	}
	d.run(t.Context(), "suggest", "--which", visit)
	for _, words := range []string{"“Melanie Joly”", "Named there, too: Alfred Mutua", "Foreign Minister", "Singer", minister, "cuttings accept WORDS --article ID --as ID"} {
		if !strings.Contains(d.out.String(), words) {
			t.Errorf("no %q in %s", words, d.out.String())
		}
	}
	if code := d.run(t.Context(), "accept", "melanie joly", "--article", visit, "--as", "Alfred Mutua"); code == 0 || !strings.Contains(d.err.String(), "cannot mean “Alfred Mutua”") {
		t.Errorf("exit %d: %s", code, d.err.String())
	}
	if code := d.run(t.Context(), "accept", "melanie joly", "--article", visit, "--as", minister); code != 0 || !strings.Contains(d.out.String(), "named 2 times in 1 article") {
		t.Errorf("accepting: exit %d, %s%s", code, d.out.String(), d.err.String())
	}
	if left := asked[which](t, d, "suggest", "--which", visit); len(left.Which) != 0 {
		t.Errorf("left there: %+v", left)
	}
	left := asked[which](t, d, "suggest", "--which")
	if len(left.Which) != 2 {
		t.Fatalf("left: %+v", left)
	}
	if shared := left.Which[0].Either[0].Shared; len(shared) != 0 {
		t.Errorf("shared %q, though nobody else is named", shared)
	}
	if code := d.run(t.Context(), "refuse", "Melanie Joly", "--as", singer); code != 0 || !strings.Contains(d.out.String(), singer) {
		t.Errorf("refusing: exit %d, %s%s", code, d.out.String(), d.err.String())
	}
	if left := asked[which](t, d, "suggest", "--which"); len(left.Which) != 0 {
		t.Errorf("left: %+v", left)
	}
}

// Those that may be one are listed with what speaks for it, and answered.
func TestTheSame(t *testing.T) {
	d := newDesk(t)
	for _, file := range [][2]string{
		{"a.txt", "A visit\n\nMelanie Joly came to Nairobi with Alfred Mutua.\n"},
		{"b.txt", "A letter\n\nMélanie Jolly wrote to Alfred Mutua.\n"},
		{"c.txt", "An inquiry\n\nPresident Jovenel Moise was killed. Alfred Mutua said so.\n"},
		{"d.txt", "A murder\n\nPresident Jovenel Moïses led Haiti. Alfred Mutua met Jovenel Moïses.\n"},
	} {
		d.run(t.Context(), "import", d.file(t, file[0], file[1]))
	}
	for _, name := range []string{"Alfred Mutua", "Melanie Joly", "Mélanie Jolly", "Jovenel Moise"} {
		d.run(t.Context(), "entity", "person", name)
	}
	type pairs struct {
		Same []struct {
			A, B   doubtful
			Why    string
			Shared []string
		}
		Total int
	}
	all := asked[pairs](t, d, "suggest", "--same")
	if len(all.Same) != 2 || all.Total != 2 {
		t.Fatalf("may be one: %+v", all)
	}
	known, name := all.Same[0], all.Same[1]
	if known.Why != "spelling" || len(known.Shared) != 1 || known.Shared[0] != "Alfred Mutua" || len(known.A.Passages) != 1 || len(known.B.Passages) != 1 {
		t.Errorf("two that are known: %+v", known)
	}
	if name.A.ID != "" || name.B.Name != "Jovenel Moise" || name.A.Mentions != 2 || len(name.A.Passages) != 2 || len(name.Shared) != 1 {
		t.Errorf("a name and one that is known: %+v", name)
	}
	d.run(t.Context(), "suggest", "--same")
	for _, words := range []string{"spelt nearly alike", "Both named with Alfred Mutua", "not in the archive  Jovenel Moïses", "cuttings merge ID ID"} {
		if !strings.Contains(d.out.String(), words) {
			t.Errorf("no %q in %s", words, d.out.String())
		}
	}
	if regexp.MustCompile(`(?m)^ {4}.*\n {4}\n`).MatchString(d.out.String()) {
		t.Errorf("a passage is not in one line: %s", d.out.String())
	}
	if code := d.run(t.Context(), "part", known.A.ID, known.B.ID); code != 0 {
		t.Errorf("part: %s", d.err.String())
	}
	if code := d.run(t.Context(), "refuse", name.A.Name, "--as", name.B.ID); code != 0 {
		t.Errorf("refuse: %s", d.err.String())
	}
	if left := asked[pairs](t, d, "suggest", "--same"); len(left.Same) != 0 {
		t.Errorf("left: %+v", left)
	}
	if code := d.run(t.Context(), "suggest", "--same", "--which"); code != 2 {
		t.Errorf("both at once: exit %d", code)
	}
}

// A mention that was found by rule is refused in its article, and taken back.
func TestRefuseMention(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "A school\n\nAnna Miller opened it. Mrs Miller smiled.\n"))
	person := asked[struct{ ID string }](t, d, "entity", "person", "Anna Miller").ID
	article := "A school"
	if got := d.mentionsOf(t, person); got != 2 {
		t.Fatalf("%d mentions at first", got)
	}
	for _, step := range []struct {
		verb string
		want int
	}{{"refuse", 1}, {"accept", 2}} {
		if code := d.run(t.Context(), step.verb, "Miller", "--article", article, "--as", "Anna Miller"); code != 0 {
			t.Fatalf("%s: exit %d: %s", step.verb, code, d.err.String())
		}
		if got := d.mentionsOf(t, person); got != step.want {
			t.Errorf("%s: %d mentions, want %d", step.verb, got, step.want)
		}
	}
	if code := d.run(t.Context(), "refuse", "Smith", "--article", article, "--as", "Anna Miller"); code == 0 {
		t.Errorf("refused what is not there: %s", d.out.String())
	}
}

// mentionsOf counts the mentions of an entity.
func (d *desk) mentionsOf(t *testing.T, entity string) int {
	t.Helper()
	return asked[struct{ Mentions int }](t, d, "show", entity).Mentions
}
