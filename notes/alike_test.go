package notes

import (
	"testing"

	"pgregory.net/rapid"
)

func TestLikeness(t *testing.T) {
	for _, test := range []struct {
		a, b string
		kind Kind
		want Likeness
	}{
		{"Mélanie Joly", "Melanie Joly", KindPerson, LikeName},
		{"Dr Mutua", "Alfred Mutua", KindPerson, LikeSurname},
		{"Mutua, Alfred", "Alfred Mutua", KindPerson, LikeOrder},
		{"A. Mutua", "Alfred Mutua", KindPerson, LikeInitials},
		{"Melany Joly", "Melanie Joly", KindPerson, LikeSpelling},
		{"Alfred Mutwa", "Alfred Mutua", KindPerson, LikeSpelling},
		{"Ariel Henri", "Ariel Henry", KindPerson, LikeSpelling},
		{"Зеленский", "Zelenskii", KindPerson, LikeName},
		{"Путин", "Putin", KindPerson, LikeName},
		{"習近平", "Xi Jinping", KindPerson, LikeName},
		{"Владимир Зеленский", "Volodymyr Zelenskyy", KindPerson, LikeSpelling},
		{"محمد بن سلمان", "Mohammed bin Salman", KindPerson, LikeSpelling},
		{"Сергей Шойгу", "Sergey Shoygu", KindPerson, LikeSpelling},
		{"Сергей Шойгу", "Sergei Lavrov", KindPerson, ""},
		{"A. N. Mutua", "Alfred N. Mutua", KindPerson, LikeInitials},
		{"B. Mutua", "Alfred Mutua", KindPerson, ""},
		{"ICC", "International Criminal Court", KindOrganisation, LikeInitials},
		{"ICC", "International Chamber of Music", KindOrganisation, ""},
		{"I.C.C.", "ICC", KindOrganisation, LikeName},
		{"ICC", "ICC", KindOrganisation, LikeName},
		{"Alfred Mutua", "Grace Mutua", KindPerson, ""},
		{"Ann Lee", "Ian Lee", KindPerson, ""},
		{"Mali", "Bali", KindPlace, ""},
		{"Port of Spain", "Spain", KindPlace, ""},
	} {
		a := calledNames(1, []string{test.a})[0]
		b := calledNames(2, []string{test.b})[0]
		if got := likeness(&a, &b, test.kind); got != test.want {
			t.Errorf("%s and %s are alike by %q, not %q", test.a, test.b, got, test.want)
		}
	}
}

// Two organisations whose names in full are known are not one because their
// acronyms are.
func TestAcronymsOfOthers(t *testing.T) {
	for _, a := range calledNames(1, []string{"International Criminal Court", "ICC"}) {
		for _, b := range calledNames(2, []string{"Indian Chamber of Commerce", "ICC"}) {
			if why := likeness(&a, &b, KindOrganisation); why != "" {
				t.Errorf("%s and %s are alike by %q", a.whole, b.whole, why)
			}
		}
	}
}

// Looking at the letters of two names first leaves out none that are spelt nearly
// alike.
func TestSpeltLettersFirst(t *testing.T) {
	word := rapid.StringMatching(`[a-eéж]{3,9}`)
	rapid.Check(t, func(t *rapid.T) {
		first := word.Draw(t, "given") + " " + word.Draw(t, "surname")
		letters := []rune(first)
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			i := rapid.IntRange(0, len(letters)-1).Draw(t, "at")
			letters[i] = rapid.SampledFrom([]rune("abcxyzé")).Draw(t, "letter")
		}
		a, okA := newCalled(1, first)
		b, okB := newCalled(2, string(letters))
		if !okA || !okB {
			return
		}
		quick := spelt(&a, &b)
		a.letters, b.letters = 0, 0 // which tells nothing apart
		if plain := spelt(&a, &b); quick != plain {
			t.Fatalf("%q and %q are spelt alike: %t by their letters, %t plainly", a.whole, b.whole, quick, plain)
		}
	})
}
