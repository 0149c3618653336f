package happening

import "strings"

// traits are what a word is in a sentence, beside a word for a happening.
type traits uint32

const (
	determiner  traits = 1 << iota
	preposition        // its noun is neither subject nor object
	being              // was: what follows is passive
	having             // has
	coming             // will, shall
	hedge              // could, if: it did not happen
	negation           // not, neither
	clause             // that, when, after: another clause begins
	who                // a clause about the name before
	report             // said: another clause follows
	conjunction        // and, or
	he                 // a person who was named
	they               // several
	his                // of a person who was named
	country            // "the country"
	commit             // agreed: "to" and a verb behind it will be done
	office             // leaders, government: who stands for the name before
	adverb             // can stand between the parts of a verb
	would              // would, which an announcement makes a plan
	holding            // held, opened: what a meeting is behind its name
	force              // troops, vessels: what is deployed
	site               // what can be opened
	where              // in, at: a place follows
	count              // three, dozens
	verb               // a verb of the past that does not end in -ed
)

// form is how a word speaks of a happening.
type form uint8

const (
	noun form = iota
	pastForm
	baseForm
)

type use struct {
	frame *frame
	form  form
}

type entry struct {
	traits traits
	uses   []use
}

func (e *entry) is(t traits) bool { return e != nil && e.traits&t != 0 }

var lexicon = buildLexicon()

func buildLexicon() map[string]*entry {
	all := map[string]*entry{}
	get := func(word string) *entry {
		if all[word] == nil {
			all[word] = &entry{}
		}
		return all[word]
	}
	for i := range frames {
		f := &frames[i]
		for form, list := range []string{f.nouns, f.pasts, f.bases} {
			for _, word := range strings.Fields(list) {
				e := get(word)
				e.uses = append(e.uses, use{f, forms[form]})
			}
		}
	}
	for trait, list := range wordsOf {
		for _, word := range strings.Fields(list) {
			get(word).traits |= trait
		}
	}
	return all
}

// forms are those of a frame's lists, in their order.
var forms = [...]form{noun, pastForm, baseForm}

var wordsOf = map[traits]string{
	determiner: `the a an this these those his her its their our my your some several many all both each any another
		two three four five six seven eight nine ten dozens hundreds thousands more`,
	preposition: `of in on at by with from to for against into onto over near about between among under around through
		towards toward within outside inside across via during despite amid alongside including like than per upon`,
	being:  "is are was were be been being am",
	having: "has have had having",
	coming: "will shall",
	would:  "would",
	holding: `held holds took takes opened opens began begins ran runs started starts ended ends closed concluded convened
		convenes met meets`,
	hedge: `could might may should if whether possibly possible possibility potential potentially hypothetical unless
		threatened threatens threat feared fears rumoured rumored considered considering exploring mulling hoping hopes wants
		wanted seek seeks seeking proposes proposed suggested perhaps attempted plot plotting plotted avoid avert prevent
		consider explore discuss discussing ready`,
	negation: `not no never neither nor without denied denies cannot refused
		nobody none untrue false fake falsely survived`,
	clause:      "that which when while where why how because although though as if whether after before since until but whereas unless once following",
	who:         "who which whom whose",
	report:      "announced announces said says told tells added stated reported reports indicate reiterated argued believes believed claimed claims insisted noted warned",
	conjunction: "and or",
	he:          "he she",
	they:        "they",
	his:         "his her",
	country:     "country nation homeland",
	commit: `committed agreed agrees pledged promised decided vowed ordered plans planned set due scheduled expected prepared
		going began started voted continued`,
	office: `leaders leader government officials police troops forces army navy ministers minister parliament president
		members delegates heads delegation authorities diplomats envoys negotiators representatives soldiers military
		senate congress council chiefs premier king executives workers`,
	adverb: `so far also then later already just first again once now still recently ever since too both all only even
		today yesterday earlier formally briefly twice personally reportedly`,
	force: `troops soldiers police officers vessels ships warships navy personnel forces aircraft planes jets helicopters
		marines guards peacekeepers army tanks battalion brigade frigate frigates drones missiles doctors medics rescuers
		teams team force units observers paratroopers reinforcements gendarmes firefighters`,
	site: `embassy bridge airport school hospital factory museum stadium consulate mine railway exhibition plant port
		university library tunnel station canal base mosque cathedral dam refinery terminal headquarters laboratory`,
	where: "in at near outside across inside",
	verb: `held made paid won began took went came left gave got saw lost kept led fell rose struck broke brought built caught
		chose drew fought found flew grew knew put ran sold sought spoke spent stood thought wrote became felt hit hurt let meant
		drove ate read rode sang sat shook slept stole swore taught threw understood wore withdrew did does became says wants`,
	count: "two three four five six seven eight nine ten dozens hundreds thousands scores several",
}
