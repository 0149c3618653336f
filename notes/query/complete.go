package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/text"
)

// Completion is what stands before the caret and could be completed.
type Completion struct {
	At    text.Range // what is replaced: a name of a field with what is before it, or a value
	Name  Name       // the field whose value is typed; "" where a name may begin
	Typed string     // what there is of it so far
}

// Complete says what is being typed at the caret, an offset in bytes; false if
// it is nothing that could be completed.
func Complete(source string, caret int) (Completion, bool) {
	if caret < 0 || caret > len(source) {
		return Completion{}, false
	}
	start, quoted := 0, false
	for i, r := range source[:caret] {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && (strings.ContainsRune(blanks, r) || r == '(' || r == ')'):
			start = i + utf8.RuneLen(r)
		}
	}
	typed := source[start:caret]
	if name, value, ok := strings.Cut(strings.TrimPrefix(typed, "-"), ":"); ok {
		field, ok := fieldOf(name)
		if !ok {
			return Completion{}, false
		}
		at := text.Range{Start: caret - len(value), End: caret}
		return Completion{at, field, strings.Trim(value, `"`)}, true
	}
	if strings.HasPrefix(typed, "-") {
		start, typed = start+1, typed[1:]
	}
	if typed == "" || quoted {
		return Completion{}, false
	}
	return Completion{At: text.Range{Start: start, End: caret}, Typed: typed}, true
}

// Names are the fields whose names begin with what is typed.
func (c Completion) Names() []Name {
	if c.Name != "" {
		return nil
	}
	var names []Name
	for _, name := range Fields {
		if strings.HasPrefix(string(name), strings.ToLower(c.Typed)) {
			names = append(names, name)
		}
	}
	return names
}

// Quoted writes the value of a field so that it, and nothing that only begins so, is
// asked for: in quotation marks if need be.
func Quoted(name Name, value string) string {
	other := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }
	if name == Source || name == By || value == "" || strings.ContainsFunc(value, other) {
		return `"` + strings.ReplaceAll(value, `"`, "") + `"`
	}
	return value
}

// Write puts a value, or the name of a field, in place of what is typed, and
// returns where the caret stands then.
func (c Completion) Write(source, value string) (completed string, caret int) {
	switch {
	case c.Name == "":
		value += ":"
	default:
		value = Quoted(c.Name, value) + " "
	}
	rest := source[c.At.End:]
	if strings.HasSuffix(value, " ") {
		rest = strings.TrimLeft(rest, blanks)
	}
	return source[:c.At.Start] + value + rest, c.At.Start + len(value)
}
