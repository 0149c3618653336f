package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/find"
	"cuttings/notes/text"
)

// kinds narrows what is found.
type kinds struct {
	Kinds []string `name:"kind" enum:"article,highlight,note,person,organisation,place,event,tag,collection,search" help:"Only this kind: article, highlight, note, person, organisation, place, event, tag, collection or search; can be repeated." placeholder:"KIND"`
	Limit atLeast  `least:"1" default:"20" help:"At most so many." placeholder:"N"`
}

func (k kinds) of() []notes.Kind {
	all := make([]notes.Kind, len(k.Kinds))
	for i, kind := range k.Kinds {
		all[i] = notes.Kind(kind)
	}
	return all
}

// findCommand finds by name.
type findCommand struct {
	Query []string `arg:"" help:"What you remember of a name or title. Before it, p: e: n: a: o: l: t: narrow to people, events, notes, articles, organisations, places, or tags and collections."`
	kinds `embed:""`
}

// asked is what is to be found, and of which kinds: letters and a colon narrow it as
// in the window.
func (cmd *findCommand) asked() (name string, kinds []notes.Kind, err error) {
	typed := strings.Join(cmd.Query, " ")
	if _, ok := notes.NarrowedToCommands(typed); ok {
		return "", nil, usagef("“>” finds commands in the window only. \"cuttings --help\" lists those of the command line.")
	}
	name, kinds = notes.Narrowed(typed)
	if kinds == nil || len(cmd.Kinds) == 0 {
		return name, append(kinds, cmd.of()...), nil
	}
	kinds = slices.DeleteFunc(cmd.of(), func(kind notes.Kind) bool { return !slices.Contains(kinds, kind) })
	if len(kinds) == 0 {
		return "", nil, usagef("“%s” and --kind ask for different kinds.", typed[:strings.IndexByte(typed, ':')+1])
	}
	return name, kinds, nil
}

// match is a run of characters that matched, in Unicode code points.
type match struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type found struct {
	named
	Detail  string  `json:"detail"`
	Why     string  `json:"why"`
	Score   float64 `json:"score"`
	Matched string  `json:"matched"` // the name or alias that fits
	Matches []match `json:"matches"` // what of it
}

// Run finds.
func (cmd *findCommand) Run(c *call) error {
	name, kinds, err := cmd.asked()
	if err != nil {
		return err
	}
	if err := c.open(existing); err != nil {
		return err
	}
	results, took, err := c.book.FindOnce(c.ctx, name, kinds, int(cmd.Limit))
	if err != nil {
		return fmt.Errorf("find: %w", err)
	}
	answer := struct {
		Results []found `json:"results"`
		Took    float64 `json:"took_ms"`
	}{[]found{}, milliseconds(took)}
	for _, result := range results {
		answer.Results = append(answer.Results, foundOf(result))
	}
	return c.answer(answer, func(w *page) {
		for _, result := range answer.Results {
			w.line("%s", joined("  — ", result.words(), result.Why))
		}
		if len(answer.Results) == 0 {
			w.line("Nothing is called that.")
		}
	})
}

// points counts the marked ranges of words in code points.
func points(words string, marks []text.Range) []match {
	matches := make([]match, 0, len(marks))
	for _, mark := range marks {
		start := utf8.RuneCountInString(words[:min(mark.Start, len(words))])
		matches = append(matches, match{start, utf8.RuneCountInString(words[:min(mark.End, len(words))])})
	}
	return matches
}

// linksCommand shows both ends of an item's links.
type linksCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`
}

// Run shows them.
func (cmd *linksCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(cmd.ID)
	if err != nil {
		return err
	}
	out, in, unresolved, err := c.linksOf(item)
	if err != nil {
		return err
	}
	answer := struct {
		Out        []link   `json:"out"`
		In         []link   `json:"in"`
		Unresolved []string `json:"unresolved"`
	}{out, in, unresolved}
	return c.answer(answer, func(w *page) {
		w.links("Links", out)
		w.links("Linked from", in)
		w.section("Links that lead nowhere", len(unresolved))
		for _, target := range unresolved {
			w.line("  [[%s]]", target)
		}
		if len(out)+len(in)+len(unresolved) == 0 {
			w.line("Nothing links here, and it links to nothing.")
		}
	})
}

func foundOf(result notes.Found) found {
	shown := result.Shown()
	return found{
		named: named{result.ID, result.ItemRow.Kind, result.Title}, Detail: result.Detail,
		Why: why(result.Match), Score: result.Score, Matched: shown, Matches: points(shown, result.Marks),
	}
}

// reasons say why a name fits.
var reasons = map[find.Reason]string{
	find.Recent:      "opened lately",
	find.Listed:      "not opened yet",
	find.Exact:       "exactly",
	find.Prefix:      "begins so",
	find.Words:       "has the words",
	find.WordStarts:  "words begin so",
	find.Initials:    "initials",
	find.Subsequence: "letters in order",
	find.Misspelt:    "nearly spelt so",
	find.Begun:       "begins nearly so",
}

// why says in words why a name fits: "alias Mutua, 1 letter differs".
func why(m find.Match) string {
	reason := reasons[m.Reason]
	switch {
	case m.Reason == find.Misspelt && m.Sounds && m.Distance == 1:
		reason = "sounds alike"
	case m.Reason == find.Misspelt && m.Distance > 0:
		reason = count(m.Distance, "letter differs", "letters differ")
	}
	if m.Alias != "" {
		reason = "alias " + m.Alias + ", " + reason
	}
	switch {
	case m.Latin:
		reason += ", in Latin letters"
	case m.Accents && m.Signs:
		reason += ", accents, hyphens and apostrophes left aside"
	case m.Accents:
		reason += ", accents folded"
	case m.Signs:
		reason += ", hyphens and apostrophes left aside"
	}
	return reason
}
