package assets_test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"strings"
	"testing"

	"cuttings/assets"
)

func TestFontsAreTrueTypeAndHaveTheirLicence(t *testing.T) {
	for name, font := range map[string][]byte{
		"Inter": assets.InterRegular, "Inter italic": assets.InterItalic, "Inter medium": assets.InterMedium,
		"Inter semibold": assets.InterSemibold, "Inter semibold italic": assets.InterSemiboldItalic,
		"Serif": assets.SerifRegular, "Serif italic": assets.SerifItalic,
		"Serif semibold": assets.SerifSemibold, "Serif semibold italic": assets.SerifSemiboldItalic,
	} {
		if !bytes.HasPrefix(font, []byte{0, 1, 0, 0}) {
			t.Errorf("%s is no TrueType file", name)
		}
	}
	for _, name := range []string{"fonts/OFL-Inter.txt", "fonts/OFL-SourceSerif4.txt"} {
		words, err := assets.Licences.ReadFile(name)
		if err != nil || !strings.Contains(string(words), "SIL Open Font License") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestIconIsSquare(t *testing.T) {
	icon, err := png.DecodeConfig(bytes.NewReader(assets.Icon))
	if err != nil || icon.Width != 512 || icon.Height != 512 {
		t.Errorf("icon is %d by %d: %v", icon.Width, icon.Height, err)
	}
}

// Fyne's translation files cannot have these words as keys.
func TestTranslationsAreWhatFyneReads(t *testing.T) {
	reserved := map[string]bool{
		"id": true, "description": true, "hash": true, "leftdelim": true, "rightdelim": true,
		"zero": true, "one": true, "two": true, "few": true, "many": true, "other": true,
	}
	files, err := fs.Glob(assets.Translations, "translations/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations: %v", err)
	}
	for _, name := range files {
		data, err := assets.Translations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for key, text := range words {
			if reserved[strings.ToLower(key)] || text == "" {
				t.Errorf("%s: %q: %q cannot be", name, key, text)
			}
		}
	}
}
