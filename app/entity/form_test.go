package entity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
)

func TestTypedRoles(t *testing.T) {
	for typed, want := range map[string][]notes.Role{
		"":                                      nil,
		"Foreign minister":                      {{Title: "Foreign minister"}},
		"Minister, Kenya":                       {{Title: "Minister", Organisation: "Kenya"}},
		"Judge, High Court of Kenya, 2019/2023": {{Title: "Judge", Organisation: "High Court of Kenya", From: "2019", To: "2023"}},
		"Minister, Kenya, 2022":                 {{Title: "Minister", Organisation: "Kenya", From: "2022", To: "2022"}},
		"Minister, Kenya, 2022/..; Mayor":       {{Title: "Minister", Organisation: "Kenya", From: "2022"}, {Title: "Mayor"}},
	} {
		got, ok := typedRoles(typed)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("%q: %v %s", typed, ok, diff)
		}
		if again, ok := typedRoles(rolesTyped(got)); !ok || cmp.Diff(got, again) != "" {
			t.Errorf("%q is written %q and read as %v", typed, rolesTyped(got), again)
		}
	}
	if _, ok := typedRoles("Minister, Kenya, 2022/soon"); ok {
		t.Error("a year that is none was taken")
	}
}
