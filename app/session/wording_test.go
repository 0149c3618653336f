package session

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2/lang"
	"github.com/google/go-cmp/cmp"

	"cuttings/assets"
	"cuttings/notes/edtf"
)

func TestWordingIsEnglish(t *testing.T) {
	if diff := cmp.Diff(edtf.English, longWording()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(edtf.EnglishShort, shortWording()); diff != "" {
		t.Error(diff)
	}
}

// In a translation of all that is in the file of translations, no English word is
// left in a date.
func TestWordingIsTranslated(t *testing.T) {
	english, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(english, &all); err != nil {
		t.Fatal(err)
	}
	of, made := map[string]string{}, map[string]string{}
	for key, words := range all {
		if strings.HasPrefix(key, "date.") {
			of[key] = words.(string)
			made[key] = foreign(of[key])
		}
	}
	translate(t, made)
	defer translate(t, of)
	for _, w := range []edtf.Wording{longWording(), shortWording()} {
		for _, date := range []string{
			"2023-04-22", "2011-21", "199X", "19XX", "-0043", "0014", "2023-04-22T10:30:00", "2023-04-22/2023-04-25",
			"2023-04-22/2023-05-25", "2023-04/2023-06", "2022/2023", "../2023", "2023/..", "/2023", "2023/", "2023~", "2023?",
			"2023-XX", "2023-04-XX", "2023-XX-XX", "[2020,2021,2023]", "{2020,2021}", "[2020..2023]", "{2020..2023}",
			"[..2023]", "[2023..]", "{..2023}", "{2023..}",
		} {
			parsed, err := edtf.Parse(date)
			if err != nil {
				t.Fatalf("%s: %v", date, err)
			}
			words := parsed.Words(w)
			if strings.ContainsFunc(words, func(r rune) bool { return unicode.In(r, unicode.Latin) }) {
				t.Errorf("%s is %q in another language", date, words)
			}
		}
	}
}

// englishDate is what words a date in English, whatever the window speaks.
var englishDate = regexp.MustCompile(`edtf\.English|Format\("[^"]*Jan`)

// The command line speaks English; nothing else does so by itself.
func TestWindowWordsDatesInItsLanguage(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.Name() == "cli":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if found := englishDate.Find(source); found != nil {
			t.Errorf("%s words dates by %s", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// foreign puts other letters in place of those outside braces.
func foreign(words string) string {
	within := false
	return strings.Map(func(r rune) rune {
		within = r == '{' || within && r != '}'
		if !within && unicode.IsLetter(r) {
			return 'ж'
		}
		return r
	}, words)
}

func translate(t *testing.T, words map[string]string) {
	t.Helper()
	file, err := json.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	if err := lang.AddTranslationsForLocale(file, lang.SystemLocale()); err != nil {
		t.Fatal(err)
	}
}
