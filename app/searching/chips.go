package searching

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

func emptyWords(known answer) string {
	if known.understood.Empty() && len(known.understood.Faults) == 0 {
		return lang.X("search.signs", "Only letters and digits are searched for. Signs and emoji are not.")
	}
	if others := known.everything() - known.total(); others > 0 {
		return lang.X("search.noneOf", "Narrowed to “{{.Kind}}”, nothing was found. Not narrowed: {{.N}}. The cross above takes it off.",
			map[string]any{"Kind": groupName(known.kind), "N": number(others)})
	}
	var said []string
	if len(known.advice.Missing) > 0 {
		said = append(said, missingWords(known.advice.Missing))
	}
	if len(known.advice.Unknown) > 0 {
		said = append(said, unknownWords(known.advice.Unknown[0]))
	}
	if len(said) > 0 {
		return strings.Join(said, " ")
	}
	if len(known.advice.Drop) > 0 {
		return lang.X("search.drop", "Nothing has all these words. Leave one out, above.")
	}
	if term, ok := known.understood.Root.(query.Term); ok && len(term.Words) > 1 {
		return lang.X("search.apart", "Nothing has these words as they stand here: {{.Words}}", map[string]any{"Words": text.Shorten(term.Typed, mostQuoted)})
	}
	return lang.X("search.none", "Nothing was found. Ask for less.")
}

// missingWords say which words occur nowhere.
func missingWords(missing []notes.MissingWord) string {
	words := make([]string, len(missing))
	near := false
	for i, one := range missing {
		words[i] = text.Shorten(one.Word, mostQuoted)
		near = near || len(one.Nearest) > 0
	}
	said := map[string]any{"Words": strings.Join(words, "”, “")}
	if near {
		return lang.X("search.missingNear", "Nowhere in the archive: “{{.Words}}”. What is near stands above.", said)
	}
	return lang.X("search.missing", "Nowhere in the archive: “{{.Words}}”.", said)
}

// unknownWords say that there is nothing of the name that a field asks for.
func unknownWords(unknown notes.UnknownValue) string {
	said := map[string]any{"Name": string(unknown.Field.Name), "Value": text.Shorten(unknown.Field.Value, mostQuoted)}
	if len(unknown.Nearest) == 0 {
		return lang.X("search.unknown", "Nothing that {{.Name}}: asks for is called “{{.Value}}”, or like it.", said)
	}
	if unknown.Field.Name == query.Language {
		return lang.X("search.unknownLanguage", "There is nothing in the language “{{.Value}}”. Those there are stand above.", said)
	}
	return lang.X("search.unknownNear", "Nothing that {{.Name}}: asks for is called “{{.Value}}”. What is near stands above.", said)
}

// setChips shows the kinds that were found, or, if nothing was, what to ask for
// instead.
func (p *Page) setChips() {
	var chips []fyne.CanvasObject
	if !p.waiting { // else they would be about what was asked before
		chips = p.proposals()
		if p.known.total() > 1 {
			chips = append(chips, parts.NewChip(orderName(p.order), p.thenType(p.reorder)))
		}
	}
	chips = append(chips, p.kindChips()...)
	if chip := p.narrowChip(); chip != nil {
		chips = append(chips, chip)
	}
	p.chips.Objects = chips
	p.chipStops.set(chips, p.chipsKey)
	p.chips.Refresh()
	p.object.Refresh()
}

// proposals are words and values near those that are nowhere, and the words without
// which something is found.
func (p *Page) proposals() []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, missing := range p.known.advice.Missing {
		for _, word := range missing.Nearest {
			chips = append(chips, parts.NewChip(lang.X("search.nearest", "“{{.Word}}” instead of “{{.Typed}}”", map[string]any{"Word": word, "Typed": text.Shorten(missing.Word, mostQuoted)}),
				p.thenType(func() { p.replace(missing.At, word) })))
		}
	}
	for _, unknown := range p.known.advice.Unknown {
		for _, value := range distinct(unknown.Nearest) {
			part := narrowing(unknown.Field.Name, value)
			chips = append(chips, parts.NewChip(text.Shorten(part, mostQuoted), p.thenType(func() { p.replace(unknown.Field.At, part) })))
		}
	}
	for _, drop := range p.known.advice.Drop {
		chips = append(chips, parts.NewChipAside(
			lang.X("search.without", "without {{.Word}}", map[string]any{"Word": text.Shorten(drop.Typed, mostQuoted)}), " "+number(drop.Found),
			p.thenType(func() { p.setQuery(strings.Join(strings.Fields(drop.Rest), " ")) })))
	}
	return chips
}

// kindChips narrow to a kind that was found, where there are several. The one narrowed
// to is always there, so that it can be taken off.
func (p *Page) kindChips() []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	several := !p.waiting && p.known.kinds() > 1
	for _, kind := range order {
		total := p.known.totalOf(kind)
		if kind != p.kind && (p.kind != "" || !several || total == 0) {
			continue
		}
		words := groupName(kind)
		if !p.waiting {
			words += " " + number(total)
		}
		chip := parts.NewChip(words, p.thenType(func() { p.narrow(kind) }))
		if kind == p.kind {
			chip.OnRemove = p.thenType(func() { p.narrow("") })
		}
		chips = append(chips, chip)
	}
	return chips
}

// distinct leaves out what is there already, as the name of a namesake.
func distinct(values []string) []string {
	var all []string
	for _, value := range values {
		if !slices.Contains(all, value) {
			all = append(all, value)
		}
	}
	return all
}

// replace writes other words in the place of a part of the query.
func (p *Page) replace(at text.Range, words string) {
	asked := p.known.query
	if at.End <= len(asked) {
		p.setQuery(asked[:at.Start] + words + asked[at.End:])
	}
}

// narrow shows results of one kind only, or of all with "".
func (p *Page) narrow(kind notes.Kind) {
	if kind == p.kind {
		kind = ""
	}
	p.kind = kind
	p.setChips() // at once, however long the answer takes
	p.ask(0)
}
