package register

import (
	"slices"
)

// gather makes one record of all that have one ID and kind, since a file can
// tell of an entity in several places. What comes later adds to the first and
// never takes anything from it. Records of one ID and different kinds stay apart.
func (in *intake) gather() {
	at := make(map[string]int, len(in.records)) // in kept
	more := map[int][]Record{}                  // what is added there
	kept := in.records[:0]
	for _, r := range in.records {
		first, known := at[r.Ref]
		switch {
		case r.Ref == "":
		case !known:
			at[r.Ref] = len(kept)
		case r.Kind != "" && r.Kind == kept[first].Kind:
			more[first] = append(more[first], r)
			in.problem(r.Line, "The ID %s was already given in line %d; this line tells more of %s.", r.Ref, kept[first].Line, kept[first].Name)
			continue
		default:
			in.problem(r.Line, "The ID %s was already given in line %d; what points to it means that one.", r.Ref, kept[first].Line)
		}
		kept = append(kept, r)
	}
	in.records = kept
	for first, others := range more {
		in.extend(&in.records[first], others)
	}
}

// extend adds what other records of the same entity say. A date and a place stay
// those of the first that has one.
func (in *intake) extend(r *Record, others []Record) {
	said := []string{r.Description}
	for _, other := range others {
		r.Aliases = append(append(r.Aliases, other.Name), other.Aliases...)
		r.Roles = append(r.Roles, other.Roles...)
		r.Participants = append(r.Participants, other.Participants...)
		said = append(said, other.Description)
		date := joinDate(other.Date, other.DateWords)
		switch known := joinDate(r.Date, r.DateWords); {
		case known == "":
			r.Date, r.DateWords = other.Date, other.DateWords
		case date != "" && date != known:
			in.problem(other.Line, "Its date %s was left out, since %s has the date %s already.", date, r.Name, known)
		}
		switch {
		case r.Place == Pointer{}:
			r.Place = other.Place
		case other.Place != Pointer{} && other.Place != r.Place:
			in.problem(other.Line, "Its place was left out, since %s has one already.", r.Name)
		}
	}
	r.Aliases = tidyAliases(r.Name, r.Aliases)
	r.Roles, r.Participants = distinct(r.Roles), distinct(r.Participants)
	r.Description = paragraphs(distinct(said)...)
}

// distinct drops what is there twice.
func distinct[T comparable](all []T) []T {
	seen := make(map[T]bool, len(all))
	return slices.DeleteFunc(all, func(one T) bool {
		twice := seen[one]
		seen[one] = true
		return twice
	})
}
