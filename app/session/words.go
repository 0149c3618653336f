package session

import (
	"errors"
	"io/fs"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"cuttings/notes"
	"cuttings/notes/annotation"
	"cuttings/notes/edtf"
	"cuttings/notes/register"
)

// Sentence says a failure in words for a person: what happened, and what to do
// where something can be done.
func Sentence(err error) string {
	for _, known := range []struct {
		err   error
		words string
	}{
		{notes.ErrNoQuote, lang.X("fail.quote", "Those words are not in the article as it is now.")},
		{notes.ErrUnlike, lang.X("fail.unlike", "What came is not the article: it is far shorter, or has other words. The capture you have stays.")},
		{notes.ErrNothingToUndo, lang.X("fail.undo", "There is nothing to undo.")},
		{notes.ErrNothingToRedo, lang.X("fail.redo", "There is nothing to redo.")},
		{notes.ErrNotArchive, lang.X("fail.archive", "This file is not a Cuttings archive.")},
		{notes.ErrNewer, lang.X("fail.newer", "This archive was made by a newer version of Cuttings. Update the program to open it.")},
		{notes.ErrDamaged, lang.X("fail.damaged", "This archive is damaged. Nothing was changed. Open a backup of it.")},
		{notes.ErrReadOnly, lang.X("fail.readonly", "This archive is read-only. Make the file and its folder writable, or open a copy.")},
		{notes.ErrInUse, lang.X("fail.inuse", "This archive is open in another window.")},
		{notes.ErrDiskFull, lang.X("fail.diskfull", "The disk is full. Nothing was changed. Make room and do it again.")},
		{notes.ErrBusy, lang.X("fail.busy", "Another program is writing to this archive. Try again in a moment.")},
		{notes.ErrSearchTables, lang.X("fail.search", "The search tables are damaged. Rebuild them: File, Rebuild the search tables. Nothing else is lost.")},
		{notes.ErrNotFound, lang.X("fail.notfound", "That is no longer in the archive.")},
		{annotation.ErrNotAnnotations, lang.X("fail.annotations", "This is not a file of W3C or Hypothesis annotations. Nothing was changed.")},
		{annotation.ErrTooLarge, lang.X("fail.large", "This file of annotations is too large. Nothing was changed.")},
		{register.ErrNotRegister, lang.X("fail.register", "This is not a file of people, organisations, places or events. Nothing was changed. A table needs a column “name”.")},
		{register.ErrTooLarge, lang.X("fail.registerLarge", "This file of people and events is too large. Divide it, and import the parts. Nothing was changed.")},
		{fs.ErrExist, lang.X("fail.exists", "There is a file of that name already. It was left as it is.")},
		{fs.ErrPermission, lang.X("fail.permission", "Cuttings may not read that file.")},
		{fs.ErrNotExist, lang.X("fail.nofile", "There is no such file.")},
	} {
		if errors.Is(err, known.err) {
			return known.words
		}
	}
	words := err.Error()
	if words == "" {
		return lang.X("fail.unknown", "That did not work. The log says why.")
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// KindName is what one item of a kind is called.
func KindName(kind notes.Kind) string {
	switch kind {
	case notes.KindArticle:
		return lang.X("kind.article", "Article")
	case notes.KindHighlight:
		return lang.X("kind.highlight", "Highlight")
	case notes.KindNote:
		return lang.X("kind.note", "Note")
	case notes.KindPerson:
		return lang.X("kind.person", "Person")
	case notes.KindOrganisation:
		return lang.X("kind.organisation", "Organisation")
	case notes.KindPlace:
		return lang.X("kind.place", "Place")
	case notes.KindEvent:
		return lang.X("kind.event", "Event")
	case notes.KindTag:
		return lang.X("kind.tag", "Tag")
	case notes.KindCollection:
		return lang.X("kind.collection", "Collection")
	case notes.KindSearch:
		return lang.X("kind.search", "Saved search")
	}
	return string(kind)
}

// ViewName is what the sidebar calls a view, and quick find a group of kinds.
func ViewName(view View) string {
	switch view {
	case Inbox:
		return lang.X("view.inbox", "Inbox")
	case All:
		return lang.X("view.all", "All articles")
	case Highlights:
		return lang.X("view.highlights", "Highlights")
	case Notes:
		return lang.X("view.notes", "Notes")
	case People:
		return lang.X("view.people", "People")
	case Organisations:
		return lang.X("view.organisations", "Organisations")
	case Places:
		return lang.X("view.places", "Places")
	case Events:
		return lang.X("view.events", "Events")
	case Review:
		return lang.X("view.review", "To decide")
	case Timeline:
		return lang.X("view.timeline", "Timeline")
	case Graph:
		return lang.X("view.graph", "Graph")
	case Collection:
		return lang.X("view.collections", "Collections")
	case Tag:
		return lang.X("view.tags", "Tags")
	case Search:
		return lang.X("view.search", "Search")
	case Trash:
		return lang.X("view.trash", "Trash")
	}
	return string(view)
}

// Date shows an EDTF date in words: long "22 April 2023", short "22 Apr 2023".
// What is not EDTF is shown as it is.
func Date(date string, long bool) string {
	if date == "" {
		return ""
	}
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Words(Wording(long))
}

// TypedDate reads a date as people type it and returns it as EDTF; ok is false
// if it was not understood.
func TypedDate(typed string) (date string, ok bool) {
	if strings.TrimSpace(typed) == "" {
		return "", true
	}
	parsed, err := edtf.ParseTyped(typed, DayFirst())
	if err != nil {
		return "", false
	}
	return parsed.String(), true
}

// DateUnderstood says how a typed date was understood, and how else it could be
// meant, or, beside the word that was not understood, why.
func DateUnderstood(typed string) string {
	date, ok := TypedDate(typed)
	if ok {
		if date == "" {
			return ""
		}
		if other, ok := edtf.OtherReading(typed, DayFirst()); ok {
			return lang.X("edit.understoodEither", "Understood as {{.Date}}; {{.Other}} would be {{.Written}}", map[string]any{
				"Date": Date(date, true), "Other": other.Words(Wording(true)), "Written": other.String(),
			})
		}
		return lang.X("edit.understood", "Understood as {{.Date}}", map[string]any{"Date": Date(date, true)})
	}
	_, err := edtf.ParseTyped(typed, DayFirst())
	var fault *edtf.SyntaxError
	if !errors.As(err, &fault) {
		return Sentence(err)
	}
	words := strings.Fields(fault.Input[fault.At:])
	if len(words) == 0 {
		return fault.Sentence
	}
	return lang.X("edit.badDate", "“{{.Words}}”: {{.Why}}", map[string]any{"Words": words[0], "Why": fault.Sentence})
}

// DayFirst reports whether people of the system's country write the day before
// the month in a date of three numbers.
func DayFirst() bool {
	locale := lang.SystemLocale().String()
	return !strings.HasSuffix(locale, "-US") && locale != "en"
}

// Ago shows how long ago something was: "just now", "4 minutes ago", or the
// date.
func Ago(at, now time.Time) string {
	switch since := now.Sub(at); {
	case since < time.Minute:
		return lang.X("time.now", "just now")
	case since < time.Hour:
		minutes := int(since.Minutes())
		return lang.XN("time.minutes", "{{.N}} min ago", minutes, map[string]any{"N": minutes})
	case at.Local().YearDay() == now.Local().YearDay() && at.Local().Year() == now.Local().Year():
		return at.Local().Format("15:04")
	}
	return Date(at.Local().Format("2006-01-02"), false)
}

// MinutesToRead is how long an article of that many words takes, at 230 words
// a minute, at least one.
func MinutesToRead(words int) int { return max(1, (words+115)/230) }

// SaveWord is what commands that export are found by, too: other programs call it so.
func SaveWord() string { return lang.X("command.alsoSave", "save") }

// PictureWords are what commands that draw into a file are found by, too.
func PictureWords() string {
	return SaveWord() + " " + lang.X("command.alsoPicture", "picture image drawing")
}

// HistoryWord is what commands about earlier captures, and merges of long ago, are
// found by, too.
func HistoryWord() string { return lang.X("command.alsoHistory", "history") }
