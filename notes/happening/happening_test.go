package happening_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/happening"
)

// story is a text with the names in it and what is to be suggested.
type story struct {
	name, body, names string
	date              string
	want              []string
}

var stories = []story{
	{
		name: "police for an island",
		body: `On Tuesday, May 9, Minister Lena Brandt wrote that the Norvian government had looked at the misery in Selmia, where gangs rule.
She spoke about the Selmia question with Ostian Foreign Minister Paul Renard over the phone on Tuesday.
"We looked at Selmia's towns. For this reason, Norvia has offered to send police officers to help in calming the country," Brandt said.
Ostia has so far agreed to deploy patrol vessels to Selmia for watching the coast.
Reports say the gangs, bolder since the June 2021 murder of President Ivo Sand, were the topic of island leaders meeting in the Corals for the yearly ISLECOM summit.
Selmian Prime Minister Karl Voss has asked for an armed force. His country requested help from the World Security Board in November and has suggested that Ostia lead a force. No such force has come together, and neither country has offered to take the lead.
As the meeting of ISLECOM leaders opened Monday, Secretary Ada Lund repeated her wish.`,
		names: `p: Lena Brandt = Brandt
			p: Paul Renard
			p: Ivo Sand
			p: Karl Voss
			p: Ada Lund
			l: Norvia
			l: Selmia
			l: Ostia
			l: Corals
			o: ISLECOM
			o: World Security Board`,
		date: "2023-05-09",
		want: []string{
			"Telephone call, Brandt–Renard [call] 2023-05-09 (Lena Brandt: participant, Paul Renard: participant)",
			"Norvia's offer of police officers to Selmia [offer] 2023-05-09? (Norvia: giver, Selmia: recipient)",
			"Ostia's deployment of patrol vessels to Selmia [deployment] (Ostia: sender, Selmia: destination)",
			"Murder of Ivo Sand [killing] 2021-06 (Ivo Sand: victim)",
			"ISLECOM summit, Corals [meeting] 2023-05-08? @Corals (ISLECOM: participant) +1",
			"Selmia's request to the World Security Board [appeal] 2022-11 (Selmia: asker, World Security Board: asked)",
		},
	},
	{
		name: "one who is called by more than a place, and an apposition",
		body: `On 3 May 2023 the Bank of Norvia pledged two million to Selmia. The government of Norvia signed a treaty with Selmia on 4 May 2023.
In early 1904 my mother, Lady Lena Brandt, died at Oldport.`,
		names: "p: Lena Brandt\nl: Norvia\nl: Selmia\nl: Oldport",
		date:  "2023-05-09",
		want: []string{
			"Norvia–Selmia treaty [agreement] 2023-05-04 (Norvia: party, Selmia: party)",
			"Death of Lena Brandt [death] 1904-01~/1904-04~ @Oldport (Lena Brandt: deceased)",
		},
	},
	{
		name: "an election",
		body: `Norvia held its presidential election on 12 March 2019. Lena Brandt was elected president.
Her rival Karl Voss resigned as party leader the following day. The vote drew record crowds.
The election in Norvia was calm, observers said. Voss met Brandt in Oldport on Friday, 15 March.`,
		names: "p: Lena Brandt = Brandt\np: Karl Voss = Voss\nl: Norvia\nl: Oldport",
		date:  "2019-03-16",
		want: []string{
			"Presidential election, Norvia [election] 2019-03-12 @Norvia +1",
			"Election of Lena Brandt [election] (Lena Brandt: elected)",
			"Resignation of Karl Voss [resignation] 2019-03-13 (Karl Voss: resigning)",
			"Meeting, Voss–Brandt [meeting] 2019-03-15 @Oldport (Karl Voss: participant, Lena Brandt: participant)",
		},
	},
	{
		name: "an earthquake",
		body: `A strong earthquake struck near Oldport on Monday, killing 40 people. The earthquake broke bridges as far as Westmark.
Norvia has sent 200 soldiers and doctors to Selmia. "We have deployed rescue teams to Selmia," Ada Lund said.
The World Relief Fund appealed to Ostia for tents on Tuesday.`,
		names: "p: Ada Lund\nl: Oldport\nl: Westmark\nl: Norvia\nl: Selmia\nl: Ostia\no: World Relief Fund",
		date:  "2020-06-10",
		want: []string{
			"Earthquake, Oldport [disaster] 2020-06-08 @Oldport +1",
			"Norvia's deployment of 200 soldiers to Selmia [deployment] (Norvia: sender, Selmia: destination)",
			"World Relief Fund's appeal to Ostia [appeal] 2020-06-09 (World Relief Fund: asker, Ostia: asked)",
		},
	},
	{
		name: "a trial",
		body: `Karl Voss, a former minister of Norvia, was arrested in Oldport on 3 May 2016. The trial of Voss began in January 2018.
He was convicted in March 2018 by the High Court. Two days later his lawyer resigned. Judge Ada Lund sentenced Voss to ten years.
Police had arrested his brother. Ivo Sand, killed in 2014, was his friend.`,
		names: "p: Karl Voss = Voss\np: Ada Lund\np: Ivo Sand\nl: Norvia\nl: Oldport\no: High Court",
		date:  "2018-06-01",
		want: []string{
			"Arrest of Karl Voss [arrest] 2016-05-03 @Oldport (Karl Voss: arrested)",
			"Trial of Karl Voss [trial] 2018-01 (Karl Voss: accused)",
			"Conviction of Karl Voss [trial] 2018-03 (High Court: court, Karl Voss: accused)",
			"Sentencing of Karl Voss [trial] (Ada Lund: court, Karl Voss: accused)",
			"Killing of Ivo Sand [killing] 2014 (Ivo Sand: victim)",
		},
	},
	{
		name: "a merger and a treaty",
		body: `Acme Mills acquired Blue Steel in May 2011, two years after the merger of Delta Works and Echo Lines.
Norvia and Ostia signed a trade agreement in Oldport on 4 July 2012. The peace treaty between Norvia and Selmia dates from 1956.
Paul Renard's visit to Selmia in August 2012 was his last. Acme Mills announced a new engine on 6 August 2012.
Ostia invaded Selmia in 1940. The government opened an embassy in Oldport last year.`,
		names: "p: Paul Renard\no: Acme Mills\no: Blue Steel\no: Delta Works\no: Echo Lines\nl: Norvia\nl: Ostia\nl: Selmia\nl: Oldport",
		date:  "2012-09-01",
		want: []string{
			"Acme Mills's acquisition of Blue Steel [merger] 2011-05 (Acme Mills: buyer, Blue Steel: bought)",
			"Merger of Delta Works and Echo Lines [merger] (Delta Works: party, Echo Lines: party)",
			"Norvia–Ostia trade agreement [agreement] 2012-07-04 @Oldport (Norvia: party, Ostia: party)",
			"Norvia–Selmia peace treaty [agreement] 1956 (Norvia: party, Selmia: party)",
			"Paul Renard's visit to Selmia [visit] 2012-08 (Paul Renard: visitor, Selmia: visited)",
			"Acme Mills's announcement of a new engine [announcement] 2012-08-06 (Acme Mills: announcing)",
			"Ostia's invasion of Selmia [attack] 1940 (Ostia: attacker, Selmia: target)",
			"Opening of an embassy, Oldport [opening] 2011 @Oldport",
		},
	},
}

// TestAdjectives gives "Selmian" as a name of Selmia: it stands for nobody
// where somebody is named behind it.
func TestAdjectives(t *testing.T) {
	story := stories[0]
	names := named(t, story.body, story.names+"\nl: Norvia = Norvian\nl: Selmia = Selmian\nl: Ostia = Ostian")
	got := told(names, happening.Find(story.body, date(t, story.date), names))
	if diff := cmp.Diff(story.want, got); diff != "" {
		t.Errorf("suggested (-want +got):\n%s", diff)
	}
}

func TestStories(t *testing.T) {
	for _, story := range stories {
		t.Run(story.name, func(t *testing.T) {
			names := named(t, story.body, story.names)
			got := told(names, happening.Find(story.body, date(t, story.date), names))
			if diff := cmp.Diff(story.want, got); diff != "" {
				t.Errorf("suggested (-want +got):\n%s", diff)
			}
		})
	}
}
