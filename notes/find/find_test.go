package find_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
	{Name: "Multinational Security Support mission", Kind: "organisation"},
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
		{"alfed mutua", "Alfred Mutua", find.Misspelt},
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
		{"caribean comunity", "CARICOM", find.Misspelt},
		{"nguyen van", "Nguyễn Văn Thiệu", find.Prefix},
		{"mohamad ali", "Muhammad Ali", find.Misspelt},
		{"kenya force", "Kenya offers to lead a force in Haiti", find.Words},
		{"xi jin", "習近平", find.Prefix},
		{"zelenskii", "Владимир Зеленский", find.Words},
		{"vladimir zelensky", "Владимир Зеленский", find.Misspelt},
		{"alfred mutw", "Alfred Mutua", find.Begun}, // while it is typed
		{"mtua", "Alfred Mutua", find.Misspelt},
		{"mutia", "Alfred Mutua", find.Misspelt}, // though a title has the letters in order
		{"wilfred mutua", "Alfred Mutua", find.Misspelt},
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
		{"xi jin", "習近平", "[習近]平"},
		{"zelen", "Владимир Зеленский", "Владимир [Зелен]ский"},
		{"alfred mutw", "Alfred Mutua", "[Alfred] [Mutua]"},
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
	for _, test := range []struct {
		name, typed    string
		accents, signs bool
	}{
		{"Jovenel Moïse", "moise", true, false},
		{"Jovenel Moïse", "moïse", false, false},
		{"Jovenel Moise", "moïse", true, false},
		{"Jovenel Moïse", "moi\u0308se", false, false}, // the same, decomposed
		{"Alfred Mutua", "mutua", false, false},
		{"Conan O’Brien", "obrien", false, true},
		{"Conan O'Brien", "o’brien", false, true},
		{"Jean-Claude Moïse", "jean claude", false, false},
		{"Jean-Claude Moïse", "jean-claude moise", true, false},
		{"Jean-Claude Moïse", "jeanclaude", false, false}, // letters in order, which is said
		{"Jean Claude Moïse", "jean-claude moise", true, true},
		{"Ærøskøbing", "aeroskobing", true, false},
		{"Kenya", "Dr. kenya", false, false},
		{"Jovenel Moïse", "President moise", true, false},
	} {
		matches := index(find.Candidate{Name: test.name}).Find(t.Context(), test.typed, nil, 1)
		if len(matches) == 0 {
			t.Errorf("%s does not find %s", test.typed, test.name)
			continue
		}
		if m := matches[0]; m.Accents != test.accents || m.Signs != test.signs || m.Folded != (test.accents || test.signs) {
			t.Errorf("%s for %s: %+v", test.typed, test.name, m)
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

// Often counts as well as lately, and neither for ever.
func TestUse(t *testing.T) {
	const day = 24 * 60 * 60
	now := time.Now().Unix()
	once := find.Use(0, now)
	often := int64(0)
	for range 5 {
		often = find.Use(often, now-20*day)
	}
	longAgo := int64(0)
	for range 5 {
		longAgo = find.Use(longAgo, now-90*day)
	}
	if once != now || often <= once || longAgo >= once {
		t.Errorf("once now is %d, five times 20 days ago %d, 90 days ago %d", once, often, longAgo)
	}
}

// What was not packed yet is found as what was.
func TestPackingChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	var candidates []find.Candidate
	for i, name := range realNames(random, 800) {
		c := find.Candidate{Key: int64(i), Kind: []string{"person", "place"}[i%2], Name: name, Weight: i % 7}
		if i%5 == 0 {
			c.Aliases = []string{"Dr " + name, strings.ToUpper(name[:5])}
		}
		candidates = append(candidates, c)
	}
	loose, packed, mixed := find.NewIndex(), find.NewIndex(), find.NewIndex()
	loose.Load(candidates)
	packed.Load(candidates)
	packed.Pack()
	mixed.Load(candidates[:500])
	mixed.Pack()
	mixed.Load(candidates[300:])
	for range 300 {
		name := fold.String(candidates[random.IntN(len(candidates))].Name)
		typed := name[:1+random.IntN(len(name))]
		if slip := slips[random.IntN(len(slips))]; len(typed) > 8 && !strings.HasSuffix(typed, " ") && strings.Contains(typed, " ") {
			typed = slip.slip(random, typed)
		}
		kinds := [][]string{nil, {"place"}}[random.IntN(2)]
		want := packed.Find(t.Context(), typed, kinds, 20)
		for way, x := range map[string]*find.Index{"not packed": loose, "packed in part": mixed} {
			if diff := cmp.Diff(want, x.Find(t.Context(), typed, kinds, 20)); diff != "" {
				t.Fatalf("%q, %s: %s", typed, way, diff)
			}
		}
	}
}

// Many threads ask while names come and go.
func TestManyAsk(t *testing.T) {
	x := find.NewIndex()
	names := realNames(rand.New(rand.NewPCG(2, 2)), 2_000)
	var asking sync.WaitGroup
	for worker := range 3 {
		asking.Go(func() {
			for i := range 60 {
				x.Find(t.Context(), fold.String(names[(i*31+worker)%len(names)]), nil, 10)
			}
		})
	}
	for i, name := range names {
		x.Put(find.Candidate{Key: int64(i), Kind: "person", Name: name})
		if i%3 == 0 {
			x.Remove(int64(i / 2))
		}
		if i%500 == 0 {
			x.Pack()
		}
	}
	asking.Wait()
	if matches := x.Find(t.Context(), names[1999], nil, 1); len(matches) != 1 || matches[0].Reason != find.Exact {
		t.Errorf("%+v", matches)
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
