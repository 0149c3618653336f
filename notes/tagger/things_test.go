package tagger

import (
	"slices"
	"strings"
	"testing"

	"cuttings/notes/tagger/internal/token"
)

// TestThings lists sentences of technical texts whose capitals name no organisation,
// and what they do name.
func TestThings(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{"They say that the MCU needs an oscillator, but the CPU does not.", ""},
		{"We get the XC7K325T in a package of 2 mm, and the XC7K410T in a larger one.", ""},
		{"It is licensed under the Varley Public License and may be copied.", ""},
		{"He sent it with the Lindholm Transfer Protocol over the radio.", ""},
		{"The new web-tiling service (WTS) draws maps. We asked the WTS for one of Norland, and the WTS sent it.", ""},
		{"The file has <Varley> in it, and Varley_Holdings, too.", ""},
		{"3 Company\n\nThe company grew in May.", ""},
		{"They asked the Norland Grain Board for a USB cable and an HTML file.", "Norland Grain Board"},
		{"A chip by Varley Holdings has an FPGA and costs a dollar.", "Varley Holdings"},
	} {
		var found []string
		for text, n := range find(t, test.body, nil) {
			if n.Kind == Organisation {
				found = append(found, text)
			}
		}
		if got := strings.Join(found, ", "); got != test.want {
			t.Errorf("%q: took %q for organisations, not %q", test.body, got, test.want)
		}
	}
}

func TestTechnicalTexts(t *testing.T) {
	for body, want := range map[string]bool{
		strings.Repeat("The parser reads JSON and XML over HTTP since version 2.8 of it. ", 3): true,
		"The parser reads JSON over HTTP.": false, // too little to say
		report:                             false,
		report + " The talks were held over the USB stick of a PC.": false,
	} {
		d := document{body: body}
		d.tokens = slices.Concat(token.Sentences(body)...)
		if got := d.technical(); got != want {
			t.Errorf("%.40q… is technical: %t", body, got)
		}
	}
}

func TestPartNumber(t *testing.T) {
	for word, want := range map[string]bool{"XC7K325T": true, "AB-1234": true, "W3C": false, "G20": false, "2023": false, "3M": false, "Varley": false} {
		if got := partNumber(word); got != want {
			t.Errorf("%s is the number of a part: %t", word, got)
		}
	}
}
