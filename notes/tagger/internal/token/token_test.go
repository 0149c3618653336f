package token

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Kenya's minister spoke.", "Kenya|'s|minister|spoke|."},
		{"Mr. Holm left. He ran.", "Mr.|Holm|left|. / He|ran|."},
		{"J. R. R. Tolkien wrote", "J.|R.|R.|Tolkien|wrote"},
		{"the U.S. and the U.N.", "the|U.S.|and|the|U.N."},
		{"a Haiti-led plan by Jean-Claude al-Assad", "a|Haiti|-|led|plan|by|Jean-Claude|al-Assad"},
		{"\"Go.\" She went.", "\"|Go|.|\" / She|went|."},
		{"one\ntwo", "one / two"},
		{"O'Brien at AT&T, 1,234.5", "O'Brien|at|AT&T|,|1,234.5"},
		{"see https://a.example/b?c, then", "see|https://a.example/b?c|,|then"},
		{"", ""},
	}
	for _, test := range tests {
		var sentences []string
		for _, s := range Sentences(test.text) {
			var words []string
			for _, token := range s {
				words = append(words, test.text[token.Start:token.End])
			}
			sentences = append(sentences, strings.Join(words, "|"))
		}
		if got := strings.Join(sentences, " / "); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestForms(t *testing.T) {
	for word, want := range map[string]Form{
		"Kenya": Title, "UN": Capital, "U.S.": Capital, "J.": Initial, "McDonald": Mixed, "iPhone": Mixed, "said": Lower,
		"1989": Number, ",": Mark, "Москва": Other, "東京": Other, "www.a.example": Address, "É": Initial,
	} {
		if got := formOf(word); got != want {
			t.Errorf("%s: form %d, want %d", word, got, want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. O'Brien-led U.S. 1,2 http://x \xff İ.")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range Sentences(text) {
			if len(s) == 0 || len(s) > longestSentence {
				t.Fatalf("a sentence of %d tokens", len(s))
			}
			for _, token := range s {
				if token.Start < end || token.End <= token.Start || token.End > len(text) || strings.TrimSpace(text[end:token.Start]) != "" {
					t.Fatalf("token %+v behind %d in %q", token, end, text)
				}
				if token.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[token.End]) {
					t.Fatalf("token %+v ends within a letter of %q", token, text)
				}
				end = token.End
			}
		}
	})
}
