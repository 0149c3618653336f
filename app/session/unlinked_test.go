package session_test

import (
	"testing"

	"cuttings/app/session"
)

func TestUnlinked(t *testing.T) {
	for words, want := range map[string]string{
		"The capital of [[Haiti]].":              "The capital of Haiti.",
		"[[Alfred Mutua|He]] and [[Joly]] spoke": "He and Joly spoke",
		"no link [[ at all":                      "no link [[ at all",
		"":                                       "",
	} {
		if got := session.Unlinked(words); got != want {
			t.Errorf("%q becomes %q, want %q", words, got, want)
		}
	}
}
