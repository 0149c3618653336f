package parts

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"cuttings/app/look"
)

// seen gives the words of a line as they stand from the left.
func seen(l line) string {
	pieces := slices.Clone(l.pieces)
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
	var words []string
	for _, p := range pieces {
		if word := strings.Trim(p.words, " "+zeroWidthJoiner); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, "|")
}

// What is marked of a line that runs to the left stands where it would unmarked.
func TestMarkedWordsStandInTheirOrder(t *testing.T) {
	test.NewTempApp(t)
	marked := func(words ...string) []Run { // every other one is marked
		var runs []Run
		for i, w := range words {
			run := Run{Words: w}
			if i%2 == 1 {
				run.Behind = look.Yellow
			}
			runs = append(runs, run)
		}
		return runs
	}
	tests := map[string]struct {
		runs []Run
		most int
		want string
	}{
		"Latin":               {marked("said ", "Ali", " today"), 0, "said |Ali| today"},
		"two words":           {marked("", "محمد", " ", "علي"), 1, "علي|محمد"},
		"a passage":           {marked("قال ", "محمد علي", " اليوم."), 0, ".|اليوم|محمد علي|قال"},
		"Hebrew":              {marked("אמר ", "דוד", " היום"), 0, "היום|דוד|אמר"},
		"within a word":       {marked("م", "حم", "د علي"), 1, "د علي|حم|م"},
		"an English name":     {marked("قال ", "David Malpass", " اليوم"), 0, "اليوم|David Malpass|قال"},
		"Arabic in English":   {marked("The name ", "محمد", " علي is his"), 0, "The name |علي|محمد| is his"},
		"a number":            {marked("في ", "عام", " 2024 قال"), 0, "قال|2024|عام|في"},
		"brackets":            {marked("قال ", "(", "محمد", ")", " اليوم"), 0, "اليوم|(|محمد|)|قال"},
		"an aside in a list":  {marked("", "محمد", " علي   ملاكم"), 1, "علي|محمد|ملاكم"},
		"an aside":            {marked("", "محمد", " علي   5 March · BBC"), 2, "BBC|5 March|علي|محمد"},
		"brackets unmarked":   {marked("قال (محمد) علي…"), 0, "…|علي|(|محمد|)|قال"},
		"what is said of one": {marked("BBC · ", "محمد", " علي"), 0, "BBC · |علي|محمد"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			done := wrap(test.runs, 600, test.most, 1, false)
			trim := func(s string) string {
				return strings.NewReplacer(" |", "|", "| ", "|", " · ", "", "· ", "", "·|", "").Replace(s)
			}
			if got := trim(seen(done.lines[0])); got != trim(test.want) {
				t.Errorf("it reads %q, not %q", got, test.want)
			}
		})
	}
}

// A passage that runs to the left begins at the right of its card, in each line.
func TestPassageBeginsAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	done := wrap([]Run{{Words: "قال محمد علي اليوم إن الاجتماع كان مفيدا جدا للجميع\nThe rest is English"}}, 120, 0, 1, false)
	for i, l := range done.lines {
		left, right := done.width, float32(0)
		for _, p := range l.pieces {
			left, right = min(left, p.x), max(right, p.x+p.width)
		}
		if english := i >= len(done.lines)-1; english && left > 0.1 || !english && right < 119.9 {
			t.Errorf("line %d reaches from %v to %v", i, left, right)
		}
	}
	one := wrap([]Run{{Words: "محمد علي"}}, 120, 1, 1, false)
	if x := one.lines[0].pieces[0].x; x != 0 {
		t.Errorf("in a list it begins at %v", x)
	}
}

// Letters that are written together are as wide in pieces as they are whole.
func TestMarksKeepLettersTogether(t *testing.T) {
	test.NewTempApp(t)
	for _, word := range []string{"محمد", "عبدالله", "دار"} {
		whole := look.Measure(word, look.Regular, 40).Width
		for at := range word {
			done := wrap([]Run{{Words: word[:at], Size: 40}, {Words: word[at:], Size: 40, Behind: look.Yellow}}, 600, 1, 1, false)
			if difference := done.width - whole; difference > 0.5 || difference < -0.5 {
				t.Errorf("%s cut at %d is %v wide, not %v", word, at, done.width, whole)
			}
		}
	}
}

// Whatever is written, no piece covers another and all words are there.
func TestDirectedPiecesDoNotCover(t *testing.T) {
	test.NewTempApp(t)
	letters := rapid.StringOf(rapid.RuneFrom([]rune("محدعשדab1 2.()·\n\u200f\u0301")))
	rapid.Check(t, func(r *rapid.T) {
		var runs []Run
		for _, words := range rapid.SliceOfN(letters, 1, 4).Draw(r, "runs") {
			runs = append(runs, Run{Words: words})
		}
		done := wrap(runs, 80, rapid.IntRange(0, 3).Draw(r, "most"), 1, false)
		for _, l := range done.lines {
			pieces := slices.Clone(l.pieces)
			slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
			at := float32(0)
			for _, p := range pieces {
				if p.run < 0 || p.run >= len(runs) || p.x < at-0.1 && p.width > 0 {
					r.Fatalf("%q at %v, where %v is taken", p.words, p.x, at)
				}
				at = max(at, p.x+p.width)
			}
		}
	})
}
