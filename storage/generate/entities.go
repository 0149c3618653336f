package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"cuttings/notes"
)

// entity is someone or something that articles name.
type entity struct {
	kind         notes.Kind
	name         string
	aliases      []string
	description  string
	roles        []notes.Role
	date         string
	place        int   // the number of the place of an event; -1: none
	participants []int // the numbers of those who took part
	id           notes.ID
}

// spellings are the words by which an article names it.
func (e entity) spellings() []string { return append([]string{e.name}, e.aliases...) }

var (
	firstNames = strings.Fields(`Ada Aisha Alberto Amina Andrei Anita Anna Anselme Beatriz Benoît Björn Camille Carlos Chidi
Clara Daniel Deborah Dieudonné Elena Emeka Esther Fatima Felix Fernando François Gabriela George Grace Hana Hassan Helena
Henri Hugo Ibrahim Inés Irina Ismail Jacques Jamal Jana Javier Jean Joanna Johan José Josephine Juan Kamau Karim Katarina
Kofi Lars Laura Leila Lucía Lucien Magdalena Malik Marcel Maria Mariana Marie Martín Mehmet Milena Miriam Mohamed Moses
Nadia Naomi Ngozi Nikolai Nina Noémie Oksana Olga Omar Oscar Pablo Patrice Paulina Peter Petra Rafael Rania René Rosa
Samira Samuel Sara Selma Sofía Stefan Tariq Teresa Thabo Tomás Ursula Valentina Vera Victor Wanjiru Yusuf Zofia Zoë`)
	lastParts = strings.Fields(`Abe Ander Bal Bel Ber Bor Cal Car Cas Dor Duv Esc Fal Fer Gal Gar Hal Hart Iva Jan Kar Kim
Kov Lam Lar Lin Mal Mar Mor Mut Nak Nor Obi Oku Per Pet Ram Ros Sal San Sil Sol Tan Tor Ul Val Var Vil Wer Zam`)
	lastEnds   = strings.Fields(`a ada an ani ard as ba berg bi ca court da dez do doza el en er ero et eva feld ga go ham ic ide ier ilo in ini is ka kov la land le lez lo man mann mba mi na ne ni no nova o ola oro os ova qua ra ri ro sen ski son ssen sson strom ta ti to ton tua u va vic vino y ya za`)
	placeEnds  = strings.Fields("ara bourg burg da dale dor field ford gate grad ham haven ia ira ley mar mont mouth nia ona or pur sk stad stead ton va via ville wick")
	placeLeads = []string{"Port ", "Saint ", "New ", "Upper ", "North ", "Cape ", "", "", "", "", "", "", ""}
	bodies     = []string{"Ministry of %s", "%s Institute", "Bank of %s", "%s Union", "%s Commission", "University of %s", "%s Times", "%s Assembly", "Council of %s", "%s Foundation", "%s Energy", "Association of %s"}
	happenings = []string{"%s summit", "%s conference", "Election in %s", "%s earthquake", "Battle of %s", "Treaty of %s", "%s uprising", "%s trial", "Strike of %s", "Flood of %s"}
	offices    = []string{"Foreign minister", "Prime minister", "Ambassador", "Editor", "Judge", "General secretary", "Professor", "Spokesperson", "Chief of police", "Mayor"}
	tags       = []string{"to check", "background", "timeline", "quotation", "open question", "for chapter 2"}
)

// The first and last year of articles and events.
const (
	firstYear = 2000
	lastYear  = 2024
)

// invent makes n entities, each with names of its own: places first, then
// organisations, people and events, so that an event finds those who took part.
func invent(seed uint64, n int) []entity {
	r := rand.New(rand.NewPCG(seed<<8|forEntities, uint64(n)))
	taken := map[string]bool{}
	all := make([]entity, 0, n)
	for i := range n {
		e := entity{place: -1}
		switch share := i * 100 / n; {
		case share < 12:
			e.kind = notes.KindPlace
		case share < 32:
			e.kind = notes.KindOrganisation
		case share < 92:
			e.kind = notes.KindPerson
		default:
			e.kind = notes.KindEvent
		}
		for {
			name(r, &e)
			if !taken[e.name] {
				break
			}
		}
		taken[e.name] = true
		if e.kind == notes.KindEvent {
			happen(r, &e, all)
		}
		all = append(all, e)
	}
	return all
}

// name gives an entity a name, which may be taken.
func name(r *rand.Rand, e *entity) {
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	town := func() string { return pick(placeLeads) + capital(invented(r, 1)) + pick(placeEnds) }
	e.aliases, e.roles = nil, nil
	switch e.kind {
	case notes.KindPlace:
		e.name = town()
		e.description = "A town in the records of " + town() + "."
	case notes.KindOrganisation:
		e.name = fmt.Sprintf(pick(bodies), town())
		e.aliases = []string{initials(e.name)}
	case notes.KindPerson:
		first, last := pick(firstNames), pick(lastParts)+pick(lastEnds)
		e.name = first + " " + last
		switch r.IntN(10) {
		case 0:
			e.name = first + " " + pick(lastParts) + pick(lastEnds) + " " + last
			e.aliases = []string{first + " " + last}
		case 1:
			e.name = first + " " + string(rune('A'+r.IntN(26))) + ". " + last
		}
		from := firstYear + r.IntN(lastYear-firstYear)
		e.roles = []notes.Role{{
			Title: pick(offices), Organisation: fmt.Sprintf(pick(bodies), town()),
			From: fmt.Sprint(from), To: fmt.Sprint(min(lastYear, from+1+r.IntN(8))),
		}}
	case notes.KindEvent:
		e.name = fmt.Sprintf(pick(happenings), town())
	}
}

// happen gives an event its date, place and participants among those that are
// there already.
func happen(r *rand.Rand, e *entity, there []entity) {
	day := randomDay(r)
	switch r.IntN(6) {
	case 0:
		e.date = day.Format("2006-01")
	case 1:
		e.date = day.Format("2006") + "~"
	case 2:
		e.date = day.Format(time.DateOnly) + "/" + day.AddDate(0, 0, 1+r.IntN(5)).Format(time.DateOnly)
	default:
		e.date = day.Format(time.DateOnly)
	}
	for range 4 {
		i := r.IntN(len(there))
		switch there[i].kind {
		case notes.KindPerson, notes.KindOrganisation:
			e.participants = append(e.participants, i)
		case notes.KindPlace:
			e.place = i
		}
	}
}

func randomDay(r *rand.Rand) time.Time {
	first := time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC)
	days := int(time.Date(lastYear+1, 1, 1, 0, 0, 0, 0, time.UTC).Sub(first).Hours() / 24)
	return first.AddDate(0, 0, r.IntN(days))
}

// initials is the short form of an organisation's name.
func initials(name string) string {
	var short strings.Builder
	for _, word := range strings.Fields(name) {
		if word != "of" {
			short.WriteByte(word[0])
		}
	}
	return short.String() + strings.ToUpper(name[len(name)-1:])
}
