package article

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// edit asks for what is known about the article: title, byline, source, date,
// address.
func (p *Page) edit() {
	if !p.shown {
		return
	}
	article := p.reading.Article
	form := &sheet.Sheet{Title: lang.X("edit.title", "About this article"), Confirm: lang.X("sheet.save", "Save")}
	column := parts.NewColumn(8)
	field := func(name, value string) *parts.Field {
		f := parts.NewField(name)
		f.SetText(value)
		form.Attach(f)
		column.Add(parts.NewColumn(2, parts.NewParagraph(parts.Run{Words: name, Size: look.BadgeSize, Colour: look.TextSecond}), f))
		return f
	}
	title := field(lang.X("info.title", "Title"), article.Title)
	byline := field(lang.X("info.byline", "By"), article.Byline)
	source := field(lang.X("info.source", "Source"), article.Source)
	date := field(lang.X("edit.date", "Date, as in 22 April 2023, April 2023, about 1938"), session.Date(article.Date, true))
	understood := parts.NewParagraph()
	column.Add(understood)
	address := field(lang.X("info.address", "Address"), article.URL)
	date.OnChanged = func(typed string) {
		understood.SetRuns(parts.Run{Words: session.DateUnderstood(typed), Size: look.BadgeSize, Colour: look.TextSecond})
		form.Refresh()
	}
	form.First, form.Content = fyne.Focusable(title), column
	form.Answer = func() string {
		if strings.TrimSpace(title.Text) == "" {
			return lang.X("edit.needsTitle", "An article needs a title.")
		}
		written := article.Date
		if date.Text != session.Date(article.Date, true) {
			var ok bool
			if written, ok = session.TypedDate(date.Text); !ok {
				return session.DateUnderstood(date.Text)
			}
		}
		update := notes.ArticleUpdate{Title: &title.Text, Byline: &byline.Text, Source: &source.Text, Date: &written, URL: &address.Text}
		p.s.Do(func(ctx context.Context) error { return p.s.Book.EditArticle(ctx, article.ID, update) })
		return ""
	}
	form.Show(p.s.Window)
}
