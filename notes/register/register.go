// Package register reads and writes files of entities (people, organisations,
// places and events): tables (CSV), FollowTheMoney (JSON, an entity a line) and
// GEDCOM 5.5.1 and 7. It works on bytes and values alone: it knows no archive,
// opens no file, fetches nothing, and decides nothing about who is who.
package register

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
)

// Errors of this package; test for them with errors.Is.
var (
	ErrNotRegister = errors.New("this is not a file of people, organisations, places or events")
	ErrTooLarge    = errors.New("the file is too large; divide it and read the parts one after the other")
)

// Limits of what is read. They are far above what people keep by hand and low
// enough that a hostile file neither fills the memory nor takes minutes.
const (
	MaxBytes   = 64 << 20
	MaxRecords = 1_000_000

	maxLine     = 4 << 20 // bytes; entities with long texts stand in one line
	maxProblems = 1000    // told one by one; the rest are counted
)

// Format is a kind of file.
type Format string

// The formats.
const (
	CSV            Format = "csv"
	FollowTheMoney Format = "ftm"
	GEDCOM         Format = "gedcom" // read: 5.5.1 and 7; written: 7
)

// Kind says what a record is about, in the words of the archive.
type Kind string

// The kinds.
const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Place        Kind = "place"
	Event        Kind = "event"
)

// Record is one entity of a file.
type Record struct {
	Line         int    // where it begins in the file, from 1
	Ref          string // its ID in the file, if it has one
	Kind         Kind   // "" if nothing but Kept is known
	Name         string
	Aliases      []string
	Description  string        // paragraphs with an empty line between
	Roles        []Role        // of a person
	Date         string        // of an event, EDTF
	DateWords    string        // the date as it was written, where EDTF says less
	Place        Pointer       // of an event
	Participants []Participant // of an event
	// OfRole is of an organisation that a file names only as that of somebody's role,
	// and of which it says nothing else.
	OfRole bool
	// Kept is the entity of FollowTheMoney as it stood in the file, so that
	// what this package does not understand of it is written again.
	Kept []byte
}

// Schema is what FollowTheMoney calls the kind of the entity that is Kept, such as
// "Vessel"; "" if nothing is.
func (r Record) Schema() string {
	var kept struct {
		Schema string `json:"schema"`
	}
	if json.Unmarshal(r.Kept, &kept) != nil {
		return ""
	}
	return kept.Schema
}

// Role is an office or a part that a person had. From and To are EDTF or "";
// they are the same if it is only known that the person had it then.
type Role struct {
	Title, Organisation, From, To string
}

// Pointer names another record. What Read returns always has a Name, and a Ref
// if the record is in the same file and has one.
type Pointer struct {
	Ref, Name string
}

// Participant is who took part in an event, and as what.
type Participant struct {
	Pointer
	Role string
}

// Problem is something that could not be read, or not as it was meant.
type Problem struct {
	Line    int    // of the file, from 1; 0 if it is about the file as a whole
	Words   string // a sentence
	LeftOut bool   // the row or line is in no record
}

// File is what was read.
type File struct {
	Name     string // as it was called
	Format   Format
	Records  []Record
	Problems []Problem
	LeftOut  int // rows and lines that are in no record, also those beyond Problems
}

// Read reads a file of entities. Its first bytes say which format it is, and
// where they do not, the ending of its name. In a table, dayFirst says how a date
// in three numbers is read, as for edtf.ParseTyped. What is broken in it is told in
// Problems and does not stop the rest. Records of one ID and kind become one: the
// later ones add to the first, and Problems tell that too. It returns ErrNotRegister
// if the file is none of the formats or a table without names, and ErrTooLarge if
// it has more than MaxBytes or MaxRecords.
func Read(name string, r io.Reader, dayFirst bool) (File, error) {
	var buffer bytes.Buffer
	if _, err := buffer.ReadFrom(io.LimitReader(r, MaxBytes+1)); err != nil {
		return File{}, fmt.Errorf("read %s: %w", name, err)
	}
	data := buffer.Bytes()
	if len(data) > MaxBytes {
		return File{}, fmt.Errorf("read %s: it has more than %d MB: %w", name, MaxBytes>>20, ErrTooLarge)
	}
	format, err := formatOf(name, data)
	if err != nil {
		return File{}, fmt.Errorf("read %s: %w", name, err)
	}
	in := &intake{dayFirst: dayFirst}
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) == 0 {
		return File{Name: name, Format: format}, nil // in each format, nobody is in an empty file
	}
	switch format {
	case GEDCOM:
		err = readGEDCOM(in, data)
	case FollowTheMoney:
		err = readFTM(in, data)
	default:
		err = readCSV(in, data)
	}
	if err != nil {
		return File{}, fmt.Errorf("read %s: %w", name, err)
	}
	in.gather()
	in.resolve()
	return File{Name: name, Format: format, Records: in.records, Problems: in.told(), LeftOut: in.leftOut}, nil
}

// Omitted counts what a format has no room for.
type Omitted struct {
	Records      int
	Names        int // other names of records that are written, as far as they are
	Descriptions int // likewise
}

// Write writes records in a format and returns what it has no room for: GEDCOM holds
// people, the events they took part in and the names of the places and organisations of
// these, but one name of each; a table holds nothing of which only Kept is known.
func Write(w io.Writer, format Format, records []Record) (left Omitted, err error) {
	switch format {
	case CSV:
		left.Records, err = writeCSV(w, records)
		return left, err
	case FollowTheMoney:
		left.Records, err = writeFTM(w, records)
		return left, err
	case GEDCOM:
		return writeGEDCOM(w, records)
	}
	return Omitted{}, fmt.Errorf("write entities as %q: %w", format, errors.ErrUnsupported)
}

// ByEnding is the format that the ending of a file's name stands for when it is
// written; false if for none.
func ByEnding(name string) (Format, bool) {
	switch name = strings.ToLower(name); {
	case strings.HasSuffix(name, ".csv"):
		return CSV, true
	case strings.HasSuffix(name, ".json"), strings.HasSuffix(name, ".jsonl"):
		return FollowTheMoney, true
	case strings.HasSuffix(name, ".ged"):
		return GEDCOM, true
	}
	return "", false
}

// Named reports whether a file of this name is one of entities. It is false for
// one that can be something else as well.
func Named(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range []string{".csv", ".tsv", ".tab", ".ged", ".ftm.json", ".ftm.jsonl", ".ftm.ijson"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// formatOf looks at the first bytes, then at the ending: people rename files.
func formatOf(name string, data []byte) (Format, error) {
	text, ok := asText(data[:min(len(data), 512)])
	if !ok {
		text = string(data[:min(len(data), 512)])
	}
	start := strings.TrimLeftFunc(text, unicode.IsSpace)
	switch ending := strings.ToLower(path.Ext(name)); {
	case strings.HasPrefix(start, "0 HEAD"):
		return GEDCOM, nil
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return FollowTheMoney, nil
	case ending == ".csv", ending == ".tsv", ending == ".tab", ending == ".txt":
		return CSV, nil
	case ending == ".ged":
		return GEDCOM, nil
	case ending == ".json", ending == ".jsonl", ending == ".ndjson", ending == ".ijson":
		return FollowTheMoney, nil
	}
	header, _, _ := strings.Cut(start, "\n")
	if _, ok := columnsOf(splitHeader(header)); ok {
		return CSV, nil
	}
	return "", fmt.Errorf("it is neither a table with a column “name”, nor FollowTheMoney, nor GEDCOM: %w", ErrNotRegister)
}
