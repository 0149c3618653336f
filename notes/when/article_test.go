package when_test

import (
	"fmt"
	"strings"
	"testing"

	"cuttings/notes/edtf"
	"cuttings/notes/when"
)

func TestArticleDate(t *testing.T) {
	today := edtf.DayOf(2026, 11, 24)
	for _, test := range []struct{ name, body, want string }{
		{
			"a weekday with its date, after a year that is past",
			"On Saturday, April 22, the minister wrote. Since the July 2021 killing of the president gangs rule.",
			"Saturday, April 22: 2023-04-22? []",
		},
		{
			"nothing bounds it below",
			"On Saturday, April 22, the minister wrote.",
			"Saturday, April 22: 2023-04-22? [2017-04-22? 2006-04-22? 2000-04-22? 1995-04-22? 1989-04-22?]",
		},
		{
			"two weekdays agree on a year",
			"On Saturday, April 22, he wrote. On Monday, April 24, he left.",
			"Monday, April 24: 2023-04-24? [2017-04-24? 2006-04-24? 2000-04-24? 1995-04-24? 1989-04-24?]",
		},
		{
			"a year that is to come bounds nothing",
			"On Saturday, April 22, he wrote that they will vote in 2025. In 2020 they did not.",
			"Saturday, April 22: 2023-04-22? []",
		},
		{
			"a dateline",
			"NAIROBI, 24 April 2023. The minister wrote on Saturday, April 22.",
			"24 April 2023: 2023-04-24? []",
		},
		{
			"a line at the end",
			strings.Repeat("The minister wrote on Saturday, April 22. ", 10) + "First published: 24 April 2023",
			"24 April 2023: 2023-04-24? []",
		},
		{
			"no weekday, but one year alone fits",
			"On April 22 the minister wrote, as he had in May 2025.",
			"April 22: 2026-04-22? []",
		},
		{"a dateline with a dash", "NAIROBI, Kenya (AP) — April 24, 2023 — The minister wrote.", "April 24, 2023: 2023-04-24? []"},
		{"a dateline without a comma", "NAIROBI 24 April 2023 – The minister wrote.", "24 April 2023: 2023-04-24? []"},
		{"a line of its own", "The minister writes\n\nBy Ann Lee and Ian Roe\n\n24 April 2023\n\nOn Saturday he wrote.", "24 April 2023: 2023-04-24? []"},
		{"a line with a time", "The minister writes\n24 April 2023, 10:30\nHe wrote.", "24 April 2023: 2023-04-24? []"},
		{"a weekday in the line", "Monday, 24 April 2023\nHe wrote.", "Monday, 24 April 2023: 2023-04-24? []"},
		{"published, at the beginning", "Ann Lee. Published on 24 April 2023\nHe wrote.", "24 April 2023: 2023-04-24? []"},
		{"this article was", strings.Repeat("The minister wrote. ", 30) + "This article was first published on 24 April 2023.", "24 April 2023: 2023-04-24? []"},
		{"today", "The minister wrote today, 24 April 2023, that he would go.", "24 April 2023: 2023-04-24? []"},
		{
			"a weekday agrees with the date",
			"On 24 April 2023 the minister wrote. On Saturday, April 22, he had met them.",
			"24 April 2023: 2023-04-24? []",
		},
		{"an event's date", "On 12 January 2010 an earthquake struck Haiti. Many died.", "none"},
		{"an event's date with its weekday", "On Tuesday, 12 January 2010, an earthquake struck Haiti.", "none"},
		{"an event's date as the subject", "12 January 2010 was the day of the earthquake.", "none"},
		{"an event's date behind a name", "Haiti remembers: on January 12, 2010, the earth shook.", "none"},
		{"an event's date in a title", "The earthquake of 12 January 2010\n\nMany died.", "none"},
		{"a report is published", "The report, published on 24 April 2023, says little.", "none"},
		{"a book was published", strings.Repeat("The minister wrote. ", 30) + "His book was published on 24 April 2023.", "none"},
		{
			"an event's date bounds what came after",
			"On 12 January 2010 an earthquake struck. On Saturday, April 22, the minister spoke of it.",
			"Saturday, April 22: 2023-04-22? [2017-04-22?]",
		},
		{"no weekday, several years fit", "On April 22 the minister wrote, as he had in 2021.", "none"},
		{"a weekday that no year fits", "On Saturday, April 22, he wrote. In 2025 he had not.", "none"},
		{"nothing", "The minister wrote on Saturday.", "none"},
	} {
		got := "none"
		if g, ok := when.ArticleDate("", test.body, today); ok {
			got = fmt.Sprintf("%s: %s %v", test.body[g.Start:g.End], g.Date, g.Others)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestArticleDateInItsTitle(t *testing.T) {
	today := edtf.DayOf(2026, 11, 24)
	const body = "The committee met. On Friday it decided."
	for title, want := range map[string]string{
		"Minutes of 15 May 2023":                        "15 May 2023: 2023-05-15?",
		"Minutes of the meeting of 15 May 2023":         "15 May 2023: 2023-05-15?",
		"Minutes of the finance committee, 15/5/2023":   "15/5/2023: 2023-05-15?",
		"3rd of March 1912":                             "3rd of March 1912: 1912-03-03?",
		"Monday, 15 May 2023":                           "Monday, 15 May 2023: 2023-05-15?",
		"Vienna, 3rd of March 1912":                     "3rd of March 1912: 1912-03-03?",
		"10 Downing Street, March 3rd, 1912":            "March 3rd, 1912: 1912-03-03?",
		"Letter to Sir Edward Grey of 3 March 1912":     "3 March 1912: 1912-03-03?",
		"Letter from Grey, 3 March 1912":                "3 March 1912: 1912-03-03?",
		"Letter to my mother (3 March 1912)":            "3 March 1912: 1912-03-03?",
		"Report on the earthquake – 15 January 2010":    "15 January 2010: 2010-01-15?",
		"Board meeting on 15 May 2023":                  "15 May 2023: 2023-05-15?",
		"Diary: 3 March 1912":                           "3 March 1912: 1912-03-03?",
		"The earthquake of 12 January 2010":             "none",
		"Report on the earthquake of 12 January 2010":   "none",
		"Report into the Earthquake of 12 January 2010": "none",
		"How 12 January 2010 changed Haiti":             "none",
		"Haiti before and after 12 January 2010":        "none",
		"The battle of Mons, 23 August 1914":            "none",
		"What we know on 12 January 2010":               "none",
		"Minutes of 15 May":                             "none",
		"Minutes of May 2023":                           "none",
		"Minutes of 15 May 2033":                        "none",
	} {
		got := "none"
		if g, ok := when.ArticleDate(title, body, today); ok {
			if !g.InTitle {
				t.Fatalf("%s: not in the title", title)
			}
			got = fmt.Sprintf("%s: %s", title[g.Start:g.End], g.Date)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
	g, ok := when.ArticleDate("Haiti on 12 January 2010", "On Saturday, April 22, it rained.", today)
	if !ok || g.InTitle || g.Start != 3 {
		t.Errorf("a clue of the body: %+v", g)
	}
}
