package register

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// intake gathers what a reader finds.
type intake struct {
	records  []Record
	first    map[string]int // the first record of an ID
	problems []Problem
	untold   int // problems beyond maxProblems
	leftOut  int // rows and lines that are in no record

	dayFirst  bool // of a date in three numbers
	bracketed bool // IDs of what is pointed to stand in brackets behind names, as other words may
}

func (in *intake) problem(line int, format string, arguments ...any) {
	if len(in.problems) >= maxProblems {
		in.untold++
		return
	}
	in.problems = append(in.problems, Problem{Line: line, Words: fmt.Sprintf(format, arguments...)})
}

// notDate tells of words that stand where a date should.
func (in *intake) notDate(line int, written string) {
	in.problem(line, "“%s” is not understood as a date; no date was taken from it.", written)
}

// leaveOut says why a row or line is in no record.
func (in *intake) leaveOut(line int, format string, arguments ...any) {
	in.leftOut++
	told := len(in.problems)
	in.problem(line, format, arguments...)
	for i := range in.problems[told:] {
		in.problems[told+i].LeftOut = true
	}
}

// told returns the problems in the order of their lines, those of the whole
// file last.
func (in *intake) told() []Problem {
	slices.SortStableFunc(in.problems, func(a, b Problem) int {
		switch {
		case a.Line == b.Line:
			return 0
		case a.Line == 0:
			return 1
		case b.Line == 0:
			return -1
		}
		return a.Line - b.Line
	})
	if in.untold > 0 {
		return append(in.problems, Problem{Words: fmt.Sprintf("%d more problems are not told one by one.", in.untold)})
	}
	return in.problems
}

// add takes a record in, with what its kind does not have moved to its
// description, so that it is not lost.
func (in *intake) add(r Record) error {
	if len(in.records) >= MaxRecords {
		return fmt.Errorf("line %d: there are more than %d records: %w", r.Line, MaxRecords, ErrTooLarge)
	}
	moved := r.settle()
	if len(moved) > 0 {
		in.problem(r.Line, "%s is no %s and so has no %s; it was put into the description.",
			r.Name, moved[0].holder, moved[0].what)
	}
	if _, known := in.first[r.Ref]; r.Ref != "" && !known {
		if in.first == nil {
			in.first = map[string]int{}
		}
		in.first[r.Ref] = len(in.records)
	}
	in.records = append(in.records, r)
	return nil
}

// misplaced is something that only records of another kind have.
type misplaced struct {
	holder Kind
	what   string
}

// settle tidies r and moves what its kind does not have into the description.
func (r *Record) settle() (moved []misplaced) {
	r.Name = oneLine(r.Name)
	r.Aliases = tidyAliases(r.Name, r.Aliases)
	var lines []string
	move := func(holder Kind, what, words string) {
		if words != "" {
			moved = append(moved, misplaced{holder, what})
			lines = append(lines, strings.ToUpper(what[:1])+what[1:]+": "+words)
		}
	}
	if r.Kind != Person && r.Kind != "" {
		move(Person, "roles", joinList(r.Roles, writeRole))
		r.Roles = nil
	}
	if r.Kind != Event && r.Kind != "" {
		move(Event, "date", joinDate(r.Date, r.DateWords))
		move(Event, "place", r.Place.Name)
		move(Event, "participants", joinList(r.Participants, func(p Participant) string { return writeParticipant(Participant{Pointer{Name: p.Name}, p.Role}) }))
		r.Date, r.DateWords, r.Place, r.Participants = "", "", Pointer{}, nil
	}
	r.Description = paragraphs(r.Description, strings.Join(lines, "\n"))
	return moved
}

// likeID is how the IDs of an archive look; a digit is among them, as in no word.
var likeID = regexp.MustCompile(`^[0-9][0-9a-z]{11}$`)

// resolve gives every pointer its name and leaves out those to nothing.
func (in *intake) resolve() {
	byRef := make(map[string]int, len(in.records))
	for i, r := range in.records {
		if _, twice := byRef[r.Ref]; r.Ref != "" && !twice {
			byRef[r.Ref] = i
		}
	}
	point := func(line int, p *Pointer) {
		if p.Ref == "" {
			return
		}
		if at, ok := byRef[p.Ref]; ok && in.records[at].Name != "" {
			p.Name = in.records[at].Name
			return
		}
		switch {
		case in.bracketed && likeID.MatchString(p.Ref):
			return // it may be in the archive
		case in.bracketed:
			p.Name += " [" + p.Ref + "]"
		case p.Name == "":
			in.problem(line, "It points to %s, which is not in the file.", p.Ref)
		}
		p.Ref = ""
	}
	for i := range in.records {
		r := &in.records[i]
		point(r.Line, &r.Place)
		for j := range r.Participants {
			point(r.Line, &r.Participants[j].Pointer)
		}
		r.Participants = slices.DeleteFunc(r.Participants, func(p Participant) bool { return p.Name == "" })
		if len(r.Participants) == 0 {
			r.Participants = nil
		}
	}
}

// oneLine puts single spaces between the words of s.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// paragraphs joins what is not empty with an empty line between.
func paragraphs(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "\n\n")
}

// tidyAliases drops what is empty, twice, or the name itself.
func tidyAliases(name string, aliases []string) []string {
	var kept []string
	seen := map[string]bool{"": true, name: true}
	for _, alias := range aliases {
		if alias = oneLine(alias); !seen[alias] {
			seen[alias] = true
			kept = append(kept, alias)
		}
	}
	return kept
}
