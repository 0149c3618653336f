package notes

import "testing"

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
		{"Зеленский", "Zelenskii", KindPerson, LikeName},
		{"Alfred Mutua", "Grace Mutua", KindPerson, ""},
		{"Ann Lee", "Ian Lee", KindPerson, ""},
		{"Mali", "Bali", KindPlace, ""},
		{"Port of Spain", "Spain", KindPlace, ""},
	} {
		a, _ := newCalled(Item{ID: 1}, test.a)
		b, _ := newCalled(Item{ID: 2}, test.b)
		if got := likeness(a, b, test.kind); got != test.want {
			t.Errorf("%s and %s are alike by %q, not %q", test.a, test.b, got, test.want)
		}
	}
}
