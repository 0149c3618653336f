package session

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/assets"
)

// Translate brings the words of the program into the system's language; all is in
// English where they were not translated into it. Fyne, which knows more languages,
// would else take its own words from there, and tell of each of ours that it is missing.
func Translate() error {
	const folder = "translations"
	files, err := fs.ReadDir(assets.Translations, folder)
	if err != nil {
		return fmt.Errorf("list the translations: %w", err)
	}
	language, _, _ := strings.Cut(lang.SystemLocale().String(), "-")
	if !slices.ContainsFunc(files, func(file fs.DirEntry) bool { return strings.HasPrefix(file.Name(), language) }) {
		defer speak("en")()
	}
	if err := lang.AddTranslationsFS(assets.Translations, folder); err != nil {
		return fmt.Errorf("read the translations: %w", err)
	}
	return nil
}

// speak sets the language of messages, and of nothing else, as the system's libraries
// know it, and returns how to set it back: dates are read by the person's country.
func speak(language string) (back func()) {
	const variable = "LANGUAGE"
	before, set := os.LookupEnv(variable)
	_ = os.Setenv(variable, language) // if that fails, more is said than need be
	if !set {
		return func() { _ = os.Unsetenv(variable) }
	}
	return func() { _ = os.Setenv(variable, before) }
}
