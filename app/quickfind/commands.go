package quickfind

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes/fold"
)

// Elsewhere are commands that are to be had somewhere, in words: "on a note".
type Elsewhere struct {
	Where    string
	Commands []session.Command
}

// commandRows are the commands that have all the words typed, in their name or in
// what else they are found by: the one of that name first, then those that begin so.
func (o *Overlay) commandRows(typed string) []row {
	typed = fold.String(typed)
	words := strings.Fields(typed)
	ranks := [3][]row{}
	for _, command := range o.commands() {
		if !fits(command, words) {
			continue
		}
		rank := 2
		if name := fold.String(command.Name); name == typed {
			rank = 0
		} else if strings.HasPrefix(name, typed) {
			rank = 1
		}
		ranks[rank] = append(ranks[rank], row{kind: lang.X("find.command", "Command"), name: command.Name, right: session.CommandKeys(command), do: command.Do})
	}
	rows := slices.Concat(ranks[:]...)
	if len(rows) > 0 {
		rows = append([]row{{head: lang.X("find.commandHead", "Commands")}}, rows...)
	}
	return rows
}

// fits reports whether a command has all words, folded.
func fits(command session.Command, words []string) bool {
	all := " " + fold.String(command.Name) + " " + fold.String(command.Also)
	for _, word := range words {
		if !strings.Contains(all, " "+word) {
			return false
		}
	}
	return command.Name != ""
}

// noCommand says that no command here fits what was typed, and where there are some.
func (o *Overlay) noCommand(typed string) string {
	said := []string{lang.X("find.nocommand", "No command here is called so. F1 lists all that have keys.")}
	words := strings.Fields(fold.String(typed))
	for _, there := range o.Elsewhere() {
		at := slices.IndexFunc(there.Commands, func(command session.Command) bool { return fits(command, words) })
		if at >= 0 && len(words) > 0 {
			said = append(said, lang.X("find.elsewhere", "“{{.Command}}” is there {{.Where}}.", map[string]any{"Command": there.Commands[at].Name, "Where": there.Where}))
		}
	}
	return strings.Join(said, " ")
}
