package timeline

import "fyne.io/fyne/v2"

// Hold makes the chart see modifiers held, as the test driver has none.
func (c *Chart) Hold(held fyne.KeyModifier) { c.modifiers = func() fyne.KeyModifier { return held } }
