package happening_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/happening"
)

// cast are the names of the single sentences.
const cast = `p: Lena Brandt = Brandt
	p: Karl Voss = Voss
	p: Ivo Sand
	l: Norvia
	l: Selmia
	l: Oldport
	l: Twin Isles
	o: Acme Mills
	o: Blue Steel
	o: Grain Board
	e: 12th Grain Summit
	e: Grain Summit`

// TestSentences holds one sentence a line to what it should suggest; "|"
// separates several.
func TestSentences(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		// Subject and object.
		{"Voss killed Sand's guard Ivo Sand in Oldport.", "Killing of Ivo Sand [killing] @Oldport (Karl Voss: killer, Ivo Sand: victim)"},
		{"Ivo Sand was killed by Voss on Friday.", "Killing of Ivo Sand [killing] 2023-05-05 (Karl Voss: killer, Ivo Sand: victim)"},
		{"Gunmen killed 12 people in Oldport.", "Killing of 12 people, Oldport [killing] @Oldport"},
		{"At least 40 people were killed in Oldport.", "Killing of at least 40 people, Oldport [killing] @Oldport"},
		{"Brandt, the foreign minister of Norvia, met Voss in Selmia.", "Meeting, Brandt–Voss [meeting] @Selmia (Lena Brandt: participant, Karl Voss: participant)"},
		{"Norvia's president Lena Brandt met with Voss.", "Meeting, Brandt–Voss [meeting] (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt and Voss met in Oldport on Friday.", "Meeting, Brandt–Voss [meeting] 2023-05-05 @Oldport (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt flew home and phoned Karl Voss.", "Telephone call, Brandt–Voss [call] (Lena Brandt: caller, Karl Voss: called)"},
		{"Brandt spoke with Norvia's minister Dr Voss by telephone.", "Telephone call, Brandt–Voss [call] (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt spoke with Norvian minister Dr Voss by telephone.", "Telephone call, Brandt–Voss [call] (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt spoke with Norvia minister Dr. Voss by telephone.", "Telephone call, Brandt–Voss [call] (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt spoke with Norvian minister Dr Okoro by telephone.", ""},
		{"Brandt spoke with Norvia's ministers by telephone.", "Telephone call, Brandt–Norvia [call] (Lena Brandt: participant, Norvia: participant)"},
		{"Brandt spoke with Voss by telephone yesterday.", "Telephone call, Brandt–Voss [call] 2023-05-08 (Lena Brandt: participant, Karl Voss: participant)"},
		{"The Norvian government asked nobody; Acme Mills bought Blue Steel.", "Acme Mills's acquisition of Blue Steel [merger] (Acme Mills: buyer, Blue Steel: bought)"},
		{"Brandt, who was elected in 2019, spoke.", "Election of Lena Brandt [election] 2019 (Lena Brandt: elected)"},
		{"The leaders of Norvia and Selmia signed a treaty in 1956.", "Norvia–Selmia treaty [agreement] 1956 (Norvia: party, Selmia: party)"},
		{"Norvia, Selmia, and Twin Isles signed a treaty in 1956.", "Treaty of Norvia, Selmia and Twin Isles [agreement] 1956 (Norvia: party, Selmia: party, Twin Isles: party)"},
		{"Brandt met Norvia Prime Minister Karl Voss on Friday.", "Meeting, Brandt–Voss [meeting] 2023-05-05 (Lena Brandt: participant, Karl Voss: participant)"},
		{"The treaty was signed on 18 October 1912 at Ouchy.", "Treaty, Ouchy [agreement] 1912-10-18"},
		{"The peace treaty was signed in Oldport on 18 October 1912.", "Peace treaty, Oldport [agreement] 1912-10-18 @Oldport"},
		{"Norvia signed the treaty on 18 October 1912 in Oldport.", "Treaty, Oldport [agreement] 1912-10-18 @Oldport (Norvia: party)"},
		{"Norvia and Selmia had a treaty. The treaty was signed on 18 October 1912 at Ouchy.", "Norvia–Selmia treaty [agreement] 1912-10-18 (Norvia: party, Selmia: party) +1"},
		{"The treaty was discussed on 18 October 1912 at Ouchy.", ""},
		{"The treaty was not signed on 18 October 1912 at Ouchy.", ""},
		{"The treaty may be signed on 18 October 1912 at Ouchy.", ""},
		{"The treaty was signed on 18 October 1912.", ""},
		{"The treaty was signed on 18 October 1912 in High Spirits form.", ""},
		// Nouns.
		{"After the assassination of President Ivo Sand, Voss fled.", "Assassination of Ivo Sand [killing] (Ivo Sand: victim)"},
		{"Talks between Norvia and Selmia failed in Oldport.", "Talks, Norvia–Selmia [meeting] @Oldport (Norvia: participant, Selmia: participant)"},
		{"Norvia's offer of a loan to the Twin Isles was small.", "Norvia's offer of a loan to the Twin Isles [offer] (Norvia: giver, Twin Isles: recipient)"},
		{"The Selmia earthquake of 1999 was worse.", "Earthquake, Selmia [disaster] 1999 @Selmia"},
		{"Hurricane Lothar hit Oldport in 2019.", "Hurricane Lothar [disaster] 2019"},
		{"The army staged a coup in Selmia last week.", "Coup, Selmia [coup] 2023-05-01/2023-05-07 @Selmia"},
		{"A strike by dockers closed Oldport; protests in Selmia went on.", "Protests, Selmia [protest] @Selmia"},
		// What is promised.
		{"Norvia offered to help Selmia.", "Norvia's offer of help to Selmia [offer] (Norvia: giver, Selmia: recipient)"},
		{"Norvia offered to mediate.", "Norvia's offer to mediate [offer] (Norvia: giver)"},
		{"Norvia will send troops to Selmia next month.", "Norvia's deployment of troops to Selmia [deployment] 2023-06 (Norvia: sender, Selmia: destination)"},
		{"Brandt will visit Selmia in June.", "Lena Brandt's visit to Selmia [visit] 2023-06 (Lena Brandt: visitor, Selmia: visited)"},
		// Pronouns.
		{"Brandt spoke on Friday. She visited Selmia last week.", "Lena Brandt's visit to Selmia [visit] 2023-05-01/2023-05-07 (Lena Brandt: visitor, Selmia: visited)"},
		{"Brandt and Voss spoke. He visited Selmia last week.", ""},
		{"In Norvia the minister Karl Voss spoke. His country invaded Selmia in 1940.", "Norvia's invasion of Selmia [attack] 1940 (Norvia: attacker, Selmia: target)"},
		// Several tellings.
		{"Voss was arrested on Friday. The arrest of Voss in Oldport shocked all.", "Arrest of Karl Voss [arrest] 2023-05-05 @Oldport (Karl Voss: arrested) +1"},
		{"Voss met Brandt in 2019. Voss met Brandt in 2021.", "Meeting, Voss–Brandt [meeting] 2019 (Karl Voss: participant, Lena Brandt: participant)|" +
			"Meeting, Voss–Brandt [meeting] 2021 (Karl Voss: participant, Lena Brandt: participant)"},
		{"On Friday Brandt said that Norvia had deployed troops to Selmia.", "Norvia's deployment of troops to Selmia [deployment] (Norvia: sender, Selmia: destination)"},
		{"On Friday Brandt condemned the attack on Oldport.", "Attack on Oldport [attack] (Oldport: target)"},
	} {
		tells(t, test.body, test.want)
	}
}

// tells wants these happenings to be found in a text of 9 May 2023, parted by "|".
func tells(t *testing.T, body, wanted string) {
	t.Helper()
	names := named(t, body, cast)
	suggests(t, body, wanted, told(names, happening.Find(body, date(t, "2023-05-09"), names)))
}

func suggests(t *testing.T, body, wanted string, got []string) {
	t.Helper()
	var want []string
	if wanted != "" {
		want = strings.Split(wanted, "|")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%q (-want +got):\n%s", body, diff)
	}
}

// TestNothing lists what must suggest nothing.
func TestNothing(t *testing.T) {
	for _, body := range []string{
		// Said, denied, possible, hoped for.
		"Brandt said on Friday that Norvia is calm. Voss told Brandt so in Oldport.",
		"Norvia has not offered police to Selmia. Neither country has offered to lead.",
		"Norvia could deploy troops to Selmia. If Voss met Brandt, nobody knows.",
		"Norvia is considering the deployment of troops to Selmia.",
		"Voss denied the murder of Ivo Sand. Nobody killed Ivo Sand.",
		"Voss wants to meet Brandt in Oldport on Friday.",
		"There was no meeting between Voss and Brandt.",
		// Other senses.
		"Brandt met the deadline on Friday. Voss met with criticism in Oldport.",
		"Voss called Brandt a liar. The so-called Norvia plan of Brandt failed.",
		"Brandt had a heart attack in Oldport. A clinical trial began in Norvia.",
		"Voss resigned himself. The election campaign of Brandt in Norvia was long.",
		"Brandt gave a news conference in Oldport on Friday.",
		"Norvia sent a letter to Selmia. Acme Mills released a report on Friday.",
		"Voss announced that he would leave Oldport on Friday.",
		"Brandt spoke of the death toll in Norvia and the meeting room in Oldport.",
		// Nobody and no place.
		"The election is on Friday. There was a meeting on Monday and a vote.",
		"He was arrested on Friday. They met in 2004.",
		"A call, an offer and an appeal were made in 2004.",
		// A whole paragraph of opinion.
		"Norvia has changed. Brandt, for all her faults, knows what a country needs, and Voss does not. " +
			"In Oldport people speak of little else. Selmia is another matter: there the harvest counts, and the Grain Board with it.",
		"",
	} {
		names := named(t, body, cast)
		if got := told(names, happening.Find(body, date(t, "2023-05-09"), names)); len(got) > 0 {
			t.Errorf("%q suggests %q", body, got)
		}
	}
}
