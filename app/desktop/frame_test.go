package desktop

import "testing"

func TestFit(t *testing.T) {
	for _, test := range []struct {
		name            string
		total           float32
		set             widths
		list, inspector bool
		want            fitted
	}{
		{"all fit", 1440, defaultWidths(), true, true, fitted{208, 316, 598, 318}},
		{"without a list", 1440, defaultWidths(), false, true, fitted{208, 0, 914, 318}},
		{"the inspector shrinks", 1200, defaultWidths(), true, true, fitted{208, 316, 420, 256}},
		{"the inspector goes", 1100, defaultWidths(), true, true, fitted{208, 316, 576, 0}},
		{"the smallest window", 900, defaultWidths(), true, true, fitted{208, 272, 420, 0}},
		{"smaller still", 760, defaultWidths(), true, false, fitted{0, 220, 540, 0}},
		{"only the page", 1440, widths{Sidebar: 208, List: 316, Inspector: 318, Page: true}, true, true, fitted{0, 0, 1440, 0}},
		{"hidden by the person", 1440, widths{Sidebar: 208, List: 316, Inspector: 318, HideList: true}, true, true, fitted{208, 0, 914, 318}},
	} {
		if got := fit(test.total, test.set, test.list, test.inspector); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}
