package main

import (
	"slices"
	"testing"
)

func TestReadPeople(t *testing.T) {
	got := readPeople("# a remark\n\nAnna\nO'Brien\nünal\nÜnal\nX\n")
	if want := []string{"anna", "obrien", "unal"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadCities(t *testing.T) {
	city := func(name string, people byte) []byte {
		body := append([]byte{2<<3 | 2, byte(len(name))}, name...)
		body = append(body, 9<<3, people, 1<<3, 5)
		return append([]byte{byte(len(body))}, body...)
	}
	got, err := readCities(append(append(city("Gävle", 9), city("Gävle", 90)...), city("Å", 5)...))
	if err != nil || len(got) != 1 || got["gavle"] != 90 {
		t.Errorf("got %v %v", got, err)
	}
}

func TestFront(t *testing.T) {
	if got, want := string(front([]string{"anne", "ann", "bo", "ann"})), "Aann\nDe\nAbo\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzReadCities(f *testing.F) {
	f.Add([]byte{4, 2<<3 | 2, 1, 'a', 9 << 3})
	f.Fuzz(func(_ *testing.T, data []byte) { readCities(data) }) //nolint:errcheck // any bytes must only not panic
}
