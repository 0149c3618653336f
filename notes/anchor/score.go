package anchor

// What decides, and why. The weights are those by which the Hypothesis
// project scores a match; position decides between equals alone, so it has no
// weight here.
const (
	weightExact  = 50.0 // the words are what was marked
	weightPrefix = 20.0 // both sides of the context together count less
	weightSuffix = 20.0

	// maxLossInContext is how great a part of words and context may be
	// edited. Unrelated prose of one language differs by about 0.6 at its
	// most alike; a text of which a tenth of the words changed, by 0.1.
	maxLossInContext = 0.35

	// maxLossAlone is the same for words without their context: stricter,
	// since nothing else speaks for the place.
	maxLossAlone = 0.3

	// shortestAlone is the length in characters from which words are so
	// rare that something like them is them without their context.
	shortestAlone = 24

	// tellingLength is the length in characters from which words that stand
	// unchanged are surely the passage, whatever surrounds them. Shorter
	// ones are often a name or a phrase that recurs.
	tellingLength = 32

	// wordsFloor is how much of the words must be left for a place to be
	// called theirs, however well the context agrees: where a passage was
	// taken out, its context still stands.
	wordsFloor = 0.5

	// contextFloor is how much of one side of the context must be left to
	// speak for a place; unrelated prose agrees by about 0.4.
	contextFloor = 0.6

	// leastCertainty is how certain a place that is only like the words must
	// be. Where a short passage was taken out, what is around the gap comes
	// to about 0.5.
	leastCertainty = 0.56

	// margin is how much less the best place must have lost than the next.
	// Of a passage with its context it is about one short word.
	margin = 0.05

	// clearlyNearer is how many times nearer to the expected position one of
	// several equal places must be. Text that was put in or taken out before
	// them moves all alike, so a little nearer says nothing.
	clearlyNearer = 2

	// maxOccurrences bounds the places of very short words that are weighed.
	maxOccurrences = 10_000

	// maxMatches bounds the approximate matches that are weighed: more than
	// that are certainly not told apart.
	maxMatches = 16

	// maxWork bounds a search of a whole text, in blocks of 64 characters of
	// the passage times characters of the text: about a second.
	maxWork = 1 << 28
)

// share is the part of length that edits left.
func share(edits, length int) float64 {
	if length == 0 {
		return 1
	}
	return max(0, 1-float64(edits)/float64(length))
}

// compareContext notes how far the text around passage is the one sought.
func (f *Finder) compareContext(s *search, c *candidate, passage span) {
	text := f.text.run
	// Twice the length has room for any edit that leaves half of it.
	start := max(0, passage.start-2*len(s.prefix))
	end := min(len(text), passage.end+2*len(s.suffix))
	_, before := s.before.nearest(backwards(text[start:passage.start]))
	_, after := s.after.nearest(text[passage.end:end])
	c.prefix, c.suffix = share(before, len(s.prefix)), share(after, len(s.suffix))
}

// weights returns those of the sides of the context that are known.
func (s *search) weights() (prefix, suffix float64) {
	if len(s.prefix) > 0 {
		prefix = weightPrefix
	}
	if len(s.suffix) > 0 {
		suffix = weightSuffix
	}
	return prefix, suffix
}

// context returns how much of the context stands around c; all of it, if
// nothing is known of it.
func (s *search) context(c candidate) float64 {
	prefix, suffix := s.weights()
	if prefix+suffix == 0 {
		return 1
	}
	return (prefix*c.prefix + suffix*c.suffix) / (prefix + suffix)
}

func (s *search) certainty(c candidate) float64 {
	prefix, suffix := s.weights()
	return (weightExact*c.exact + prefix*c.prefix + suffix*c.suffix) / (weightExact + prefix + suffix)
}

func backwards(run []symbol) []symbol {
	reversed := make([]symbol, len(run))
	for i, s := range run {
		reversed[len(run)-1-i] = s
	}
	return reversed
}
