package desktop

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/register"
)

// importEntities asks for files of people, organisations, places and events.
func (w *window) importEntities() {
	field := parts.NewField(lang.X("register.placeholder", "/home/me/people.csv"))
	field.MultiLine = true
	field.Wrapping = fyne.TextWrapWord
	field.SetMinRowsVisible(3)
	form := &sheet.Sheet{
		Title: lang.X("register.title", "Import people and events"), Width: sheet.Wide,
		First: field, Confirm: lang.X("register.do", "Import"),
	}
	form.Aside = parts.NewTextButton(lang.X("collect.file", "Choose a file…"), parts.Link, func() { w.choose(field, false) })
	form.Content = parts.NewColumn(8,
		parts.NewParagraph(parts.Run{
			Words:  lang.X("register.help", "A table (.csv) with a column “name” and, if you like, kind, aliases, description, roles, date, place and participants, several values of a cell with | or ; between; FollowTheMoney (.ftm.json); or GEDCOM (.ged). One file on each line. Who is here already, by kind and name, gets new aliases and is otherwise left as it is. Such files can be dropped onto the window too. Ctrl+Enter imports."),
			Colour: look.TextSecond,
		}), field)
	form.Attach(field)
	form.Answer = func() string {
		var files []string
		for line := range strings.Lines(field.Text) {
			if line = strings.TrimSpace(line); line != "" {
				files = append(files, line)
			}
		}
		if len(files) == 0 {
			return lang.X("backup.name", "Type the name of a file.")
		}
		missing := func(file string) (err error) { _, err = os.Stat(file); return err }
		if !slices.ContainsFunc(files, func(file string) bool { return missing(file) == nil }) {
			return lang.X("register.missing", "{{.File}}: {{.Why}}", map[string]any{"File": files[0], "Why": session.Sentence(missing(files[0]))})
		} // one of several does not stop the others: it is reported as they are
		for _, file := range files {
			w.collect.add(lot{entities: file})
		}
		return ""
	}
	form.Show(w.s.Window)
}

// apart parts the files of entities from what else was brought.
func (l lot) apart() []lot {
	var lots []lot
	rest := lot{words: l.words}
	for _, argument := range l.arguments {
		if register.Named(argument) && !strings.Contains(argument, "://") {
			lots = append(lots, lot{entities: argument})
		} else {
			rest.arguments = append(rest.arguments, argument)
		}
	}
	if rest.words != "" || len(rest.arguments) > 0 {
		lots = append(lots, rest)
	}
	return lots
}

// registering brings in a file of entities, and returns what shows what came of it.
func (c *collecting) registering(ctx context.Context, file string) func() {
	read, err := readRegister(file)
	var all []notes.Registered
	if err == nil {
		all, err = c.w.s.Book.Register(ctx, read, func(done, total int) {
			c.w.s.Work.Show(func() { c.notice.report(done, total, read.Name) })
		})
	}
	came := registered{file: read, all: all}
	came.sort()
	return func() { c.ended(func() { c.w.showRegistered(filepath.Base(file), came, err) }) }
}

func readRegister(file string) (register.File, error) {
	in, err := os.Open(file)
	if err != nil {
		return register.File{}, fmt.Errorf("read %s: %w", file, err)
	}
	defer in.Close()
	return register.Read(filepath.Base(file), in, session.DayFirst())
}

// registered is what came of a file of entities, in the order in which it is told.
type registered struct {
	file  register.File
	all   []notes.Registered
	order []int // those of all that are told one by one
	count map[notes.Status]int
}

// sort puts what did not come as it stood in the file before the rest. What stands
// for nothing an archive holds is only counted; rows that are no record are among
// the problems, and count as failed.
func (r *registered) sort() {
	r.count = map[notes.Status]int{notes.StatusFailed: r.file.LeftOut}
	for i, one := range r.all {
		r.count[one.Status]++
		if one.Status != notes.StatusLeft && one.Status != notes.StatusCancelled {
			r.order = append(r.order, i)
		}
	}
	rank := func(one notes.Registered) int {
		switch {
		case one.Status == notes.StatusFailed:
			return 0
		case one.Chosen || len(one.Lost)+len(one.Unsure)+len(one.Kept) > 0:
			return 1
		case one.Status == notes.StatusAdded:
			return 2
		}
		return 3
	}
	slices.SortStableFunc(r.order, func(a, b int) int { return rank(r.all[a]) - rank(r.all[b]) })
}

// words count what became of the records in one sentence.
func (r *registered) words() string {
	if len(r.all)+r.file.LeftOut == 0 {
		return lang.X("register.none", "There are no people, organisations, places or events in it.")
	}
	var said []string
	if len(r.all)+r.file.LeftOut > r.count[notes.StatusLeft] {
		said = append(said, countAll(r.count))
	}
	if n := r.count[notes.StatusLeft]; n > 0 {
		said = append(said, lang.XN("register.left", "{{.N}} left out that are none of these.", n, map[string]any{"N": n}))
	}
	return strings.Join(said, " ")
}

// showRegistered says what came of a file of entities.
func (w *window) showRegistered(name string, r registered, err error) {
	switch {
	case session.Cancelled(err):
		w.tell(lang.X("register.stopped", "Stopped. {{.Outcome}} Ctrl+Z takes back what came in; importing the file again brings in the others.", map[string]any{"Outcome": r.words()}))
		return
	case err != nil:
		w.s.Fail(err)
		title := lang.X("register.failed", "{{.File}} could not be read in", map[string]any{"File": name})
		lines := []reportLine{{name: name, outcome: session.Sentence(err)}}
		if r.count[notes.StatusAdded] > 0 { // in transactions before
			lines = append(lines, reportLine{name: name, outcome: lang.X("register.in", "What came in stays: {{.Outcome}} Ctrl+Z takes it back; importing the file again brings in the others.", map[string]any{"Outcome": r.words()})})
		}
		w.showReport(title, len(lines), func(i int) reportLine { return lines[i] })
		return
	}
	w.tell(lang.X("register.done", "{{.File}}: {{.Outcome}} Ctrl+Z takes all of it back.", map[string]any{"File": name, "Outcome": r.words()}))
	problems := r.file.Problems
	w.showReport(name+": "+r.words(), len(problems)+len(r.order), func(i int) reportLine {
		if i < len(problems) {
			return problemLine(problems[i])
		}
		return registeredLine(r.all[r.order[i-len(problems)]])
	})
}

func problemLine(problem register.Problem) reportLine {
	name := lang.X("register.file", "The file")
	if problem.Line > 0 {
		name = lang.X("register.line", "Line {{.N}}", map[string]any{"N": fmt.Sprint(problem.Line)})
	}
	return reportLine{name: name, outcome: problem.Words, failed: problem.LeftOut}
}

// registeredLine tells what became of a record.
func registeredLine(one notes.Registered) reportLine {
	line := reportLine{name: one.Record.Name, place: session.Place{Item: one.ID, Kind: notes.Kind(one.Record.Kind)}}
	said := []string{session.KindName(notes.Kind(one.Record.Kind))}
	switch one.Status {
	case notes.StatusFailed:
		line.failed = true
		said = append(said, session.Sentence(one.Err))
	case notes.StatusDuplicate:
		said = append(said, lang.X("report.duplicate", "Already here"))
	default:
		said = append(said, lang.X("report.added", "Added"))
	}
	if one.Chosen {
		said = append(said, lang.X("register.chosen", "several here are called so, and it was taken for the oldest. Write its ID in a column “id” of a table to say which"))
	}
	tell := func(names []string, words func(list map[string]any) string) {
		if len(names) > 0 {
			said = append(said, words(map[string]any{"Names": strings.Join(names, ", ")}))
		}
	}
	tell(one.Added, func(list map[string]any) string {
		return lang.X("register.aliases", "new aliases: {{.Names}}", list)
	})
	tell(one.Lost, func(list map[string]any) string {
		return lang.X("register.lost", "left out, as nothing has this name: {{.Names}}", list)
	})
	tell(one.Unsure, func(list map[string]any) string {
		return lang.X("register.unsure", "several have this name, and the oldest was taken: {{.Names}}. Write the ID behind it, as in “Name [ID]”, to say which", list)
	})
	tell(partNames(one.Taken), func(list map[string]any) string {
		return lang.X("register.taken", "it lacked something, which came from the file: {{.Names}}", list)
	})
	tell(partNames(one.Kept), func(list map[string]any) string {
		return lang.X("register.kept", "it has another {{.Names}}; that of the file was not taken", list)
	})
	line.outcome = strings.Join(said, " · ")
	return line
}

func partNames(parts []string) []string {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = partName(part)
	}
	return names
}

// partName is what a part of an entity is called.
func partName(part string) string {
	switch part {
	case "description":
		return lang.X("register.part.words", "description")
	case "roles":
		return lang.X("register.part.roles", "roles")
	case "date":
		return lang.X("register.part.date", "date")
	case "place":
		return lang.X("register.part.place", "place")
	case "participants":
		return lang.X("register.part.participants", "participants")
	}
	return part
}

// exportEntities asks for a file and writes all entities to it; the ending of its
// name says in which form.
func (w *window) exportEntities() {
	name := lang.X("exportEntities.file", "people and events") + " " + time.Now().Format("2006-01-02 150405") + ".csv"
	w.askFile(fileAsked{
		title: lang.X("exportEntities.title", "Export people and events"), confirm: lang.X("export.do", "Export"),
		help: lang.X("exportEntities.help",
			"All people, organisations, places and events: .csv for a spreadsheet, .ftm.json for FollowTheMoney, .ged for programs of family history, which hold people and their events only."),
		name: filepath.Join(w.backups, name), begins: lang.X("export.begins", "Exporting…"),
		check: func(file string) string {
			if _, ok := register.ByEnding(file); !ok {
				return lang.X("exportEntities.ending", "They can be written as .csv, .ftm.json or .ged. Give the name one of these endings.")
			}
			return ""
		},
		do: func(ctx context.Context, file string) (told string, err error) {
			format, _ := register.ByEnding(file)
			var written int
			var left register.Omitted
			err = writeNew(file, func(out io.Writer) (err error) {
				written, left, err = w.s.Book.ExportEntities(ctx, out, format)
				return err
			})
			told = lang.XN("exportEntities.done", "{{.N}} were written to {{.File}}.", written, map[string]any{"N": written, "File": file})
			return told + omittedWords(left), err
		},
	})
}

// omittedWords say what a file of names has no room for.
func omittedWords(left register.Omitted) string {
	told := ""
	if n := left.Records; n > 0 {
		told += " " + lang.XN("exportEntities.left", "{{.N}} have no place in such a file.", n, map[string]any{"N": n})
	}
	if n := left.Names; n > 0 {
		told += " " + lang.XN("exportEntities.leftNames", "{{.N}} other names of places, organisations or events have no place in it.", n, map[string]any{"N": n})
	}
	if n := left.Descriptions; n > 0 {
		told += " " + lang.XN("exportEntities.leftDescriptions", "{{.N}} descriptions of places or organisations have no place in it.", n, map[string]any{"N": n})
	}
	return told
}
