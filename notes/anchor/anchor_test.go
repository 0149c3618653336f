package anchor_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"cuttings/notes/anchor"
)

const article = "The council met on Monday. It said that the police would be sent in spring, if others paid for them.\n\n" +
	"Neighbours were not asked. The police would be sent home after a year, the minister told reporters in Nairobi.\n\n" +
	"“We are ready,” she said. Nobody’s answer was recorded, and the council met again on Friday."

func TestDescribe(t *testing.T) {
	body := "Zürich – «où?» 海地警察 " + strings.Repeat("x", 40)
	start := strings.Index(body, "où")
	q, err := anchor.Describe(body, start, start+len("où"))
	if err != nil {
		t.Fatal(err)
	}
	if q.Exact != "où" || q.Prefix != "Zürich – «" || utf8.RuneCountInString(q.Suffix) != anchor.ContextLength {
		t.Errorf("described as %+v", q)
	}
	for _, r := range [][2]int{{-1, 3}, {0, len(body) + 1}, {3, 3}, {4, 3}, {2, 4}, {0, 2}} {
		if _, err := anchor.Describe(body, r[0], r[1]); !errors.Is(err, anchor.ErrRange) {
			t.Errorf("bytes %v: %v, want ErrRange", r, err)
		}
	}
}

// describe returns the quotation of the nth time words stand in body.
func describe(t *testing.T, body, words string, nth int) (anchor.Quote, int) {
	t.Helper()
	at := -1
	for range nth {
		next := strings.Index(body[at+1:], words)
		if next < 0 {
			t.Fatalf("%q does not stand %d times", words, nth)
		}
		at += 1 + next
	}
	q, err := anchor.Describe(body, at, at+len(words))
	if err != nil {
		t.Fatal(err)
	}
	return q, at
}

func TestPlace(t *testing.T) {
	const sent = "police would be sent"
	for _, test := range []struct {
		name   string
		words  string
		nth    int
		change []string // old, new, …
		at     int      // -2: where it was
		want   string
		way    anchor.Way
	}{
		{"unchanged", sent, 2, nil, -2, sent, anchor.AtPosition},
		{"position unknown", sent, 2, nil, -1, sent, anchor.Exact},
		{"wrong position does not beat the context", sent, 2, nil, 44, sent, anchor.Exact},
		{"moved", sent, 1, []string{"The council met on Monday. ", ""}, -2, sent, anchor.Exact},
		{"a word changed", "the police would be sent in spring", 1, []string{"be sent in", "go there in"}, -2, "the police would go there in spring", anchor.Approximate},
		{"first word replaced", "Neighbours were not asked.", 1, []string{"Neighbours were", "Partners were"}, -2, "Partners were not asked.", anchor.Approximate},
		{"first word replaced by more", "Neighbours were not asked.", 1, []string{"Neighbours were", "The other countries were"}, -2, "The other countries were not asked.", anchor.Approximate},
		{"last word replaced", "if others paid for them", 1, []string{"for them.", "for everything."}, -2, "if others paid for everything", anchor.Approximate},
		{"words put in before it", "were not asked", 1, []string{"Neighbours were", "Neighbours near and far were"}, -2, "were not asked", anchor.Exact},
		{"words put in before and within it", "were not asked", 1, []string{"Neighbours were not", "Neighbours near and far were never once"}, -2, "were never once asked", anchor.Approximate},
		{"other quotation marks", "“We are ready,” she said", 1, []string{"“We", "\"We", ",”", ",\""}, -2, "\"We are ready,\" she said", anchor.Approximate},
		{
			"moved and changed, context gone", "Neighbours were not asked. The police would be sent home", 1,
			[]string{"Neighbours were not asked. The police would be sent home after a year", "Nothing", "met again on Friday.", "parted. Neighbours were not heard. The police would be sent home soon."},
			-2,
			"Neighbours were not heard. The police would be sent home", anchor.Approximate,
		},
	} {
		q, at := describe(t, article, test.words, test.nth)
		if test.at != -2 {
			at = test.at
		}
		body := strings.NewReplacer(append(test.change, "\x00", "")...).Replace(article)
		p, err := anchor.Place(body, at, q)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := body[p.Start:p.End]; got != test.want || p.Way != test.way {
			t.Errorf("%s: placed on %q (%s, %.2f), want %q (%s)", test.name, got, p.Way, p.Certainty, test.want, test.way)
		}
		if p.Certainty <= 0.5 || p.Certainty > 1 || test.change == nil && p.Certainty != 1 {
			t.Errorf("%s: certainty %v", test.name, p.Certainty)
		}
		if test.nth == 2 && p.Start < 100 {
			t.Errorf("%s: placed on the other one, at %d", test.name, p.Start)
		}
	}
}

func TestNotPlaced(t *testing.T) {
	sentence := "The police would be sent home after a year, the minister told reporters in Nairobi."
	q, at := describe(t, article, sentence, 1)
	short, shortAt := describe(t, article, "told reporters", 1)
	for name, test := range map[string]struct {
		body string
		at   int
		q    anchor.Quote
		want error
	}{
		"removed":                   {strings.Replace(article, sentence, "", 1), at, q, anchor.ErrGone},
		"replaced":                  {strings.Replace(article, sentence, "Nothing else was agreed on that day, and those who had come left.", 1), at, q, anchor.ErrGone},
		"short, removed":            {strings.Replace(article, "told reporters ", "", 1), shortAt, short, anchor.ErrGone},
		"short, in another context": {"Nobody told reporters, it seems.", shortAt, short, anchor.ErrGone},
		"empty text":                {"", 0, q, anchor.ErrGone},
		"beyond the text":           {"A", 1 << 40, q, anchor.ErrGone},
		"no words":                  {article, 3, anchor.Quote{Prefix: "The"}, anchor.ErrEmpty},
		"twice, position unknown":   {article, -1, anchor.Quote{Exact: "The police"}, nil},
		"thrice alike":              {strings.Repeat(article+"\n\n", 3), -1, q, anchor.ErrAmbiguous},
		"between two":               {"one and one", 4, anchor.Quote{Exact: "one"}, anchor.ErrAmbiguous},
		"twice alike and changed":   {strings.Repeat(strings.Replace(article, "a year", "two years", 1)+"\n\n", 2), -1, q, anchor.ErrAmbiguous},
	} {
		if _, err := anchor.Place(test.body, test.at, test.q); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

func TestNearestOfEquals(t *testing.T) {
	body := strings.Repeat(article+"\n\n", 3)
	q, at := describe(t, article, "if others paid for them", 1)
	second := at + len(article) + 2
	if p, err := anchor.Place(body, second+7, q); err != nil || p.Start != second {
		t.Errorf("placed at %d (%v), want %d", p.Start, err, second)
	}
}

func TestLocate(t *testing.T) {
	for _, test := range []struct {
		q     anchor.Quote
		want  []string // what stands there, and 10 bytes more
		fault error
	}{
		{anchor.Quote{Exact: "Neighbours were"}, []string{"Neighbours were not asked"}, nil},
		{anchor.Quote{Exact: " Neighbours \n  were "}, []string{"Neighbours were not asked"}, nil},
		{anchor.Quote{Exact: `"We are ready," she`}, []string{"“We are ready,” she said. Nob"}, nil},
		{anchor.Quote{Exact: "Nobody's"}, []string{"Nobody’s answer wa"}, nil},
		{anchor.Quote{Exact: "for them. Neighbours"}, []string{"for them.\n\nNeighbours were not "}, nil},
		{anchor.Quote{Exact: "police"}, []string{"police would be ", "police would be "}, anchor.ErrAmbiguous},
		{anchor.Quote{Exact: "police", Prefix: "asked. The"}, []string{"police would be "}, nil},
		{anchor.Quote{Exact: "police", Suffix: "would be  sent in"}, []string{"police would be "}, nil},
		{anchor.Quote{Exact: "answer", Prefix: "Nobody's"}, []string{"answer was recor"}, nil},
		{anchor.Quote{Exact: "police", Prefix: "a"}, nil, anchor.ErrGone},
		{anchor.Quote{Exact: "polices"}, nil, anchor.ErrGone},
		{anchor.Quote{Exact: " \n"}, nil, anchor.ErrEmpty},
	} {
		found, err := anchor.Locate(article, test.q)
		if !errors.Is(err, test.fault) {
			t.Errorf("%+v: %v, want %v", test.q, err, test.fault)
		}
		var got []string
		for _, r := range found {
			got = append(got, article[r.Start:min(r.End+10, len(article))])
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%+v stands at %q, want %q", test.q, got, test.want)
		}
	}
}

func FuzzPlace(f *testing.F) {
	f.Add(article, article[20:], 30, 50)
	f.Add("海地警察 said", "海地的警察 said", 0, 6)
	f.Add("0000000000onday. It said that the police would be s0n", "0000000000aaa the police would be 00", 30, 50)
	f.Add("a\xffb a\xffb", "\xffb", 1, 3)
	f.Fuzz(func(t *testing.T, before, after string, start, end int) {
		if len(before)*len(after) > 1<<20 {
			return
		}
		q, err := anchor.Describe(before, start, end)
		if err != nil {
			return
		}
		if p, err := anchor.Place(before, start, q); err != nil || p.Start != start || p.End != end || p.Way != anchor.AtPosition {
			t.Fatalf("%+v is not found where it is: %+v, %v", q, p, err)
		}
		p, err := anchor.Place(after, start, q)
		if err != nil {
			return
		}
		if p.Start < 0 || p.Start >= p.End || p.End > len(after) || p.Certainty < 0 || p.Certainty > 1 {
			t.Fatalf("placed at %+v in a text of %d", p, len(after))
		}
		if utf8.ValidString(after) && !utf8.ValidString(after[p.Start:p.End]) {
			t.Fatalf("%+v cuts a character in two", p)
		}
		if (p.Way != anchor.Approximate) != (after[p.Start:p.End] == q.Exact) {
			t.Fatalf("%q is called %s of %q", after[p.Start:p.End], p.Way, q.Exact)
		}
		_, _ = anchor.Locate(after, q)
	})
}
