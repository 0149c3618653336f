package desktop

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/quickfind"
	"cuttings/app/session"
)

// elsewhere are the commands of every page, and where they are to be had, for quick
// find to say of those that are not to be had here.
func (w *window) elsewhere() []quickfind.Elsewhere {
	p := w.pages
	return []quickfind.Elsewhere{
		{Where: lang.X("where.article", "on an article"), Commands: p.article.Commands()},
		{Where: lang.X("where.note", "on a note"), Commands: p.writing.Commands()},
		{
			Where:    lang.X("where.entity", "on a person, organisation, place or event"),
			Commands: slices.Concat(p.entity.Commands(), w.entityCommands(session.Place{})),
		},
		{Where: lang.X("where.merged", "on what another was merged into"), Commands: []session.Command{w.historyCommand()}},
		{Where: lang.X("where.timeline", "on the timeline"), Commands: p.timeline.Commands()},
		{Where: lang.X("where.graph", "on the graph"), Commands: p.graph.Commands()},
		{Where: lang.X("where.search", "in the search"), Commands: p.searching.Commands()},
		{Where: lang.X("where.review", "where there is to decide"), Commands: p.reviewing.Commands()},
	}
}
