package desktop

import (
	"strings"
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

// A letter is the page's command also where a tab beside it was clicked.
func TestLettersBesideThePage(t *testing.T) {
	o := open(t)
	item := o.named("Alfred Mutua")
	o.window.open(session.Place{Item: item.ID, Kind: item.Kind})
	o.until("the page is read", func() bool {
		return strings.Contains(o.status.right.Words(), "mentions") && !strings.HasPrefix(o.status.right.Words(), "0")
	})
	for _, object := range test.LaidOutObjects(o.page.Inspector()) {
		if tabs, ok := object.(*parts.Tabs); ok {
			tabs.Tapped(&fyne.PointEvent{})
		}
	}
	keyboard, ok := o.s.Window.Canvas().Focused().(*parts.Tabs)
	if !ok {
		t.Fatalf("a click on a tab gives the keyboard to %T", o.s.Window.Canvas().Focused())
	}
	if keyboard.TypedRune('e'); !o.covered() {
		t.Error("E opens no form")
	}
	keyboard.TypedRune('j')
	if o.place.Item != item.ID {
		t.Error("below the form a letter goes on in the list")
	}
}

// Enter leaves a report in which nothing was chosen.
func TestEnterLeavesAReport(t *testing.T) {
	o := open(t)
	o.showReport("3 added", 1, func(int) reportLine { return reportLine{name: "One", outcome: "Added"} })
	o.pressed(fyne.KeyReturn)
	if o.covered() || len(o.reports) != 0 {
		t.Error("it is there still")
	}
}
