package cli

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func TestDecoded(t *testing.T) {
	for name, test := range map[string]struct {
		read, want string
		ok         bool
	}{
		"nothing":             {"", "", true},
		"UTF-8":               {"Léogrande\t“ça”\r\n", "Léogrande\t“ça”\r\n", true},
		"UTF-8 with a mark":   {"\ufeffwords", "words", true},
		"UTF-16":              {"\xff\xfeL\x00\xe9\x00", "Lé", true},
		"UTF-16, big end":     {"\xfe\xff\x00L\x00\xe9", "Lé", true},
		"UTF-16, a pair":      {"\xff\xfe\x3d\xd8\x00\xde", "😀", true},
		"UTF-16, cut":         {"\xff\xfeL\x00\xe9", "", false},
		"UTF-16 with a NUL":   {"\xff\xfeL\x00\x00\x00", "", false},
		"UTF-16 with no mark": {"L\x00e\x00", "", false},
		"a NUL":               {"words\x00", "", false},
		"Latin 1":             {"L\xe9ogrande", "", false},
	} {
		got, ok := decoded([]byte(test.read))
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%s: %q %v", name, got, ok)
		}
	}
}

// Whatever text is written in UTF-16 is read as it was.
func TestDecodedReadsUTF16(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := strings.ReplaceAll(rapid.String().Draw(t, "words"), "\x00", "")
		var order binary.AppendByteOrder = binary.LittleEndian
		if rapid.Bool().Draw(t, "big") {
			order = binary.BigEndian
		}
		written := order.AppendUint16(nil, 0xFEFF)
		for _, unit := range utf16.Encode([]rune(words)) {
			written = order.AppendUint16(written, unit)
		}
		if got, ok := decoded(written); !ok || got != strings.TrimPrefix(words, "\ufeff") {
			t.Fatalf("%q is read as %q, %v", words, got, ok)
		}
	})
}

// noise is what a picture or an archive looks like to a note.
func noise(size int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]byte, size)
	for i := range all {
		all[i] = byte(random.Uint32())
	}
	return all
}

func TestDecodedRefusesNoise(t *testing.T) {
	if _, ok := decoded(noise(200_000)); ok {
		t.Error("noise is taken for text")
	}
}
