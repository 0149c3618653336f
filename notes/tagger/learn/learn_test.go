package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
)

const line = `{"id":"1","text":"Für Anna Holm, \"Ann\", of Oslo. ","spans":[{"start":4,"end":14,"kind":"person"},` +
	`{"start":25,"end":30,"kind":"place"},{"start":0,"end":900,"kind":"place"},{"start":0,"end":3,"kind":"other"}]}`

func TestExamplesAreLabelled(t *testing.T) {
	var r record
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		t.Fatal(err)
	}
	got := r.examples(1)[0].labels
	want := make([]int, len(got))
	want[1], want[2] = crf.Label(0, crf.Begin), crf.Label(0, crf.End) // without the comma
	want[9] = crf.Label(2, crf.Single)                                // without the full stop
	if !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
}

func TestOwnUseIsLeftOut(t *testing.T) {
	var r record
	if err := json.Unmarshal([]byte(`{"text":"he saw that Kenya and that Kenya"}`), &r); err != nil {
		t.Fatal(err)
	}
	one := r.examples(1)[0]
	all := usage([]example{one})
	if all[feature.WordKey("Kenya")].manner() != feature.CapitalMostly || all[feature.WordKey("that")].manner() != feature.Small {
		t.Error("the use of words is counted wrongly")
	}
	if one.ordinary(all)(feature.WordKey("Kenya")) != feature.Unknown {
		t.Error("a sentence tells itself how its words are written")
	}
}

// TestTheSameTextsGiveTheSameFile learns twice from two sentences.
func TestTheSameTextsGiveTheSameFile(t *testing.T) {
	folder := t.TempDir()
	for _, s := range sources {
		if err := os.WriteFile(filepath.Join(folder, s.file), []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var files [2][]byte
	for i := range files {
		out := filepath.Join(folder, "out")
		if err := run(folder, out); err != nil {
			t.Fatal(err)
		}
		var err error
		if files[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two runs differ")
	}
	if _, err := crf.Read(files[0]); err != nil {
		t.Error(err)
	}
}
