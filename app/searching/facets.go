package searching

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/marks"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/query"
)

// facetsDelay is how long results are shown before what they can be narrowed to
// is counted.
const facetsDelay = 150 * time.Millisecond

// mostShown is how many values of a facet are shown.
const mostShown = 7

// facets stand beside the results: when they are from, and what they can be
// narrowed to with a click.
type facets struct {
	p      *Page
	of     asked // whose results are counted here
	column *fyne.Container
	scroll *parts.Scroll
	object fyne.CanvasObject
	stops  stops
	bars   *bars
	also   *facets // that shows the same; nil if none does
}

func newFacets(p *Page) *facets {
	f := &facets{p: p, column: parts.NewColumn(2)}
	f.scroll = parts.NewScroll(parts.NewInset(look.PanePadding, look.SidebarPadding, look.PanePadding, look.SidebarPadding, f.column))
	f.object, f.stops = f.scroll, stops{p: p, onStep: f.reveal}
	f.show(notes.Facets{})
	return f
}

// count counts what is found. Counts of something else give way to words that these
// are still to come, if they take longer than patience.
func (f *facets) count(now asked) {
	f.stop()
	if now.query == "" {
		f.of = now
		f.show(notes.Facets{})
		return
	}
	var kinds []notes.Kind
	if now.kind != "" {
		kinds = []notes.Kind{now.kind}
	}
	f.p.s.Work.After(facetsDelay, "facets", func(ctx context.Context) (func(), error) {
		counted, err := f.p.s.Book.Facets(ctx, now.query, kinds)
		return func() {
			f.p.s.Work.Cancel("counting")
			f.of = now
			f.show(counted)
		}, err
	}, func(err error) {
		f.stop()
		f.of = asked{}
		f.show(notes.Facets{})
		f.p.s.Fail(err)
	})
	if f.of.countsLike(now) {
		return
	}
	f.p.s.Work.After(facetsDelay+patience, "counting", func(context.Context) (func(), error) {
		return func() {
			f.of = asked{}
			f.explain(lang.X("facets.counting", "Counting…"))
		}, nil
	}, f.p.s.Fail)
}

// stop ends counting that is under way.
func (f *facets) stop() {
	f.p.s.Work.Cancel("facets")
	f.p.s.Work.Cancel("counting")
}

// explain shows words in the place of counts.
func (f *facets) explain(words string) {
	if f.also != nil {
		f.also.explain(words)
	}
	f.column.Objects = []fyne.CanvasObject{
		facetHead(lang.X("facets.narrow", "Narrow")),
		parts.NewInset(2, look.RowPadding, 0, look.RowPadding, parts.NewParagraph(parts.Run{Words: words, Colour: look.TextThird})),
	}
	f.stops.set(nil, nil)
	f.column.Refresh()
}

// reveal scrolls to a row that has the keyboard.
func (f *facets) reveal(row fyne.CanvasObject) {
	top := f.column.Position().Y + row.Position().Y
	f.scroll.Reveal(top, top+row.Size().Height)
}

func facetHead(words string) fyne.CanvasObject {
	return parts.NewInset(10, look.RowPadding, 4, look.RowPadding, parts.NewSection(words))
}

func (f *facets) show(counted notes.Facets) {
	if f.also != nil {
		f.also.show(counted)
	}
	if counted.Total == 0 {
		f.explain(lang.X("facets.empty", "What is found is counted here, by time, source, people, events and tags. A click narrows it."))
		return
	}
	f.column.Objects = nil
	section := func(words string) { f.column.Objects = append(f.column.Objects, facetHead(words)) }
	f.showTimes(counted, section)
	for _, facet := range []struct {
		words   string
		name    query.Name
		tallies []notes.Tally
		said    func(string) string
	}{
		{lang.X("facets.source", "Source"), query.Source, counted.Sources, nil},
		{session.ViewName(session.People), query.Person, counted.People, nil},
		{session.ViewName(session.Organisations), query.Organisation, counted.Organisations, nil},
		{session.ViewName(session.Places), query.Place, counted.Places, nil},
		{session.ViewName(session.Events), query.Event, counted.Events, nil},
		{lang.X("facets.tags", "Tags"), query.Tag, counted.Tags, nil},
		{lang.X("facets.colours", "Colours"), query.Colour, counted.Colours, func(v string) string { return marks.ColourName(notes.Colour(v), nil) }},
	} {
		if len(facet.tallies) == 0 {
			continue
		}
		section(facet.words)
		for _, tally := range facet.tallies[:min(len(facet.tallies), mostShown)] {
			words := tally.Value
			if facet.said != nil {
				words = facet.said(words)
			}
			part := narrowing(facet.name, tally.Value)
			row := parts.NewRow(words, number(tally.Count), func() { f.turn(part) })
			row.SetChosen(f.has(part))
			f.column.Objects = append(f.column.Objects, row)
		}
	}
	if len(f.column.Objects) == 0 {
		f.explain(lang.X("facets.none", "What is found is of one time, and has no source, people, events or tags to narrow it by."))
		return
	}
	f.column.Refresh()
	f.stops.set(f.column.Objects, f.p.facetsKey)
}

// showTimes shows the time to which the query is narrowed, and the bars of others.
func (f *facets) showTimes(counted notes.Facets, section func(string)) {
	span := spans.FindStringSubmatch(f.p.query())
	within := allMonths
	if span != nil {
		within = reachOf(span[1], span[2])
	}
	var all []bar
	if len(counted.Months)+len(counted.Spans) > 1 {
		all = barsOf(counted, within)
	}
	if len(all) > 1 || span != nil {
		section(lang.X("facets.time", "When"))
	}
	if span != nil {
		row := parts.NewRow(spanWords(span[1], span[2]), "", func() { f.turn(strings.TrimSpace(span[0])) })
		row.SetChosen(true)
		f.column.Objects = append(f.column.Objects, row)
	}
	if len(all) > 1 {
		before := f.bars
		f.bars = newBars(all, func(first, behind month) { f.turn(during(first, behind)) })
		f.bars.follow(before)
		f.column.Objects = append(f.column.Objects, f.bars)
	}
}

// narrowing is the part of a query that asks for a value of a field.
func narrowing(name query.Name, value string) string {
	return string(name) + ":" + query.Quoted(name, value)
}

// narrowed is a query with a part that narrows it.
func narrowed(asked, part string) string {
	if len(query.Parse(asked).Faults) > 0 { // behind an open quotation mark, or an OR, it would mean something else
		return part + " " + asked
	}
	return asked + " " + part
}

// during is the part of a query that asks for what is from a month on, up to
// another.
func during(first, behind month) string {
	years := first.month == 1 && behind.month == 1
	return "after:" + first.written(years) + " before:" + behind.written(years)
}

// spans are the parts of a query that during writes.
var spans = regexp.MustCompile(`(?:^| )after:([0-9-]+) before:([0-9-]+)(?: |$)`)

// reachOf is the months that have days from one date up to another.
func reachOf(first, behind string) reach {
	from, err := edtf.Parse(first)
	to, otherErr := edtf.Parse(behind)
	begin, begins := from.Earliest()
	end, ends := to.Earliest()
	if err != nil || otherErr != nil || !begins || !ends {
		return allMonths
	}
	return reach{monthWith(begin).number(), monthWith(end-1).number() + 1}
}

// spanWords say what time it is from one date up to another, with its last day, month
// or year, whichever the dates are.
func spanWords(first, behind string) string {
	from, err := edtf.Parse(first)
	to, otherErr := edtf.Parse(behind)
	begin, begins := from.Earliest()
	end, ends := to.Earliest()
	if err != nil || otherErr != nil || !begins || !ends || end <= begin {
		return session.Date(first+"/"+behind, false)
	}
	fineness := max(strings.Count(first[1:], "-"), strings.Count(behind[1:], "-")) // a year may have a sign before it
	first, last := writtenAs(begin, fineness), writtenAs(end-1, fineness)
	if first == last {
		return session.Date(first, false)
	}
	return session.Date(first+"/"+last, false)
}

// writtenAs is the year of a day, its month, or the day itself, as a date is written.
func writtenAs(day edtf.Day, fineness int) string {
	switch _, _, ofMonth := day.Date(); fineness {
	case 0, 1:
		return monthWith(day).written(fineness == 0)
	default:
		return fmt.Sprintf("%s-%02d", monthWith(day).written(false), ofMonth)
	}
}

// has reports whether the query is narrowed by a part.
func (f *facets) has(part string) bool {
	return strings.Contains(" "+f.p.query()+" ", " "+part+" ")
}

// turn narrows the query by a part, or takes that back, and leaves the keyboard
// in the field.
func (f *facets) turn(part string) {
	f.p.showNarrow(false)
	f.p.Focus()
	asked := f.p.query()
	switch {
	case asked == "":
	case f.has(part):
		asked = strings.TrimSpace(strings.Replace(" "+asked+" ", " "+part+" ", " ", 1))
		f.p.setQuery(asked)
	default:
		f.p.setQuery(narrowed(asked, part))
	}
}
