package notes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/names"
)

// A surname alone means whom the full names that end with it mean, unless it was
// itself decided on.
func TestSurnameFollowsWhatWasSaidOfTheFullName(t *testing.T) {
	const henri, other, paul = 1, 2, 3
	known := names.NewMatcher([]names.Name{
		{Entity: henri, Text: "Ariel Henri", Person: true},
		{Entity: henri, Text: "Ariel K. Henri", Person: true},
		{Entity: paul, Text: "Paul Henri", Person: true},
	})
	type said map[VerdictKey]Verdict
	for label, c := range map[string]struct {
		body string
		said said
		want []string // as written, whom it means; several where that is open
	}{
		"nothing was said": {
			"Ariel Henri spoke. Mr Henri left.", nil,
			[]string{"Ariel Henri 1", "Henri 1"},
		},
		"the full name means another": {
			"Ariel Henri spoke. Mr Henri left.",
			said{{henri, "ariel henri"}: Rejected, {other, "ariel henri"}: Accepted},
			[]string{"Ariel Henri 2", "Henri 2"},
		},
		"the full name does not mean him": {
			"Ariel Henri spoke. Mr Henri left.", said{{henri, "ariel henri"}: Rejected}, nil,
		},
		"the surname was decided on": {
			"Ariel Henri spoke. Mr Henri left.",
			said{{other, "ariel henri"}: Accepted, {henri, "henri"}: Accepted},
			[]string{"Ariel Henri 2", "Henri 1"},
		},
		"another full name still means him": {
			"Ariel Henri met Ariel K. Henri. Mr Henri left.",
			said{{other, "ariel henri"}: Accepted},
			[]string{"Ariel Henri 2", "Ariel K. Henri 1", "Henri 1/2"},
		},
		"one of two who share it is another": {
			"Ariel Henri met Paul Henri. Mr Henri left.",
			said{{other, "ariel henri"}: Accepted},
			[]string{"Ariel Henri 2", "Paul Henri 3", "Henri 2/3"},
		},
		"one of two who share it is not meant": {
			"Ariel Henri met Paul Henri. Mr Henri left.",
			said{{henri, "ariel henri"}: Rejected},
			[]string{"Paul Henri 3", "Henri 3"},
		},
		"a stranger has it, too": {
			"Ariel Henri spoke. The treasurer, Mr Daniel Henri, opened the meeting.\n\nMr Henri left.", nil,
			[]string{"Ariel Henri 1", "Henri 1?"},
		},
		"a stranger, and it was decided": {
			"Ariel Henri spoke. The treasurer, Mr Daniel Henri, opened the meeting.\n\nMr Henri left.",
			said{{henri, "henri"}: Accepted},
			[]string{"Ariel Henri 1", "Henri 1"},
		},
		"a stranger, and it is not he": {
			"Ariel Henri spoke. The treasurer, Mr Daniel Henri, opened the meeting.\n\nMr Henri left.",
			said{{henri, "henri"}: Rejected},
			[]string{"Ariel Henri 1"},
		},
		"two who share it, and a stranger": {
			"Ariel Henri met Paul Henri and Mr Daniel Henri, the treasurer. Mr Henri left.",
			said{{henri, "ariel henri"}: Rejected},
			[]string{"Paul Henri 3", "Henri 3?"},
		},
		"a title is no first name": {
			"Ariel Henri spoke. Prime Minister Henri waited. But Henri left. Meanwhile Henri wrote. Cabinet Secretary Henri said so.", nil,
			[]string{"Ariel Henri 1", "Henri 1", "Henri 1", "Henri 1", "Henri 1"},
		},
		"a stranger where a sentence begins": {
			"Ariel Henri opened a school on Tuesday. Barack Henri, the president, came later. Mrs Henri smiled. But Henri left.", nil,
			[]string{"Ariel Henri 1", "Henri 1?", "Henri 1?"},
		},
		"the same, with an initial": {
			"Ariel Henri spoke to A. Henri and to Ariel James Henri. Mr Henri left.", nil,
			[]string{"Ariel Henri 1", "Henri 1"},
		},
	} {
		mentions, open := sayings{here: c.said}.resolve(known.Find(c.body))
		var got []string
		for _, m := range mentions {
			if m.Verdict == Accepted {
				got = append(got, fmt.Sprint(m.Exact, " ", int64(m.Entity)))
			}
		}
		for _, u := range open {
			var could []string
			for _, id := range u.Entities {
				could = append(could, fmt.Sprint(int64(id)))
			}
			doubt := ""
			if len(could) == 1 {
				doubt = "?"
			}
			got = append(got, u.Exact+" "+strings.Join(could, "/")+doubt)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", label, diff)
		}
	}
}
