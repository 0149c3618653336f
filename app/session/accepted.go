package session

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/notes"
)

// Accepted says that a suggestion became an entity.
func Accepted(name string, kind notes.Kind) string {
	return lang.X("accept.done", "Accepted: {{.Name}}, {{.Kind}}. Ctrl+Z takes it back.", map[string]any{"Name": name, "Kind": KindName(kind)})
}

// AcceptedEvent says what became of a suggested event, and who is not in it yet.
func AcceptedEvent(event notes.AcceptedEvent) string {
	said := Accepted(event.Title, notes.KindEvent)
	if event.Known {
		said = lang.X("accept.known", "{{.Name}} is here already, and these sentences are sources of it now. Ctrl+Z takes it back.", map[string]any{"Name": event.Title})
	}
	return said + LeftOut(event)
}

// LeftOut says who of a suggested event is not in it yet, behind another sentence;
// nothing if all are.
func LeftOut(event notes.AcceptedEvent) string {
	if len(event.LeftOut) == 0 {
		return ""
	}
	return " " + lang.X("accept.leftOut", "Not in it until accepted: {{.Names}}.", map[string]any{"Names": strings.Join(event.LeftOut, ", ")})
}
