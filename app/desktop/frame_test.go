package desktop

import "testing"

func TestFit(t *testing.T) {
	for _, test := range []struct {
		name            string
		total           float32
		set             widths
		list, inspector bool
		two             bool
		want            fitted
	}{
		{"all fit", 1440, defaultWidths(), true, true, false, fitted{208, 316, 598, 318}},
		{"without a list", 1440, defaultWidths(), false, true, false, fitted{208, 0, 914, 318}},
		{"the inspector shrinks", 1200, defaultWidths(), true, true, false, fitted{208, 316, 420, 256}},
		{"the sidebar shrinks", 1150, defaultWidths(), true, true, false, fitted{174, 316, 420, 240}},
		{"the sidebar shrinks without a list", 830, defaultWidths(), false, true, false, fitted{170, 0, 420, 240}},
		{"the inspector goes without a list", 800, defaultWidths(), false, true, false, fitted{208, 0, 592, 0}},
		{"the inspector goes", 1100, defaultWidths(), true, true, false, fitted{208, 316, 576, 0}},
		{"the smallest window", 900, defaultWidths(), true, true, false, fitted{208, 272, 420, 0}},
		{"smaller still", 760, defaultWidths(), true, false, false, fitted{0, 220, 540, 0}},
		{"only the page", 1440, widths{Sidebar: 208, List: 316, Inspector: 318, Page: true}, true, true, false, fitted{0, 0, 1440, 0}},
		{"hidden by the person", 1440, widths{Sidebar: 208, List: 316, Inspector: 318, HideList: true}, true, true, false, fitted{208, 0, 914, 318}},
		{"two pages", 1440, defaultWidths(), true, true, true, fitted{208, 316, 916, 0}},
		{"two pages with an inspector", 1600, defaultWidths(), true, true, true, fitted{208, 316, 758, 318}},
		{"two pages in the smallest window", 900, defaultWidths(), true, true, true, fitted{150, 0, 750, 0}},
		{"two pages without a list", 900, defaultWidths(), false, true, true, fitted{160, 0, 740, 0}},
	} {
		if got := fit(test.total, test.set, test.list, test.inspector, test.two); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}
