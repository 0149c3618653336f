package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"cuttings/notes/fold"
)

// Limits on the data in JSON-LD.
const (
	maxDataSize  = 4 << 20 // bytes of one script
	maxDataDepth = 12
	maxDataNodes = 5000
)

// data is what a page says of its article in JSON-LD (schema.org).
type data struct {
	headline      string
	people        []string
	organisations []string
	publisher     string
	published     string
	created       string // for want of published; often later
	language      string
	address       string
	body          string
}

// linkedData holds the objects of all scripts of a page.
type linkedData struct {
	objects []map[string]any
	byID    map[string]map[string]any
}

// readData reads the scripts of a page. Where they tell of several articles,
// the one whose headline stands in the page's titles is meant.
func readData(scripts []string, titles string) data {
	linked := linkedData{byID: map[string]map[string]any{}}
	for _, script := range scripts {
		if len(script) > maxDataSize {
			continue
		}
		var value any
		if json.Unmarshal([]byte(bare(script)), &value) == nil {
			linked.add(value, 0)
		}
	}
	titles = " " + fold.String(titles) + " "
	var chosen, site map[string]any
	for _, object := range linked.objects {
		switch {
		case isArticle(object):
			headline := fold.String(words(object, "headline", "name"))
			if chosen == nil || headline != "" && strings.Contains(titles, " "+headline+" ") {
				if chosen == nil || !strings.Contains(titles, " "+fold.String(words(chosen, "headline", "name"))+" ") {
					chosen = object
				}
			}
		case hasType(object, "WebPage", "ItemPage", "AboutPage") && site == nil:
			site = object
		}
	}
	if chosen != nil {
		return linked.article(chosen)
	}
	if site != nil {
		found := linked.article(site)
		found.body = ""
		return found
	}
	return data{}
}

// bare removes what pages wrap around data to hide it from old browsers.
func bare(script string) string {
	script = strings.TrimSpace(script)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		script = strings.TrimSpace(strings.TrimPrefix(script, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>"} {
		script = strings.TrimSpace(strings.TrimSuffix(script, mark))
	}
	return strings.TrimSuffix(script, ";")
}

// add keeps every object within value, in order.
func (l *linkedData) add(value any, depth int) {
	if depth > maxDataDepth || len(l.objects) >= maxDataNodes {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			l.add(element, depth+1)
		}
	case map[string]any:
		if id, ok := value["@id"].(string); ok && len(value) > 1 {
			l.byID[id] = value
		}
		l.objects = append(l.objects, value)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			l.add(value[key], depth+1)
		}
	}
}

// resolve returns the object that value is, or refers to by its id.
func (l *linkedData) resolve(value any) map[string]any {
	object, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	if id, ok := object["@id"].(string); ok && len(object) == 1 {
		return l.byID[id]
	}
	return object
}

func (l *linkedData) article(object map[string]any) data {
	found := data{
		headline:  words(object, "headline", "name"),
		published: words(object, "datePublished"),
		created:   words(object, "dateCreated", "uploadDate"),
		language:  words(object, "inLanguage"),
		address:   words(object, "url", "@id"),
		body:      multiline(object["articleBody"]),
	}
	if page := l.resolve(object["mainEntityOfPage"]); page != nil {
		found.address = firstOf(found.address, words(page, "@id", "url"))
	}
	if publisher := l.resolve(object["publisher"]); publisher != nil {
		found.publisher = words(publisher, "name")
	}
	for _, key := range []string{"author", "creator"} {
		if len(found.people)+len(found.organisations) == 0 {
			l.addAuthors(&found, object[key], 0)
		}
	}
	return found
}

func (l *linkedData) addAuthors(found *data, value any, depth int) {
	if depth > 3 || len(found.people) >= maxFacts {
		return
	}
	switch value := value.(type) {
	case string:
		found.people = append(found.people, value)
	case []any:
		for _, element := range value {
			l.addAuthors(found, element, depth+1)
		}
	case map[string]any:
		object := l.resolve(value)
		name := object["name"]
		switch names, isList := name.([]any); {
		case isList:
			l.addAuthors(found, names, depth+1)
		case hasType(object, "Organization", "NewsMediaOrganization", "Corporation"):
			found.organisations = append(found.organisations, words(object, "name"))
		default:
			found.people = append(found.people, words(object, "name"))
		}
	}
}

func isArticle(object map[string]any) bool {
	for _, kind := range types(object) {
		kind = kind[strings.LastIndexByte(kind, '/')+1:]
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" || kind == "Review" {
			return kind != "JobPosting"
		}
	}
	return false
}

func hasType(object map[string]any, anyOf ...string) bool {
	for _, kind := range types(object) {
		kind = kind[strings.LastIndexByte(kind, '/')+1:]
		for _, name := range anyOf {
			if kind == name {
				return true
			}
		}
	}
	return false
}

// types returns the types of an object: one, or a list.
func types(object map[string]any) []string {
	switch kind := object["@type"].(type) {
	case string:
		return []string{kind}
	case []any:
		var kinds []string
		for _, element := range kind {
			if name, ok := element.(string); ok {
				kinds = append(kinds, name)
			}
		}
		return kinds
	}
	return nil
}

// words returns the first of the named values that is a string, in one line.
// A value of several is read by its first, a value in a language by its words.
func words(object map[string]any, names ...string) string {
	for _, name := range names {
		value := object[name]
		if list, ok := value.([]any); ok && len(list) > 0 {
			value = list[0]
		}
		if inner, ok := value.(map[string]any); ok {
			value = inner["@value"]
			if name == "inLanguage" {
				value = inner["alternateName"]
			}
		}
		if s, ok := value.(string); ok && strings.TrimSpace(s) != "" {
			return line(html.UnescapeString(s))
		}
	}
	return ""
}

func multiline(value any) string {
	s, _ := value.(string)
	return strings.TrimSpace(s)
}
