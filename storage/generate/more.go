package generate

import (
	"strconv"

	"cuttings/notes"
)

// Collector reads articles like those of an archive that was made with options, to be
// collected into it.
func Collector(options Options) notes.Collector { return newGenerator(options) }

// Inputs hold the numbers of articles, from first on, for a Collector: best beyond
// Options.Articles, so that none is there already.
func Inputs(first, count int) []notes.Input {
	all := make([]notes.Input, count)
	for i := range all {
		number := strconv.Itoa(first + i)
		all[i] = notes.Input{Data: []byte(number), Name: "article " + number}
	}
	return all
}
