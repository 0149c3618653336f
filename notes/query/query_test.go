package query_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/query"
)

func TestMeaning(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"Haïti police", "everything with “Haïti”, with “police”"},
		{`"navy vessels" -Canada`, "everything with “navy vessels” as it stands here, except items with “Canada”"},
		{"kenya OR mut*", "everything with “kenya” or with words that begin with “mut”"},
		{`"mut*"`, "everything with words that begin with “mut”"},
		{`"security coun*" court`, "everything with “security coun…” as it stands here, however its last word ends, with “court”"},
		{`"security coun"*`, "everything with “security coun…” as it stands here, however its last word ends"},
		{"“Port-au-Pr*”", "everything with “Port-au-Pr…” as it stands here, however its last word ends"},
		{"mutua's", "everything with “mutua's”"},
		{"-canada", "everything except items with “canada”"},
		{"kind:articles person:\"Alfred Mutua\" after:2023-04 -visa", "articles naming Alfred Mutua, that can be from April 2023 or later, except those with “visa”"},
		{"(kenya OR haiti) police before:2020", "everything (with “kenya” or with “haiti”), with “police”, that can be from before 2020"},
		{"near(kenya police, 5)", "everything with “kenya police” at most 5 words apart"},
		{"near(kenya, police, 3)", "everything with “kenya, police” at most 3 words apart"},
		{"near(kenya police, 99999999999999999999)", "everything with “kenya police” at most 1000 words apart"},
		{"NEAR(kenya police)", "everything with “kenya police” at most 10 words apart"},
		{"has:highlights colour:yellow source:BBC by:smith lang:fr in:thesis tag:check", "everything with a highlight, highlighted in yellow, from BBC, by smith, in the language fr, in the collection thesis, tagged check"},
		{"-(a b)", "everything except items with “a” and with “b”"},
		{"who:joly org:caricom", "everything naming joly, naming caricom"},
		{"--", ""},
		{"http://example.org 10:30", "everything with “http://example.org”, with “10:30”"},
		{"警察", "everything with “警察”"},
		{"a AND b", "everything with “a”, with “b”"},
		{"a AND NOT b", "everything with “a”, except items with “b”"},
		{"a NOT (b c) d", "everything with “a”, with “d”, except items with “b” and with “c”"},
		{"kenya | haiti", "everything with “kenya” or with “haiti”"},
		{"near(kenya haiti 2023)", "everything with “kenya haiti 2023” at most 10 words apart"},
		{"near(article 5)", "everything with “article 5” at most 10 words apart"},
		{"person:mutua police OR court", "everything naming mutua, (with “police” or with “court”)"},
		{`"king" "treaty" OR "army" peace`, "everything with “king” as it stands here, (with “treaty” as it stands here or with “army” as it stands here), with “peace”"},
		{"a OR b OR c", "everything with “a” or with “b” or with “c”"},
		{"a OR (b c)", "everything with “a” or (with “b” and with “c”)"},
		{"a AND b OR -c", "everything with “a”, (with “b” or not among items with “c”)"},
		{"kind:note -(a OR b)", "notes except those with “a” or with “b”"},
		{"near(kenya haiti, 0)", "everything with “kenya haiti” side by side, in any order"},
		{"near(duran duran, 0)", "everything with “duran duran” as it stands here"},
		{"police OR Police, OR court OR police", "everything with “police” or with “court”"},
		{`police OR "police" OR polic* OR policé`, "everything with “police” or with “police” as it stands here or with words that begin with “polic” or with “policé”"},
		{"a OR a b", "everything with “a”, with “b”"},
		{"near(kenya haiti, 1)", "everything with “kenya haiti” at most one word apart"},
		{"near(kenya haiti, 2)", "everything with “kenya haiti” at most 2 words apart"},
		{"kind:article", "articles"},
		{"kind:article OR kind:note", "articles or notes"},
		{"kenya (kind:article OR kind:note)", "articles or notes with “kenya”"},
		{"-kind:article", "everything except articles"},
		{"-kind:article -kind:note", "everything except articles or notes"},
		{"-(kind:article OR kind:note) kenya", "everything with “kenya”, except articles or notes"},
		{"-kenya -haiti", "everything except items with “kenya” or with “haiti”"},
		{"-kenya -kind:note", "everything except items with “kenya”, or notes"},
		{"kind:note -kenya", "notes except those with “kenya”"},
		{"kind:note -tag:done -has:comment", "notes except those tagged done or with a comment"},
		{"kind:note kind:article", "notes among articles"},
		{"kind:note OR kenya", "notes, or everything with “kenya”"},
		{"kind:note OR -kenya", "notes, or everything except items with “kenya”"},
		{"(kind:note kenya) OR (kind:article haiti)", "notes with “kenya”, or articles with “haiti”"},
		{"police (kind:note OR -kenya)", "everything with “police”, (among notes or not among items with “kenya”)"},
		{"-(kind:note kenya)", "everything except notes with “kenya”"},
		{"-(a -b)", "everything except items with “a”, except items with “b”"},
		{"-after:2023 source:BBC", "everything from BBC, except items that can be from 2023 or later"},
		{"-person:mutua", "everything except items naming mutua"},
		{"near(kenya, haiti)", "everything with “kenya, haiti” at most 10 words apart"},
	} {
		q := query.Parse(test.in)
		if got := q.Meaning(query.English); got != test.want {
			t.Errorf("%q means %q, not %q", test.in, got, test.want)
		}
		if len(q.Faults) > 0 {
			t.Errorf("%q: %+v", test.in, q.Faults)
		}
	}
}

// A date in three numbers is read in the order in which the person writes it, unless
// the numbers settle it, and the meaning says which it is.
func TestDatesInThreeNumbers(t *testing.T) {
	for _, test := range []struct{ in, dayFirst, monthFirst string }{
		{"after:3/4/2023", "3 April 2023", "4 March 2023"},
		{"after:22/4/2023", "22 April 2023", "22 April 2023"},
		{"after:4/22/2023", "22 April 2023", "22 April 2023"},
		{"after:2023/4/5", "5 April 2023", "5 April 2023"},
		{"after:202103", "March 2021", "March 2021"},
	} {
		for monthFirst, want := range map[bool]string{false: test.dayFirst, true: test.monthFirst} {
			q := query.Habits{MonthFirst: monthFirst}.Parse(test.in)
			want = "everything that can be from " + want + " or later"
			if got := q.Meaning(query.English); got != want || len(q.Faults) > 0 {
				t.Errorf("%s, month first %t: %q, %+v; want %q", test.in, monthFirst, got, q.Faults, want)
			}
		}
	}
	if q := query.Parse("after:202113"); len(q.Faults) != 1 || q.Faults[0].Wrong != query.NoDate {
		t.Errorf("a thirteenth month: %+v", q)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string][]string{
		"mutua's": {"mutua", "s"}, "警察": {"警", "察"}, "Moïse": {"moise"}, "port-au-prince*": {"port", "au", "prince"}, `"a b"`: {"a", "b"},
	} {
		if diff := cmp.Diff(want, query.Parse(in).Terms()[0].Words); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

// A fault is pointed at, and the rest still means something.
func TestFaults(t *testing.T) {
	for _, test := range []struct {
		in, at, means string
		wrong         query.Wrong
	}{
		{`kenya "navy vessels`, `"`, "everything with “kenya”, with “navy vessels” as it stands here", query.OpenQuote},
		{"(kenya OR haiti", "(", "everything with “kenya” or with “haiti”", query.OpenBracket},
		{"kenya) haiti", ")", "everything with “kenya”, with “haiti”", query.NoBracket},
		{"kenya OR", "OR", "everything with “kenya”", query.LonelyOr},
		{"OR kenya", "OR", "everything with “kenya”", query.LonelyOr},
		{"kenya person:", "person:", "everything with “kenya”", query.NoValue},
		{"kenya after:soon", "after:soon", "everything with “kenya”", query.NoDate},
		{"kenya after:2023-13", "after:2023-13", "everything with “kenya”", query.NoDate},
		{"colour:pink kenya", "colour:pink", "everything with “kenya”", query.NoSuchValue},
		{"foo:bar kenya", "foo:", "everything with “foo:bar”, with “kenya”", query.NoField},
		{"near(kenya)", "near(kenya)", "everything with “kenya” as it stands here", query.NearNeeds},
		{"near(kenya haiti, 3", "near(", "everything with “kenya haiti” at most 3 words apart", query.OpenBracket},
		{"near(kenya haiti, x) court", "x", "everything with “kenya haiti” at most 10 words apart, with “court”", query.NearNumber},
		{"near(kenya haiti, five words )", "five words", "everything with “kenya haiti” at most 10 words apart", query.NearNumber},
		{"near(kenya haiti, -3)", "-3", "everything with “kenya haiti” at most 10 words apart", query.NearNumber},
		{"near(kenya haiti,)", ",", "everything with “kenya haiti” at most 10 words apart", query.NearNumber},
		{"near(kenya haiti, 2.5)", "2.5", "everything with “kenya haiti” at most 10 words apart", query.NearNumber},
		{"near(kenya Kenya, 5)", "near(kenya Kenya, 5)", "everything with “kenya” as it stands here", query.NearSame},
		{"near(kenya haiti kenya, 5)", "near(kenya haiti kenya, 5)", "everything with “kenya haiti kenya” at most 5 words apart", query.NearSame},
		{"near(kenya haiti 5)", "5", "everything with “kenya haiti” at most 10 words apart", query.NearComma},
		{"near(kenya haiti\u30005)", "5", "everything with “kenya haiti” at most 10 words apart", query.NearComma},
		{"near( kenya haiti 5 ) court", "5", "everything with “kenya haiti” at most 10 words apart, with “court”", query.NearComma},
		{"kenya NOT", "NOT", "everything with “kenya”", query.LonelyNot},
		{"kenya NOT OR haiti", "NOT", "everything with “kenya” or with “haiti”", query.LonelyNot},
		{"(kenya NOT) haiti", "NOT", "everything with “kenya”, with “haiti”", query.LonelyNot},
		{"kenya -", "-", "everything with “kenya”", query.LonelyNot},
		{"kenya - haiti", "-", "everything with “kenya”, with “haiti”", query.LonelyNot},
		{"(kenya -) haiti", "-", "everything with “kenya”, with “haiti”", query.LonelyNot},
		{`kenya -""`, "-", "everything with “kenya”", query.LonelyNot},
		{"kenya -tag:", "tag:", "everything with “kenya”", query.NoValue},
		{"NOT", "NOT", "", query.LonelyNot},
		{"OR OR", "OR", "", query.LonelyOr},
		{"kenya NOT OR haiti NOT", "NOT", "everything with “kenya” or with “haiti”", query.LonelyNot},
		{`"secur* council" court`, "*", "everything with “secur* council” as it stands here, with “court”", query.LostStar},
		{"*rity", "*", "everything with “*rity”", query.LostStar},
		{"**police**", "*", "everything with “**police*”", query.LostStar},
		{"near(secur* council, 5)", "*", "everything with “secur* council” at most 5 words apart", query.LostStar},
		{strings.Repeat("a ", 65) + strings.Repeat("警", 1400), "a " + strings.Repeat("警", 1290), "everything with “a”" + strings.Repeat(", with “a”", 63), query.TooMuch},
		{strings.Repeat("(", 30) + "a", strings.Repeat("(", 10) + "a", "", query.TooMuch},
	} {
		q := query.Parse(test.in)
		if got := q.Meaning(query.English); got != test.means {
			t.Errorf("%q means %q, not %q", test.in, got, test.means)
		}
		told := 0
		for _, fault := range q.Faults {
			if fault.Wrong == test.wrong && test.in[fault.At.Start:fault.At.End] == test.at {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%q: %+v", test.in, q.Faults)
		}
	}
}

func TestFind(t *testing.T) {
	body := "Moïse met Mutua’s envoy; the navy vessels, the navy’s pride, policing vessels. 海地警察 d’A’rcy po\u00adlice"
	for in, want := range map[string][]string{
		"moise":                 {"Moïse"},
		"mutua":                 {"Mutua"},
		`"navy vessels" envoy`:  {"envoy", "navy vessels"},
		"nav*":                  {"navy", "navy"},
		`"navy vess*" env*`:     {"envoy", "navy vessels"},
		"警察":                    {"警察"},
		"-navy pride":           {"pride"},
		"police":                {"policing", "po\u00adlice"},
		"police,":               {"policing", "po\u00adlice"},
		"darcy arcy":            {"d’A’rcy"},
		`"darcy"`:               nil,
		`"海地警察 darcy"`:          {"海地警察 d’A’rcy"},
		`"the navys pride"`:     {"the navy’s pride"},
		`"vessel"`:              nil,
		"vessel":                {"vessels", "vessels"},
		"near(envoy navy, 4)":   {"envoy", "navy", "navy"},
		"tag:navy pride OR met": {"met", "pride"},
	} {
		var got []string
		for _, r := range query.Parse(in).Finder("en").Find(body, 10) {
			got = append(got, body[r.Start:r.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

// What others write as one word is found with a hyphen, and the other way round; a span
// of numbers is no number.
func TestHyphens(t *testing.T) {
	const body = "His re-election in Port-au-Prince, 2023-24, needs co‑operation. They cooperated: reelections."
	for in, want := range map[string]string{
		"reelection": "re-election|reelections", "re-election": "re-election|reelections", "cooperation": "co‑operation|cooperated", "co-operat*": "co‑operation|cooperated",
		"portauprince": "Port-au-Prince", `"re-election"`: "re-election", `"reelection"`: "", "202324": "", "2023-24": "2023-24", "re election": "re|election", "ree-lection": "re-election|reelections",
	} {
		var got []string
		for _, r := range query.Parse(in).Finder("en").Find(body, 10) {
			got = append(got, body[r.Start:r.End])
		}
		if diff := cmp.Diff(strings.Split(want, "|"), strings.Split(strings.Join(got, "|"), "|")); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
}

// A soft hyphen is not seen: a word is found with and without one, also as it stands.
func TestSoftHyphens(t *testing.T) {
	const body = "The po\u00adlice offi\u00ad\u00adcers met. A cut\u00ad off, 警\u00ad察."
	for in, want := range map[string]string{
		"police": "po\u00adlice", `"police"`: "po\u00adlice", "\"po\u00adlice\"": "po\u00adlice", "poli*": "po\u00adlice",
		`"police officers"`: "po\u00adlice offi\u00ad\u00adcers", "officer": "offi\u00ad\u00adcers", `"officer"`: "", `"lice"`: "",
		`"cut off"`: "cut\u00ad off", "警察": "警\u00ad察",
	} {
		got := ""
		for _, r := range query.Parse(in).Finder("en").Find(body, 10) {
			got += body[r.Start:r.End]
		}
		if got != want {
			t.Errorf("%s finds %q, want %q", in, got, want)
		}
	}
	if got, want := query.Indexable(body), "the police officers met a cut off 警 察"; got != want {
		t.Errorf("indexed are %q, want %q", got, want)
	}
	if written, of := query.Parse("po\u00adlice officers").Written(body); written != 2 || of != 2 {
		t.Errorf("%d of %d words are as they were typed", written, of)
	}
}

func TestStems(t *testing.T) {
	for _, test := range []struct{ word, language, want string }{
		{"policing", "en", "polic"}, {"Police", "en-GB", "polic"}, {"élections", "fr", "elect"}, {"警", "zh", "警"}, {"offers", "", "offers"},
	} {
		if got := query.Stem(test.word, test.language); got != test.want {
			t.Errorf("%s in %s: %s, not %s", test.word, test.language, got, test.want)
		}
	}
}

// A sign behind a word does not keep its other forms away.
func TestStemsOfWhatIsTyped(t *testing.T) {
	for _, typed := range []string{"police", "police,", "Police!", "(police)", "'police'", "police…", "¿police?"} {
		if got := query.Parse(typed).Terms()[0].Stems([]string{"en"}); !slices.Equal(got, []string{"polic"}) {
			t.Errorf("%s: %q", typed, got)
		}
	}
	if got := query.Parse("offer").Terms()[0].Stems([]string{"en"}); !slices.Equal(got, []string{"offer"}) {
		t.Errorf("a word that is its own stem has the stems %q", got)
	}
}

func TestComplete(t *testing.T) {
	for _, test := range []struct{ in, name, typed, value, want string }{
		{"kenya per|", "", "per", "person", "kenya person:|"},
		{"kenya -ta|", "", "ta", "tag", "kenya -tag:|"},
		{"person:alf|", "person", "alf", "Alfred Mutua", `person:"Alfred Mutua" |`},
		{`person:"alfred mu| kenya`, "person", "alfred mu", "Alfred Mutua", `person:"Alfred Mutua" |kenya`},
		{"(tag:|", "tag", "", "check", "(tag:check |"},
		{"colour:ye|", "colour", "ye", "yellow", "colour:yellow |"},
	} {
		caret := strings.IndexByte(test.in, '|')
		source := strings.Replace(test.in, "|", "", 1)
		c, ok := query.Complete(source, caret)
		if !ok || string(c.Name) != test.name || c.Typed != test.typed {
			t.Errorf("%s: %+v, %v", test.in, c, ok)
			continue
		}
		completed, at := c.Write(source, test.value)
		if got := completed[:at] + "|" + completed[at:]; got != test.want {
			t.Errorf("%s: %s, not %s", test.in, got, test.want)
		}
	}
	for _, in := range []string{"", "kenya ", `"a phrase`, "http://x"} {
		if c, ok := query.Complete(in, len(in)); ok {
			t.Errorf("%q: %+v", in, c)
		}
	}
}

// Whatever is typed: terms have words, faults and terms stand within it, and
// what is found stands in the body.
func FuzzParse(f *testing.F) {
	f.Add(`a "b c" -d OR e* “x`, "some body b c")
	f.Add(`(person:"x y" OR near(a b, 3)) -after:2023-04 kind:note )(`, "a b")
	f.Fuzz(func(t *testing.T, in, body string) {
		q := query.Parse(in)
		q.Walk(func(node query.Node, _ bool) {
			switch node := node.(type) {
			case query.Term:
				if len(node.Words) == 0 || node.At.Start < 0 || node.At.End > len(in) || node.At.Start >= node.At.End {
					t.Fatalf("%q: %+v", in, node)
				}
			case query.Field:
				if node.Value == "" || node.At.End > len(in) {
					t.Fatalf("%q: %+v", in, node)
				}
			}
		})
		for _, fault := range q.Faults {
			if fault.At.Start < 0 || fault.At.Start > fault.At.End || fault.At.End > len(in) {
				t.Fatalf("%q: %+v", in, fault)
			}
		}
		if q.Empty() != (q.Meaning(query.English) == "") {
			t.Fatalf("%q means %q", in, q.Meaning(query.English))
		}
		for _, r := range q.Finder("en").Find(body, 5) {
			if r.Start >= r.End || r.End > len(body) {
				t.Fatalf("found %v in %d bytes", r, len(body))
			}
		}
		for caret := range min(len(in), 40) {
			if c, ok := query.Complete(in, caret); ok {
				c.Write(in, "value")
			}
		}
	})
}
