package register

import (
	"slices"
	"strings"

	"cuttings/notes/edtf"
)

// ftmRecords makes records of entities: those of kinds an archive has, the
// roles that others say, and the rest as it stood.
func ftmRecords(in *intake, entities []*ftmEntity) error {
	links := newFTMLinks(entities)
	ofRoles := ofRolesAlone(entities, links)
	mentions := 0
	for _, e := range entities {
		e.tellDates(in)
		switch {
		case e.schema == "Mention":
			mentions++
		case ftmKinds[e.schema] != "":
			r := ftmRecord(e)
			r.OfRole = ofRoles[e.id]
			if r.Name == "" {
				in.problem(e.line, "The %s %s has no name, and so is no entity.", e.schema, e.id)
				r = Record{Line: e.line, Ref: e.id, Kept: e.raw}
			}
			if err := in.add(r); err != nil {
				return err
			}
		case links.take(e):
			links.tellMissing(in, e)
		default:
			links.tellMissing(in, e)
			if err := in.add(Record{Line: e.line, Ref: e.id, Kept: e.raw}); err != nil {
				return err
			}
		}
	}
	if mentions > 0 {
		in.problem(0, "Left out: mentions (%d); they are found anew in the texts.", mentions)
	}
	links.give(in.records)
	return nil
}

// ftmRecord reads what an entity says of itself.
func ftmRecord(e *ftmEntity) Record {
	r := Record{Line: e.line, Ref: e.id, Kind: ftmKinds[e.schema], Kept: e.raw}
	r.Name = e.first("name")
	if r.Name == "" {
		r.Name = ftmOtherName(e)
	}
	r.Aliases = e.all("name", "alias", "weakAlias", "previousName")
	r.Description = paragraphs(paragraphs(e.all("summary", "description", "notes")...), ftmFacts(e))
	switch r.Kind {
	case Person:
		for _, position := range e.all("position") {
			if role := readPosition(position); role != (Role{}) && !slices.Contains(r.Roles, role) {
				r.Roles = append(r.Roles, role)
			}
		}
	case Event:
		r.Date, r.DateWords = ftmPeriod(e)
		r.Place = Pointer{Ref: e.first("addressEntity"), Name: oneLine(e.first("location"))}
		for _, id := range e.all("organizer") {
			r.Participants = append(r.Participants, Participant{Pointer{Ref: id}, organiser})
		}
		for _, id := range e.all("involved") {
			r.Participants = append(r.Participants, Participant{Pointer: Pointer{Ref: id}})
		}
	}
	r.settle()
	return r
}

// organiser is the role of those whom an event names as its organizers.
const organiser = "organiser"

// ftmOtherName is what an entity without a name is called.
func ftmOtherName(e *ftmEntity) string {
	var parts []string
	switch e.schema {
	case "Address":
		if full := e.first("full"); full != "" {
			return full
		}
		for _, name := range []string{"street", "city", "region", "country"} {
			if part := e.first(name); part != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	case "Person":
		return oneLine(strings.Join([]string{e.first("firstName"), e.first("lastName")}, " "))
	}
	return e.first("alias", "weakAlias", "summary")
}

// ftmFacts are what a person reads about an entity and an archive has no field
// for. They are put at the end of the description.
func ftmFacts(e *ftmEntity) string {
	var lines []string
	fact := func(label string, names ...string) {
		if values := e.all(names...); len(values) > 0 {
			lines = append(lines, label+": "+strings.Join(values, ", "))
		}
	}
	if e.schema == "Person" {
		fact("Born", "birthDate", "birthPlace")
		fact("Died", "deathDate")
		fact("Nationality", "nationality")
	}
	fact("Country", "country")
	return strings.Join(lines, "\n")
}

// ftmDated are the properties that are dates.
var ftmDated = []string{"date", "startDate", "endDate", "birthDate", "deathDate"}

// tellDates tells which dates of an entity are none. What writeFTM put in brackets
// is words on purpose.
func (e *ftmEntity) tellDates(in *intake) {
	if _, link := ftmLinkEnds[e.schema]; !link && ftmKinds[e.schema] == "" {
		return // it is kept as it stood
	}
	for _, value := range e.all(ftmDated...) {
		if date, words := splitDate(value, statedDate); date == "" && words != "" && !strings.HasPrefix(value, "(") {
			in.notDate(e.line, words)
		}
	}
}

// ftmPeriod reads the date of an event.
func ftmPeriod(e *ftmEntity) (date, words string) {
	if values := e.all("date"); len(values) > 0 {
		return ftmDate(values)
	}
	from, fromWords := ftmDate(e.all("startDate"))
	to, toWords := ftmDate(e.all("endDate"))
	switch {
	case from == to, to == "": // a start alone is when it was: of an end nothing is said
		date = from
	default:
		date = from + "/" + to
	}
	if date != "" && !isEDTF(date) {
		date = ""
	}
	if date == "" || fromWords+toWords != "" {
		words = strings.Trim(joinDate(from, fromWords)+"–"+joinDate(to, toWords), "–")
	}
	return date, words
}

// ftmDate reads the values of a property of dates. The format has no more than
// years, months, days and times; writeFTM adds a value in EDTF where that says
// less, and it counts for more here.
func ftmDate(values []string) (date, words string) {
	var plain []string
	for _, value := range values {
		switch date, words := splitDate(value, statedDate); {
		case date == "" || !plainStart(date) || words != "":
			return date, words
		case !slices.Contains(plain, date):
			plain = append(plain, date)
		}
	}
	slices.Sort(plain)
	finest := ""
	for _, date := range plain {
		if !strings.HasPrefix(date, finest) { // they disagree: one of them
			if set := "[" + strings.Join(plain, ",") + "]"; isEDTF(set) {
				return set, ""
			}
			return "", strings.Join(values, ", ")
		}
		finest = date
	}
	return finest, ""
}

// plainStart reports whether a date is one that FollowTheMoney can write.
func plainStart(date string) bool {
	day, _, _ := strings.Cut(date, "T")
	return plainDate.MatchString(day)
}

// ftmNearest is the year, month or day that FollowTheMoney can say of a date;
// "" if there is none.
func ftmNearest(date string) string {
	bare := strings.TrimRight(date, "?~%")
	for _, blank := range []string{"-XX", "-XX"} {
		bare = strings.TrimSuffix(bare, blank)
	}
	if plainStart(bare) && isEDTF(bare) {
		return bare
	}
	return ""
}

// ftmDates are the values that say a date: what the format can, and the date in
// full where that is less.
func ftmDates(date, words string) []string {
	full := joinDate(date, words)
	if full == "" {
		return nil
	}
	if plainStart(date) && words == "" {
		return []string{date}
	}
	if near := ftmNearest(date); near != "" {
		return []string{near, full}
	}
	return []string{full}
}

// span reads the two dates of a role.
func (e *ftmEntity) span() (from, to string) {
	from, _ = ftmDate(e.all("startDate"))
	to, _ = ftmDate(e.all("endDate"))
	if from == "" && to == "" {
		if date, _ := ftmDate(e.all("date")); date != "" {
			return span(date)
		}
	}
	return validSide(from), validSide(to)
}

// validSide drops what is no date by itself.
func validSide(date string) string {
	if _, err := edtf.Parse(date); err != nil {
		return ""
	}
	return date
}
