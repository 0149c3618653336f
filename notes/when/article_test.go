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
		{"no weekday, several years fit", "On April 22 the minister wrote, as he had in 2021.", "none"},
		{"a weekday that no year fits", "On Saturday, April 22, he wrote. In 2025 he had not.", "none"},
		{"nothing", "The minister wrote on Saturday.", "none"},
	} {
		got := "none"
		if g, ok := when.ArticleDate(test.body, today); ok {
			got = fmt.Sprintf("%s: %s %v", test.body[g.Start:g.End], g.Date, g.Others)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
