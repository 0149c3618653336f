package notes

import (
	"cmp"
	"slices"

	"cuttings/notes/edtf"
)

// occasion is when an event was and who took part: what tells it from another of the
// same name, such as the birth of a namesake.
type occasion struct {
	id    ID
	words string // EDTF; "" if it has no date
	dated bool   // the words are EDTF
	days  edtf.Span
	with  []ID
}

func occasionOf(event Entity) occasion {
	o := occasion{id: event.ID, words: event.Date}
	if date, err := edtf.Parse(event.Date); err == nil && !date.IsZero() {
		o.dated, o.days = true, date.Span()
	}
	for _, p := range event.Participants {
		o.with = append(o.with, p.Entity)
	}
	return o
}

// day is the only day that the date can mean; false if it says more than one, or none.
func (o *occasion) day() (edtf.Day, bool) {
	day, one := o.days.Day()
	return day, one && o.dated
}

// alike reports whether two can be one event: neither day nor people differ.
func (o *occasion) alike(other *occasion) bool {
	if o.words != "" && other.words != "" && !o.encloses(other) && !other.encloses(o) {
		return false
	}
	return len(o.with) == 0 || len(other.with) == 0 ||
		slices.ContainsFunc(o.with, func(id ID) bool { return slices.Contains(other.with, id) })
}

func (o *occasion) encloses(other *occasion) bool {
	if !o.dated || !other.dated {
		return o.words == other.words
	}
	return o.days.Encloses(other.days)
}

// occasions are those of the events of one name, the oldest first. A day is compared
// only with those of this day and those that say no day, or more than one.
type occasions struct {
	all, wide []occasion
	on        map[edtf.Day][]occasion
}

func newOccasions() *occasions { return &occasions{on: map[edtf.Day][]occasion{}} }

// put adds an occasion, in place of what the event had.
func (o *occasions) put(one occasion) {
	if at, there := placeIn(o.all, one.id); there {
		before := o.all[at]
		o.all = slices.Delete(o.all, at, at+1)
		if day, ok := before.day(); ok {
			o.on[day] = without(o.on[day], one.id)
		} else {
			o.wide = without(o.wide, one.id)
		}
	}
	o.all = with(o.all, one)
	if day, ok := one.day(); ok {
		o.on[day] = with(o.on[day], one)
	} else {
		o.wide = with(o.wide, one)
	}
}

// alike is the oldest event that one of its name can be; zero if there is none.
func (o *occasions) alike(said *occasion) ID {
	if day, ok := said.day(); ok {
		return older(oldestAlike(o.on[day], said), oldestAlike(o.wide, said))
	}
	return oldestAlike(o.all, said)
}

func oldestAlike(some []occasion, said *occasion) ID {
	for i := range some {
		if some[i].alike(said) {
			return some[i].id
		}
	}
	return 0
}

func placeIn(some []occasion, id ID) (at int, there bool) {
	return slices.BinarySearchFunc(some, id, func(one occasion, id ID) int { return cmp.Compare(one.id, id) })
}

func with(some []occasion, one occasion) []occasion {
	at, _ := placeIn(some, one.id)
	return slices.Insert(some, at, one)
}

func without(some []occasion, id ID) []occasion {
	at, there := placeIn(some, id)
	if !there {
		return some
	}
	return slices.Delete(some, at, at+1)
}
