package tagger

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cuttings/notes/fold"
)

// report has the shapes of a news report: offices before names, surnames alone,
// an organisation before an office.
const report = `Trade and Maritime Affairs Cabinet Secretary Dr Peter Wafula has said that the country may send nurses to Liberia.
On Monday, March 3, Wafula told reporters that the Ugandan government had looked at the situation in Liberia.
Wafula spoke with Norwegian Foreign Minister Ingrid Solberg over the phone on Monday. He said Norway has supported Liberia for years.
The unrest grew after the 2019 assassination of President Samuel Kollie, and leaders meeting in Jamaica for the annual ECOWAS summit were worried.
Liberian Prime Minister Daniel Weah asked the United Nations Human Rights Council for help.
As the meeting of ECOWAS leaders opened, Secretary-General Martha Johnson repeated her offer. "We will help," Johnson said.`

func find(t testing.TB, body string, known Known) map[string]Name {
	t.Helper()
	all := map[string]Name{}
	for _, n := range Find(body, known) {
		if _, ok := all[body[n.Start:n.End]]; !ok {
			all[body[n.Start:n.End]] = n
		}
	}
	return all
}

func TestFindReport(t *testing.T) {
	names := find(t, report, nil)
	for want, kind := range map[string]Kind{
		"Peter Wafula": Person, "Wafula": Person, "Ingrid Solberg": Person, "Samuel Kollie": Person,
		"Daniel Weah": Person, "Martha Johnson": Person, "Johnson": Person,
		"ECOWAS": Organisation, "United Nations Human Rights Council": Organisation,
		"Liberia": Place, "Norway": Place, "Jamaica": Place,
	} {
		if got, ok := names[want]; !ok || got.Kind != kind {
			t.Errorf("%s: got %v %v, want a %v", want, got.Kind, ok, kind)
		}
	}
	for _, none := range []string{"Monday", "March", "Norwegian", "Ugandan", "Liberian", "President", "Minister", "The"} {
		if n, ok := names[none]; ok {
			t.Errorf("%s was taken for a %v", none, n.Kind)
		}
	}
	count := 0
	for _, n := range Find(report, nil) {
		if report[n.Start:n.End] == "Wafula" {
			count++
		}
	}
	if count != 2 {
		t.Errorf("the surname alone was found %d times, want 2", count)
	}
}

var besides = []struct {
	text, name string
	want       Beside
	whole      string
}{
	{
		"Trade and Maritime Affairs Cabinet Secretary Dr Peter Wafula has spoken.", "Peter Wafula",
		Beside{Title: "Dr", Office: "Trade and Maritime Affairs Cabinet Secretary"},
		"Trade and Maritime Affairs Cabinet Secretary Dr Peter Wafula",
	},
	{
		"He met Norwegian Foreign Minister Ingrid Solberg.", "Ingrid Solberg",
		Beside{Office: "Foreign Minister", Country: "Norway"},
		"Norwegian Foreign Minister Ingrid Solberg",
	},
	{
		"This was said by President Samuel Kollie.", "Samuel Kollie",
		Beside{Office: "President"},
		"President Samuel Kollie",
	},
	{
		"The talks with ECOWAS Secretary-General Martha Johnson went on.", "Martha Johnson",
		Beside{Office: "Secretary-General", Organisation: "ECOWAS"},
		"ECOWAS Secretary-General Martha Johnson",
	},
	{
		"Peter Wafula, Kenya's foreign minister, was there.", "Peter Wafula",
		Beside{Office: "foreign minister", Country: "Kenya"},
		"Peter Wafula, Kenya's foreign minister",
	},
	{
		"Ingrid Solberg, the Norwegian foreign minister, was there.", "Ingrid Solberg",
		Beside{Office: "foreign minister", Country: "Norway"},
		"Ingrid Solberg, the Norwegian foreign minister",
	},
	{
		"The South African president, Thabo Nkosi, left early.", "Thabo Nkosi",
		Beside{Office: "president", Country: "South Africa"},
		"South African president, Thabo Nkosi",
	},
	{
		"They wrote to US Secretary of State Robert Miller.", "Robert Miller",
		Beside{Office: "Secretary of State", Country: "United States"},
		"US Secretary of State Robert Miller",
	},
	{
		"Former German Chancellor Maria Schmidt waved.", "Maria Schmidt",
		Beside{Office: "Chancellor", Country: "Germany"},
		"Former German Chancellor Maria Schmidt",
	},
	{
		"Police arrested Daniel Otieno, 54, on Friday.", "Daniel Otieno",
		Beside{Age: 54},
		"Daniel Otieno, 54",
	},
	{
		"Police arrested Mr Daniel Otieno (54) on Friday.", "Daniel Otieno",
		Beside{Title: "Mr", Age: 54},
		"Mr Daniel Otieno (54)",
	},
	{
		"Anna Maros, aged 34, Professor of Greek at Leiden, said so.", "Anna Maros",
		Beside{Office: "Professor of Greek", Organisation: "Leiden", Age: 34},
		"Anna Maros, aged 34, Professor of Greek at Leiden",
	},
	{
		"Professor Anna Maros, aged 34 and born in Paris, said so.", "Anna Maros",
		Beside{Title: "Professor", Age: 34},
		"Professor Anna Maros, aged 34",
	},
	{
		"Police arrested Daniel Otieno (aged 54) on Friday.", "Daniel Otieno",
		Beside{Age: 54},
		"Daniel Otieno (aged 54)",
	},
	{
		"Anna Maros, a 34-year-old professor of modern history at Leiden University, said so.", "Anna Maros",
		Beside{Office: "professor of modern history", Organisation: "Leiden University", Age: 34},
		"Anna Maros, a 34-year-old professor of modern history at Leiden University",
	},
	{
		"Peter Wafula, the director at the time of the fire, was there.", "Peter Wafula",
		Beside{Office: "director"},
		"Peter Wafula, the director",
	},
	{
		"Peter Wafula, aged by grief, was there.", "Peter Wafula", Beside{}, "Peter Wafula",
	},
	{
		"The lawyer of John Smith spoke.", "John Smith", Beside{}, "John Smith",
	},
	{
		"The spokesman for Peter Wafula left.", "Peter Wafula", Beside{}, "Peter Wafula",
	},
	{
		"Emma Wood, director Paul Carter and others came.", "Emma Wood", Beside{}, "Emma Wood",
	},
	{
		"Robert Miller, who was born in 1954, lives in London.", "Robert Miller", Beside{}, "Robert Miller",
	},
	{
		"The party chose Anna Lindqvist, a teacher.", "Anna Lindqvist", Beside{}, "Anna Lindqvist",
	},
}

func TestBeside(t *testing.T) {
	for _, test := range besides {
		n, ok := find(t, test.text, nil)[test.name]
		if !ok || n.Kind != Person {
			t.Errorf("%q: %s was not found as a person", test.text, test.name)
			continue
		}
		if whole := test.text[n.Beside.Start:n.Beside.End]; whole != test.whole {
			t.Errorf("%q: the whole is %q, want %q", test.text, whole, test.whole)
		}
		got := n.Beside
		got.Start, got.End = 0, 0
		if got != test.want {
			t.Errorf("%q:\n got %+v\nwant %+v", test.text, got, test.want)
		}
	}
}

func TestLettersInBracketsFollowTheirWords(t *testing.T) {
	names := find(t, "The Eastern Fisheries Agency (EFA) was founded in 1990. In May the EFA opened an office in Kenya.", nil)
	if n := names["EFA"]; n.Kind != Organisation || n.Certainty < 0.9 {
		t.Errorf("EFA: %+v", n)
	}
}

func TestEventsCalledAfterPlaces(t *testing.T) {
	names := find(t, "The Battle of Marsh Hill was fought in Belgium in 1705.", nil)
	if n := names["Battle of Marsh Hill"]; n.Kind != Event {
		t.Errorf("got %+v", names)
	}
	if n := names["Belgium"]; n.Kind != Place {
		t.Errorf("got %+v", names)
	}
}

func TestKnown(t *testing.T) {
	teach := func(name string, kind Kind, stance Stance) Known {
		return func(folded string) (Kind, Stance) {
			if folded == fold.String(name) {
				return kind, stance
			}
			return 0, None
		}
	}
	if n, ok := find(t, report, teach("Liberia", Person, Refused))["Liberia"]; ok {
		t.Errorf("a refused name is suggested: %+v", n)
	}
	names := find(t, report, teach("Peter Wafula", Person, Refused))
	if _, ok := names["Wafula"]; ok {
		t.Error("the surname of somebody refused is suggested")
	}
	if n := find(t, report, teach("ECOWAS", Event, Wanted))["ECOWAS"]; n.Kind != Event || n.Certainty != 1 {
		t.Errorf("an accepted name has not its kind: %+v", n)
	}
	const quiet = "We went by way of Mirror Lane yesterday."
	if n, ok := find(t, quiet, teach("Mirror Lane", Organisation, Wanted))["Mirror Lane"]; !ok || n.Kind != Organisation {
		t.Errorf("an accepted name is not found: %+v", n)
	}
}

func TestOtherLanguagesAreLeftAlone(t *testing.T) {
	for _, text := range []string{
		"Der Minister sprach am Montag mit der Regierung über die Lage im Land, und die Menschen hörten ihm lange zu. Die Sitzung dauerte bis in die Nacht.",
		"Le ministre a parlé lundi avec le gouvernement de la situation dans le pays, et les gens écoutaient. La séance a duré toute la nuit.",
		"El ministro habló el lunes con el gobierno sobre la situación en el país, y la gente escuchó durante mucho tiempo en la Plaza Mayor.",
		"Министр иностранных дел Иван Петров встретился с президентом в Москве.",
		"外务大臣在东京会见了总统。",
		"وصل الوزير إلى القاهرة يوم الاثنين",
	} {
		if names := Find(text, nil); len(names) > 0 {
			t.Errorf("%q: %d names", text, len(names))
		}
	}
}

func TestWeightsAreThereAndSmall(t *testing.T) {
	const most = 6 << 20
	if model() == nil || len(weights) > most {
		t.Errorf("weights of %d bytes, model %v", len(weights), model() != nil)
	}
}

// TestLongTexts goes beyond what is looked at together.
func TestLongTexts(t *testing.T) {
	body := strings.Repeat(report+"\n", 300)
	one, all := Find(report, nil), Find(body, nil)
	if len(all) < 270*len(one) {
		t.Errorf("%d names in 300 reports of %d", len(all), len(one))
	}
	check(t, body, all)
	for _, odd := range []string{strings.Repeat("A", 1<<18), strings.Repeat("A.", 1<<17), strings.Repeat("The (AB) ", 1<<15), strings.Repeat("http", 1<<16)} {
		check(t, odd, Find(odd, nil))
	}
}

// check holds names to what Find promises.
func check(t interface{ Fatalf(string, ...any) }, body string, names []Name) {
	end := 0
	valid := utf8.ValidString(body) // in what is no UTF-8 there are no letters to cut
	inside := func(from, to int) bool {
		return from >= 0 && from <= to && to <= len(body) && (!valid || from == len(body) || utf8.RuneStart(body[from])) &&
			(!valid || to == len(body) || utf8.RuneStart(body[to]))
	}
	for _, n := range names {
		if n.Start < end || n.Start >= n.End || !inside(n.Start, n.End) {
			t.Fatalf("name %+v behind %d", n, end)
		}
		if n.Certainty < 0 || n.Certainty > 1 || n.Kind.String() == "" {
			t.Fatalf("name %+v", n)
		}
		b := n.Beside
		if n.Kind == Person && (!inside(b.Start, b.End) || b.Start > n.Start || b.End < n.End) || n.Kind != Person && b != (Beside{}) {
			t.Fatalf("name %+v", n)
		}
		end = n.End
	}
}

func TestFindKeepsItsPromises(t *testing.T) {
	pieces := []string{
		"President", "the", "Kenya", "'s", "foreign", "minister", ",", ", 54,", "(54)", "Dr", "Anna", "Holm", "UN", "(UN)", "of",
		"and", ".", "\n", "\"", "é", "\xff", "U.S.", "-", "-year-old", "54", "United Nations", "said", "Chief", "Secretary-General", "for",
	}
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		stance := Stance(rapid.IntRange(0, 2).Draw(t, "stance"))
		check(t, body, Find(body, func(string) (Kind, Stance) { return Kind(len(body) % 5), stance }))
	})
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{report, "", "Mr", "The president of", "A. B. C., 54, (", "\xff\xfeAa0\x9a\xa4A_Z\xa600A", "İstanbul ǅ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) { check(t, body, Find(body, nil)) })
}
