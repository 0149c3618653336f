package notes

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// mentionsAtOnce is how many articles have names looked for in them within the
// transaction that made it necessary; more are queued in the archive, so that
// no operation waits for them.
const mentionsAtOnce = 64

// derive brings links and mentions in line with what the transaction touched. It
// returns the articles that wait in the queue and of which nothing else changed:
// they are announced when it is their turn.
func (n *Notebook) derive(ctx context.Context, tx Tx) (waiting map[ID]bool, err error) {
	n.turns++
	if tx.Elsewhere() {
		n.known.forget()
	}
	touched, err := tx.Touched(ctx)
	if err != nil {
		return nil, fmt.Errorf("list what changed: %w", err)
	}
	if len(touched) == 0 {
		return nil, nil
	}
	decided, err := tx.Decided(ctx)
	if err != nil {
		return nil, fmt.Errorf("list what was decided: %w", err)
	}
	changed := slices.DeleteFunc(slices.Clone(touched), func(item Item) bool { return decided[item.ID] })
	if err := relink(ctx, tx, changed); err != nil {
		return nil, err
	}
	later, err := n.remention(ctx, tx, touched)
	if err != nil {
		return nil, err
	}
	waiting = map[ID]bool{}
	for _, article := range later {
		waiting[article] = decided[article]
	}
	return waiting, nil
}

// relink makes anew the links of the touched items, those of items that link to
// them, and those of items whose [[links]] are written with a name that a
// touched item has now.
func relink(ctx context.Context, tx Tx, touched []Item) error {
	var keys []string
	from := map[ID]bool{}
	for _, item := range touched {
		if item.Kind != KindArticle { // whose words are not ours to link
			from[item.ID] = true
		}
		links, err := tx.LinksTo(ctx, item.ID)
		if err != nil {
			return fmt.Errorf("read the links to %s: %w", item.ID, err)
		}
		for _, link := range links {
			from[link.From] = true
		}
		if item.Title != "" && item.Kind != KindTag && item.Kind != KindSearch && item.Kind != KindCollection {
			keys = append(keys, fold.String(item.Title))
		}
		if item.Kind.IsEntity() {
			entity, err := tx.Entity(ctx, item.ID)
			if err != nil {
				return fmt.Errorf("read entity %s: %w", item.ID, err)
			}
			for _, alias := range entity.Aliases {
				keys = append(keys, fold.String(alias))
			}
		}
	}
	slices.Sort(keys)
	linking, err := tx.LinkingTo(ctx, slices.Compact(keys))
	if err != nil {
		return fmt.Errorf("find links by name: %w", err)
	}
	for _, id := range linking {
		from[id] = true
	}
	for id := range from {
		links, err := linksOf(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := tx.SetLinks(ctx, id, links); err != nil {
			return fmt.Errorf("keep the links of %s: %w", id, err)
		}
	}
	return nil
}

// linksOf reads the links of one item; none if it is gone.
func linksOf(ctx context.Context, r Reader, id ID) ([]Link, error) {
	item, err := r.Item(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read item %s: %w", id, err)
	}
	words, err := wordsOf(ctx, r, item)
	if err != nil {
		return nil, err
	}
	var links []Link
	for _, written := range markdown.Links(words) {
		to, err := linkTarget(ctx, r, written.Target)
		if err != nil {
			return nil, err
		}
		links = append(links, Link{
			From: id, FromKind: item.Kind, To: to.ID, ToKind: to.Kind,
			Relation: Linked, Written: written.Target, Range: written.Range,
		})
	}
	if item.Kind == KindEvent {
		event, err := r.Entity(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read event %s: %w", id, err)
		}
		if event.Place != 0 {
			links = append(links, Link{From: id, FromKind: item.Kind, To: event.Place, Relation: TookPlace})
		}
		for _, participant := range event.Participants {
			links = append(links, Link{From: id, FromKind: item.Kind, To: participant.Entity, Relation: Participates, Written: participant.Role})
		}
	}
	return links, nil
}

// wordsOf returns the Markdown of an item that may hold [[links]].
func wordsOf(ctx context.Context, r Reader, item Item) (string, error) {
	switch {
	case item.Kind == KindNote:
		note, err := r.Note(ctx, item.ID)
		if err != nil {
			return "", fmt.Errorf("read note %s: %w", item.ID, err)
		}
		return note.Body, nil
	case item.Kind == KindHighlight:
		highlight, err := r.Highlight(ctx, item.ID)
		if err != nil {
			return "", fmt.Errorf("read highlight %s: %w", item.ID, err)
		}
		return highlight.Comment, nil
	case item.Kind.IsEntity():
		entity, err := r.Entity(ctx, item.ID)
		if err != nil {
			return "", fmt.Errorf("read entity %s: %w", item.ID, err)
		}
		return entity.Description, nil
	}
	return "", nil
}

// linkTarget finds what a [[link]] leads to: an ID, or else a title, name or
// alias. Where several items have the name, the one spelt exactly so comes
// first, then entities, notes and articles, then the oldest. The zero item
// means that nothing has that name.
func linkTarget(ctx context.Context, r Reader, written string) (Item, error) {
	if id, err := ParseID(written); err == nil {
		item, err := kept(ctx, r, id)
		if err == nil {
			return item, nil
		}
		if !errors.Is(err, ErrNotFound) {
			return Item{}, fmt.Errorf("read item %s: %w", id, err)
		}
	}
	items, err := r.Lookup(ctx, fold.String(written))
	if err != nil {
		return Item{}, fmt.Errorf("look up a link: %w", err)
	}
	rank := func(item Item) int {
		rank := 3
		switch {
		case item.Kind.IsEntity():
			rank = 0
		case item.Kind == KindNote:
			rank = 1
		case item.Kind == KindArticle:
			rank = 2
		}
		if !strings.EqualFold(item.Title, written) {
			rank += 4
		}
		if item.InTrash() {
			rank += 8
		}
		return rank
	}
	best := Item{}
	for _, item := range items {
		if item.Kind == KindTag || item.Kind == KindCollection || item.Kind == KindSearch {
			continue
		}
		if best.ID == 0 || rank(item) < rank(best) || rank(item) == rank(best) && item.ID < best.ID {
			best = item
		}
	}
	return best, nil
}

// kept is the item of an ID, or what it went into.
func kept(ctx context.Context, r Reader, id ID) (Item, error) {
	for {
		item, err := r.Item(ctx, id)
		if err != nil || !item.InTrash() || !item.Kind.IsEntity() {
			return item, err
		}
		merge, err := r.MergeOf(ctx, id)
		if errors.Is(err, ErrNotFound) {
			return item, nil
		}
		if err != nil {
			return item, err
		}
		id = merge.Kept // what goes is in the trash, and nothing goes into what is there: this ends
	}
}

// remention finds the mentions in touched articles, and in those that hold a name
// which a touched entity has now or had. Of many, it queues some, which it returns.
func (n *Notebook) remention(ctx context.Context, tx Tx, touched []Item) (later []ID, err error) {
	var articles, lost []ID
	var phrases []string
	for _, item := range touched {
		if item.Kind == "" { // it is no more, and may have been an article
			articles = append(articles, item.ID)
		}
		switch {
		case item.Kind == KindArticle:
			articles = append(articles, item.ID)
		case item.Kind.IsEntity() || item.Kind == "":
			names, less, err := n.known.update(ctx, tx, item)
			if err != nil {
				return nil, err
			}
			for _, name := range names {
				phrases = append(phrases, spellings(name)...)
			}
			if less {
				lost = append(lost, item.ID)
			}
		}
	}
	named, err := articlesOf(ctx, tx, lost)
	if err != nil {
		return nil, err
	}
	articles = append(articles, named...)
	if len(phrases) > 0 {
		naming, err := tx.ArticlesNaming(ctx, phrases)
		if err != nil {
			return nil, fmt.Errorf("find articles by name: %w", err)
		}
		articles = append(articles, naming...)
	}
	slices.Sort(articles)
	articles = slices.Compact(articles)
	looked := 0
	articles = slices.DeleteFunc(articles, func(article ID) bool {
		if n.known.wasAhead(article) {
			return false
		}
		if looked++; looked > mentionsAtOnce {
			later = append(later, article)
		}
		return looked > mentionsAtOnce
	})
	if len(later) > 0 {
		if err := tx.SetPending(ctx, later, true); err != nil {
			return nil, fmt.Errorf("queue mentions: %w", err)
		}
	}
	for _, article := range articles {
		if err := n.findMentions(ctx, tx, article); err != nil {
			return nil, err
		}
	}
	return later, nil
}

// articlesOf are the articles in which entities were named when mentions were last
// found, or could have been meant.
func articlesOf(ctx context.Context, tx Tx, entities []ID) (articles []ID, err error) {
	if len(entities) == 0 {
		return nil, nil
	}
	if articles, err = tx.UnclearAbout(ctx, entities); err != nil {
		return nil, fmt.Errorf("read what is unclear: %w", err)
	}
	for _, entity := range entities {
		named, _, err := tx.Mentions(ctx, MentionFilter{Entity: entity, Rejected: true})
		if err != nil {
			return nil, fmt.Errorf("read the mentions of %s: %w", entity, err)
		}
		for _, mention := range named {
			articles = append(articles, mention.Article)
		}
	}
	return articles, nil
}

func (n *Notebook) findMentions(ctx context.Context, tx Tx, id ID) error {
	n.alike.found(id)
	article, err := tx.Article(ctx, id)
	if errors.Is(err, ErrNotFound) || err == nil && article.InTrash() {
		// Those in the trash are found when it is restored.
		return errors.Join(tx.SetMentions(ctx, id, nil), tx.SetUnclear(ctx, id, nil), tx.SettleSuggested(ctx, id))
	}
	if err != nil {
		return fmt.Errorf("read article %s: %w", id, err)
	}
	matcher, kinds, err := n.known.matcher(ctx, tx)
	if err != nil {
		return err
	}
	t, err := tx.Text(ctx, article.Capture)
	if err != nil {
		return fmt.Errorf("read the text of %s: %w", id, err)
	}
	verdicts, err := tx.Verdicts(ctx, id)
	if err != nil {
		return fmt.Errorf("read the verdicts on %s: %w", id, err)
	}
	maps.DeleteFunc(verdicts, func(saying VerdictKey, _ Verdict) bool { return kinds[saying.Entity] == "" }) // it is in the trash
	found, unclear := n.known.find(id, matcher, t.Body)
	sayings := sayings{here: verdicts, everywhere: n.known.rulingsNow()}
	mentions, open := sayings.resolve(found, unclear)
	for i := range mentions {
		mentions[i].Article, mentions[i].Capture = id, article.Capture
		mentions[i].Kind, mentions[i].Block = kinds[mentions[i].Entity], blockAt(t, mentions[i].Start)
	}
	if err := tx.SetMentions(ctx, id, mentions); err != nil {
		return fmt.Errorf("keep the mentions in %s: %w", id, err)
	}
	for i := range open {
		open[i].Article = id
	}
	if err := tx.SetUnclear(ctx, id, open); err != nil {
		return fmt.Errorf("keep what is unclear in %s: %w", id, err)
	}
	if err := tx.SettleSuggested(ctx, id); err != nil {
		return fmt.Errorf("count what is suggested in %s: %w", id, err)
	}
	return nil
}

// blockAt is the number of the block in which an offset stands.
func blockAt(t text.Text, offset int) int {
	i, found := slices.BinarySearchFunc(t.Blocks, offset, func(b text.Block, offset int) int { return b.Start - offset })
	if found || i == 0 {
		return i
	}
	return i - 1
}
