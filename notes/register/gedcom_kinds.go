package register

import "strings"

// gedcomEvent is an event of the format: the word for it, and the role of who
// it is about. The role alone tells the tag again when the event is written.
type gedcomEvent struct {
	tag, noun, role string
	family          bool // it is about a couple
}

// gedcomEvents are the events that become records. EVEN stands apart.
var gedcomEvents = []gedcomEvent{
	{"BIRT", "Birth", "born", false},
	{"CHR", "Christening", "christened", false},
	{"BAPM", "Baptism", "baptised", false},
	{"CHRA", "Adult christening", "christened as an adult", false},
	{"BARM", "Bar mitzvah", "bar mitzvah", false},
	{"BASM", "Bat mitzvah", "bat mitzvah", false},
	{"BLES", "Blessing", "blessed", false},
	{"FCOM", "First communion", "communicant", false},
	{"CONF", "Confirmation", "confirmed", false},
	{"ORDN", "Ordination", "ordained", false},
	{"ADOP", "Adoption", "adopted", false},
	{"NATU", "Naturalisation", "naturalised", false},
	{"EMIG", "Emigration", "emigrant", false},
	{"IMMI", "Immigration", "immigrant", false},
	{"GRAD", "Graduation", "graduate", false},
	{"RETI", "Retirement", "retired", false},
	{"RESI", "Residence", "resident", false},
	{"CENS", "Census", "counted", false},
	{"WILL", "Will", "testator", false},
	{"PROB", "Probate", "deceased (probate)", false},
	{"DEAT", "Death", "deceased", false},
	{"BURI", "Burial", "buried", false},
	{"CREM", "Cremation", "cremated", false},
	{"ENGA", "Engagement", "engaged", true},
	{"MARB", "Banns", "spouse (banns)", true},
	{"MARC", "Marriage contract", "spouse (contract)", true},
	{"MARL", "Marriage licence", "spouse (licence)", true},
	{"MARS", "Marriage settlement", "spouse (settlement)", true},
	{"MARR", "Marriage", "spouse", true},
	{"ANUL", "Annulment", "spouse (annulled)", true},
	{"DIVF", "Filing for divorce", "spouse (divorce filed)", true},
	{"DIV", "Divorce", "divorced", true},
}

// gedcomFacts are attributes that are put into the description.
var gedcomFacts = map[string]string{
	"EDUC": "Education", "RELI": "Religion", "NATI": "Nationality", "CAST": "Caste", "DSCR": "Description",
	"PROP": "Possessions", "FACT": "Fact",
}

// gedcomSilent are tags of which nothing is told: what the file says of itself,
// and what other lines say again.
var gedcomSilent = map[string]bool{
	"HEAD": true, "TRLR": true, "SUBM": true, "SUBN": true, "CHAN": true, "CREA": true, "REFN": true, "UID": true,
	"RIN": true, "RFN": true, "AFN": true, "EXID": true, "FAMC": true, "FAMS": true, "SEX": true, "NAME": true,
	"SOUR": true, "NOTE": true, "SNOTE": true, "HUSB": true, "WIFE": true, "CHIL": true, "CONT": true, "CONC": true,
	"NCHI": true, "RESN": true, "REPO": true, "_UID": true,
}

// gedcomRoles are the roles of an ASSO of version 7 that have a word of their
// own.
var gedcomRoles = map[string]string{
	"CHIL": "child", "CLERGY": "clergy", "FATH": "father", "FRIEND": "friend", "GODP": "godparent",
	"HUSB": "husband", "MOTH": "mother", "NGHBR": "neighbour", "OFFICIATOR": "officiator", "PARENT": "parent",
	"SPOU": "spouse", "WIFE": "wife", "WITN": "witness",
}

// otherRole is the role of an ASSO that none of these fits; a PHRASE says it.
const otherRole = "OTHER"

// kindTag is the line that writeGEDCOM adds to a participant who is no person: the
// format has no records for these and no tag to say what they are.
const kindTag = "_KIND"

func gedcomEventOf(tag string) (gedcomEvent, bool) {
	for _, event := range gedcomEvents {
		if event.tag == tag {
			return event, true
		}
	}
	return gedcomEvent{}, false
}

func gedcomEventOfRole(role string) (gedcomEvent, bool) {
	for _, event := range gedcomEvents {
		if strings.EqualFold(event.role, role) {
			return event, true
		}
	}
	return gedcomEvent{}, false
}

// of names an event by whom it is about.
func (e gedcomEvent) of(names ...string) string {
	if len(names) == 0 {
		return e.noun
	}
	return e.noun + " of " + strings.Join(names, " and ")
}
