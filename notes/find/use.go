package find

import "math"

// halfLife is how long it takes, in seconds, until an opening counts half.
const halfLife = 14 * 24 * 60 * 60

// Use adds an opening at a time (seconds since 1970) to what an item was used
// before, and returns the use from then on. It stands for all openings by one:
// the time at which a single opening would weigh as much as all of them do,
// each halved every two weeks. So uses can be compared at any time without
// being brought up to date.
func Use(before, at int64) int64 {
	if before <= 0 {
		return at
	}
	later, earlier := max(before, at), min(before, at)
	apart := float64(later-earlier) / halfLife
	return later + int64(halfLife*math.Log2(1+math.Exp2(-apart)))
}
