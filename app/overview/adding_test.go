package overview

import (
	"testing"

	"cuttings/app/timeline"
	"cuttings/notes/edtf"
)

// What is proposed for a new event is as exact as what the chart shows.
func TestADayIsProposedAsExactlyAsItIsShown(t *testing.T) {
	for scale, want := range map[timeline.Scale]string{timeline.Years: "1991", timeline.Months: "1991-05", timeline.Days: "1991-05-16"} {
		if got := shownAs(edtf.DayOf(1991, 5, 16), scale); got != want {
			t.Errorf("at scale %d %q is proposed, want %q", scale, got, want)
		}
	}
	if got := shownAs(edtf.DayOf(12000, 5, 16), timeline.Days); got != "" {
		t.Errorf("of a year of five digits %q is proposed", got)
	}
}
