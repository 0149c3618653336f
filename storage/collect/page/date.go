package page

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// oldest is the year before which no collected writing is dated: what claims
// so is a fault.
const oldest = 1400

// date returns the day of publication as EDTF. A page that gives a time in
// its own zone means the day in that zone.
func (f *facts) date(now time.Time) string {
	said := []string{
		f.data.published,
		f.get("article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished"),
		f.get("dc:date:issued", "dcterms:issued", "dcterms:created", "dcterms:available", "dc:date:created", "dc:date", "dcterms:date"),
		f.get("citation_publication_date", "citation_date", "citation_online_date"),
		f.get("parsely-pub-date", "sailthru:date", "pubdate", "publishdate", "publish-date", "publish_date", "published_at",
			"article:publicationdate", "originalpublicationdate", "dcsext:articlefirstpublished", "displaydate",
			"pdate", "weibo:article:create_at", "cxenseparse:recs:publishtime", "date"),
	}
	said = append(said, f.times...)
	said = append(said, f.data.created)
	said = append(said, f.dated...)
	for _, written := range said {
		if date := Date(written, now); date != "" {
			return date
		}
	}
	for _, address := range []string{f.saved, f.canonical, f.get("og:url")} {
		if match := datedPath.FindStringSubmatch(address); match != nil {
			if date := day(match[1], match[2], match[3], now); date != "" {
				return date
			}
		}
	}
	return ""
}

var (
	datedPath = regexp.MustCompile(`^https?://[^/]+/(?:.*/)?((?:19|20)\d\d)/(\d{1,2})(?:/(\d{1,2}))?(?:/|$)`)
	numbers   = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T ,])`)
	han       = regexp.MustCompile(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)
	compact   = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}.*)?$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b`)
	named     = regexp.MustCompile(`(?i)\b(\d{1,2})?(?:st|nd|rd|th)?\.?,?\s*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?\b,?\s+)?(?:\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]+\s+)?)?(\d{4})\b`)
	epoch     = regexp.MustCompile(`^\d{10}(?:\d{3})?$`)
)

// Date returns the day that written names, as EDTF (YYYY-MM-DD, or with less
// precision YYYY-MM or YYYY); "" if it names none, or one later than now.
// Days in which month and day could be taken for one another are not guessed.
func Date(written string, now time.Time) string {
	written = strings.TrimSpace(firstN(written, 100))
	if match := numbers.FindStringSubmatch(written); match != nil {
		return day(match[1], match[2], match[3], now)
	}
	if match := han.FindStringSubmatch(written); match != nil {
		return day(match[1], match[2], match[3], now)
	}
	if match := epoch.FindString(written); match != "" {
		seconds, _ := strconv.ParseInt(match[:10], 10, 64)
		at := time.Unix(seconds, 0).UTC()
		return day(strconv.Itoa(at.Year()), strconv.Itoa(int(at.Month())), strconv.Itoa(at.Day()), now)
	}
	if match := compact.FindStringSubmatch(written); match != nil {
		return day(match[1], match[2], match[3], now)
	}
	if match := dayFirst.FindStringSubmatch(written); match != nil {
		return day(match[3], match[2], match[1], now)
	}
	if match := named.FindStringSubmatch(written); match != nil {
		month := 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(match[2]))/3
		return day(match[4], strconv.Itoa(month), firstOf(match[3], match[1]), now)
	}
	return ""
}

// day checks and writes a date of which month and day may be missing.
func day(year, month, date string, now time.Time) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(firstOf(month, "0"))
	d, _ := strconv.Atoi(firstOf(date, "0"))
	if m == 0 {
		d = 0
	}
	earliest := time.Date(y, time.Month(max(m, 1)), max(d, 1), 0, 0, 0, 0, time.UTC)
	// A day's grace: it is tomorrow already in the east.
	if y < oldest || earliest.After(now.AddDate(0, 0, 1)) || m > 12 || d > 0 && earliest.Day() != d {
		return ""
	}
	switch {
	case m == 0:
		return fmt.Sprintf("%04d", y)
	case d == 0:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
