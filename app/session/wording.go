package session

import (
	"sync"

	"fyne.io/fyne/v2/lang"

	"cuttings/notes/edtf"
)

// wordings are how dates are put into words, in the language of the window. They
// are read once, when all translations are there.
var wordings = sync.OnceValues(func() (long, short edtf.Wording) {
	return longWording(), shortWording()
})

// Wording is how dates are put into words: long as in prose, short as in lists.
func Wording(long bool) edtf.Wording {
	prose, list := wordings()
	if long {
		return prose
	}
	return list
}

func longWording() edtf.Wording {
	return edtf.Wording{
		Months: [12]string{
			lang.X("date.month.01", "January"), lang.X("date.month.02", "February"),
			lang.X("date.month.03", "March"), lang.X("date.month.04", "April"),
			lang.X("date.month.05", "May"), lang.X("date.month.06", "June"),
			lang.X("date.month.07", "July"), lang.X("date.month.08", "August"),
			lang.X("date.month.09", "September"), lang.X("date.month.10", "October"),
			lang.X("date.month.11", "November"), lang.X("date.month.12", "December"),
		},
		Seasons: [4]string{
			lang.X("date.season.1", "spring"), lang.X("date.season.2", "summer"),
			lang.X("date.season.3", "autumn"), lang.X("date.season.4", "winter"),
		},

		Day:    lang.X("date.as.day", "{day} {month} {year}"),
		Month:  lang.X("date.as.month", "{month} {year}"),
		Decade: lang.X("date.as.decade", "{year}s"),
		Years:  lang.X("date.as.years", "{from}–{to}"),
		BC:     lang.X("date.as.bc", "{year} BC"),
		AD:     lang.X("date.as.ad", "AD {year}"),
		At:     lang.X("date.as.at", "{date}, {time}"),

		Days:       lang.X("date.as.days", "{from}–{to} {month} {year}"),
		DayOfMonth: lang.X("date.as.dayOfMonth", "{day} {month}"),
		MonthsOf:   lang.X("date.as.monthsOf", "{from}–{to} {year}"),
		Range:      lang.X("date.as.range", "{from} – {to}"),

		Until:        lang.X("date.as.until", "until {date}"),
		Since:        lang.X("date.as.since", "since {date}"),
		UnknownStart: lang.X("date.as.unknownStart", "until {date}, start unknown"),
		UnknownEnd:   lang.X("date.as.unknownEnd", "from {date}, end unknown"),

		About:           lang.X("date.as.about", "about {date}"),
		Uncertain:       lang.X("date.as.uncertain", "{date} (uncertain)"),
		UnknownMonth:    lang.X("date.as.unknownMonth", "{date}, month unknown"),
		UnknownDay:      lang.X("date.as.unknownDay", "{date}, day unknown"),
		UnknownMonthDay: lang.X("date.as.unknownMonthDay", "{date}, month and day unknown"),

		List:       lang.X("date.as.list", "{list}, {next}"),
		Or:         lang.X("date.as.or", "{list} or {last}"),
		And:        lang.X("date.as.and", "{list} and {last}"),
		Between:    lang.X("date.as.between", "between {from} and {to}"),
		Each:       lang.X("date.as.each", "each of {dates}"),
		OrEarlier:  lang.X("date.as.orEarlier", "{date} or earlier"),
		OrLater:    lang.X("date.as.orLater", "{date} or later"),
		AndEarlier: lang.X("date.as.andEarlier", "{date} and earlier"),
		AndLater:   lang.X("date.as.andLater", "{date} and later"),
	}
}

// shortWording is the long one but for what is shorter in lists.
func shortWording() edtf.Wording {
	w := longWording()
	w.Months = [12]string{
		lang.X("date.short.month.01", "Jan"), lang.X("date.short.month.02", "Feb"),
		lang.X("date.short.month.03", "Mar"), lang.X("date.short.month.04", "Apr"),
		lang.X("date.short.month.05", "May"), lang.X("date.short.month.06", "Jun"),
		lang.X("date.short.month.07", "Jul"), lang.X("date.short.month.08", "Aug"),
		lang.X("date.short.month.09", "Sep"), lang.X("date.short.month.10", "Oct"),
		lang.X("date.short.month.11", "Nov"), lang.X("date.short.month.12", "Dec"),
	}
	w.UnknownStart = lang.X("date.short.unknownStart", "? – {date}")
	w.UnknownEnd = lang.X("date.short.unknownEnd", "{date} – ?")
	w.About = lang.X("date.short.about", "c. {date}")
	w.Uncertain = lang.X("date.short.uncertain", "{date}?")
	w.UnknownMonth = lang.X("date.short.unknownMonth", "{date}")
	w.UnknownDay = lang.X("date.short.unknownDay", "{date}")
	w.UnknownMonthDay = lang.X("date.short.unknownMonthDay", "{date}")
	return w
}
