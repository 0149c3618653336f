package searching

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/marks"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/query"
)

// value is a template with room for what it is about.
func value() map[string]any { return map[string]any{"Value": "%s"} }

// wording says the meaning of a query in the person's language.
func wording() query.Wording {
	return query.Wording{
		Everything: lang.X("meaning.everything", "everything"),
		Kinds: map[string]string{
			"article": lang.X("meaning.articles", "articles"), "note": lang.X("meaning.notes", "notes"),
			"highlight": lang.X("meaning.highlights", "passages that are highlighted"), "person": lang.X("meaning.people", "people"),
			"organisation": lang.X("meaning.organisations", "organisations"), "place": lang.X("meaning.places", "places"),
			"event": lang.X("meaning.events", "events"),
		},
		Fields: map[query.Name]string{
			query.Person:       lang.X("meaning.person", "naming {{.Value}}", value()),
			query.Event:        lang.X("meaning.event", "naming the event {{.Value}}", value()),
			query.Place:        lang.X("meaning.place", "naming the place {{.Value}}", value()),
			query.Organisation: lang.X("meaning.organisation", "naming {{.Value}}", value()),
			query.Tag:          lang.X("meaning.tag", "tagged {{.Value}}", value()),
			query.In:           lang.X("meaning.in", "in the collection {{.Value}}", value()),
			query.Source:       lang.X("meaning.source", "from {{.Value}}", value()),
			query.By:           lang.X("meaning.by", "by {{.Value}}", value()),
			query.Language:     lang.X("meaning.language", "in the language {{.Value}}", value()),
			query.After:        lang.X("meaning.after", "that can be from {{.Value}} or later", value()),
			query.Before:       lang.X("meaning.before", "that can be from before {{.Value}}", value()),
			query.Colour:       lang.X("meaning.colour", "highlighted in {{.Value}}", value()),
		},
		Has: map[string]string{
			"highlight": lang.X("meaning.hasHighlight", "with a highlight"), "note": lang.X("meaning.hasNote", "with a note about it"),
			"comment": lang.X("meaning.hasComment", "with a comment"), "tag": lang.X("meaning.hasTag", "with a tag"),
			"date": lang.X("meaning.hasDate", "with a date"),
		},
		Colours:   colourNames(),
		Word:      lang.X("meaning.word", "with “{{.Value}}”", value()),
		Phrase:    lang.X("meaning.phrase", "with “{{.Value}}” as it stands here", value()),
		Beginning: lang.X("meaning.beginning", "with words that begin with “{{.Value}}”", value()),
		Begun:     lang.X("meaning.begun", "with “{{.Value}}…” as it stands here, however its last word ends", value()),
		Beside:    lang.X("meaning.beside", "with “{{.Value}}” side by side, in any order", value()),
		Near:      lang.X("meaning.near", "with “{{.Value}}” at most {{.Apart}} words apart", map[string]any{"Value": "%s", "Apart": "%s"}),
		NearOne:   lang.X("meaning.nearOne", "with “{{.Value}}” at most one word apart", value()),
		Items:     lang.X("meaning.items", "items"),
		Those:     lang.X("meaning.those", "those"),
		Except:    lang.X("meaning.except", "except {{.Value}}", value()),
		Among:     lang.X("meaning.among", "among {{.Value}}", value()),
		NotAmong:  lang.X("meaning.notAmong", "not among {{.Value}}", value()),
		Or:        " " + lang.X("meaning.or", "or") + " ",
		OrElse:    ", " + lang.X("meaning.or", "or") + " ",
		And:       " " + lang.X("meaning.and", "and") + " ",
		Then:      ", ",
		Date:      func(d edtf.Date) string { return session.Date(d.String(), true) },
	}
}

func colourNames() map[string]string {
	names := map[string]string{}
	for _, colour := range notes.Colours {
		names[string(colour)] = strings.ToLower(marks.ColourName(colour, nil))
	}
	return names
}

// faultWords say what is wrong in a query.
func faultWords(f query.Fault) string {
	name := map[string]any{"Name": string(f.Name)}
	switch f.Wrong {
	case query.OpenQuote:
		return lang.X("fault.quote", "the quotation mark is not closed")
	case query.OpenBracket:
		return lang.X("fault.bracket", "the bracket is not closed")
	case query.NoBracket:
		return lang.X("fault.nobracket", "no bracket was opened for it")
	case query.LonelyOr:
		return lang.X("fault.or", "OR stands between two words")
	case query.NoValue:
		return lang.X("fault.value", "write what {{.Name}}: is to be, without a space", name)
	case query.NoField:
		return lang.X("fault.field", "there is no {{.Name}}: to ask for, so it was searched as words", name)
	case query.NoDate:
		return lang.X("fault.date", "that is no date; write 2023-04-22, 2023-04 or 2023")
	case query.NoSuchValue:
		return lang.X("fault.values", "{{.Name}}: can be {{.Values}}", map[string]any{"Name": string(f.Name), "Values": strings.Join(query.Values(f.Name), ", ")})
	case query.NearNeeds:
		return lang.X("fault.near", "write two words or more: near(kenya police, 5)")
	case query.NearNumber:
		return lang.X("fault.distance", "how many words may stand between is a number: near(kenya police, 5)")
	case query.NearSame:
		return lang.X("fault.same", "near( ) does not tell whether a word stands several times, so it was searched once")
	case query.NearComma:
		return lang.X("fault.comma", "a comma stands before how many words may stand between: near(kenya police, 5)")
	case query.LonelyNot:
		return lang.X("fault.not", "what is not wanted stands right behind it: -court, NOT court")
	case query.LostStar:
		return lang.X("fault.star", "a star stands at the end of a word or phrase, and not in near( ): polic*, \"security coun*\"")
	}
	return lang.X("fault.long", "a query has at most {{.Bytes}} bytes and {{.Parts}} parts; the rest was not searched for", map[string]any{"Bytes": number(query.MaxBytes), "Parts": query.MaxTerms})
}

// plainWords reports whether a query is words side by side, whose meaning need
// not be said.
func plainWords(q query.Query) bool {
	plain := len(q.Faults) == 0
	if all, ok := q.Root.(query.All); ok {
		for _, part := range all {
			plain = plain && plainTerm(part)
		}
		return plain
	}
	return plain && plainTerm(q.Root)
}

func plainTerm(node query.Node) bool {
	term, ok := node.(query.Term)
	return node == nil || ok && !term.Quoted && !term.Prefix
}
