package entity

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/fold"
)

// form holds the fields about an entity. Which of them are shown depends on
// its kind.
type form struct {
	s     *session.Session
	kind  notes.Kind
	sheet *sheet.Sheet

	column                            *fyne.Container
	name, aliases, roles, date        *parts.Field
	description                       *parts.Field
	understood                        *parts.Paragraph
	rolesRoom, dateRoom, involvedRoom *fyne.Container
	involved                          *fyne.Container
	participants                      []notes.Participant
	place                             notes.ID
	namesOf                           map[notes.ID]string
}

// descriptionRows is how many lines of a description are seen at once.
const descriptionRows = 3

// build makes the fields and fills them.
func (f *form) build(e notes.Entity) {
	f.namesOf = map[notes.ID]string{}
	field := func(label, hint, value string) (*parts.Field, *fyne.Container) {
		made := parts.NewField(hint)
		made.SetText(value)
		f.sheet.Attach(made)
		return made, parts.NewColumn(2, parts.NewParagraph(parts.Run{Words: label, Size: look.BadgeSize, Colour: look.TextSecond}), made)
	}
	var name, aliases, description *fyne.Container
	f.name, name = field(lang.X("entity.name", "Name"), lang.X("entity.nameHint", "As it is written most often"), e.Title)
	f.aliases, aliases = field(lang.X("entity.aliases", "Also called"), lang.X("entity.aliasesHint", "Other names, with ; between them"), strings.Join(e.Aliases, "; "))
	f.roles, f.rolesRoom = field(lang.X("entity.roles", "Roles"), lang.X("entity.rolesHint", "Foreign minister, Kenya, 2022/2023; …"), rolesTyped(e.Roles))
	f.date, f.dateRoom = field(lang.X("entity.date", "Date"), lang.X("entity.dateHint", "22 April 2023, Feb 2023, 15 to 17 February 2023, about 1938"), session.Date(e.Date, true))
	f.understood = parts.NewParagraph()
	f.dateRoom.Add(f.understood)
	f.date.OnChanged = func(typed string) {
		f.understood.SetRuns(parts.Run{Words: session.DateUnderstood(typed), Size: look.BadgeSize, Colour: look.TextSecond})
		f.sheet.Refresh()
	}
	f.description, description = field(lang.X("entity.description", "Description"), lang.X("entity.descriptionHint", "Who or what this is. [[ ]] links."), e.Description)
	f.description.MultiLine = true
	f.description.Wrapping = fyne.TextWrapWord
	f.description.SetMinRowsVisible(descriptionRows)
	f.sheet.Attach(f.description)
	f.involved = parts.NewFlow(6)
	f.involvedRoom = parts.NewColumn(4,
		parts.NewParagraph(parts.Run{Words: lang.X("entity.involved", "Place, and who took part"), Size: look.BadgeSize, Colour: look.TextSecond}), f.involved)
	f.column = parts.NewColumn(10, name, aliases, f.rolesRoom, f.dateRoom, f.involvedRoom, description)
	f.showParticipants()
	f.fit()
}

// fit shows the fields of the kind.
func (f *form) fit() {
	show := func(o fyne.CanvasObject, shown bool) {
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
	show(f.rolesRoom, f.kind == notes.KindPerson)
	show(f.dateRoom, f.kind == notes.KindEvent)
	show(f.involvedRoom, f.kind == notes.KindEvent)
	if f.sheet.Shown() {
		f.sheet.Refresh()
	}
}

// showParticipants shows the place and the participants of an event, and the
// ways to add to them.
func (f *form) showParticipants() {
	f.involved.Objects = nil
	if f.place != 0 {
		chip := parts.NewChipAside(f.namesOf[f.place], asideOf(lang.X("entity.placeAside", "place")), nil)
		chip.OnRemove = func() { f.involve(0, func() { f.place = 0 }) }
		f.involved.Add(chip)
	}
	for i, participant := range f.participants {
		chip := parts.NewChipAside(f.namesOf[participant.Entity], asideOf(participant.Role), nil)
		at := len(f.involved.Objects)
		chip.OnRemove = func() {
			f.involve(at, func() { f.participants = append(f.participants[:i:i], f.participants[i+1:]...) })
		}
		f.involved.Add(chip)
	}
	add := func(next int, words, hint string, kinds []notes.Kind, take func(notes.ID)) {
		chip := parts.NewChip(words, func() {
			quickfind.Pick(f.s, hint, kinds, func(row notes.ItemRow) {
				f.namesOf[row.ID] = row.Title
				f.involve(next, func() { take(row.ID) })
			})
		})
		chip.Ghost = true
		f.involved.Add(chip)
	}
	if f.place == 0 {
		add(0, lang.X("entity.addPlace", "+ place"), lang.X("entity.pickPlace", "Where it took place"), []notes.Kind{notes.KindPlace}, func(id notes.ID) { f.place = id })
	}
	add(lastInvolved, lang.X("entity.addParticipant", "+ participant"), lang.X("entity.pickParticipant", "Who took part"),
		[]notes.Kind{notes.KindPerson, notes.KindOrganisation}, func(id notes.ID) {
			f.participants = append(f.participants, notes.Participant{Entity: id})
		})
	if f.sheet.Shown() {
		f.sheet.Refresh()
	}
}

// lastInvolved stands for the way to add a participant, where the next is added.
const lastInvolved = math.MaxInt

// involve changes who is involved. Where one of their chips has the keyboard, it
// goes on at the next of them, since those that were shown are no more.
func (f *form) involve(next int, change func()) {
	canvas := f.s.Window.Canvas()
	held := slices.ContainsFunc(f.involved.Objects, func(o fyne.CanvasObject) bool { return o == any(canvas.Focused()) })
	change()
	f.showParticipants()
	if !held {
		return
	}
	if chip, ok := f.involved.Objects[min(next, len(f.involved.Objects)-1)].(fyne.Focusable); ok {
		canvas.Focus(chip)
	}
}

// asideOf stands behind a name, apart from it.
func asideOf(words string) string {
	if words == "" {
		return ""
	}
	return "  " + words
}

// read takes the fields over; problem says what is wrong with them.
func (f *form) read(e notes.Entity) (_ notes.Entity, problem string) {
	before := e.Title
	e.Title = strings.TrimSpace(f.name.Text)
	if e.Title == "" {
		return e, lang.X("entity.needsName", "A name is needed.")
	}
	switch changed := e.Title != before; {
	case changed && fold.String(e.Title) == "":
		return e, lang.X("entity.signs", "A name needs letters or digits: no article could name it by signs alone.")
	case changed && len(e.Title) > notes.MaxTitle:
		return e, lang.X("entity.long", "This name is too long and would be cut. Shorten it; the description takes the rest.")
	}
	// What was not touched stays as it is: names can hold the marks that part
	// them in a field.
	if f.aliases.Text != strings.Join(e.Aliases, "; ") {
		e.Aliases = separate(f.aliases.Text)
	}
	e.Description = f.description.Text
	if f.kind == notes.KindPerson && f.roles.Text != rolesTyped(e.Roles) {
		var ok bool
		if e.Roles, ok = typedRoles(f.roles.Text); !ok {
			return e, lang.X("entity.badRole", "The years of a role are written as 2019/2023, or 2019/.. if it goes on.")
		}
	}
	if f.kind == notes.KindEvent {
		if f.date.Text != session.Date(e.Date, true) {
			date, ok := session.TypedDate(f.date.Text)
			if !ok {
				return e, session.DateUnderstood(f.date.Text)
			}
			e.Date = date
		}
		e.Place, e.Participants = f.place, f.participants
	}
	return e, ""
}

func separate(typed string) []string {
	var all []string
	for _, one := range strings.Split(typed, ";") {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// rolesTyped writes roles as a person types them: the office, the
// organisation, the years; with ; between roles.
func rolesTyped(roles []notes.Role) string {
	var all []string
	for _, role := range roles {
		words := []string{role.Title}
		if role.Organisation != "" {
			words = append(words, role.Organisation)
		}
		if role.From+role.To != "" {
			words = append(words, role.From+"/"+role.To)
		}
		all = append(all, strings.Join(words, ", "))
	}
	return strings.Join(all, "; ")
}

// typedRoles reads what rolesTyped writes.
func typedRoles(typed string) ([]notes.Role, bool) {
	var roles []notes.Role
	for _, one := range separate(typed) {
		words := strings.Split(one, ",")
		var role notes.Role
		if last := strings.TrimSpace(words[len(words)-1]); len(words) > 1 && last != "" && last[0] >= '0' && last[0] <= '9' {
			from, to, several := strings.Cut(last, "/")
			role.From, role.To = strings.TrimSpace(from), strings.Trim(strings.TrimSpace(to), ".")
			if !several {
				role.To = role.From
			}
			for _, date := range []string{role.From, role.To} {
				if _, err := edtf.Parse(date); date != "" && err != nil {
					return nil, false
				}
			}
			words = words[:len(words)-1]
		}
		role.Title = strings.TrimSpace(words[0])
		role.Organisation = strings.TrimSpace(strings.Join(words[1:], ","))
		roles = append(roles, role)
	}
	return roles, true
}
