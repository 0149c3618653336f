package assets_test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
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

// translations reads a translation file: words by key, and for words that
// depend on a number, the words by plural form.
func translations(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	data, err := assets.Translations.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	words := map[string]map[string]string{}
	for key, value := range raw {
		words[key] = map[string]string{}
		switch value := value.(type) {
		case string:
			words[key][""] = value
		case map[string]any:
			for form, text := range value {
				words[key][form], _ = text.(string)
			}
		}
	}
	return words
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
		for key, forms := range translations(t, name) {
			if reserved[strings.ToLower(key)] || len(forms) == 0 {
				t.Errorf("%s: %q cannot be", name, key)
			}
			for form, text := range forms {
				if text == "" {
					t.Errorf("%s: %q %s has no words", name, key, form)
				}
			}
		}
	}
}

// asked finds the keys of words in the source of the window, with the English
// that stands there.
var asked = regexp.MustCompile(`lang\.X(N?)\(\s*"([^"]+)",\s*("(?:[^"\\]|\\.)*")`)

// Every word of the window must be in the English file, as it is in the source,
// so that translators find it there.
func TestEnglishHasEveryWord(t *testing.T) {
	english := translations(t, "translations/en.json")
	used := map[string]bool{}
	err := filepath.WalkDir("../app", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, match := range asked.FindAllSubmatch(source, -1) {
			key := string(match[2])
			words, err := strconv.Unquote(string(match[3]))
			if err != nil {
				t.Errorf("%s: %s: %v", path, key, err)
			}
			used[key] = true
			form := ""
			if len(match[1]) > 0 {
				form = "other"
			}
			if english[key][form] != words {
				t.Errorf("%s: %s is %q in the source and %q in en.json", path, key, words, english[key][form])
			}
			if form == "other" && english[key]["one"] == "" {
				t.Errorf("%s: %s has no form for one", path, key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range english {
		if !used[key] {
			t.Errorf("en.json has %q, which nothing asks for", key)
		}
	}
}
