package notes

import "errors"

// Errors that operations and storage return, wrapped with the operation and
// the id. Test for them with errors.Is; Sentence gives what to tell a person.
var (
	ErrNotFound      = errors.New("not found")
	ErrAmbiguous     = errors.New("more than one item has this name")
	ErrInvalid       = errors.New("not valid")
	ErrUnreadable    = errors.New("there is no text to read in it")
	ErrTooLarge      = errors.New("it is too large")
	ErrNoQuote       = errors.New("the quotation does not stand in the text")
	ErrUnlike        = errors.New("this is not the article")
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
	ErrNotArchive    = errors.New("this file is not a Cuttings archive")
	ErrNewer         = errors.New("this archive was made by a newer version of Cuttings")
	ErrDamaged       = errors.New("this archive is damaged")
	ErrReadOnly      = errors.New("this archive is read-only")
	ErrInUse         = errors.New("this archive is open in another window")
	ErrDiskFull      = errors.New("the disk is full")
	ErrBusy          = errors.New("another program is writing to this archive")
	ErrSearchTables  = errors.New("the search tables are damaged")
)

// Cause returns the innermost error, for a log: those around it say what was
// done to which title, and a log holds no words of the archive.
func Cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if several, ok := err.(interface{ Unwrap() []error }); ok && len(several.Unwrap()) > 0 {
			inner = several.Unwrap()[0]
		}
		if inner == nil {
			return err
		}
		err = inner
	}
}
