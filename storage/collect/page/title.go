package page

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// maxTitle is the length in bytes from which something is no title.
const maxTitle = 500

// separators stand between a headline and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", "_", " ["}

// title returns the headline: what the page's data says, or its metadata, or
// what the library makes of its title element.
func (f *facts) title(site, extracted string) string {
	for _, said := range []string{
		f.data.headline,
		f.get("dc:title", "dcterm:title", "dcterms:title", "citation_title"),
		f.get("og:title", "weibo:article:title", "weibo:webpage:title"),
		f.get("title", "twitter:title", "parsely-title", "fulltitle"),
		extracted,
		f.titleTag,
	} {
		said = line(html.UnescapeString(said))
		if said != "" && len(said) <= maxTitle && !sameWords(said, site) {
			return withoutSite(said, site)
		}
	}
	for _, heading := range f.headings {
		if len(heading) <= maxTitle {
			return heading
		}
	}
	return line(firstN(f.titleTag, maxTitle))
}

// withoutSite cuts the site's name off the end of a title.
func withoutSite(title, site string) string {
	for _, separator := range separators {
		at := strings.LastIndex(title, separator)
		if at > 0 && sameWords(title[at+len(separator):], site) {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

func startsWithSeparator(rest string) bool {
	for _, separator := range separators {
		if strings.HasPrefix(rest, separator) {
			return true
		}
	}
	return false
}

// byline returns the names of the authors. What the library saw beside the
// article comes last, since it is often noise, and the site's own name is no
// author's.
func (f *facts) byline(seen, site string) string {
	candidates := [][]string{
		f.data.people,
		f.all("citation_author"),
		f.all("dc:creator"),
		{f.get("dcterm:creator", "dcterms:creator")},
		{f.get("author", "byl", "parsely-author", "sailthru:author", "article:author_name", "dcsext:author")},
		f.all("article:author"),
		f.all("og:article:author"),
		f.authors,
		{seen},
		f.data.organisations,
	}
	for _, said := range candidates {
		var names []string
		for _, name := range said {
			name = Byline(name)
			if name != "" && !sameWords(name, site) && !containsSame(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			if strings.Contains(strings.Join(names, ""), ",") {
				return strings.Join(names, "; ") // family names first
			}
			return strings.Join(names, ", ")
		}
	}
	return ""
}

func containsSame(names []string, name string) bool {
	for _, other := range names {
		if sameWords(other, name) {
			return true
		}
	}
	return false
}

var (
	bylineStart = regexp.MustCompile(`(?i)^(?:(?:(?:written|posted|published|words|story|reported|text|analysis) )?by:?|authors?\s*:|par|von|por|door|texte de|作者[:：]?|文/)\s+`)
	bylineEnd   = regexp.MustCompile(`(?i)\s*(?:[|•·]|\b(?:updated|published|posted|last modified|follow|is an?)\b|` +
		`,?\s*\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|` +
		`[,(–-]?\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d|\s\d{1,2}[./ ]|\b\d{4}\b).*$`)
	address = regexp.MustCompile(`\S*(?:https?://|www\.|@)\S*`)
)

// maxByline is the length in bytes from which words are no byline.
const maxByline = 200

// Byline cleans what a page or file says of its authors: without "By",
// addresses, dates and what follows them. It returns "" if no name is left.
func Byline(said string) string {
	said = line(html.UnescapeString(stripTags(firstN(said, 10*maxByline))))
	said = line(address.ReplaceAllString(said, " "))
	said = bylineStart.ReplaceAllString(said, "")
	said = bylineEnd.ReplaceAllString(said, "")
	said = strings.TrimFunc(said, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:|/-–—•·", r)
	})
	digits := 0
	for _, r := range said {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if len(said) > maxByline || digits > 3 || !strings.ContainsFunc(said, unicode.IsLetter) {
		return ""
	}
	return said
}

// firstN returns the first n bytes of s, cut between characters.
func firstN(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
