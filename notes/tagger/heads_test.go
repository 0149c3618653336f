package tagger

import "testing"

// TestOrganisationHeads finds organisations by the word that says what they are,
// at their end and before "of".
func TestOrganisationHeads(t *testing.T) {
	for body, want := range map[string]string{
		"They sold it to Varley Holdings in May.":                        "Varley Holdings",
		"She works for the Lindholm Brewery near the river.":             "Lindholm Brewery",
		"He once played for Ostrava FC in the north.":                    "Ostrava FC",
		"A letter from the Ministry of Fisheries arrived on Monday.":     "Ministry of Fisheries",
		"He spoke at the Montreal Peace Forum on Monday.":                "Montreal Peace Forum",
		"They asked the Norland Grain Board for flour.":                  "Norland Grain Board",
		"The vote was lost by the Green Harvest Party last year.":        "Green Harvest Party",
		"The paper was read at the Institute of Tropical Soils in June.": "Institute of Tropical Soils",
	} {
		names := find(t, body, nil)
		if n, ok := names[want]; !ok || n.Kind != Organisation {
			t.Errorf("%q: found %v", body, names)
		}
	}
}

// TestPlaceHeads finds places by the word that begins them.
func TestPlaceHeads(t *testing.T) {
	for body, want := range map[string]string{
		"Gangs attacked Cité Soleil on Monday.":  "Cité Soleil",
		"Police entered Cité Soleil that night.": "Cité Soleil",
		"They crossed Lake Victoria in a boat.":  "Lake Victoria",
	} {
		names := find(t, body, nil)
		if n, ok := names[want]; !ok || n.Kind != Place {
			t.Errorf("%q: found %v", body, names)
		}
	}
}

// TestNoOrganisation lists capitals that name none.
func TestNoOrganisation(t *testing.T) {
	for _, body := range []string{
		"The Party was late. Our School is small.",
		"Housing and Diaspora Affairs Cabinet Secretary Dr Peter Wafula spoke.",
		"So said Dr Peter Wafula, the Cabinet Secretary for Housing and Diaspora Affairs.",
		"On Monday, March 3, it rained in the morning, they said.",
		"Norwegian and Kenyan people met there.",
		"See Page 5 and then Figure 12 of it.",
		"THE GREAT RAIN OF MARCH",
		"Peter Wafula met Ingrid Solberg there, and they spoke for an hour.",
	} {
		for text, n := range find(t, body, nil) {
			if n.Kind == Organisation {
				t.Errorf("%q: took %s for an organisation", body, text)
			}
		}
	}
}

// TestNameEndsBeforeVerb keeps small words behind a name out of it.
func TestNameEndsBeforeVerb(t *testing.T) {
	names := find(t, "The ECOWAS Summit was held in Nassau from 15 to 17 February 2023.", nil)
	for text := range names {
		if text == "ECOWAS Summit was" {
			t.Errorf("found %v", names)
		}
	}
}

// TestGatherings takes what ends as the name of a gathering for no place, and ends it
// there; bodies and places stay what they are.
func TestGatherings(t *testing.T) {
	for body, want := range map[string]map[string]Kind{
		"The Oslo Summit ended without a deal on Friday.":                        {"Oslo Summit": Event},
		"Leaders met at the Oslo Summit in May. The Oslo Summit was short.":      {"Oslo Summit": Event},
		"Oslo Summit ends in silence\n\nThe Oslo Summit closed on Friday.":       {"Oslo Summit": Event},
		"She spoke at the Davos Forum and at the Munich Security Conference.":    {"Davos Forum": Organisation, "Munich Security Conference": Event},
		"The Cannes Festival opens in May; the Cairo Symposium follows.":         {"Cannes Festival": Event, "Cairo Symposium": Event},
		"The Berlin Conference of 1884 divided the land.":                        {"Berlin Conference": Event},
		"The African National Congress won. The World Economic Forum met there.": {"African National Congress": Organisation, "World Economic Forum": Organisation},
		"They flew to Camp Hill. She lives in Summit, New Jersey.":               {"Camp Hill": Place, "New Jersey": Place},
	} {
		names := find(t, body, nil)
		for text, n := range names {
			if kind, ok := want[text]; !ok || n.Kind != kind {
				t.Errorf("%q: took %s for a %s", body, text, n.Kind)
			}
		}
		if len(names) != len(want) {
			t.Errorf("%q: found %v", body, names)
		}
	}
}
