package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
	"cuttings/app/session"
)

// clickRow clicks a row of the sidebar.
func (o *opened) clickRow(view session.View) {
	o.t.Helper()
	for _, object := range test.LaidOutObjects(o.sidebar.Object()) {
		if row, ok := object.(*parts.Row); ok && row.Name() == session.ViewName(view) {
			test.Tap(row)
			return
		}
	}
	o.t.Fatalf("the sidebar has no row for %s", view)
}

func TestListChosenInTheSidebarHasTheKeyboard(t *testing.T) {
	o := open(t)
	keyboard := func() fyne.Focusable { return o.s.Window.Canvas().Focused() }
	down := func() { keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }
	for _, c := range []struct {
		view  session.View
		holds int
		press func()
	}{
		{session.Events, 9, func() { keyboard().TypedRune('j') }},
		{session.All, 11, down},
		{session.People, 14, func() { keyboard().TypedRune('k') }},
		{session.Notes, 4, down},
	} {
		o.clickRow(c.view)
		o.until("the list of "+string(c.view)+" is right", func() bool { return o.list.Len() == c.holds })
		c.press()
		if o.place.Item == 0 || o.place.View != c.view {
			t.Errorf("a key in %s leads to %+v", c.view, o.place)
		}
	}
}
