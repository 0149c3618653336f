package journey_test

import (
	"path/filepath"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// The articles of the journey in which people and events are decided on: three
// people with their offices, three happenings, and one of the people spelt
// another way elsewhere.
const (
	minister = "A call between two capitals\n\n" +
		"Canadian Foreign Minister Melanie Joly called Alfred Mutua by telephone on Saturday, 22 April 2023.\n\n" +
		"President Jovenel Moise was assassinated in Port-au-Prince in July 2021.\n\n" +
		"On 26 April 2023 Alfred Mutua met Melanie Joly in Nairobi."
	spelling = "Another hand\n\n" +
		"Canadian Foreign Minister Melany Joly said that Canada would wait for an answer from Kenya."
)

// TestDeciding accepts by keyboard what the articles suggest, merges two that
// are one, takes that back, and looks at the timeline.
func TestDeciding(t *testing.T) {
	home := t.TempDir()
	binary := program(t)
	file := filepath.Join(home, "story.cuttings")
	store, err := sqlite.Create(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range notes.New(store, notes.Options{}).Collect(t.Context(), ready{"minister": minister, "spelling": spelling},
		[]notes.Input{{Name: "minister"}, {Name: "spelling"}}, notes.CollectOptions{}, nil) {
		if one.Err != nil {
			t.Fatal(one.Err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}

	screen := newDisplay(t, home)
	w := screen.open(binary, "--archive", file)
	kept := lookInto(t, file)
	waiting := func() int {
		_, total, err := kept.book.SuggestedNames(t.Context(), notes.SuggestionFilter{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		return total
	}
	screen.until("the articles were read", func() bool { return waiting() > 3 })

	w.command("to decide")
	time.Sleep(2 * settle)
	w.picture("decide-names")
	for range waiting() {
		before := waiting()
		w.key("Return")
		screen.until("the name is accepted", func() bool { return waiting() < before })
		time.Sleep(settle)
	}
	if people := len(kept.items(notes.KindPerson)); people != 4 {
		t.Errorf("%d people were accepted, not four", people)
	}

	w.key("alt+2")
	time.Sleep(settle)
	w.picture("decide-events")
	_, told, err := kept.book.SuggestedEvents(t.Context(), 0, 0, 1)
	if err != nil || told < 3 {
		t.Fatalf("%d events are suggested, %v", told, err)
	}
	for range told {
		before := len(kept.items(notes.KindEvent))
		w.key("Return")
		screen.until("the event is accepted", func() bool { return len(kept.items(notes.KindEvent)) > before })
		time.Sleep(settle)
	}

	w.key("alt+4")
	time.Sleep(settle)
	w.picture("decide-same")
	w.key("m")
	time.Sleep(settle)
	w.picture("merge")
	w.key("Return")
	screen.until("two are one", func() bool { return len(kept.items(notes.KindPerson)) == 3 })
	time.Sleep(settle)
	w.key("ctrl+z")
	screen.until("they are two again", func() bool { return len(kept.items(notes.KindPerson)) == 4 })
	w.key("ctrl+shift+l")
	time.Sleep(2 * settle)
	w.picture("timeline")
	w.key("ctrl+shift+g")
	time.Sleep(2 * settle)
	w.picture("graph")
	w.quit()
	if problems, err := kept.book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
}
