package generate

import (
	"strconv"

	"cuttings/notes"
)

// More returns articles like those of an archive that was made with options, to
// be collected into it: those of the numbers from first on, which is best beyond
// Options.Articles, so that none is there already.
func More(options Options, first, count int) (notes.Collector, []notes.Input) {
	return newGenerator(options), inputs(first, count)
}

// inputs hold the numbers of articles.
func inputs(first, count int) []notes.Input {
	all := make([]notes.Input, count)
	for i := range all {
		number := strconv.Itoa(first + i)
		all[i] = notes.Input{Data: []byte(number), Name: "article " + number}
	}
	return all
}
