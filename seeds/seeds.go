// Package seeds holds the sample archive that a first start opens: articles in
// our own words about real events, with highlights, notes, people and events.
// It builds the archive through the same operations as everything else.
package seeds

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

//go:embed articles/*.md notes/*.md sample.json
var files embed.FS

// Sample is the sample archive before it is built. Things refer to each other
// by name, and to articles by the name of their file without its ending.
type Sample struct {
	Inbox         []string     `json:"inbox"` // articles that wait to be looked at
	Collections   []Collection `json:"collections"`
	Searches      []Search     `json:"searches"`
	Places        []Entity     `json:"places"`
	Organisations []Entity     `json:"organisations"`
	People        []Entity     `json:"people"`
	Events        []Entity     `json:"events"`
	Highlights    []Highlight  `json:"highlights"` // in the order in which notes count them, article by article
	Notes         []Note       `json:"notes"`
	Articles      []Article    `json:"-"`
}

// Article is a file in Markdown with front matter.
type Article struct {
	File   string
	Source string
}

// Collection is a collection with its articles.
type Collection struct {
	Name     string   `json:"name"`
	Articles []string `json:"articles"`
}

// Search is a saved search.
type Search struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

// Entity is a person, organisation, place or event.
type Entity struct {
	Name         string        `json:"name"`
	Aliases      []string      `json:"aliases"`
	Description  string        `json:"description"`
	Roles        []Role        `json:"roles"`
	Date         string        `json:"date"` // EDTF
	Place        string        `json:"place"`
	Participants []Participant `json:"participants"`
}

// Role is an office of a person.
type Role struct {
	Title        string `json:"title"`
	Organisation string `json:"organisation"`
	From         string `json:"from"` // EDTF
	To           string `json:"to"`   // EDTF
}

// Participant is who took part in an event.
type Participant struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// Highlight is a passage that stands once in its article.
type Highlight struct {
	Article string `json:"article"`
	Quote   string `json:"quote"`
	Colour  string `json:"colour"`
	Comment string `json:"comment"`
	Tells   []Tale `json:"tells"`
}

// Tale is an event of which a highlight tells, and what it says of it where
// accounts may differ.
type Tale struct {
	Event  string `json:"event"`
	Date   string `json:"date"` // EDTF
	Number string `json:"number"`
}

// Note is a file in Markdown whose first line is its title. In its body,
// [[highlight:ARTICLE#2]] stands for the second highlight of an article.
type Note struct {
	File  string   `json:"file"`
	Tags  []string `json:"tags"`
	Title string   `json:"-"`
	Body  string   `json:"-"`
}

// Load reads the sample.
func Load() (Sample, error) {
	var sample Sample
	written, err := files.ReadFile("sample.json")
	if err != nil {
		return sample, fmt.Errorf("read the sample: %w", err)
	}
	if err := json.Unmarshal(written, &sample); err != nil {
		return sample, fmt.Errorf("read the sample: %w", err)
	}
	names, err := fs.Glob(files, "articles/*.md")
	if err != nil {
		return sample, fmt.Errorf("read the sample: %w", err)
	}
	for _, name := range names {
		source, err := files.ReadFile(name)
		if err != nil {
			return sample, fmt.Errorf("read the sample: %w", err)
		}
		sample.Articles = append(sample.Articles, Article{strings.TrimSuffix(path.Base(name), ".md"), string(source)})
	}
	for i := range sample.Notes {
		note := &sample.Notes[i]
		source, err := files.ReadFile("notes/" + note.File + ".md")
		if err != nil {
			return sample, fmt.Errorf("read the sample: %w", err)
		}
		title, body, _ := strings.Cut(string(source), "\n")
		note.Title, note.Body = strings.TrimPrefix(title, "# "), strings.TrimSpace(body)+"\n"
	}
	return sample, nil
}

// quoted is a link to a highlight before it has an ID.
var quoted = regexp.MustCompile(`\[\[highlight:([^\]#]+)#([0-9]+)\]\]`)

// linkHighlights puts what link returns for an article's nth highlight, counted
// from 1, in place of the links to highlights.
func linkHighlights(body string, link func(article string, n int) (string, error)) (string, error) {
	var failed error
	linked := quoted.ReplaceAllStringFunc(body, func(found string) string {
		parts := quoted.FindStringSubmatch(found)
		n, err := strconv.Atoi(parts[2])
		if err != nil {
			failed = err
			return found
		}
		target, err := link(parts[1], n)
		if err != nil {
			failed = err
			return found
		}
		return target
	})
	return linked, failed
}
