package find_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cuttings/notes/find"
	"cuttings/notes/fold"
)

func index(candidates ...find.Candidate) *find.Index {
	x := find.NewIndex()
	for i, c := range candidates {
		if c.Key == 0 {
			c.Key = int64(i + 1)
		}
		if c.Kind == "" {
			c.Kind = "person"
		}
		x.Put(c)
	}
	return x
}

var people = []find.Candidate{
	{Name: "Alfred Mutua", Aliases: []string{"Dr Mutua", "the Foreign Minister"}, Weight: 12},
	{Name: "Jovenel Moïse", Weight: 30},
	{Name: "Ariel Henry", Weight: 8},
	{Name: "Henry Ariel Novak"},
	{Name: "Mélanie Joly"},
	{Name: "Carla Barnett"},
	{Name: "Sean O'Brien"},
	{Name: "Jean-Claude Duvalier", Aliases: []string{"Baby Doc"}},
	{Name: "習近平"},
	{Name: "Владимир Зеленский"},
	{Name: "Port-au-Prince", Kind: "place"},
	{Name: "CARICOM", Aliases: []string{"Caribbean Community"}, Kind: "organisation"},
	{Name: "Minister who would like a multitude of wares", Kind: "article"},
	{Name: "Kenya offers to lead a force in Haiti", Kind: "article"},
	{Name: "Nguyễn Văn Thiệu"},
	{Name: "Muhammad Ali"},
}

func TestFind(t *testing.T) {
	x := index(people...)
	for _, test := range []struct {
		typed, first string
		reason       find.Reason
	}{
		{"Alfred Mutua", "Alfred Mutua", find.Exact},
		{"alfred mutua", "Alfred Mutua", find.Exact},
		{"alf", "Alfred Mutua", find.Prefix},
		{"mutua", "Alfred Mutua", find.Exact}, // by the alias, whose title does not count
		{"mutua alfred", "Alfred Mutua", find.Words},
		{"alf mut", "Alfred Mutua", find.WordStarts},
		{"mut alf", "Alfred Mutua", find.WordStarts},
		{"am", "Alfred Mutua", find.Initials},
		{"alfmut", "Alfred Mutua", find.Subsequence},
		{"mutwa", "Alfred Mutua", find.Misspelt},
		{"alfed mutua", "Alfred Mutua", find.Subsequence},
		{"alfred muttua", "Alfred Mutua", find.Misspelt},
		{"laferd mutua", "Alfred Mutua", find.Misspelt},
		{"moise", "Jovenel Moïse", find.Words},
		{"jovenel moïse", "Jovenel Moïse", find.Exact},
		{"henri ariel", "Ariel Henry", find.Misspelt},
		{"henry ariel", "Henry Ariel Novak", find.Prefix},
		{"melanie", "Mélanie Joly", find.Prefix},
		{"joli", "Mélanie Joly", find.Misspelt},
		{"obrien", "Sean O'Brien", find.Words},
		{"o’brien", "Sean O'Brien", find.Words},
		{"jean claude", "Jean-Claude Duvalier", find.Prefix},
		{"baby", "Jean-Claude Duvalier", find.Prefix},
		{"dr mutua", "Alfred Mutua", find.Exact},
		{"president moise", "Jovenel Moïse", find.Words},
		{"習近", "習近平", find.Prefix},
		{"зеленский", "Владимир Зеленский", find.Words},
		{"port au", "Port-au-Prince", find.Prefix},
		{"caribean comunity", "CARICOM", find.Subsequence},
		{"nguyen van", "Nguyễn Văn Thiệu", find.Prefix},
		{"mohamad ali", "Muhammad Ali", find.Misspelt},
		{"kenya force", "Kenya offers to lead a force in Haiti", find.Words},
	} {
		t.Run(test.typed, func(t *testing.T) {
			matches := x.Find(t.Context(), test.typed, nil, 10)
			if len(matches) == 0 {
				t.Fatal("nothing was found")
			}
			if matches[0].Name != test.first || matches[0].Reason != test.reason {
				t.Errorf("found %q (%d), not %q (%d)", matches[0].Name, matches[0].Reason, test.first, test.reason)
			}
		})
	}
}

// A long title in which the letters of a name happen to stand must not hide the
// name that was meant.
func TestLettersStrewnOverATitleAreNoMatch(t *testing.T) {
	for _, match := range index(people...).Find(t.Context(), "mutwa", nil, 10) {
		if match.Kind == "article" {
			t.Errorf("found %q", match.Name)
		}
	}
}

func TestMarks(t *testing.T) {
	x := index(people...)
	for _, test := range []struct{ typed, name, marked string }{
		{"alf mut", "Alfred Mutua", "[Alf]red [Mut]ua"},
		{"moise", "Jovenel Moïse", "Jovenel [Moïse]"},
		{"am", "Alfred Mutua", "[A]lfred [M]utua"},
		{"obrien", "Sean O'Brien", "Sean [O'Brien]"},
		{"習近", "習近平", "[習近]平"},
		{"van thieu", "Nguyễn Văn Thiệu", "Nguyễn [Văn] [Thiệu]"},
		{"mutwa", "Alfred Mutua", "Alfred [Mutua]"},
		{"caribbean", "Caribbean Community", "[Caribbean] Community"},
	} {
		var got string
		for _, match := range x.Find(t.Context(), test.typed, nil, 10) {
			if match.Shown() != test.name {
				continue
			}
			at := 0
			for _, mark := range match.Marks {
				got += match.Shown()[at:mark.Start] + "[" + match.Shown()[mark.Start:mark.End] + "]"
				at = mark.End
			}
			got += match.Shown()[at:]
		}
		if got != test.marked {
			t.Errorf("%s: marked %q, not %q", test.typed, got, test.marked)
		}
	}
}

func TestKinds(t *testing.T) {
	matches := index(people...).Find(t.Context(), "a", []string{"organisation"}, 10)
	if len(matches) != 0 {
		t.Errorf("found %v", matches)
	}
	matches = index(people...).Find(t.Context(), "cari", []string{"organisation"}, 10)
	if len(matches) != 1 || matches[0].Name != "CARICOM" {
		t.Errorf("found %v", matches)
	}
}

func TestFoldedIsSaid(t *testing.T) {
	x := index(people...)
	for typed, want := range map[string]bool{"moise": true, "moïse": false, "mutua": false, "jean claude": false, "obrien": true} {
		if matches := x.Find(t.Context(), typed, nil, 1); len(matches) == 0 || matches[0].Folded != want {
			t.Errorf("%s: %+v", typed, matches)
		}
	}
}

func TestUseDecidesBetweenEquals(t *testing.T) {
	x := index(
		find.Candidate{Name: "Anna Berg", Weight: 1},
		find.Candidate{Name: "Anna Bore", Weight: 9},
		find.Candidate{Name: "Anna Bult", Opened: time.Now().Unix()},
	)
	var names []string
	for _, match := range x.Find(t.Context(), "anna b", nil, 10) {
		names = append(names, match.Name)
	}
	if got := strings.Join(names, ", "); got != "Anna Bult, Anna Bore, Anna Berg" {
		t.Error(got)
	}
}

func TestRecent(t *testing.T) {
	x := index(find.Candidate{Name: "never"}, find.Candidate{Name: "long ago", Opened: 5}, find.Candidate{Name: "today", Opened: 9})
	matches := x.Find(t.Context(), " ", nil, 10)
	if len(matches) != 2 || matches[0].Name != "today" || matches[1].Name != "long ago" {
		t.Errorf("recent: %+v", matches)
	}
}

func TestPutReplacesAndRemoveForgets(t *testing.T) {
	x := index(people...)
	x.Put(find.Candidate{Key: 1, Kind: "person", Name: "Somebody Else"})
	if matches := x.Find(t.Context(), "mutua", nil, 10); len(matches) != 0 {
		t.Errorf("the old name is found: %v", matches)
	}
	x.Remove(2)
	if matches := x.Find(t.Context(), "moise", nil, 10); len(matches) != 0 {
		t.Errorf("what was removed is found: %v", matches)
	}
	if x.Len() != len(people)-1 {
		t.Errorf("%d candidates", x.Len())
	}
	for i := range 20_000 { // often enough for the index to be made anew
		x.Put(find.Candidate{Key: 1, Kind: "person", Name: fmt.Sprint("Somebody ", i)})
	}
	if matches := x.Find(t.Context(), "somebody 19999", nil, 10); len(matches) == 0 || matches[0].Reason != find.Exact {
		t.Errorf("found %v", matches)
	}
	if matches := x.Find(t.Context(), "joly", nil, 10); len(matches) != 1 {
		t.Errorf("found %v", matches)
	}
}

// Whatever is typed and whatever names there are: marks lie in the name in
// order, scores fall, a better reason comes first, and a name finds itself.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Alfred Mutua", "習近平", "ﬁnance", "O'B'", "\xff\xfe", "İstanbul", "e\u0301", "ß", "a b c d e f g h i j k l"} {
		f.Add(seed, "Mutwa")
		f.Add("Anna "+seed, seed)
	}
	f.Fuzz(func(t *testing.T, name, typed string) {
		x := index(append([]find.Candidate{{Key: 99, Name: name}}, people...)...)
		matches := x.Find(t.Context(), typed, nil, 50)
		for i, match := range matches {
			if i > 0 && (match.Reason < matches[i-1].Reason || match.Score >= matches[i-1].Score) {
				t.Fatalf("%q in %q: order of %+v", typed, name, matches)
			}
			last := 0
			for _, mark := range match.Marks {
				if mark.Start < last || mark.End <= mark.Start || mark.End > len(match.Shown()) {
					t.Fatalf("%q in %q: marks %v", typed, match.Shown(), match.Marks)
				}
				last = mark.End
			}
		}
		if len(name) > 100 || strings.Count(fold.String(name), " ") > 8 {
			return
		}
		if own := x.Find(t.Context(), name, nil, 50); len(own) > 0 && own[0].Reason != find.Exact && own[0].Reason != find.Recent {
			t.Fatalf("%q finds %+v first", name, own[0])
		}
	})
}
