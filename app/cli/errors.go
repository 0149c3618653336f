package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes"
)

// usageError is a sentence about a command that was written wrongly.
type usageError string

func (e usageError) Error() string { return string(e) }

func usagef(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// saidError is a failure that is a sentence for the person already.
type saidError string

func (e saidError) Error() string { return string(e) }

func sayf(format string, args ...any) error { return saidError(fmt.Sprintf(format, args...)) }

// sentences say the errors of the domain in words for a person.
var sentences = []struct {
	err   error
	words string
}{
	{notes.ErrNoQuote, "The quotation does not stand in the article."},
	{notes.ErrNothingToUndo, "There is nothing to undo."},
	{notes.ErrNothingToRedo, "There is nothing to redo."},
	{notes.ErrNotArchive, "This file is not a Cuttings archive. Nothing was changed."},
	{notes.ErrNewer, "This archive was made by a newer version of Cuttings. Nothing was changed; update the program to open it."},
	{notes.ErrDamaged, "This archive is damaged. Nothing was changed; open a backup of it."},
	{notes.ErrReadOnly, "This archive is read-only. Nothing was changed; make the file and its folder writable, or open a copy."},
	{notes.ErrInUse, "This archive is open in another window."},
	{notes.ErrUnreadable, "There is no text to read in it."},
	{notes.ErrTooLarge, "It is too large."},
	{notes.ErrDiskFull, "The disk is full. Nothing was changed; make room and do it again."},
	{notes.ErrBusy, "Another program is writing to this archive. Try again in a moment."},
	{notes.ErrSearchTables, "The search tables are damaged. Rebuild them: cuttings rebuild. Nothing else is lost."},
	{notes.ErrNotFound, "It is not in the archive."},
	{context.Canceled, "Stopped. What was saved until then stays."},
}

// sentence says a failure in words for a person.
func sentence(err error) string {
	var said saidError
	switch {
	case errors.As(err, &said):
		return string(said)
	case errors.Is(err, notes.ErrAmbiguous), errors.Is(err, notes.ErrInvalid), errors.Is(err, notes.ErrUnlike):
		return reason(err)
	}
	if words := err.Error(); strings.HasSuffix(words, ".") {
		return words // what reads files says its failures in sentences
	}
	for _, known := range sentences {
		if errors.Is(err, known.err) {
			return known.words
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return pathSentence(path)
	}
	return ended(firstUpper(err.Error()))
}

func pathSentence(err *fs.PathError) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("There is no file or folder “%s”.", err.Path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("You have no right to use “%s”.", err.Path)
	}
	return fmt.Sprintf("“%s” cannot be used: %v.", err.Path, err.Err)
}

// reason is what an error of the domain says itself, without the operations
// it passed through and without the sentinel at its end: "A month is from 01 to
// 12".
func reason(err error) string {
	sentinel := notes.ErrInvalid
	for _, other := range []error{notes.ErrAmbiguous, notes.ErrUnlike} {
		if errors.Is(err, other) {
			sentinel = other
		}
	}
	words := err.Error()
	for inner := err; inner != nil && inner != sentinel; inner = within(inner, sentinel) {
		words = inner.Error()
	}
	return ended(firstUpper(strings.TrimSuffix(words, ": "+sentinel.Error())))
}

// within returns the error directly within err that is, or holds, target.
func within(err, target error) error {
	inner := errors.Unwrap(err)
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, inner = range several.Unwrap() {
			if errors.Is(inner, target) {
				break
			}
		}
	}
	if inner == nil || !errors.Is(inner, target) {
		return nil
	}
	return inner
}

// ended puts a full stop behind words that have no mark at their end.
func ended(words string) string {
	if strings.HasSuffix(words, ".") || strings.HasSuffix(words, "?") {
		return words
	}
	return words + "."
}

// cause is what the log may know of an error: its innermost words, since the
// outer ones can hold titles and passages.
func cause(err error) string {
	err = notes.Cause(err)
	switch err.(type) {
	case saidError, usageError:
		return "told to the person"
	}
	return err.Error()
}

func firstUpper(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[size:]
}

// exists reports whether there is a file.
func exists(file string) (bool, error) {
	_, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for %s: %w", file, err)
	}
	return true, nil
}
