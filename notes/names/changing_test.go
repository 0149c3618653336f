package names_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes/names"
)

// However names were added and removed, what is found is what a matcher finds
// that was made of the names that are left.
func TestChangingNames(t *testing.T) {
	words := []string{"Alfred", "Mutua", "Grace", "Haiti", "WHO", "who", "McDonald's", "Moïse", "Moise", "習近平", "O'Brien", "of", ""}
	phrase := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3).Draw(t, "words"), " ")
	})
	name := rapid.Custom(func(t *rapid.T) names.Name {
		return names.Name{Entity: rapid.Int64Range(1, 4).Draw(t, "entity"), Text: phrase.Draw(t, "text"), Person: rapid.Bool().Draw(t, "person")}
	})
	rapid.Check(t, func(t *rapid.T) {
		left := rapid.SliceOfN(name, 0, 6).Draw(t, "at first")
		m := names.NewMatcher(left)
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			changed := name.Draw(t, "changed")
			if len(left) > 0 && rapid.Bool().Draw(t, "a known one") {
				changed = rapid.SampledFrom(left).Draw(t, "which")
			}
			if rapid.Bool().Draw(t, "add") {
				m.Add(changed)
				left = append(left, changed)
				continue
			}
			m.Remove(changed)
			if i := slices.Index(left, changed); i >= 0 {
				left = slices.Delete(left, i, i+1)
			}
		}
		body := strings.Join(rapid.SliceOfN(phrase, 0, 8).Draw(t, "body"), rapid.SampledFrom([]string{" ", ". ", ", "}).Draw(t, "between"))
		found, unclear := m.Find(body)
		wantFound, wantUnclear := names.NewMatcher(left).Find(body)
		if diff := cmp.Diff(wantFound, found); diff != "" {
			t.Fatalf("found in %q (-made anew +changed):\n%s", body, diff)
		}
		if diff := cmp.Diff(wantUnclear, unclear); diff != "" {
			t.Fatalf("unclear in %q (-made anew +changed):\n%s", body, diff)
		}
	})
}
