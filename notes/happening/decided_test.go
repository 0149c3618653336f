package happening_test

import (
	"testing"

	"cuttings/notes/happening"
)

const council = cast + `
	o: Islands Council
	o: High Court of Norvia = High Court
	o: Assembly`

// Journeys, readiness and decisions, one sentence a line.
func TestDecided(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		// Journeys.
		{"Brandt flew to Oldport on Monday to meet Karl Voss.", "Lena Brandt's visit to Oldport [visit] 2023-05-08 (Lena Brandt: visitor, Karl Voss: met, Oldport: visited)"},
		{"Brandt travelled to the capital of Selmia for talks with Voss.", "Lena Brandt's visit to Selmia [visit] (Lena Brandt: visitor, Karl Voss: met, Selmia: visited)"},
		{"On Friday Karl Voss arrived in Oldport.", "Karl Voss's visit to Oldport [visit] 2023-05-05 @Oldport (Karl Voss: visitor, Oldport: visited)"},
		{"Brandt will travel to Selmia in June.", "Lena Brandt's visit to Selmia [visit] 2023-06 (Lena Brandt: visitor, Selmia: visited)"},
		// Readiness.
		{"On Friday Norvia said it was ready to lead a police mission in Selmia.", "Norvia's offer to lead a police mission [offer] 2023-05-05 @Selmia (Norvia: giver)"},
		{"Brandt announced on Friday that Norvia is willing to send police officers to Selmia.", "Norvia's offer of police officers to Selmia [offer] 2023-05-05 (Norvia: giver, Selmia: recipient)"},
		{"Norvia is ready to help Selmia, Brandt said.", "Norvia's offer of help to Selmia [offer] (Norvia: giver, Selmia: recipient)"},
		// Decisions.
		{"The Islands Council approved a police mission on Friday.", "Islands Council's approval of a police mission [decision] 2023-05-05 (Islands Council: deciding)"},
		{"On 2 May the Islands Council authorised the dispatch of an armed force.", "Islands Council's authorisation of the dispatch of an armed force [decision] 2023-05-02 (Islands Council: deciding)"},
		{"On Friday the Assembly passed a budget for 2024.", "Assembly's adoption of a budget [decision] 2023-05-05 (Assembly: deciding)"},
		{"The Islands Council on Friday extended the mandate of the mission until 2025.", "Islands Council's extension of the mandate of the mission [decision] 2023-05-05 (Islands Council: deciding)"},
		{"The High Court ruled on Friday that the plan was unlawful.", "Ruling by the High Court of Norvia [decision] 2023-05-05 (High Court of Norvia: deciding)"},
		{"Norvia's parliament rejected the bill on 3 May.", "Norvia's rejection of the bill [decision] 2023-05-03 (Norvia: deciding)"},
		// Nothing of the kind.
		{"Brandt flew to Oldport. The bird flew to Selmia on Friday. A train travelled to Oldport.", ""},
		{"Brandt travelled in Selmia on Friday. Goods arrived in Oldport on Friday.", ""},
		{"Norvia is ready. Brandt was ready to leave Oldport. Norvia is ready to lead.", ""},
		{"Brandt said on Friday that Norvia was not ready to lead a mission.", ""},
		{"Brandt said that Norvia could be ready to send police.", ""},
		{"Acme Mills passed the test on Friday. The storm passed Oldport on Friday.", ""},
		{"Acme Mills extended the bridge on Friday. Norvia rejected Selmia on Friday.", ""},
		{"The Islands Council approved a plan to vote in 2025.", ""},
		{"The Islands Council may approve a mission on Friday. It has not approved a mission this year.", ""},
		{"Norvia ruled Selmia until 1940. Brandt ruled on Friday.", ""},
	} {
		names := named(t, test.body, council)
		suggests(t, test.body, test.want, told(names, happening.Find(test.body, date(t, "2023-05-09"), names)))
	}
}
