// Package assets holds what the program carries with it as files: the icon,
// the fonts with their licences, and the translations. It only embeds; it
// never decides how any of them is used.
package assets

import "embed"

// The faces of the interface (Inter) and of the reading page (Source Serif 4),
// as TrueType files under the SIL Open Font License; see Licences.
var (
	//go:embed fonts/Inter-Regular.ttf
	InterRegular []byte
	//go:embed fonts/Inter-Italic.ttf
	InterItalic []byte
	//go:embed fonts/Inter-Medium.ttf
	InterMedium []byte
	//go:embed fonts/Inter-Semibold.ttf
	InterSemibold []byte
	//go:embed fonts/Inter-SemiboldItalic.ttf
	InterSemiboldItalic []byte
	//go:embed fonts/SourceSerif4-Regular.ttf
	SerifRegular []byte
	//go:embed fonts/SourceSerif4-Italic.ttf
	SerifItalic []byte
	//go:embed fonts/SourceSerif4-Semibold.ttf
	SerifSemibold []byte
	//go:embed fonts/SourceSerif4-SemiboldItalic.ttf
	SerifSemiboldItalic []byte
)

// Licences holds the licence texts of the fonts, as "fonts/OFL-….txt".
//
//go:embed fonts/OFL-Inter.txt fonts/OFL-SourceSerif4.txt
var Licences embed.FS

// Icon is the program's icon, a PNG of 512 by 512.
//
//go:embed icon.png
var Icon []byte

// Translations holds one file a language, "translations/en.json" and so on:
// each maps the keys of the interface's words to the words.
//
//go:embed translations
var Translations embed.FS
