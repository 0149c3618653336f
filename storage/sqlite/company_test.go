package sqlite_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// society is an archive of which it is known who is named where.
type society struct {
	*rapid.T
	book      *notes.Notebook
	members   []notes.Item // people, and a place, which is the last
	occasions []notes.Item // the events
	gone      map[notes.ID]bool
	articles  map[notes.ID][][]int           // members, by paragraph
	denied    map[[2]notes.ID]bool           // article and member: he is not meant there
	events    map[notes.ID]map[notes.ID]bool // who took part, or where it was
}

func (s *society) must(err error) {
	if err != nil {
		s.Fatal(err)
	}
}

// found collects articles that name members and adds events in which some took
// part.
func (s *society) found() {
	ctx := s.Context()
	for _, name := range []string{"Ada Byron", "Bo Carlsen", "Cy Dahl", "Di Ekman", "Erewhon"} {
		kind := notes.KindPerson
		if name == "Erewhon" {
			kind = notes.KindPlace
		}
		entity, err := s.book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: kind, Title: name}})
		s.must(err)
		s.members = append(s.members, entity.Item)
	}
	member := rapid.IntRange(0, len(s.members)-1)
	for i := range rapid.IntRange(0, 4).Draw(s.T, "articles") {
		paragraphs := rapid.SliceOfN(rapid.SliceOfN(member, 0, 4), 1, 4).Draw(s.T, "paragraphs")
		var body []string
		for _, named := range paragraphs {
			words := "Here"
			for _, m := range named {
				words += " with " + s.members[m].Title
			}
			body = append(body, words+".")
		}
		title := fmt.Sprint("Article ", i)
		result := s.book.Collect(ctx, conformance.Ready{"one": conformance.Document(title, strings.Join(body, "\n\n")+title)}, []notes.Input{{Name: "one"}}, notes.CollectOptions{}, nil)[0]
		s.must(result.Err)
		s.articles[result.ID] = paragraphs
	}
	for i := range rapid.IntRange(0, 3).Draw(s.T, "events") {
		event := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: fmt.Sprint("Event ", i)}}
		took := map[notes.ID]bool{}
		for _, m := range rapid.SliceOfNDistinct(member, 0, 3, rapid.ID).Draw(s.T, "took part") {
			took[s.members[m].ID] = true
			event.Participants = append(event.Participants, notes.Participant{Entity: s.members[m].ID})
		}
		if rapid.Bool().Draw(s.T, "placed") {
			event.Place = s.members[len(s.members)-1].ID
			took[event.Place] = true
		}
		made, err := s.book.AddEntity(ctx, event)
		s.must(err)
		took[made.ID] = true // it is seen with who took part in it
		s.events[made.ID], s.occasions = took, append(s.occasions, made.Item)
	}
}

// lose denies mentions and puts things into the trash.
func (s *society) lose() {
	ctx := s.Context()
	for _, article := range sortedKeys(s.articles) {
		for _, m := range s.members {
			if rapid.IntRange(0, 9).Draw(s.T, "denied") == 0 {
				s.must(s.book.Decide(ctx, article, m.ID, m.Title, notes.Rejected))
				s.denied[[2]notes.ID{article, m.ID}] = true
			}
		}
	}
	all := slices.Concat(sortedKeys(s.articles), sortedKeys(s.events))
	for _, m := range s.members {
		all = append(all, m.ID)
	}
	for _, id := range all {
		if rapid.IntRange(0, 7).Draw(s.T, "deleted") == 0 {
			s.must(s.book.Delete(ctx, id))
			s.gone[id] = true
		}
	}
}

func sortedKeys[V any](m map[notes.ID]V) []notes.ID {
	keys := make([]notes.ID, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	return slices.Sorted(slices.Values(keys))
}

// plainly counts with whom a member is named and took part.
func (s *society) plainly(one notes.Item) (all []notes.Company) {
	named := func(article notes.ID, paragraph []int, who notes.Item) bool {
		return !s.gone[article] && !s.denied[[2]notes.ID{article, who.ID}] &&
			slices.ContainsFunc(paragraph, func(m int) bool { return s.members[m].ID == who.ID })
	}
	for _, other := range slices.Concat(s.members, s.occasions) {
		c := notes.Company{Item: notes.Item{ID: other.ID, Title: other.Title}}
		if other.ID == one.ID || s.gone[other.ID] {
			continue
		}
		for article, paragraphs := range s.articles {
			both := [2]bool{}
			for _, paragraph := range paragraphs {
				here := [2]bool{named(article, paragraph, one), named(article, paragraph, other)}
				if here == [2]bool{true, true} {
					c.Paragraphs++
				}
				both[0], both[1] = both[0] || here[0], both[1] || here[1]
			}
			if both == [2]bool{true, true} {
				c.Articles++
			}
		}
		for event, took := range s.events {
			if !s.gone[event] && took[one.ID] && took[other.ID] {
				c.Events++
			}
		}
		if c.Articles+c.Events > 0 {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b notes.Company) int {
		return cmp.Or(b.Articles-a.Articles, b.Events-a.Events, strings.Compare(a.Title, b.Title))
	})
	return all
}

// societies runs a check on archives of a society.
func societies(t *testing.T, check func(s *society)) {
	t.Helper()
	folder, number := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		store, err := sqlite.Create(t.Context(), filepath.Join(folder, fmt.Sprint(number, ".cuttings")))
		if err != nil {
			r.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		s := &society{
			T: r, book: notes.New(store, notes.Options{}), gone: map[notes.ID]bool{}, articles: map[notes.ID][][]int{},
			denied: map[[2]notes.ID]bool{}, events: map[notes.ID]map[notes.ID]bool{},
		}
		s.found()
		check(s)
	})
}

// Who is named together with an entity is counted as a plain look at every
// paragraph and event counts it, in whatever is left of an archive.
func TestSeenWithPlainly(t *testing.T) {
	societies(t, func(s *society) {
		s.lose()
		for _, one := range slices.Concat(s.members, s.occasions) {
			if s.gone[one.ID] {
				continue
			}
			want := s.plainly(one)
			for most := range 4 {
				seen, err := s.book.SeenWith(t.Context(), one.ID, most)
				s.must(err)
				var got []notes.Company
				for _, c := range seen {
					c.Item = notes.Item{ID: c.ID, Title: c.Title}
					got = append(got, c)
				}
				first := want
				if most > 0 {
					first = want[:min(most, len(want))]
				}
				if diff := gocmp.Diff(first, got); diff != "" && len(first)+len(got) > 0 {
					s.Fatalf("the first %d seen with %s (-plainly +counted):\n%s", most, one.Title, diff)
				}
			}
		}
	})
}

// tell makes paragraphs of the articles sources of the events.
func (s *society) tell() {
	for _, event := range s.occasions {
		for _, article := range sortedKeys(s.articles) {
			if !rapid.Bool().Draw(s.T, "told") {
				continue
			}
			reading, err := s.book.Read(s.Context(), article)
			s.must(err)
			block := rapid.SampledFrom(reading.Text.Blocks).Draw(s.T, "paragraph")
			highlight, err := s.book.AddHighlight(s.Context(), notes.NewHighlight{Article: article, Range: block.Range})
			s.must(err)
			s.must(s.book.SetSource(s.Context(), notes.Source{Event: event.ID, Highlight: highlight.ID}))
		}
	}
}

// The network around an entity ties it to those with whom it is seen, by as much.
func TestNetworkTiesWhoIsSeen(t *testing.T) {
	societies(t, func(s *society) {
		s.tell()
		s.lose()
		for _, one := range slices.Concat(s.members, s.occasions) {
			if s.gone[one.ID] {
				continue
			}
			company, err := s.book.SeenWith(s.Context(), one.ID, 0)
			s.must(err)
			seen, tied := map[string][3]int{}, map[string][3]int{}
			for _, c := range company {
				seen[c.ID.String()] = [3]int{c.Articles, c.Paragraphs, c.Events}
			}
			for _, filter := range []notes.NetworkFilter{{Around: one.ID}, {}} {
				network, err := s.book.Network(s.Context(), filter)
				s.must(err)
				clear(tied)
				for _, tie := range network.Ties {
					if tie.A == one.ID || tie.B == one.ID {
						tied[(tie.A + tie.B - one.ID).String()] = [3]int{tie.Articles, tie.Paragraphs, tie.Events}
					}
				}
				if diff := gocmp.Diff(seen, tied); diff != "" {
					s.Fatalf("%s, network %+v (-seen +tied):\n%s", one.Title, filter, diff)
				}
			}
		}
	})
}
