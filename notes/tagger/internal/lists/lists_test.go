package lists

import "testing"

func TestOf(t *testing.T) {
	for name, want := range map[string]Set{
		"mary": People | Given, "london": LargeCity, "sao paulo": LargeCity | Region, "kenya": Country, "kenyan": Nationality,
		"kenyans": Nationality, "minister": Office, "secretary general": Office, "dr": Title, "university": OrganisationWord,
		"caricom": OrganisationName, "river": PlaceWord, "war": EventWord, "u s": Country, "new south wales": Region,
	} {
		if got := Of(name); got&want != want {
			t.Errorf("%s: lists %b, want %b among them", name, got, want)
		}
	}
	for _, word := range []string{"", "because", "table"} {
		if got := Of(word); got != 0 {
			t.Errorf("%q: lists %b", word, got)
		}
	}
	if !Honorific("Dr") || Honorific("Earl") || Honorific("dr") {
		t.Error("what stands before a name is not told from the name")
	}
	if !Longer("new") || Longer("because") {
		t.Error("the beginnings of longer names are not told apart")
	}
}

func TestCountries(t *testing.T) {
	for word, want := range map[string]string{
		"Canadian": "Canada", "South African": "South Africa", "Dutch": "Netherlands", "British": "United Kingdom",
		"Filipino": "Philippines", "Swiss": "Switzerland", "Kenya": "", "": "", "African": "",
	} {
		if got := CountryOf(word); got != want {
			t.Errorf("CountryOf(%q) = %q, want %q", word, got, want)
		}
	}
	for name, want := range map[string]string{"U.S.": "United States", "Kenya": "Kenya", "Burma": "Myanmar", "Kenyan": ""} {
		if got := CountryNamed(name); got != want {
			t.Errorf("CountryNamed(%q) = %q, want %q", name, got, want)
		}
	}
	const states = 193 // members of the United Nations
	if len(nationsByName()) < states {
		t.Errorf("only %d countries", len(nationsByName()))
	}
}

func nationsByName() map[string]bool {
	all := map[string]bool{}
	for _, name := range country {
		all[name] = true
	}
	return all
}
