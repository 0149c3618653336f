package register

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"cuttings/notes/fold"
)

func writeCSV(w io.Writer, records []Record) (left int, err error) {
	rows := csv.NewWriter(w)
	of := sharing(records)
	columns := columnNames[:]
	if len(of.rows) > 0 {
		columns = append(slices.Clone(columns), "id")
	}
	err = rows.Write(columns)
	for _, r := range records {
		if err != nil {
			break
		}
		if r.Kind == "" {
			left++
			continue
		}
		row := make([]string, len(columns))
		row[columnKind], row[columnName] = string(r.Kind), r.Name
		row[columnAliases] = joinList(r.Aliases, func(alias string) string { return escape(alias, separators) })
		row[columnDescription] = r.Description
		row[columnRoles] = writeRoles(r.Roles)
		row[columnDate] = joinDate(r.Date, r.DateWords)
		row[columnPlace] = writePointer(of.pointer(r.Place))
		row[columnParticipants] = joinList(r.Participants, func(p Participant) string {
			return writeParticipant(Participant{of.pointer(p.Pointer), p.Role})
		})
		if of.rows[r.Ref] {
			row[columnID] = r.Ref
		}
		err = rows.Write(row)
	}
	rows.Flush()
	if err == nil {
		err = rows.Error()
	}
	if err != nil {
		return left, fmt.Errorf("write a table of entities: %w", err)
	}
	return left, nil
}

// shared are the records that a name does not tell from another: their rows have
// an ID, and what points to them has it, too.
type shared struct {
	rows     map[string]bool // by ID: it shares a name with another of its kind, or is pointed to by its ID
	pointers map[string]bool // by ID: it shares a name with another that can be meant there
	here     map[string]bool // by ID: it is written itself
}

// pointer is what is written of what an event names: the ID only where there
// are several of the name, or where the one that is meant is not written itself.
func (s shared) pointer(p Pointer) Pointer {
	if !s.pointers[p.Ref] && s.here[p.Ref] {
		p.Ref = ""
	}
	return p
}

func sharing(records []Record) shared {
	s := shared{here: map[string]bool{}}
	for _, r := range records {
		s.here[r.Ref] = true
	}
	s.rows = namesakes(records, func(kind Kind) Kind { return kind })
	// A place can be where an event was, and take part in it as a country does.
	s.pointers = namesakes(records, func(kind Kind) Kind {
		if kind == Event {
			return ""
		}
		return Person
	})
	for _, r := range records {
		for _, p := range append([]Participant{{Pointer: r.Place}}, r.Participants...) {
			if s.pointers[p.Ref] {
				s.rows[p.Ref] = true
			}
		}
	}
	return s
}

// namesakes are the IDs of records that share a name or an alias with others, of
// those kinds that are as good as one; what is no kind is left out.
func namesakes(records []Record, as func(Kind) Kind) map[string]bool {
	type called struct {
		kind Kind
		name string
	}
	first := map[called]string{}
	ids := map[string]bool{}
	for _, r := range records {
		kind := as(r.Kind)
		if r.Ref == "" || r.Kind == "" || kind == "" {
			continue
		}
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			by := called{kind, fold.String(name)}
			ref, again := first[by]
			if !again {
				first[by] = r.Ref
			} else if ref != r.Ref {
				ids[ref], ids[r.Ref] = true, true
			}
		}
	}
	return ids
}
