package words_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/when/words"
)

func TestSplit(t *testing.T) {
	body := "Kenya's 1,200 men won't go; the U.N. said “no” in the 1990s."
	var got []string
	for _, token := range words.Split(body) {
		got = append(got, body[token.Start:token.End])
	}
	want := strings.Fields("Kenya 's 1,200 men won't go ; the U . N . said “ no ” in the 1990 s .")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string
	}{
		{"plain", []string{"He came.", "She left!", "Why?"}},
		{"titles and initials", []string{"Dr. J. Smith met Gen. Mora.", "He left."}},
		{"an abbreviated country", []string{"The U.S. Senate met in the U.S.", "The vote was close."}},
		{"quotations", []string{`"They came. `, `He saw," she said.`, `"We know."`, "(He did.)", "So."}},
		{"a month cut short", []string{"On Sept. 4 he left.", "It rained."}},
		{"figures", []string{"It rose 3.5 per cent.", "2004 was worse."}},
		{"paragraphs", []string{"A heading without a stop\n\n", "The text."}},
		{"wrapped lines", []string{"The text\ngoes on.", "And on."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			for _, sentence := range test.want {
				want = append(want, strings.TrimSpace(sentence))
			}
			body := strings.Join(test.want, " ")
			var got []string
			start := 0
			for _, token := range words.Split(body) {
				if token.First && token.Start > 0 {
					got = append(got, strings.TrimSpace(body[start:token.Start]))
					start = token.Start
				}
			}
			got = append(got, body[start:])
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Kenya’s 1,200 — “no”. U.S. The end")
	f.Add("\xff’s'S e\u0301 12.\n\n.")
	f.Fuzz(func(t *testing.T, body string) {
		end := 0
		for _, token := range words.Split(body) {
			if token.Start < end || token.End <= token.Start || token.End > len(body) {
				t.Fatalf("token %d to %d behind %d in %q", token.Start, token.End, end, body)
			}
			if strings.TrimSpace(body[end:token.Start]) != "" {
				t.Fatalf("%q is lost in %q", body[end:token.Start], body)
			}
			if utf8.ValidString(body) && !utf8.ValidString(body[token.Start:token.End]) {
				t.Fatalf("token %q cuts a character in %q", body[token.Start:token.End], body)
			}
			end = token.End
		}
	})
}
