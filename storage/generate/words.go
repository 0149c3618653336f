package generate

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

const (
	// vocabularySize is about what a newspaper uses in a year.
	vocabularySize = 30_000
	// wordExponent is that of Zipf's law for words: the n-th most frequent
	// is 1/n as frequent as the first.
	wordExponent = 1.0
	// entityExponent is lower: names are spread more evenly than words.
	entityExponent = 0.8
)

// frequent are the words that begin the vocabulary, most frequent first, as in
// English.
const frequent = `the of and to in a that for is on was with as it by at from has said be
have will are not an but its this were had who more they which after over been their one also
than about would when there or two up new out first into could people year last before other
government country under during while between because against three years some only most
official state president minister police report public national foreign international`

var (
	onsets = strings.Fields("b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w")
	vowels = strings.Fields("a e i o u a e i o ea ou ai ee")
	codas  = strings.Fields("n r s t l m d ck nd nt rt st ll ss ng x p b - - - - -")
	ends   = strings.Fields("ing ed er ly tion ment ness al ive ous ity s es ence ary ist - - - - - - - -")
)

// vocabulary invents words, short ones among the frequent and long ones among
// the rare, as in any language.
func vocabulary(seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 0))
	words := strings.Fields(frequent)
	known := make(map[string]bool, vocabularySize)
	for _, word := range words {
		known[word] = true
	}
	for len(words) < vocabularySize {
		syllables := 1 + r.IntN(1+min(3, len(words)/400))
		word := invented(r, syllables)
		if len(word) > 2 && !known[word] {
			known[word] = true
			words = append(words, word)
		}
	}
	return words
}

// invented puts a word together that can be pronounced.
func invented(r *rand.Rand, syllables int) string {
	var word strings.Builder
	for i := range syllables {
		word.WriteString(onsets[r.IntN(len(onsets))])
		word.WriteString(vowels[r.IntN(len(vowels))])
		if coda := codas[r.IntN(len(codas))]; coda != "-" && (i == syllables-1 || len(coda) == 1) {
			word.WriteString(coda)
		}
	}
	if end := ends[r.IntN(len(ends))]; end != "-" && syllables > 1 {
		word.WriteString(end)
	}
	return word.String()
}

// zipf draws numbers from 0 to n-1, of which the k-th is drawn in proportion to
// 1/(k+1)^exponent. Unlike rand.Zipf it allows exponents of 1 and below.
type zipf struct {
	below []float64 // how probable a number of at most the index is
}

func newZipf(n int, exponent float64) zipf {
	z := zipf{make([]float64, n)}
	sum := 0.0
	for i := range z.below {
		sum += math.Pow(float64(i+1), -exponent)
		z.below[i] = sum
	}
	return z
}

// next draws a number; there must be one to draw.
func (z zipf) next(r *rand.Rand) int {
	at, _ := slices.BinarySearch(z.below, r.Float64()*z.below[len(z.below)-1])
	return min(at, len(z.below)-1)
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
