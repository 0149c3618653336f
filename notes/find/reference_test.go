package find_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes/find"
)

// fits is the plain way to say how a folded name fits: it looks at everything.
// The second result is false if none of the ways that need no guessing does.
func fits(typed, name string) (find.Reason, bool) {
	words, named := strings.Fields(typed), strings.Fields(name)
	var initials string
	for _, word := range named {
		initials += word[:1]
	}
	switch {
	case name == typed:
		return find.Exact, true
	case strings.HasPrefix(name, typed):
		return find.Prefix, true
	case assigned(words, named, func(a, b string) bool { return a == b }):
		return find.Words, true
	case assigned(words, named, func(a, b string) bool { return strings.HasPrefix(b, a) }):
		return find.WordStarts, true
	case len(named) > 1 && initials == typed:
		return find.Initials, true
	}
	return 0, false
}

// assigned tries every way to give each word one of its own.
func assigned(words, named []string, fit func(a, b string) bool) bool {
	if len(words) == 0 {
		return true
	}
	for i, word := range named {
		rest := slices.Concat(named[:i], named[i+1:])
		if fit(words[0], word) && assigned(words[1:], rest, fit) {
			return true
		}
	}
	return false
}

// oneOff reports whether one letter was dropped, added, replaced or swapped
// with its neighbour.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := range b {
		dropped := b[:i] + b[i+1:]
		if a == dropped || len(a) == len(b) && a[:i]+a[i+1:] == dropped {
			return true
		}
		if i > 0 && a == b[:i-1]+b[i:i+1]+b[i-1:i]+b[i+1:] {
			return true
		}
	}
	return false
}

// Whatever is put in and taken out, the index finds what looking at every name
// finds, for the same reason, and lists better reasons first.
func TestFindsWhatThePlainWayFinds(t *testing.T) {
	word := rapid.StringMatching(`[abm]{1,5}`)
	name := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 3).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		x := find.NewIndex()
		names := map[int64]string{}
		for _, key := range rapid.SliceOfN(rapid.Int64Range(1, 12), 1, 30).Draw(t, "keys") {
			if rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				x.Remove(key)
				delete(names, key)
				continue
			}
			names[key] = name.Draw(t, "name")
			x.Put(find.Candidate{Key: key, Kind: "person", Name: names[key]})
		}
		typed := name.Draw(t, "typed")
		found := map[int64]find.Match{}
		last := find.Recent
		for _, match := range x.Find(t.Context(), typed, nil, 100) {
			if match.Reason < last {
				t.Fatalf("%q for reason %d stands after reason %d", match.Name, match.Reason, last)
			}
			last = match.Reason
			found[match.Key] = match
		}
		for key, name := range names {
			match, ok := found[key]
			delete(found, key)
			reason, plain := fits(typed, name)
			switch {
			case plain && (!ok || match.Reason != reason):
				t.Fatalf("%q: %q fits for reason %d; found %v for %d", typed, name, reason, ok, match.Reason)
			case !plain && ok && match.Reason < find.Misspelt:
				t.Fatalf("%q: %q does not fit, but is found for reason %d", typed, name, match.Reason)
			case !ok && len(typed) > 2 && !strings.Contains(typed, " ") && slices.ContainsFunc(strings.Fields(name), func(w string) bool { return oneOff(typed, w) }):
				t.Fatalf("%q: %q is one letter off and not found", typed, name)
			}
		}
		all := x.Find(t.Context(), typed, nil, 100)
		for i, match := range x.Find(t.Context(), typed, nil, 2) {
			if match.Key != all[i].Key || match.Reason != all[i].Reason {
				t.Fatalf("%q: place %d of two is %q, of all %q", typed, i, match.Name, all[i].Name)
			}
		}
		if len(found) > 0 || x.Len() != len(names) {
			t.Fatalf("%d are found that were taken out; %d candidates of %d", len(found), x.Len(), len(names))
		}
	})
}
