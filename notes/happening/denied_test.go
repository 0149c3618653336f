package happening_test

import (
	"testing"

	"cuttings/notes/happening"
)

// TestDenied lists what did not happen, or only might: nothing is suggested of it.
func TestDenied(t *testing.T) {
	for _, body := range []string{
		// Denied where it stands.
		"Voss did not resign on Tuesday.",
		"Voss has not resigned. Brandt didn't resign on Friday.",
		"Voss was never arrested in Oldport. Voss no longer met Brandt in May.",
		"Voss refused to meet Brandt on Friday. Voss left without having met Brandt.",
		"Brandt will not be appointed on Friday.",
		"Brandt won’t be arrested in May. Voss wasn’t arrested in Oldport.",
		"Voss failed to meet Brandt on Friday.",
		"Neither Voss nor Brandt was arrested on Friday.",
		"Voss did not, on Friday, resign.",
		"Voss has yet to be arrested in Oldport.",
		"Nobody was arrested in Oldport on Friday.",
		"No one was arrested in Oldport on Friday, and Voss was not either.",
		// Denied by a verb before.
		"Voss denied that he had resigned in May.",
		"Brandt spoke. Voss denied on Friday that he had been arrested in Oldport in May.",
		"Voss denies having met Brandt in Oldport in May.",
		"Brandt rejected reports that Voss was arrested in Oldport on Friday.",
		"It is not true that Voss was arrested in Oldport on Friday.",
		"Brandt did not say that Voss had resigned in May.",
		"There is no evidence that Voss met Brandt in Oldport in May.",
		"Brandt dismissed claims that Voss had met Ivo Sand in Oldport.",
		"Brandt ruled out that Voss was arrested in Oldport on Friday.",
		"Brandt doubts that Voss resigned in May.",
		// Rumoured.
		"Rumours that Voss resigned in May were heard in Oldport.",
		"There were rumors on Friday that Voss had been arrested in Oldport.",
		"Speculation that Voss met Brandt in Oldport went on.",
		// Asked, or on a condition.
		"Was Voss arrested in Oldport on Friday?",
		"If Voss resigns on Monday, Brandt will be appointed.",
		"Brandt will be appointed if Voss resigns on Monday.",
		"Brandt will be appointed on Friday unless Voss was arrested in Oldport.",
		"Unless it rains, Voss will visit Selmia in June.",
		"Should Voss resign on Monday, Brandt will be appointed in May.",
		"Had Voss resigned in May, Brandt would have been appointed.",
		"Were Voss arrested in Oldport, Brandt would be appointed.",
		"Nobody knows whether Voss was arrested in Oldport on Friday.",
		"Brandt asked whether Voss had resigned in May.",
		"Voss should have resigned in May. Brandt could have been arrested in Oldport.",
		"Voss might have met Brandt in Oldport on Friday.",
		"Voss would resign in May if Brandt agreed. Voss would have resigned in May.",
		"Had it not been for Brandt, Voss would have been arrested in Oldport in May.",
		"If it rains in Oldport on Friday, then Norvia will send troops to Selmia.",
	} {
		names := named(t, body, cast)
		if got := told(names, happening.Find(body, date(t, "2023-05-09"), names)); len(got) > 0 {
			t.Errorf("%q suggests %q", body, got)
		}
	}
}

// TestDenialElsewhere lists what did happen, though something else in its sentence
// did not.
func TestDenialElsewhere(t *testing.T) {
	const (
		resigned = "Resignation of Karl Voss [resignation]"
		arrested = "Arrest of Karl Voss [arrest]"
		resigns  = " (Karl Voss: resigning)"
		arrest   = " (Karl Voss: arrested)"
	)
	for _, test := range []struct{ body, want string }{
		{"Brandt spoke to Voss. Brandt did not say why Voss resigned on Tuesday.", resigned + " 2023-05-09" + resigns},
		{"Voss met nobody. He did not say why he resigned on Tuesday.", resigned + " 2023-05-09" + resigns},
		{"Voss spoke. Voss never returned after he was arrested in May 2020.", arrested + " 2020-05" + arrest},
		{"Brandt has not spoken since Voss was arrested in Oldport.", arrested + " @Oldport" + arrest},
		{"Voss, who was arrested in Oldport, denied everything.", arrested + " @Oldport" + arrest},
		{"Voss was arrested in Oldport and denied everything.", arrested + " @Oldport" + arrest},
		{"Voss resigned in May, but Brandt did not.", resigned + " 2023-05" + resigns},
		{"Voss was arrested in May. If he is guilty, nobody knows.", arrested + " 2023-05" + arrest},
		{"Brandt did not know that Voss had resigned in May.", resigned + " 2023-05" + resigns},
		{"Brandt did not regret that Voss had resigned in May.", resigned + " 2023-05" + resigns},
		{"Asked whether it rained, Brandt said that Voss had resigned in May.", resigned + " 2023-05" + resigns},
		{"Brandt denied the theft, and Voss was arrested in Oldport.", arrested + " @Oldport" + arrest},
		{"Brandt asked if it rained after Voss was arrested in Oldport.", arrested + " @Oldport" + arrest},
		{"Brandt had not slept when Voss was arrested in Oldport.", arrested + " @Oldport" + arrest},
		{"Without a word, Voss resigned in May.", resigned + " 2023-05" + resigns},
		{"Voss not only resigned in May: he wept.", resigned + " 2023-05" + resigns},
		{"Asked if it rained, Brandt said Voss will resign in June.", resigned + " 2023-06" + resigns},
		{"Brandt had liked the report that followed when Voss was arrested in Oldport.", arrested + " @Oldport" + arrest},
		{"Brandt denied rumours after Voss resigned in May.", resigned + " 2023-05" + resigns},
	} {
		tells(t, test.body, test.want)
	}
}
