package page

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"cuttings/notes/fold"
)

// maxFacts bounds how many values of one kind are kept.
const maxFacts = 50

// facts is what a page says of itself, in all the ways pages do.
type facts struct {
	property  map[string][]string // metadata by property: lower case, ":" for "."
	named     map[string][]string // by name, itemprop or http-equiv
	titleTag  string
	headings  []string // first level
	lang      string
	canonical string
	baseHref  string
	saved     string   // the address that a program which saved the page wrote into it
	authors   []string // marked in the page's words
	times     []string // of time elements that can be the publication's
	dated     []string // words that a class calls a date
	data      data
}

func gather(document *html.Node, source string) *facts {
	f := &facts{property: map[string][]string{}, named: map[string][]string{}, saved: savedFrom(source)}
	var scripts []string
	for node := range document.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		switch node.Data {
		case "html", "body":
			if f.lang == "" {
				f.lang = firstOf(attribute(node, "lang"), attribute(node, "xml:lang"))
			}
		case "title":
			if f.titleTag == "" && !within(node, "svg") && node.FirstChild != nil {
				f.titleTag = line(node.FirstChild.Data)
			}
		case "base":
			f.baseHref = firstOf(f.baseHref, attribute(node, "href"))
		case "link":
			if f.canonical == "" && strings.EqualFold(attribute(node, "rel"), "canonical") {
				f.canonical = attribute(node, "href")
			}
		case "meta":
			f.addMeta(node)
		case "script":
			if strings.Contains(strings.ToLower(attribute(node, "type")), "ld+json") && node.FirstChild != nil {
				scripts = append(scripts, node.FirstChild.Data)
			}
		case "h1":
			if words := content(node); words != "" && len(f.headings) < maxFacts {
				f.headings = append(f.headings, words)
			}
		}
		f.addMarked(node)
	}
	f.data = readData(scripts, f.titleTag+" "+f.get("og:title")+" "+strings.Join(f.headings, " "))
	return f
}

func (f *facts) addMeta(node *html.Node) {
	value := line(html.UnescapeString(attribute(node, "content")))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		kept := f.named
		if key == "property" {
			kept = f.property
		}
		for name := range strings.FieldsSeq(strings.ToLower(attribute(node, key))) {
			name = strings.ReplaceAll(name, ".", ":")
			if len(kept[name]) < maxFacts {
				kept[name] = append(kept[name], value)
			}
		}
	}
}

// addMarked takes authors and times from the words of the page, where the
// mark-up says that they are.
func (f *facts) addMarked(node *html.Node) {
	if node.Data != "meta" && len(f.authors) < maxFacts && isAuthor(node) && !inComments(node) {
		words := content(node)
		for inner := range node.Descendants() {
			if attribute(inner, "itemprop") == "name" {
				words = content(inner)
				break
			}
		}
		again := strings.Contains(strings.ToLower(words), "profile") || slices.ContainsFunc(f.authors, func(other string) bool {
			return strings.Contains(words, other) || strings.Contains(other, words)
		})
		if words != "" && len(words) <= maxByline && !again {
			f.authors = append(f.authors, words)
		}
	}
	if len(f.times) >= maxFacts || node.Data == "meta" {
		return
	}
	if dateClass.MatchString(attribute(node, "class")) && len(f.dated) < maxFacts {
		if words := content(node); len(words) <= maxDated && !inComments(node) && !within(node, "aside", "footer", "nav", "li", "table") {
			f.dated = append(f.dated, words)
		}
	}
	published := attribute(node, "itemprop") == "datePublished" || hasAttribute(node, "pubdate")
	if node.Data != "time" && !published || inComments(node) || within(node, "aside", "footer", "nav", "li") {
		return
	}
	when := firstOf(attribute(node, "datetime"), firstOf(attribute(node, "content"), firstOf(attribute(node, "title"), content(node))))
	if published {
		f.times = append([]string{when}, f.times...)
	} else if mark := strings.ToLower(attribute(node, "class") + attribute(node, "itemprop")); !strings.Contains(mark, "modif") && !strings.Contains(mark, "updat") {
		f.times = append(f.times, when)
	}
}

// maxDated is the length in bytes of the longest words taken for a date by
// their class.
const maxDated = 60

var dateClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:pub-?(?:lish(?:ed)?)?-?(?:date|time)|published|date-header|dateline|(?:article|entry|post)-?_?date|posted-on)(?:$|[\s_-])`)

func isAuthor(node *html.Node) bool {
	return attribute(node, "itemprop") == "author" || node.Data == "a" && attribute(node, "rel") == "author"
}

// inComments reports whether a node stands among the comments of readers.
func inComments(node *html.Node) bool {
	for above := node; above != nil; above = above.Parent {
		mark := strings.ToLower(attribute(above, "id") + " " + attribute(above, "class"))
		if strings.Contains(mark, "comment") && !isElement(above, "html", "body") {
			return true
		}
	}
	return false
}

// all returns the values that the page gives under a name, by preference
// those it gives as a property, the stricter way.
func (f *facts) all(name string) []string {
	if values := f.property[name]; len(values) > 0 {
		return values
	}
	return f.named[name]
}

// get returns the first value of the first name that has one.
func (f *facts) get(anyOf ...string) string {
	for _, name := range anyOf {
		if values := f.all(name); len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

func (f *facts) language() string {
	for _, said := range []string{
		f.lang, f.get("content-language"), f.get("og:locale"), f.get("dc:language", "dcterms:language", "language"), f.data.language,
	} {
		said, _, _ = strings.Cut(said, ",")
		tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(said), "_", "-"))
		if base, confidence := tag.Base(); err == nil && confidence != language.No && base.String() != "und" {
			return tag.String()
		}
	}
	return ""
}

// site returns the name of the site, or else its host.
func (f *facts) site(base *url.URL) string {
	for _, said := range []string{
		f.get("og:site_name"), f.data.publisher, f.get("application-name"), f.get("citation_journal_title"),
	} {
		said = withoutSlogan(line(html.UnescapeString(said)))
		if address, err := url.Parse(said); err == nil && address.Host != "" {
			return host(address)
		}
		if said != "" && len(said) <= 80 {
			return said
		}
	}
	if address, err := url.Parse(f.address(base)); err == nil {
		return host(address)
	}
	return ""
}

// withoutSlogan cuts off what a site says of itself behind its name.
func withoutSlogan(name string) string {
	for _, separator := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if before, _, found := strings.Cut(name, separator); found && len(before) > 1 {
			return before
		}
	}
	return name
}

func host(address *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(address.Hostname()), "www.")
}

// base returns the address that links are relative to.
func (f *facts) base(address *url.URL) *url.URL {
	base := address
	if base == nil {
		base = webAddress(nil, firstOf(f.saved, firstOf(f.canonical, f.get("og:url"))))
	}
	if said := webAddress(base, f.baseHref); f.baseHref != "" && said != nil {
		return said
	}
	return base
}

// address returns where the page is published: what it says, if that is on
// the host it was found at and more than its front door.
func (f *facts) address(found *url.URL) string {
	if found == nil {
		found = webAddress(nil, f.saved)
	}
	for _, said := range []string{f.canonical, f.get("og:url"), f.data.address} {
		address := webAddress(found, said)
		if address == nil || address.Path == "" || address.Path == "/" {
			continue
		}
		if found == nil || host(address) == host(found) {
			return address.String()
		}
	}
	if found != nil {
		return found.String()
	}
	return ""
}

// webAddress resolves a reference against base; nil if it gives no address of
// the web.
func webAddress(base *url.URL, reference string) *url.URL {
	address, err := url.Parse(strings.TrimSpace(reference))
	if err != nil {
		return nil
	}
	if base != nil {
		address = base.ResolveReference(address)
	}
	if (address.Scheme != "http" && address.Scheme != "https") || address.Host == "" {
		return nil
	}
	return address
}

var (
	singleFile  = regexp.MustCompile(`(?i)(?:^|\n)\s*url:\s*(https?://\S+)`)
	browserSave = regexp.MustCompile(`(?i)saved from url=\(\d+\)(https?://\S+)`)
)

// savedFrom reads the address from the comment that SingleFile ("url:") and
// browsers ("saved from url=") leave at the start of a page.
func savedFrom(source string) string {
	head := source[:min(len(source), 4096)]
	for {
		_, rest, found := strings.Cut(head, "<!--")
		if !found {
			return ""
		}
		comment, rest, _ := strings.Cut(rest, "-->")
		for _, pattern := range []*regexp.Regexp{singleFile, browserSave} {
			if match := pattern.FindStringSubmatch(comment); match != nil {
				return match[1]
			}
		}
		head = rest
	}
}

// sameWords reports whether two strings have the same words, whatever their
// case, accents and marks.
func sameWords(a, b string) bool {
	a, b = fold.String(a), fold.String(b)
	return a == b && a != ""
}

// firstOf returns the first of two that is not empty.
func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
