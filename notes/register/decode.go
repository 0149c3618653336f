package register

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// asText decodes UTF-8 and UTF-16, with a mark at the beginning or without. It
// is false for anything else.
func asText(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0:
		return asUTF16(data, unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0:
		return asUTF16(data, unicode.BigEndian)
	}
	return string(data), utf8.Valid(data)
}

func asUTF16(data []byte, order unicode.Endianness) (string, bool) {
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil { // without a mark
		text, err = unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	}
	return strings.TrimPrefix(string(text), "\ufeff"), err == nil
}

// byPage decodes bytes by a table of 256 characters. Every byte stands for
// something or for the replacement character.
func byPage(data []byte, page *charmap.Charmap) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		b.WriteRune(page.DecodeByte(c))
	}
	return b.String()
}

// anselLetters are the characters of ANSEL (ANSI/NISO Z39.47-1993, with the
// additions of GEDCOM 5.5.1, appendix C) that stand for themselves.
var anselLetters = map[byte]rune{
	0xa1: 'Ł', 0xa2: 'Ø', 0xa3: 'Đ', 0xa4: 'Þ', 0xa5: 'Æ', 0xa6: 'Œ', 0xa7: 'ʹ', 0xa8: '·',
	0xa9: '♭', 0xaa: '®', 0xab: '±', 0xac: 'Ơ', 0xad: 'Ư', 0xae: 'ʼ', 0xb0: 'ʻ', 0xb1: 'ł',
	0xb2: 'ø', 0xb3: 'đ', 0xb4: 'þ', 0xb5: 'æ', 0xb6: 'œ', 0xb7: 'ʺ', 0xb8: 'ı', 0xb9: '£',
	0xba: 'ð', 0xbc: 'ơ', 0xbd: 'ư', 0xbe: '□', 0xbf: '■', 0xc0: '°', 0xc1: 'ℓ', 0xc2: '℗',
	0xc3: '©', 0xc4: '♯', 0xc5: '¿', 0xc6: '¡', 0xc7: 'ß', 0xc8: '€', 0xcd: 'ᵉ', 0xce: 'ᵒ',
	0xcf: 'ß',
}

// anselMarks are the marks of ANSEL. There they stand before the letter that
// carries them, in Unicode after it.
var anselMarks = map[byte]rune{
	0xe0: '\u0309', 0xe1: '\u0300', 0xe2: '\u0301', 0xe3: '\u0302', 0xe4: '\u0303', 0xe5: '\u0304',
	0xe6: '\u0306', 0xe7: '\u0307', 0xe8: '\u0308', 0xe9: '\u030c', 0xea: '\u030a', 0xeb: '\ufe20',
	0xec: '\ufe21', 0xed: '\u0315', 0xee: '\u030b', 0xef: '\u0310', 0xf0: '\u0327', 0xf1: '\u0328',
	0xf2: '\u0323', 0xf3: '\u0324', 0xf4: '\u0325', 0xf5: '\u0333', 0xf6: '\u0332', 0xf7: '\u0326',
	0xf8: '\u031c', 0xf9: '\u032e', 0xfa: '\ufe22', 0xfb: '\ufe23', 0xfe: '\u0313',
}

// fromANSEL decodes ANSEL into Unicode NFC. A mark with no letter after it
// stays by itself.
func fromANSEL(data []byte) string {
	var b strings.Builder
	var marks []rune
	for _, c := range data {
		if mark, ok := anselMarks[c]; ok {
			marks = append(marks, mark)
			continue
		}
		if c >= ' ' {
			b.WriteRune(anselLetter(c))
		}
		for _, mark := range marks {
			b.WriteRune(mark)
		}
		marks = marks[:0]
		if c < ' ' {
			b.WriteByte(c)
		}
	}
	for _, mark := range marks {
		b.WriteRune(mark)
	}
	return norm.NFC.String(b.String())
}

func anselLetter(c byte) rune {
	if c < 0x80 {
		return rune(c)
	}
	if letter, ok := anselLetters[c]; ok {
		return letter
	}
	return utf8.RuneError
}
