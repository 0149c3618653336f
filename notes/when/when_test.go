package when_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/edtf"
	"cuttings/notes/when"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written shows what was found as "words = date", for tests.
func written(body string, all []when.Found) []string {
	var lines []string
	for _, f := range all {
		lines = append(lines, fmt.Sprintf("%s = %s", body[f.Start:f.End], f.Date))
	}
	return lines
}

// saturday is the anchor of most tests: 22 April 2023 was one.
const saturday = "2023-04-22"

// TestFind lists texts with the dates in them; "|" separates several.
func TestFind(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		// Absolute.
		{"On 22 April 2023 they met.", "22 April 2023 = 2023-04-22"},
		{"On April 22, 2023, they met.", "April 22, 2023 = 2023-04-22"},
		{"On Saturday, April 22, 2023, they met.", "Saturday, April 22, 2023 = 2023-04-22"},
		{"On Sunday, April 22, 2023, they met.", "Sunday, April 22, 2023 = 2023-04-22?"},
		{"It was the 22nd of April 2023.", "22nd of April 2023 = 2023-04-22"},
		{"since the July 2021 assassination", "July 2021 = 2021-07"},
		{"In 2004 he left.", "2004 = 2004"},
		{"the 2004 election", "2004 = 2004"},
		{"the disputed 2004 election", "2004 = 2004"},
		{"He was born (1945) there.", "1945 = 1945"},
		{"Dated 2023-04-22T10:00Z and 2023-04.", "2023-04-22 = 2023-04-22|2023-04 = 2023-04"},
		{"On 22/04/2023 and 22.4.2023.", "22/04/2023 = 2023-04-22|22.4.2023 = 2023-04-22"},
		{"On Sept. 4, 2021, it rained.", "Sept. 4, 2021 = 2021-09-04"},
		{"Caesar died in 44 BC.", "44 BC = -0043"},
		{"The Normans came in 1066.", "1066 = 1066"},
		// Without a year.
		{"On Saturday, April 22, he wrote.", "Saturday, April 22 = 2023-04-22"},
		{"On Friday 21 April he wrote.", "Friday 21 April = 2023-04-21"},
		{"He asked for help in October and was heard.", "October = 2022-10"},
		{"It ended in February.", "February = 2023-02"},
		{"They will vote in October.", "October = 2023-10"},
		{"He said that they would vote in October.", "October = 2023-10"},
		{"He said in March that they will vote in June.", "March = 2023-03|June = 2023-06"},
		{"The fair, from May 3, is free.", "May 3 = 2023-05-03"},
		{"He fell on 3 May and died.", "3 May = 2022-05-03"},
		// Weekdays.
		{"They met on Saturday.", "Saturday = 2023-04-22"},
		{"The summit opened Wednesday.", "Wednesday = 2023-04-19"},
		{"On Saturday, April 22, he wrote. He called on Saturday. The summit opened Wednesday.", "Saturday, April 22 = 2023-04-22|Saturday = 2023-04-22|Wednesday = 2023-04-19?"},
		{"On Friday, April 21, he wrote. The summit opened Wednesday.", "Friday, April 21 = 2023-04-21|Wednesday = 2023-04-19"},
		{"They met last Wednesday.", "last Wednesday = 2023-04-19"},
		{"They met last Saturday.", "last Saturday = 2023-04-15"},
		{"It came late Thursday and Thursday night.", "late Thursday = 2023-04-20|Thursday night = 2023-04-20"},
		{"They will meet on Monday.", "Monday = 2023-04-24"},
		{"They meet next Monday.", "next Monday = 2023-04-24"},
		{"It ran from Monday to Friday.", "from Monday to Friday = 2023-04-17/2023-04-21"},
		// From the anchor.
		{"He left yesterday, she the day before yesterday.", "yesterday = 2023-04-21|day before yesterday = 2023-04-20"},
		{"They will leave tomorrow.", "tomorrow = 2023-04-23"},
		{"He was shot last October.", "last October = 2022-10"},
		{"He was shot in October last year.", "October last year = 2022-10"},
		{"He came three weeks ago.", "three weeks ago = 2023-04-01~"},
		{"He came 12 days ago.", "12 days ago = 2023-04-10"},
		{"He came two months ago, or three years ago.", "two months ago = 2023-02|three years ago = 2020~"},
		{"He came a few weeks ago.", "a few weeks ago = 2023-04-01~"},
		{"It rained last month and this week.", "last month = 2023-03|this week = 2023-04-17/2023-04-23"},
		{"It rained last week, last year and over the weekend.", "last week = 2023-04-10/2023-04-16|last year = 2022|weekend = 2023-04-22/2023-04-23"},
		{"earlier this year, earlier this month", "earlier this year = 2023-01-01/2023-04-22|earlier this month = 2023-04-01/2023-04-22"},
		{"It fell in the past three years.", "past three years = 2020/2023"},
		{"last summer", "last summer = 2022-22"},
		// From what was said before.
		{"He landed on 3 May 2019. Two days later he left.", "3 May 2019 = 2019-05-03|Two days later = 2019-05-05"},
		{"The king died in March 1938. The following month war came.", "March 1938 = 1938-03|following month = 1938-04"},
		{"He landed on 3 May 2019, after a storm the previous day.", "3 May 2019 = 2019-05-03|previous day = 2019-05-02"},
		{"He landed on 3 May 2019; the day before, it rained.", "3 May 2019 = 2019-05-03|day before = 2019-05-02"},
		{"The vote was in July 2021, the first a year earlier.", "July 2021 = 2021-07|a year earlier = 2020-07"},
		{"It rained in May 2019. In October of that year it snowed.", "May 2019 = 2019-05|October of that year = 2019-10"},
		{"He left two days after 22 April 2020.", "two days after 22 April 2020 = 2020-04-24"},
		{"Two days later he left.", "Two days later = "},
		// Parts.
		{"In early 2004 and the late 1990s.", "early 2004 = 2004-01~/2004-04~|late 1990s = 1997~/1999~"},
		{"In the 1990s, in mid-2011.", "1990s = 199X|mid-2011 = 2011-05~/2011-08~"},
		{"In spring 2011, in the autumn of 1956.", "spring 2011 = 2011-21|autumn of 1956 = 1956-23"},
		{"In the 19th century and the early twentieth century.", "19th century = 18XX|early twentieth century = 1900~/1933~"},
		{"the twenty-first century, the 5th century BC", "first century = 20XX|5th century BC = -04XX"},
		{"He sold it for a week earlier this month, beginning in 1999.", "earlier this month = 2023-04-01/2023-04-22|1999 = 1999"},
		{"The president lands later on Friday.", "later on Friday = 2023-04-28"},
		{"At the end of February 2023.", "end of February 2023 = 2023-02-21~/2023-02-28~"},
		// Spans.
		{"Held on 15 to 17 February 2023.", "15 to 17 February 2023 = 2023-02-15/2023-02-17"},
		{"Held February 15-17, 2023.", "February 15-17, 2023 = 2023-02-15/2023-02-17"},
		{"Held between 15 and 17 February.", "between 15 and 17 February = 2023-02-15/2023-02-17"},
		{"Held from 15 through 17 February 2023.", "from 15 through 17 February 2023 = 2023-02-15/2023-02-17"},
		{"Held on 15–17 February.", "15–17 February = 2023-02-15/2023-02-17"},
		{"Held from 28 February to 2 March 2023.", "from 28 February to 2 March 2023 = 2023-02-28/2023-03-02"},
		{"Held between February 28 and March 2.", "between February 28 and March 2 = 2023-02-28/2023-03-02"},
		{"Held from 30 December to 2 January.", "from 30 December to 2 January = 2022-12-30/2023-01-02"},
		{"Held from 30 December until 2 January 2020.", "from 30 December until 2 January 2020 = 2019-12-30/2020-01-02"},
		{"Held 28 February – 2 March.", "28 February – 2 March = 2023-02-28/2023-03-02"},
		{"They will meet from 28 February to 2 March.", "from 28 February to 2 March = 2024-02-28/2024-03-02"},
		{"Held from 20 April to 25 April.", "from 20 April to 25 April = 2023-04-20/2023-04-25"},
		{"They will meet from 28 December to 3 January.", "from 28 December to 3 January = 2023-12-28/2024-01-03"},
		{"He ruled from 1998 to 2003.", "from 1998 to 2003 = 1998/2003"},
		{"It was built between 2004 and 2006.", "between 2004 and 2006 = 2004/2006"},
		{"The war (1998–2003) ended.", "1998–2003 = 1998/2003"},
		{"From November 2021 to February it rained.", "From November 2021 to February = 2021-11/2022-02"},
		{"It held from July to October 2021.", "from July to October 2021 = 2021-07/2021-10"},
		{"It grew since July 2021, until 2022.", "since July 2021 = 2021-07/..|until 2022 = ../2022"},
		{"It grew from July 2021 onwards.", "from July 2021 onwards = 2021-07/.."},
		{"It grew after July 2021, before 22 April 2022.", "after July 2021 = 2021-08/..|before 22 April 2022 = ../2022-04-21"},
		{"He was elected before 2022.", "before 2022 = ../2021"},
		{"He has ruled since last October.", "since last October = 2022-10/.."},
		{"It came in March and April 2021.", "March = 2021-03|April 2021 = 2021-04"},
		// Approximate.
		{"He was born about 1938, or around 2010.", "about 1938 = 1938~|around 2010 = 2010~"},
	} {
		var want []string
		if test.want != "" {
			want = strings.Split(test.want, "|")
		}
		if diff := cmp.Diff(want, written(test.body, when.Find(test.body, date(t, saturday)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.body, diff)
		}
	}
}

// TestNoDates lists what looks like a date and is none.
func TestNoDates(t *testing.T) {
	for _, body := range []string{
		"They may march on the second day.",
		"The march on the capital may end.",
		"May said so. March on!",
		"August Wilson wrote plays with April Jones.",
		"Joe Friday asked. Friday Okafor said so. Friday said nothing.",
		"Black Friday sales, Good Friday services.",
		"It drew 2000 people and about 2000 soldiers.",
		"It cost $2004, or 1,200 francs, or 2004 euros.",
		"Resolution 2004 was on page 1998.",
		"He killed 1900 in the town.",
		"See example.org/2004/page and covid-2019.",
		"It fell 3.5 per cent at 10:30 and 2000 GMT.",
		"He sat in the sun; she was second.",
		"The day before the election he left.",
		"Two days after the attack he left.",
		"He stayed for three years.",
		"The last day of school. The last week of the war.",
		"A screen of 1800 x 1920 points.",
		"Call 555-2004 now.",
		"In April 20 people died. "[9:],
		"The fall of 300 cities.",
		"",
	} {
		if got := written(body, when.Find(body, date(t, saturday))); len(got) > 0 {
			t.Errorf("%q: found %q", body, got)
		}
	}
}

// What lasts from before the day of writing until after it is one stretch.
func TestStraddling(t *testing.T) {
	for _, test := range []struct{ anchor, body, want string }{
		{"2023-03-01", "They will meet from 28 February to 2 March.", "from 28 February to 2 March = 2023-02-28/2023-03-02"},
		{"2023-03-01", "They met from 28 February to 2 March.", "from 28 February to 2 March = 2023-02-28/2023-03-02"},
		{"2023-01-01", "They met between 28 December and 3 January.", "between 28 December and 3 January = 2022-12-28/2023-01-03"},
		{"2023-02-16", "They met from 15 to 17 February.", "from 15 to 17 February = 2023-02-15/2023-02-17"},
		{"2023-08-15", "It rained from July to September.", "from July to September = 2023-07/2023-09"},
	} {
		if diff := cmp.Diff([]string{test.want}, written(test.body, when.Find(test.body, date(t, test.anchor)))); diff != "" {
			t.Errorf("%q on %s (-want +got):\n%s", test.body, test.anchor, diff)
		}
	}
}

func TestWithoutAnchor(t *testing.T) {
	body := "On Saturday he left. In October 2022 he came. Last month it rained. Two days later, in May, he died."
	got := when.Find(body, edtf.Date{})
	want := []string{"Saturday = ", "October 2022 = 2022-10", "Last month = ", "Two days later = 2022-10~", "May = "}
	if diff := cmp.Diff(want, written(body, got)); diff != "" {
		t.Fatalf("found (-want +got):\n%s", diff)
	}
	for i, relative := range []bool{true, false, true, true, true} {
		if got[i].Relative != relative {
			t.Errorf("%s: relative is %v", body[got[i].Start:got[i].End], got[i].Relative)
		}
	}
}

func TestUncertainAnchor(t *testing.T) {
	body := "On Saturday he left; in October he came; in 2019 he was born."
	got := written(body, when.Find(body, date(t, "2023-04-22?")))
	if diff := cmp.Diff([]string{"Saturday = 2023-04-22?", "October = 2022-10?", "2019 = 2019"}, got); diff != "" {
		t.Errorf("what follows from a doubted day (-want +got):\n%s", diff)
	}
}

func TestCoarseAnchor(t *testing.T) {
	body := "He left yesterday, last month, last year, in October."
	for anchor, want := range map[string][]string{
		"2023-04":   {"yesterday = ", "last month = 2023-03", "last year = 2022", "October = 2022-10"},
		"2023":      {"yesterday = ", "last month = ", "last year = 2022", "October = 2023-10"},
		"2020/2023": {"yesterday = ", "last month = ", "last year = ", "October = "},
	} {
		if diff := cmp.Diff(want, written(body, when.Find(body, date(t, anchor)))); diff != "" {
			t.Errorf("anchor %s (-want +got):\n%s", anchor, diff)
		}
	}
}
