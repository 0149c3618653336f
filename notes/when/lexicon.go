package when

import "strings"

// class says what a word can be in a date. A word of several classes has the
// one by which it is looked up; the readers know its others.
type class uint8

const (
	other        class = iota
	month              // value: 1 to 12
	monthShort         // "Sept", which needs a day or a year beside it
	weekday            // value: 1, Monday, to 7
	weekdayShort       // "Sat", which needs a date beside it
	season             // value: 21 to 24, as EDTF numbers them
	unit               // value: a period
	count              // value: how many
	few                // "several": value: about how many
	nth                // "nineteenth": value
	direction          // value: a heading
	part               // value: a third
	approximate
	dayWord   // "yesterday"; value: days from the anchor
	shift     // "ago"; value: a sense
	daytime   // "morning"
	in        // in, during, within: a year or month follows
	on        // on
	of        // of
	the       // the
	to        // to, through
	and       // and, or
	from      // from
	between   // between
	since     // since
	until     // until, till
	before    // before
	after     // after
	by        // by
	ago       // ago
	onwards   // onwards
	era       // value: 1 for BC, 2 for AD
	counted   // what numbers count: people, dollars
	spoken    // said, told: verbs of people
	future    // will, shall
	past      // was, had: verbs of the past
	numbered  // page, resolution: what numbers number
	titleWord // Mr, Detective: a name follows
	feast     // Good, Black: "Good Friday" is not any Friday
	function  // words that follow a year and are no plurals: was, is, as
)

// period is a unit of time.
type period int16

const (
	days period = iota + 1
	weeks
	weekends
	fortnights
	months
	years
	decades
	centuries
)

// heading is where "last" and its like point.
type heading int16

const (
	last      heading = iota + 1 // back from the anchor
	next                         // on from the anchor; with "the" from what was said before
	this                         // the anchor's own
	previous                     // back from what was said before
	following                    // on from what was said before
	same                         // what was said before
)

// third is a part of a period.
type third int16

const (
	early third = iota + 1
	mid
	late
	earlier // from its beginning to the anchor
	later   // from the anchor to its end
)

type word struct {
	class class
	value int16
}

var lexicon = buildLexicon()

func buildLexicon() map[string]word {
	all := map[string]word{}
	add := func(class class, value int, list string) {
		for _, text := range strings.Fields(list) {
			all[text] = word{class, int16(value)}
		}
	}
	row := func(class class, first int, list string) { // one value after another
		for i, text := range strings.Fields(list) {
			all[text] = word{class, int16(first + i)}
		}
	}
	row(month, 1, "january february march april may june july august september october november december")
	row(monthShort, 1, "jan feb mar apr - jun jul aug sep oct nov dec")
	add(monthShort, 9, "sept")
	row(weekday, 1, "monday tuesday wednesday thursday friday saturday sunday")
	row(weekdayShort, 1, "mon tue wed thu fri sat sun")
	add(weekdayShort, 2, "tues")
	add(weekdayShort, 4, "thur thurs")
	row(season, 21, "spring summer autumn winter")
	add(season, 23, "fall")
	for text, value := range map[string]period{
		"day days": days, "week weeks": weeks, "weekend weekends": weekends, "fortnight fortnights": fortnights,
		"month months": months, "year years": years, "decade decades": decades, "century centuries": centuries,
	} {
		add(unit, int(value), text)
	}
	row(count, 1, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty`)
	add(count, 1, "a an")
	add(count, 30, "thirty")
	add(few, 2, "couple")
	add(few, 3, "few several some")
	row(nth, 1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`)
	addTurns(add)
	addGuards(add)
	return all
}

// addTurns adds the words that turn a date into another.
func addTurns(add func(class, int, string)) {
	add(direction, int(last), "last past")
	add(direction, int(next), "next coming")
	add(direction, int(this), "this current")
	add(direction, int(previous), "previous preceding prior")
	add(direction, int(following), "following")
	add(direction, int(same), "same that")
	add(part, int(early), "early beginning start")
	add(part, int(mid), "mid middle")
	add(part, int(late), "late end")
	add(part, int(earlier), "earlier")
	add(part, int(later), "later")
	add(approximate, 0, "about around circa roughly approximately c ca")
	add(dayWord, -1, "yesterday")
	add(dayWord, 0, "today tonight")
	add(dayWord, 1, "tomorrow")
	add(ago, 0, "ago")
	add(daytime, 0, "morning afternoon evening night midday noon lunchtime")
	add(era, 1, "bc bce")
	add(era, 2, "ad ce")
	for class, list := range map[class]string{
		in: "in during within", on: "on", of: "of", the: "the", to: "to through", and: "and or", from: "from",
		between: "between", since: "since", until: "until till", before: "before", after: "after", by: "by",
		onwards: "onwards onward",
	} {
		add(class, 0, list)
	}
}

// addGuards adds the words that keep something else from being taken for a
// date, and the verbs that say whether it lies ahead.
func addGuards(add func(class, int, string)) {
	add(counted, 0, `people men women children troops police officers soldiers dollars euros pounds yen francs shillings
		km kilometres kilometers metres meters metre meter miles mile feet foot ft m kg kilos kilograms tonnes tons tonne ton
		litres liters words pages seats votes homes houses families refugees migrants inhabitants residents workers jobs
		staff personnel members students pupils protesters demonstrators prisoners victims deaths dead casualties patients
		cases hours hrs h gmt utc hertz hz mhz watts volts calories percent per million billion thousand hundred
		horses cattle ships vessels aircraft tanks acres hectares degrees points times shares copies`)
	add(spoken, 0, "said says told tells added argued replied insisted explained recalled thinks")
	add(future, 0, "will would shall won't upcoming scheduled due plans planned planning expected expects hopes intends aims set going must")
	add(past, 0, `was were had has have met took made came went began saw held gave got left won lost broke brought built
		spoke struck hit fell rose led sent found became stood paid died shot fought fled flew grew knew put
		ran sold sought wrote chose drew drove ate heard kept laid meant read rode sang sat shook slept spent stole swore
		taught threw thought understood wore`)
	add(numbered, 0, `page pages no number nos resolution article section flight route highway room model windows boeing
		order bill chapter verse line lines unit figure channel area psalm formula form paragraph rule regulation apollo
		airbus peugeot iso version level category lot box pin code asteroid track lane clause`)
	add(titleWord, 0, "mr mrs ms miss dr detective officer sergeant captain joe man girl uncle aunt aunty")
	add(feast, 0, "good black ash easter palm super bloody holy cyber whit maundy pancake shrove boxing sheffield happy blue freaky giving")
	add(function, 0, "is as its his hers theirs always perhaps unless whereas across besides afterwards does us ours yours thus plus minus versus")
}
