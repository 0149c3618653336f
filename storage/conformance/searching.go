package conformance

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/edtf"
	"cuttings/notes/query"
)

// searched fills an archive with a little of everything that a query can ask for.
func searched(t *testing.T, book *notes.Notebook) {
	t.Helper()
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	article := func(title, body, source, byline, date, language string) notes.Document {
		d := Document(title, body)
		d.Source, d.Byline, d.Date, d.Language = source, byline, date, language
		return d
	}
	collected := Collect(t, book,
		article("Kenya offers police", "Alfred Mutua said that Kenya would send a thousand police. The visa was not named.", "The Nation", "Grace Wanjiru", "2023-07-29", "en"),
		article("Haiti waits", "The president Jovenel Moïse was killed. Policing is weak, Dr Mutua said.", "Le Nouvelliste", "Jean Baptiste", "2022-01-10", "en"),
		article("Les élections", "Moise, écrit ainsi. Le vote électoral de l’année. Haïti attend.", "Le Nouvelliste", "", "2021", "fr"),
		article("海地警察", "肯尼亚将派遣警察前往海地。", "新华社", "", "", "zh"),
	)
	mutua, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}, Aliases: []string{"Dr Mutua"}})
	must(err)
	_, err = book.AddEntity(ctx, notes.Entity{
		Item: notes.Item{Kind: notes.KindOrganisation, Title: "CARICOM"}, Aliases: []string{"Caribbean Community"}, Description: "Fifteen members.",
	})
	must(err)
	_, err = book.AddEntity(ctx, notes.Entity{
		Item: notes.Item{Kind: notes.KindEvent, Title: "Offer of police"}, Date: "2023-07-29", Participants: []notes.Participant{{Entity: mutua.ID}},
	})
	must(err)
	_, err = book.AddNote(ctx, "What is a force?", "The Caribbean Community met. See [[Kenya offers police]] and [[Alfred Mutua]].")
	must(err)
	highlight, err := book.AddHighlight(ctx, notes.NewHighlight{
		Article: collected[0].ID, Quote: anchor.Quote{Exact: "a thousand police"}, Colour: notes.Green, Comment: "Which thousand?",
	})
	must(err)
	must(book.Tag(ctx, []notes.ID{collected[1].ID}, "to check"))
	group, err := book.AddCollection(ctx, "Thesis")
	must(err)
	must(book.File(ctx, group.ID, collected[0].ID, collected[2].ID, highlight.ID))
}

// searching proves what a query finds.
func searching(t *testing.T, book *notes.Notebook) {
	searched(t, book)
	const kenya, haiti, elections, chinese = "Kenya offers police", "Haiti waits", "Les élections", "海地警察"
	const mutua, caricom, offer, note, highlight = "Alfred Mutua", "CARICOM", "Offer of police", "What is a force?", "highlight"
	for _, test := range []struct {
		query string
		want  []string
	}{
		{"visa", []string{kenya}},
		{"police", []string{kenya, haiti, offer, note, highlight}}, // also policing
		{"offer", []string{kenya, offer}},                          // the stem itself of “offers”
		{"kill", []string{haiti}},
		{`"kill"`, nil},
		{`"police"`, []string{kenya, offer, note, highlight}},
		{"police -visa", []string{haiti, offer, note, highlight}},
		{"polic*", []string{kenya, haiti, offer, note, highlight}},
		{`"thousand police"`, []string{kenya, highlight}},
		{`"thousand pol*"`, []string{kenya, highlight}},
		{`"thousand pol*" -visa`, []string{highlight}},
		{`"polic*"`, []string{kenya, haiti, offer, note, highlight}},
		{"near(kenya thousand, 3)", []string{kenya}},
		{"near(kenya thousand, 1)", nil},
		{"visa OR killed", []string{kenya, haiti}},
		{"(visa OR killed) -thousand", []string{haiti}},
		{"visa (killed OR thousand)", []string{kenya}},
		{"moïse", []string{haiti, elections}},
		{"Moise", []string{haiti, elections}},
		{"élection", []string{elections}}, // by its stem
		{"警察", []string{chinese}},
		{"海地", []string{chinese}},
		{"caricom", []string{caricom, note}}, // by its other name
		{`"caribbean community"`, []string{caricom, note}},
		{`person:"alfred mutua"`, []string{kenya, haiti, mutua, offer, note}},
		{"who:mutua visa", []string{kenya}},
		{"-person:mutua kind:article", []string{elections, chinese}},
		{"event:offer", []string{offer}},
		{`tag:"to check"`, []string{haiti}},
		{"in:thesis", []string{kenya, elections, highlight}},
		{"in:thesis kind:article", []string{kenya, elections}},
		{"source:nouvel", []string{haiti, elections}},
		{`by:"grace wan"`, []string{kenya}},
		{"lang:fr", []string{elections}},
		{"after:2022 before:2023-07 kind:articles", []string{haiti}},
		{"after:2023-07-29 kind:article", []string{kenya}},
		{"before:2023-07-29 kind:article", []string{haiti, elections}},
		{"has:highlight", []string{kenya}},
		{"has:comment kind:highlight", []string{highlight}},
		{"has:note", []string{kenya, mutua}},
		{"colour:green", []string{kenya, highlight}},
		{"colour:red", nil},
		{"kind:person", []string{mutua}},
		{"kind:event OR kind:person", []string{mutua, offer}},
		{"-kind:article -kind:note -kind:highlight", []string{mutua, caricom, offer}},
		{"fifteen", []string{caricom}},
		{"title that is nowhere", nil},
		{"", nil},
	} {
		answer, err := book.Search(t.Context(), test.query, notes.SearchFilter{Limit: 50})
		if err != nil {
			t.Errorf("%q: %v", test.query, err)
			continue
		}
		var got []string
		for _, result := range answer.Results {
			name := result.Title
			if result.Kind == notes.KindHighlight {
				name = highlight
			}
			got = append(got, name)
		}
		slices.Sort(got)
		slices.Sort(test.want)
		if diff := cmp.Diff(test.want, got); diff != "" || answer.Total != len(got) {
			t.Errorf("%q, %d in all: %s", test.query, answer.Total, diff)
		}
	}
	searchOrders(t, book)
	searchHelps(t, book)
	searchExports(t, book)
}

// searchOrders proves in which order results come.
func searchOrders(t *testing.T, book *notes.Notebook) {
	titles := func(source string, order notes.Order) string {
		answer, err := book.Search(t.Context(), source, notes.SearchFilter{Kinds: []notes.Kind{notes.KindArticle}, Order: order})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, result := range answer.Results {
			all = append(all, result.Title)
		}
		return strings.Join(all, ", ")
	}
	for _, test := range []struct {
		query string
		order notes.Order
		want  string
	}{
		{"police", "", "Kenya offers police, Haiti waits"}, // in the title; then another form
		{"haiti", "", "Haiti waits, Les élections"},
		{"Moïse", "", "Haiti waits, Les élections"},
		{"Moise", "", "Les élections, Haiti waits"}, // as it was typed before folded
		{"said OR haiti", notes.Newest, "Kenya offers police, Haiti waits, Les élections"},
		{"said OR haiti", notes.Oldest, "Les élections, Haiti waits, Kenya offers police"},
		{"kind:article", notes.Newest, "Kenya offers police, Haiti waits, Les élections, 海地警察"},
	} {
		if got := titles(test.query, test.order); got != test.want {
			t.Errorf("%q, %s first: %s", test.query, test.order, got)
		}
	}
}

// searchHelps proves what helps on: facets, other names, advice, values.
func searchHelps(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	facets, err := book.Facets(ctx, "mutua OR haiti", nil)
	if err != nil {
		t.Fatal(err)
	}
	want := notes.Facets{
		Total: 5, Kinds: []notes.Tally{{Value: "article", Count: 3}, {Value: "note", Count: 1}, {Value: "person", Count: 1}},
		Sources: []notes.Tally{{Value: "Le Nouvelliste", Count: 2}, {Value: "The Nation", Count: 1}},
		People:  []notes.Tally{{Value: "Alfred Mutua", Count: 4}}, Tags: []notes.Tally{{Value: "to check", Count: 1}},
		Colours: []notes.Tally{{Value: "green", Count: 1}}, // the article of the highlight
		Spans:   []notes.SpanTally{{First: edtf.DayOf(2021, 1, 1), Last: edtf.DayOf(2021, 12, 31), Count: 1}},
	}
	months := facets.Months
	facets.Months = nil
	if diff := cmp.Diff(want, facets); diff != "" {
		t.Error(diff)
	}
	if len(months) < 2 || months[0] != (notes.MonthTally{Year: 2022, Month: 1, Count: 1}) || months[1] != (notes.MonthTally{Year: 2023, Month: 7, Count: 1}) {
		t.Errorf("months: %+v", months)
	}
	answer, err := book.Search(ctx, "caricom", notes.SearchFilter{})
	if err != nil || len(answer.Also) != 1 || answer.Also[0].Names[0] != "Caribbean Community" {
		t.Errorf("other names: %+v, %v", answer.Also, err)
	}
	searchAdvice(t, book)
	for _, test := range []struct {
		name  query.Name
		typed string
		want  string
	}{
		{query.Source, "nouv", "Le Nouvelliste"},
		{query.By, "wanj", "Grace Wanjiru"},
		{query.Colour, "gr", "green"},
		{query.Tag, "chek", "to check"},
		{query.Person, "mutwa", "Alfred Mutua"},
		{query.Language, "f", "fr"},
	} {
		if err := book.Warm(ctx); err != nil {
			t.Fatal(err)
		}
		if values, err := book.FieldValues(ctx, test.name, test.typed, 5); err != nil || len(values) == 0 || values[0] != test.want {
			t.Errorf("%s:%s: %q, %v", test.name, test.typed, values, err)
		}
	}
}

// searchAdvice proves what is said of words that occur nowhere, and of what could be
// left out.
func searchAdvice(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	advice, err := book.Advise(ctx, "thousnad visa killed")
	if err != nil || len(advice.Missing) != 1 || !slices.Contains(advice.Missing[0].Nearest, "thousand") {
		t.Errorf("advice: %+v, %v", advice, err)
	}
	for asked, want := range map[string]string{
		`"a thousnad police" thousnad`: "thousnad", "海地 中国外交部 警察": "中国外交部", "zzyzx-visa Zzyzx* zzyzx": "zzyzx",
	} {
		advice, err := book.Advise(ctx, asked)
		if err != nil || len(advice.Missing) != 1 || advice.Missing[0].Word != want || asked[advice.Missing[0].At.Start:advice.Missing[0].At.End] != want {
			t.Errorf("%s: %+v, %v", asked, advice.Missing, err)
		}
	}
	advice, err = book.Advise(ctx, "visa killed")
	if err != nil || len(advice.Drop) != 2 || advice.Drop[0].Found != 1 {
		t.Errorf("advice: %+v, %v", advice, err)
	}
	for asked, rest := range map[string]string{"killed -(w* OR q*)": "killed ", "thousand (killed OR zzyzx)": "thousand ", "thousand NOT ((visa))": "thousand "} {
		advice, err := book.Advise(ctx, asked)
		if err != nil || !slices.ContainsFunc(advice.Drop, func(d notes.Drop) bool { return d.Rest == rest && rest+d.Typed == asked }) {
			t.Errorf("%s: %+v, %v", asked, advice.Drop, err)
		}
	}
}

// searchExports proves that what is written can be read again.
func searchExports(t *testing.T, book *notes.Notebook) {
	for form, want := range map[notes.ExportForm]string{
		notes.CSV: "article,Kenya offers police,2023-07-29,Grace Wanjiru,The Nation,,", notes.Markdown: "\n## Kenya offers police\n\narticle · Grace Wanjiru · The Nation · 2023-07-29\n",
		notes.JSON: `"title":"Kenya offers police"`,
	} {
		var out bytes.Buffer
		count, err := book.ExportSearch(t.Context(), &out, "police kind:article", notes.SearchFilter{}, form, nil)
		if err != nil || count != 2 || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %d, %v:\n%s", form, count, err, out.String())
		}
		if form == notes.JSON && !json.Valid(out.Bytes()) {
			t.Errorf("no JSON: %s", out.String())
		}
	}
}
