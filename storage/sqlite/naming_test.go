package sqlite_test

import (
	"slices"
	"testing"

	"cuttings/notes"
)

// Many names at once are found where each is alone.
func TestManyNamesAreFoundWhereEachIs(t *testing.T) {
	book, _ := archive(t)
	collect(
		t, book,
		document("One", "Conan O’Brien met the OBrien twins and Ada Vane in Port-au-Prince."),
		document("Two", "Vane, Ada. D'Arcy was not there; Étienne Léger was."),
		document("Three", "The darcy brothers wrote to Etienne Leger of the U.N. and to 王明."),
	)
	names := []string{
		"Conan O'Brien", "Conan OBrien", "OBrien", "O’Brien twins", "Ada Vane", "Vane Ada", "Port-au-Prince", "Port au Prince",
		"DArcy", "D’Arcy", "Étienne Léger", "Etienne Léger", "U.N.", "UN", "王明", "Nobody Known", "Ada Known", "…",
	}
	var each []notes.ID
	found := 0
	for _, name := range names {
		naming, err := book.ArticlesNaming(t.Context(), []string{name})
		if err != nil {
			t.Fatal(err)
		}
		if len(naming) > 0 {
			found++
		}
		each = append(each, naming...)
		// The same name among others that stand nowhere.
		together, err := book.ArticlesNaming(t.Context(), []string{"Qa Wa", "Qb Wb", "Qc Wc", "Qd Wd", "Qe We", "Qf Wf", "Qg Wg", "Qh Wh", name})
		slices.Sort(naming)
		slices.Sort(together)
		if err != nil || !slices.Equal(naming, together) {
			t.Errorf("%q is found in %v alone and in %v among others, %v", name, naming, together, err)
		}
	}
	all, err := book.ArticlesNaming(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(each)
	slices.Sort(all)
	if !slices.Equal(slices.Compact(each), slices.Compact(all)) || found < 12 {
		t.Errorf("together %v, one by one %v; %d names are found", all, each, found)
	}
}
