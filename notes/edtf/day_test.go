package edtf_test

import (
	"testing"

	"cuttings/notes/edtf"
)

func TestEncloses(t *testing.T) {
	for _, c := range []struct {
		date, other string
		want        bool
	}{
		{"2021-07", "2021-07-07", true},
		{"2021-07-07", "2021-07", false},
		{"2021-07-07", "2021-07-07?", true},
		{"2021", "2021-07/2021-09", true},
		{"2021-07", "2021-07-30/2021-08-02", false},
		{"2021-07-06/2021-07-07", "2021-07-07", true},
		{"2021-07-06", "2021-07-07", false},
		{"202X", "2021", true},
		{"[1667,1668]", "1668", true},
		{"../1938-03", "1938", false},
		{"../1938-03", "1937", true},
		{"1938", "1938/..", false},
		{"1938/..", "1940/", true},
	} {
		date, err := edtf.Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		other, err := edtf.Parse(c.other)
		if err != nil {
			t.Fatal(err)
		}
		if got := date.Encloses(other); got != c.want {
			t.Errorf("%s encloses %s: %v", c.date, c.other, got)
		}
		if (edtf.Date{}).Encloses(other) || date.Encloses(edtf.Date{}) {
			t.Errorf("no date and %s", c.date)
		}
	}
}
