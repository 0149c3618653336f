package journey_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
)

// wholeArticle names the file of an article to make the journey with, instead of
// the one below. Both name the same people and tell of the same happenings.
const wholeArticle = "CUTTINGS_ARTICLE"

// The articles of the journey in which people and events are decided on: five
// people with their offices and six happenings, and one of the people spelt
// another way elsewhere.
const (
	helpers = `# Who goes to Port-au-Prince

The gangs of Haiti have grown since the assassination of President Jovenel Moise in July 2021, and the police cannot hold them.

Help was sought early. Haiti appealed to the United Nations Security Council for troops in October, at the urging of Prime Minister Ariel Henry. None came.

Now there is an answer from farther away. Kenya has offered to send police officers to Haiti, said Dr Alfred Mutua, the Cabinet Secretary for Foreign and Diaspora Affairs.

Mutua called Canadian Foreign Minister Melanie Joly on Saturday, April 22. Her own government goes by sea: Canada will deploy navy vessels to Haiti.

The neighbours are divided. The annual CARICOM summit opened in the Bahamas on Wednesday, and Secretary-General Carla Barnett warned the leaders of CARICOM against any plan that is not made in Haiti. Barnett named no date for one.
`
	spelling = `# A minister waits

Mélanie Joly said that Canada would wait for an answer. The Foreign Minister spoke in Ottawa on 26 April 2023, where she met Bob Rae.
`
)

// The people of the article with words of their offices, and the happenings with
// a word of what each is called and its date.
var (
	people = map[string]string{
		"Alfred Mutua": "Cabinet Secretary", "Melanie Joly": "Foreign Minister", "Jovenel Moise": "President",
		"Ariel Henry": "Prime Minister", "Carla Barnett": "Secretary-General",
	}
	happenings = []struct{ word, date string }{
		{"Assassination of Jovenel Moise", "2021-07"},
		{"Security Council", "2022-10"},
		{"Telephone call, Mutua–Joly", "2023-04-22"},
		{"Kenya's offer", offered()},
		{"CARICOM summit", "2023-04-19?"},
		{"navy vessels", ""},
	}
	organisations = []string{"CARICOM", "United Nations Security Council"} // what else seems to be one is refused
)

// offered is the date of the offer: the whole article has a day on which who made it
// spoke of it.
func offered() string {
	if os.Getenv(wholeArticle) != "" {
		return "2023-04-22?"
	}
	return ""
}

// TestDeciding takes by keyboard alone what an article suggests, splits off the one
// who is spelt another way elsewhere, merges the two, takes that back, and looks at
// a place and its timeline.
func TestDeciding(t *testing.T) {
	binary := program(t)
	for _, look := range []struct {
		palette       string
		width, height int
	}{{"light", screenWidth, screenHeight}, {"dark", 900, 600}} {
		t.Run(look.palette, func(t *testing.T) {
			home := t.TempDir()
			file := filepath.Join(home, "story.cuttings")
			screen := newDisplay(t, home)
			d := decider{screen.open(binary, "--archive", file), lookInto(t, file), look.palette, look.width < screenWidth}
			d.must("xdotool", "windowsize", d.id, strconv.Itoa(look.width), strconv.Itoa(look.height))
			d.command(">" + look.palette)
			d.collect(wholeOrHelpers(t, home))
			d.acceptDate()
			d.acceptNames()
			d.acceptEvents()
			d.undoOne()
			d.collect(written(t, home, "minister.md", spelling))
			d.splitOff()
			d.decideOnTheRest()
			d.mergeAndUndo()
			d.lookAtHaiti()
			d.quit()
			if problems, err := d.kept.book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
				t.Errorf("check: %q, %v", problems, err)
			}
		})
	}
}

func wholeOrHelpers(t *testing.T, home string) string {
	t.Helper()
	if file := os.Getenv(wholeArticle); file != "" {
		return file
	}
	return written(t, home, "helpers.md", helpers)
}

func written(t *testing.T, home, name, article string) string {
	t.Helper()
	file := filepath.Join(home, name)
	if err := os.WriteFile(file, []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// decider is a window in which decisions are made, and its archive.
type decider struct {
	*window
	kept    archive
	palette string
	narrow  bool // there is no room for list and inspector
}

func (d decider) show(name string) {
	time.Sleep(settle)
	d.picture("deciding-" + d.palette + "-" + name)
}

// answer presses a key and waits until it is so.
func (d decider) answer(key, what string, so func() bool) {
	d.t.Helper()
	d.key(key)
	d.until(what, so)
}

func (d decider) named(kind notes.Kind) []string {
	var names []string
	for _, row := range d.kept.items(kind) {
		names = append(names, row.Title)
	}
	return names
}

// last is the article that was added last.
func (d decider) last() notes.ID {
	articles := d.kept.items(notes.KindArticle)
	return slices.MaxFunc(articles, func(a, b notes.ItemRow) int { return cmp.Compare(a.ID, b.ID) }).ID
}

// first is the article that was added first.
func (d decider) first() notes.ID {
	articles := d.kept.items(notes.KindArticle)
	return slices.MinFunc(articles, func(a, b notes.ItemRow) int { return cmp.Compare(a.ID, b.ID) }).ID
}

// suggested are the names in the article, each once, in the order of the tab.
func (d decider) suggested(kind notes.Kind) []string {
	d.t.Helper()
	places, err := d.kept.book.NamePlaces(d.t.Context(), d.last())
	if err != nil {
		d.t.Fatal(err)
	}
	var names []string
	for _, place := range places {
		if place.Kind == kind && !slices.Contains(names, place.Name) {
			names = append(names, place.Name)
		}
	}
	return names
}

func (d decider) told() int {
	d.t.Helper()
	_, told, err := d.kept.book.SuggestedEvents(d.t.Context(), 0, 0, 1)
	if err != nil {
		d.t.Fatal(err)
	}
	return told
}

// heard is how long it takes until the window shows what the background read: it is
// told every three seconds.
const heard = 5 * time.Second

// collect adds an article from the window, which opens it.
func (d decider) collect(file string) {
	d.t.Helper()
	before := len(d.kept.items(notes.KindArticle))
	d.key("ctrl+o")
	d.write(file)
	d.answer("ctrl+Return", "the article is in the archive", func() bool { return len(d.kept.items(notes.KindArticle)) > before })
	d.until("the article was read", func() bool { return len(d.suggested(notes.KindPerson)) > 0 })
	time.Sleep(heard)
	d.show("article")
}

func (d decider) acceptDate() {
	d.t.Helper()
	d.key("ctrl+shift+s")
	d.show("suggested")
	d.answer("Return", "the article has its date", func() bool {
		article, err := d.kept.book.Article(d.t.Context(), d.last())
		return err == nil && article.Date == "2023-04-22"
	})
}

// acceptNames takes the people with their offices, the organisations but for what
// is none, and the places.
func (d decider) acceptNames() {
	d.t.Helper()
	for range d.suggested(notes.KindPerson) {
		before := len(d.named(notes.KindPerson))
		d.answer("Return", "the person is accepted", func() bool { return len(d.named(notes.KindPerson)) > before })
	}
	rows := d.kept.items(notes.KindPerson)
	for _, row := range rows {
		person, err := d.kept.book.Entity(d.t.Context(), row.ID)
		if err != nil || len(person.Roles) == 0 || people[row.Title] == "" || !strings.Contains(person.Roles[0].Title, people[row.Title]) {
			d.t.Errorf("%s is %+v, %v", row.Title, person.Roles, err)
		}
	}
	if len(rows) != len(people) {
		d.t.Errorf("the people are %q", d.named(notes.KindPerson))
	}
	d.show("people")
	for _, name := range d.suggested(notes.KindOrganisation) {
		before := len(d.suggested(notes.KindOrganisation))
		key := "Return"
		if !slices.Contains(organisations, name) {
			key = "Delete"
		}
		d.answer(key, name+" is decided on", func() bool { return len(d.suggested(notes.KindOrganisation)) < before })
	}
	if made := d.named(notes.KindOrganisation); !slices.Equal(made, organisations) {
		d.t.Errorf("the organisations are %q", made)
	}
	for range d.suggested(notes.KindPlace) {
		before := len(d.named(notes.KindPlace))
		d.answer("Return", "the place is accepted", func() bool { return len(d.named(notes.KindPlace)) > before })
	}
	if !slices.Contains(d.named(notes.KindPlace), "Haiti") {
		d.t.Errorf("the places are %q", d.named(notes.KindPlace))
	}
	d.show("events-wait")
}

func (d decider) acceptEvents() {
	d.t.Helper()
	for range d.told() {
		before := d.told()
		d.answer("Return", "the event is accepted", func() bool { return d.told() < before })
	}
	d.show("all-decided")
	rows := d.kept.items(notes.KindEvent)
	if len(rows) != len(happenings) {
		d.t.Errorf("the events are %q", d.named(notes.KindEvent))
	}
	for _, one := range happenings {
		i := slices.IndexFunc(rows, func(row notes.ItemRow) bool { return strings.Contains(row.Title, one.word) })
		if i < 0 {
			d.t.Errorf("%s is not among %q", one.word, d.named(notes.KindEvent))
			continue
		}
		event, err := d.kept.book.Entity(d.t.Context(), rows[i].ID)
		sources, err2 := d.kept.book.Sources(d.t.Context(), rows[i].ID)
		if err != nil || err2 != nil || event.Date != one.date || len(event.Participants) == 0 || len(sources) == 0 {
			d.t.Errorf("%s is of %q with %v, told by %v: %v, %v", event.Title, event.Date, event.Participants, sources, err, err2)
		}
	}
}

// undoOne takes the last event back and accepts it again.
func (d decider) undoOne() {
	d.t.Helper()
	d.answer("ctrl+z", "the event waits again", func() bool { return d.told() == 1 })
	d.show("waits-again")
	if d.narrow {
		d.key("ctrl+3")
		d.show("list-is-back")
		d.key("ctrl+shift+s") // the list makes room
	}
	d.answer("Return", "the event is accepted again", func() bool { return d.told() == 0 })
}

// decideOnTheRest answers what else waits in the archive.
func (d decider) decideOnTheRest() {
	d.t.Helper()
	waiting := func() int {
		_, total, err := d.kept.book.SuggestedNames(d.t.Context(), notes.SuggestionFilter{Limit: 1})
		if err != nil {
			d.t.Fatal(err)
		}
		return total
	}
	d.command(">to decide")
	d.show("names")
	for range waiting() {
		before := waiting()
		d.answer("Return", "the name is accepted", func() bool { return waiting() < before })
	}
	d.key("alt+2")
	d.show("events")
	for range d.told() {
		before := d.told()
		d.answer("Return", "the event is accepted", func() bool { return d.told() < before })
	}
	d.key("alt+3")
	d.show("which-one")
}

func (d decider) wasOpened(entity notes.ID) bool {
	opened := false
	err := d.kept.book.Names(d.t.Context(), func(named notes.Named) bool {
		opened = opened || named.ID == entity && !named.Opened.IsZero()
		return !opened
	})
	return err == nil && opened
}

// lookAtHaiti opens the page of the place and its timeline.
func (d decider) lookAtHaiti() {
	d.t.Helper()
	places := d.kept.items(notes.KindPlace)
	haiti := places[slices.IndexFunc(places, func(row notes.ItemRow) bool { return row.Title == "Haiti" })].ID
	d.key("ctrl+k")
	d.write("haiti")
	d.show("find-haiti")
	d.answer("Return", "the page of Haiti is opened", func() bool { return d.wasOpened(haiti) })
	d.show("haiti")
	d.key("t")
	d.show("timeline-of-haiti")
	events, err := d.kept.book.DatedEvents(d.t.Context(), notes.TimelineFilter{With: haiti})
	if err != nil || len(events) < 3 {
		d.t.Fatalf("%d events are with Haiti, %v", len(events), err)
	}
	d.key("Down")
	d.show("event-of-haiti")
	d.answer("Return", "its first event is opened", func() bool { return d.wasOpened(events[0].ID) })
	d.show("event")
	d.key("ctrl+shift+l")
	d.show("timeline")
	d.key("ctrl+shift+g")
	d.show("graph")
}
