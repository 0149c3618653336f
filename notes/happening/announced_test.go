package happening_test

import (
	"testing"

	"cuttings/notes/happening"
)

// TestWordings holds the ways in which a meeting, a call, a plan and an offer are
// told to what each should suggest.
func TestWordings(t *testing.T) {
	const (
		summit = "Grain Board summit, Oldport [meeting] 2023-03-15/2023-03-17 @Oldport (Grain Board: participant)"
		call   = "Telephone call, Brandt–Voss [call] 2023-05-05 (Lena Brandt: participant, Karl Voss: participant)"
		ships  = "Norvia's deployment of patrol ships to Selmia [deployment]"
		sent   = " (Norvia: sender, Selmia: destination)"
	)
	for _, test := range []struct{ body, want string }{
		// What lasted some days.
		{"The Grain Board summit was held in Oldport from 15 to 17 March 2023.", summit},
		{"The Grain Board summit was held in Oldport between 15 and 17 March.", summit},
		{"The Grain Board held its summit in Oldport on 15–17 March.", summit},
		{"The Grain Board held a summit in Oldport on March 15-17, 2023.", summit},
		{"The summit of the Grain Board took place in Oldport from March 15 through March 17.", summit},
		{
			"Leaders of the Grain Board gathered in Oldport from 28 February to 2 March.",
			"Grain Board meeting, Oldport [meeting] 2023-02-28/2023-03-02 @Oldport (Grain Board: participant)",
		},
		// What has a name of its own, or none but its place.
		{"The 12th Grain Summit was held in Oldport from 15 to 17 March.", "12th Grain Summit [meeting] 2023-03-15/2023-03-17 @Oldport"},
		{"The Grain Summit, held in Oldport on 15 March, failed.", "Grain Summit, Oldport [meeting] 2023-03-15 @Oldport"},
		{"The conference was held in Oldport on 3 May 2022.", "Conference, Oldport [meeting] 2022-05-03 @Oldport"},
		{
			"The Grain Board summit ended in Oldport. The summit was held there, in Oldport, on Friday.",
			"Grain Board summit, Oldport [meeting] 2023-05-05 @Oldport (Grain Board: participant) +1",
		},
		{"Voss spoke of the 12th Grain Summit. Campaigning in the 12th Grain Summit began in Oldport on Friday.", ""},
		// Those who spoke or met.
		{"Brandt spoke by telephone with Voss on May 5.", call},
		{"Brandt talked to Voss on the phone on Friday.", call},
		{"Brandt held a telephone conversation with Voss on Friday.", call},
		{"Brandt and Voss had a phone call on Friday.", call},
		{"In a telephone call on Friday, Brandt told Voss that rain was near.", call},
		{"Secretary of State Lena Brandt called Voss on Friday.", "Telephone call, Brandt–Voss [call] 2023-05-05 (Lena Brandt: caller, Karl Voss: called)"},
		{"Brandt had talks with Voss in Oldport on Friday.", "Talks, Brandt–Voss [meeting] 2023-05-05 @Oldport (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt received Voss in Oldport on Friday.", "Meeting, Brandt–Voss [meeting] 2023-05-05 @Oldport (Lena Brandt: participant, Karl Voss: participant)"},
		{"Brandt hosted Voss for talks in Oldport.", "Meeting, Brandt–Voss [meeting] @Oldport (Lena Brandt: participant, Karl Voss: participant)"},
		// What is to come, with the day on which that was said.
		{"Brandt announced on 22 April that Norvia would send patrol ships to Selmia.", ships + " 2023-04-22" + sent},
		{"On Friday Brandt said Norvia would deploy patrol ships to Selmia.", ships + " 2023-05-05" + sent},
		{"Norvia would send patrol ships to Selmia, Brandt said on Friday.", ships + " 2023-05-05" + sent},
		{"Norvia pledged on Friday to send patrol ships to Selmia.", ships + " 2023-05-05" + sent},
		{"Brandt promised that Norvia would send patrol ships to the waters around Selmia.", ships + sent},
		{"Norvia is sending patrol ships to Selmia.", ships + sent},
		{"Norvia is to deploy patrol ships to Selmia.", ships + sent},
		{"Voss announced on Friday that he would resign.", "Resignation of Karl Voss [resignation] 2023-05-05 (Karl Voss: resigning)"},
		{"Brandt spoke. Voss announced that he would visit Selmia in June.", "Karl Voss's visit to Selmia [visit] 2023-06 (Karl Voss: visitor, Selmia: visited)"},
		// What was offered and asked for.
		{"Norvia offered to lead a force in Selmia.", "Norvia's offer to lead a force [offer] @Selmia (Norvia: giver)"},
		{"Norvia offers to lead a force in Selmia.", "Norvia's offer to lead a force [offer] @Selmia (Norvia: giver)"},
		{"Norvia's offer was welcomed by Selmia on Friday.", "Norvia's offer [offer] (Norvia: giver)"},
		{"The Norvian offer to lead a force in Selmia was welcomed. Norvia is near.", "Norvia's offer to lead a force [offer] @Selmia (Norvia: giver)"},
		{"Norvia has pledged 1,000 police officers to Selmia.", "Norvia's pledge of 1,000 police officers to Selmia [offer] (Norvia: giver, Selmia: recipient)"},
		{"Norvia has offered to send police to Selmia, Brandt said on Friday.", "Norvia's offer of police to Selmia [offer] 2023-05-05? (Norvia: giver, Selmia: recipient)"},
		{
			"Brandt said so on Friday. It rained. \"Norvia has offered to send police to Selmia,\" Brandt said.",
			"Norvia's offer of police to Selmia [offer] 2023-05-05? (Norvia: giver, Selmia: recipient)",
		},
		{
			"Voss said so on Friday. \"Norvia has offered to send police to Selmia,\" Brandt said.",
			"Norvia's offer of police to Selmia [offer] (Norvia: giver, Selmia: recipient)",
		},
		{"Selmia asked the Grain Board for flour in March.", "Selmia's request to the Grain Board [appeal] 2023-03 (Selmia: asker, Grain Board: asked)"},
		{"Voss took office on 3 May 2016.", "Inauguration of Karl Voss [appointment] 2016-05-03 (Karl Voss: appointed)"},
		{"Voss was sworn in as president in 2016.", "Inauguration of Karl Voss [appointment] 2016 (Karl Voss: appointed)"},
	} {
		tells(t, test.body, test.want)
	}
}

// TestUnannounced lists what is only possible, feared or wished for, and words of
// the same sound that tell of nothing.
func TestUnannounced(t *testing.T) {
	for _, body := range []string{
		"Norvia would send patrol ships to Selmia if the Grain Board asked.",
		"Brandt said on Friday that Norvia would send ships to Selmia if asked.",
		"\"Norvia would send ships to Selmia any day,\" Brandt said on Friday.",
		"Brandt warned on Friday that Norvia would send troops to Selmia.",
		"Brandt said that Norvia would invade Selmia.",
		"Brandt said on Friday that Norvia would not send troops to Selmia.",
		"Norvia said it would be ready to send police to Selmia.",
		"Norvia was sending letters to Selmia. Norvia would have sent troops to Selmia.",
		"Voss called on Brandt to resign. Brandt had a conversation with a friend.",
		"Brandt welcomed Voss's letter on Friday. Norvia received a loan on Friday.",
		"Brandt asked Voss for the time. Voss took the train on Friday.",
		"Norvia promised reform on Friday. The offers to buyers in Norvia ended.",
		"At the summit nobody spoke. The summit of the year is near.",
	} {
		names := named(t, body, cast)
		if got := told(names, happening.Find(body, date(t, "2023-05-09"), names)); len(got) > 0 {
			t.Errorf("%q suggests %q", body, got)
		}
	}
}
