package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cuttings/notes"
)

// SeenWith returns who is named together with an entity, most articles first.
func (r reader) SeenWith(ctx context.Context, entity notes.ID, most int) ([]notes.Company, error) {
	counted, err := r.namedBeside(ctx, entity)
	if err != nil {
		return nil, fmt.Errorf("who is named with %s: %w", entity, err)
	}
	if err := r.toldBeside(ctx, entity, counted); err != nil {
		return nil, fmt.Errorf("who is named in sources with %s: %w", entity, err)
	}
	events, err := r.sharedEvents(ctx, entity)
	if err != nil {
		return nil, fmt.Errorf("who takes part with %s: %w", entity, err)
	}
	for id, count := range events {
		c := counted[id]
		c.Events = count
		counted[id] = c
	}
	all := make([]notes.Company, 0, len(counted))
	for id, c := range counted {
		c.ID = id
		all = append(all, c)
	}
	byCount := func(a, b notes.Company) int { return cmp.Or(b.Articles-a.Articles, b.Events-a.Events) }
	slices.SortFunc(all, byCount)
	// Of many only the first are looked up: some more than are wanted, as some may
	// be in the trash, and all that have as much in common as the last of them.
	var company []notes.Company
	for from := 0; from < len(all) && (most <= 0 || len(company) < most); {
		to := len(all)
		if most > 0 {
			to = min(from+most, len(all))
		}
		for to < len(all) && byCount(all[to-1], all[to]) == 0 {
			to++
		}
		known, err := r.outsideTrash(ctx, all[from:to])
		if err != nil {
			return nil, fmt.Errorf("who is named with %s: %w", entity, err)
		}
		company, from = append(company, known...), to
	}
	slices.SortFunc(company, func(a, b notes.Company) int {
		return cmp.Or(byCount(a, b), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	if most > 0 && len(company) > most {
		company = company[:most]
	}
	return company, nil
}

// namedBeside counts the articles and the paragraphs that name an entity and
// another, by the other. An article is gone through once: what SQLite would have to
// sort is counted as it comes.
func (r reader) namedBeside(ctx context.Context, entity notes.ID) (map[notes.ID]notes.Company, error) {
	type named struct {
		entity    notes.ID
		paragraph int
	}
	counted := map[notes.ID]notes.Company{}
	var article notes.ID
	var here []named
	count := func() {
		slices.SortFunc(here, func(a, b named) int {
			return cmp.Or(cmp.Compare(a.entity, b.entity), a.paragraph-b.paragraph)
		})
		here = slices.Compact(here)
		for i, n := range here {
			if n.entity == entity {
				continue
			}
			c := counted[n.entity]
			if i == 0 || here[i-1].entity != n.entity {
				c.Articles++
			}
			if slices.Contains(here, named{entity, n.paragraph}) {
				c.Paragraphs++
			}
			counted[n.entity] = c
		}
		here = here[:0]
	}
	err := r.each(ctx, func(scan func(...any) error) error {
		var of notes.ID
		var n named
		if err := scan(&of, &n.entity, &n.paragraph); err != nil {
			return err
		}
		if of != article {
			count()
			article = of
		}
		here = append(here, n)
		return nil
	}, `SELECT m.article, m.entity, m.paragraph
		FROM (SELECT DISTINCT article FROM mentions WHERE entity = ? AND verdict <> 'rejected' ORDER BY article) o
		CROSS JOIN items a ON a.id = o.article AND a.trashed IS NULL
		CROSS JOIN mentions m ON m.article = o.article AND m.verdict <> 'rejected'`, entity)
	count()
	return counted, err
}

// told are the places where a source of an event names somebody, in articles that do
// not name the event itself: the source stands for its name there.
const told = `FROM sources s
	JOIN highlights h ON h.id = s.highlight
	JOIN items hi ON hi.id = h.id AND hi.trashed IS NULL
	JOIN items a ON a.id = h.article AND a.trashed IS NULL
	JOIN mentions m ON m.article = h.article AND m.verdict <> 'rejected' AND m.entity <> s.event
		AND (m.capture = h.capture AND m.range_start >= h.range_start AND m.range_end <= h.range_end
			OR EXISTS (SELECT 1 FROM placements p WHERE p.highlight = h.id AND p.capture = m.capture AND p.exact <> ''
				AND m.range_start >= p.range_start AND m.range_end <= p.range_end))
	WHERE NOT EXISTS (SELECT 1 FROM mentions o WHERE o.article = h.article AND o.entity = s.event AND o.verdict <> 'rejected')`

// toldBeside counts the articles and paragraphs in which the sources of an event name
// others, or in which those of other events name an entity.
func (r reader) toldBeside(ctx context.Context, entity notes.ID, counted map[notes.ID]notes.Company) error {
	type place struct{ other, article notes.ID }
	var last place
	return r.each(ctx, func(scan func(...any) error) error {
		var at place
		var paragraph int
		if err := scan(&at.other, &at.article, &paragraph); err != nil {
			return err
		}
		c := counted[at.other]
		c.Paragraphs++
		if at != last {
			c.Articles++
		}
		counted[at.other], last = c, at
		return nil
	}, `SELECT m.entity, m.article, m.paragraph `+told+` AND s.event = ?1
		UNION SELECT s.event, m.article, m.paragraph `+told+` AND m.entity = ?1
		ORDER BY 1, 2, 3`, entity)
}

// outsideTrash reads which items these are, without those in the trash.
func (r reader) outsideTrash(ctx context.Context, company []notes.Company) ([]notes.Company, error) {
	counted := make(map[notes.ID]notes.Company, len(company))
	ids := make([]notes.ID, 0, len(company))
	for _, c := range company {
		counted[c.ID], ids = c, append(ids, c.ID)
	}
	items, err := list(ctx, r.statements, readItem, `SELECT `+itemColumns+` FROM json_each(?) wanted JOIN items i ON i.id = wanted.value AND i.trashed IS NULL`, numbers(ids))
	if err != nil {
		return nil, err
	}
	kept := make([]notes.Company, 0, len(items))
	for _, item := range items {
		c := counted[item.ID]
		c.Item = item
		kept = append(kept, c)
	}
	return kept, nil
}

// parts are the events outside the trash and who took part in them; the place of
// an event takes part, too, and so does the event itself.
const parts = `parts AS (
	SELECT p.event, p.entity FROM participants p JOIN items i ON i.id = p.event AND i.trashed IS NULL
	UNION SELECT e.id, e.place FROM entities e JOIN items i ON i.id = e.id AND i.trashed IS NULL WHERE e.place IS NOT NULL
	UNION SELECT e.id, e.id FROM entities e JOIN items i ON i.id = e.id AND i.kind = 'event' AND i.trashed IS NULL)`

// sharedEvents counts the events in which an entity and another take part, as parts
// has it, by the other. Of the events only those of the entity are looked at.
func (r reader) sharedEvents(ctx context.Context, entity notes.ID) (map[notes.ID]int, error) {
	counts := map[notes.ID]int{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var count int
		err := scan(&id, &count)
		counts[id] = count
		return err
	}, `WITH own AS MATERIALIZED (
			SELECT i.id AS event FROM items i JOIN (
				SELECT event FROM participants WHERE entity = ?1 UNION SELECT id FROM entities WHERE place = ?1 UNION SELECT ?1) e ON e.event = i.id
			WHERE i.kind = 'event' AND i.trashed IS NULL)
		SELECT entity, count(*) FROM (
			SELECT p.event, p.entity FROM own JOIN participants p ON p.event = own.event
			UNION SELECT e.id, e.place FROM own JOIN entities e ON e.id = own.event WHERE e.place IS NOT NULL
			UNION SELECT event, event FROM own)
		WHERE entity <> ?1 GROUP BY entity`, entity)
	return counts, err
}

// Together returns where two entities are named in one paragraph, or in one
// article where no paragraph names both.
func (r reader) Together(ctx context.Context, a, b notes.ID, most int) ([]notes.Passage, error) {
	passages, err := list(ctx, r.statements, func(scan func(...any) error) (p notes.Passage, err error) {
		return p, scan(&p.Article, &p.Title, &p.Date, &p.Start, &p.End, &p.Other.Start, &p.Other.End)
	}, `WITH pairs AS (
			SELECT x.article, x.paragraph, min(x.range_start, y.range_start) AS begins, max(x.range_end, y.range_end) AS ends,
				0 AS other_begins, 0 AS other_ends, max(x.range_end, y.range_end) - min(x.range_start, y.range_start) AS apart
			FROM mentions x JOIN mentions y ON y.article = x.article AND y.paragraph = x.paragraph
			WHERE x.entity = ?1 AND y.entity = ?2 AND x.verdict <> 'rejected' AND y.verdict <> 'rejected'
			UNION ALL
			SELECT x.article, -1, x.range_start, x.range_end, y.range_start, y.range_end, abs(x.range_start - y.range_start)
			FROM mentions x JOIN mentions y ON y.article = x.article AND y.paragraph <> x.paragraph
			WHERE x.entity = ?1 AND y.entity = ?2 AND x.verdict <> 'rejected' AND y.verdict <> 'rejected'
			UNION ALL
			SELECT m.article, m.paragraph, m.range_start, m.range_end, 0, 0, 0 `+told+`
				AND (s.event = ?1 AND m.entity = ?2 OR s.event = ?2 AND m.entity = ?1)),
		closest AS (SELECT article, paragraph, begins, ends, other_begins, other_ends, min(apart) FROM pairs GROUP BY article, paragraph)
		SELECT c.article, i.title, d.date, c.begins, c.ends, c.other_begins, c.other_ends
		FROM closest c JOIN items i ON i.id = c.article AND i.trashed IS NULL JOIN articles d ON d.id = c.article
		WHERE c.paragraph >= 0 OR NOT EXISTS (SELECT 1 FROM closest o WHERE o.article = c.article AND o.paragraph >= 0)
		ORDER BY d.sort_day DESC NULLS LAST, c.article DESC, c.begins`+limit(0, most), a, b)
	if err != nil {
		return nil, fmt.Errorf("where %s and %s are named: %w", a, b, err)
	}
	return passages, nil
}

// within are the articles of a network: those that name an entity, those of a
// collection, or all.
const within = `within AS MATERIALIZED (
	SELECT DISTINCT m.article, m.paragraph, m.entity FROM mentions m
	JOIN items a ON a.id = m.article AND a.trashed IS NULL JOIN items e ON e.id = m.entity AND e.trashed IS NULL
	WHERE m.verdict <> 'rejected'
		AND (?1 = 0 OR m.article IN (SELECT article FROM mentions WHERE entity = ?1 AND verdict <> 'rejected'))
		AND (?2 = 0 OR m.article IN (SELECT item FROM collected WHERE collection = ?2))
		AND (?3 = '[]' OR e.kind IN (SELECT value FROM json_each(?3))))`

// ofCollection are the events of a collection: those in it, those that its articles
// name, and those that they tell of.
const ofCollection = `SELECT item FROM collected WHERE collection = ?2
	UNION SELECT m.entity FROM mentions m JOIN collected c ON c.item = m.article AND c.collection = ?2 WHERE m.verdict <> 'rejected'
	UNION SELECT s.event FROM sources s JOIN highlights h ON h.id = s.highlight JOIN collected c ON c.item = h.article AND c.collection = ?2`

// taking are the events of a network in which somebody takes part, and who does:
// those in which an entity takes part, those of a collection, or all.
const taking = parts + `, living AS MATERIALIZED (
	SELECT p.event, p.entity, e.kind FROM parts p JOIN items e ON e.id = p.entity AND e.trashed IS NULL),
taking AS MATERIALIZED (
	SELECT DISTINCT entity FROM living
	WHERE event IN (SELECT event FROM living GROUP BY event HAVING count(*) > 1)
		AND (?1 = 0 OR event IN (SELECT event FROM living WHERE entity = ?1))
		AND (?2 = 0 OR event IN (` + ofCollection + `))
		AND (?3 = '[]' OR kind IN (SELECT value FROM json_each(?3))))`

// toldOf are, for a network, those whom sources of its events name, as SeenWith counts
// them: in the articles of the network, and where an entity is one of the two.
const toldOf = `toldOf AS MATERIALIZED (
	SELECT DISTINCT s.event, m.entity, m.article, m.paragraph ` + told + `
		AND (SELECT i.trashed IS NULL AND (?3 = '[]' OR i.kind IN (SELECT value FROM json_each(?3))) FROM items i WHERE i.id = s.event)
		AND (SELECT i.trashed IS NULL AND (?3 = '[]' OR i.kind IN (SELECT value FROM json_each(?3))) FROM items i WHERE i.id = m.entity)
		AND (?1 = 0 OR s.event = ?1 OR m.entity = ?1 OR m.article IN (SELECT article FROM mentions WHERE entity = ?1 AND verdict <> 'rejected'))
		AND (?2 = 0 OR m.article IN (SELECT item FROM collected WHERE collection = ?2)))`

// Network counts what pairs of entities share.
func (r reader) Network(ctx context.Context, filter notes.NetworkFilter) (notes.Network, error) {
	kinds := make([]string, 0, len(filter.Kinds))
	for _, kind := range filter.Kinds {
		kinds = append(kinds, string(kind))
	}
	var network notes.Network
	var err error
	network.Nodes, err = list(ctx, r.statements, func(scan func(...any) error) (n notes.NetworkNode, err error) {
		fields, done := itemFields(&n.Item)
		err = scan(append(fields, &n.Articles)...)
		done()
		return n, err
	}, `WITH `+within+`, `+taking+`, `+toldOf+`, counted AS (
			SELECT entity, count(DISTINCT article) AS articles FROM within GROUP BY entity UNION ALL SELECT entity, 0 FROM taking
			UNION ALL SELECT event, 0 FROM toldOf WHERE ?1 IN (0, event, entity)
			UNION ALL SELECT entity, 0 FROM toldOf WHERE ?1 IN (0, event, entity))
		SELECT `+itemColumns+`, sum(c.articles) FROM counted c JOIN items i ON i.id = c.entity
		GROUP BY i.id ORDER BY i.id = ?1 DESC, 7 DESC, i.key`+limit(0, filter.Limit), filter.Around, filter.Collection, words(kinds))
	if err != nil {
		return network, fmt.Errorf("read the network: %w", err)
	}
	ids := make([]notes.ID, 0, len(network.Nodes))
	for _, node := range network.Nodes {
		ids = append(ids, node.ID)
	}
	network.Ties, err = list(ctx, r.statements, func(scan func(...any) error) (t notes.Tie, err error) {
		return t, scan(&t.A, &t.B, &t.Articles, &t.Paragraphs)
	}, `WITH `+within+`, `+toldOf+`, chosen AS MATERIALIZED (SELECT * FROM within WHERE entity IN (SELECT value FROM json_each(?4)))
		SELECT a, b, sum(articles), sum(paragraphs) FROM (
			SELECT x.entity AS a, y.entity AS b, count(DISTINCT x.article) AS articles, sum(x.paragraph = y.paragraph) AS paragraphs
			FROM chosen x JOIN chosen y ON y.article = x.article AND y.entity > x.entity
			GROUP BY x.entity, y.entity
			UNION ALL
			SELECT min(event, entity), max(event, entity), count(DISTINCT article), count(*) FROM toldOf
			WHERE event IN (SELECT value FROM json_each(?4)) AND entity IN (SELECT value FROM json_each(?4))
			GROUP BY event, entity)
		GROUP BY a, b`, filter.Around, filter.Collection, words(kinds), numbers(ids))
	if err != nil {
		return network, fmt.Errorf("read the network: %w", err)
	}
	return network, r.tieByEvents(ctx, ids, &network)
}

// tieByEvents adds the events that pairs of entities both took part in.
func (r reader) tieByEvents(ctx context.Context, ids []notes.ID, network *notes.Network) error {
	at := map[[2]notes.ID]int{}
	for i, tie := range network.Ties {
		at[[2]notes.ID{tie.A, tie.B}] = i
	}
	err := r.each(ctx, func(scan func(...any) error) error {
		var tie notes.Tie
		if err := scan(&tie.A, &tie.B, &tie.Events); err != nil {
			return err
		}
		if i, ok := at[[2]notes.ID{tie.A, tie.B}]; ok {
			network.Ties[i].Events = tie.Events
		} else {
			network.Ties = append(network.Ties, tie)
		}
		return nil
	}, `WITH `+parts+` SELECT a.entity, b.entity, count(*) FROM parts a JOIN parts b ON b.event = a.event AND b.entity > a.entity
		WHERE a.entity IN (SELECT value FROM json_each(?1)) AND b.entity IN (SELECT value FROM json_each(?1))
		GROUP BY a.entity, b.entity`, numbers(ids))
	if err != nil {
		return fmt.Errorf("read who took part with whom: %w", err)
	}
	return nil
}

// DatedEvents returns the events of a filter by date, those without one last.
func (r reader) DatedEvents(ctx context.Context, filter notes.TimelineFilter) ([]notes.Entity, error) {
	ids, err := list(ctx, r.statements, readID, `
		SELECT e.id FROM entities e JOIN items i ON i.id = e.id
		WHERE i.kind = 'event' AND i.trashed IS NULL
			AND (?1 = 0 OR e.place = ?1 OR e.id IN (SELECT event FROM participants WHERE entity = ?1))
			AND (?2 = 0 OR e.id IN (`+ofCollection+`))
			AND (?3 = 0 OR e.id IN (SELECT item FROM taggings WHERE tag = ?3))
			AND (?4 = 0 OR (SELECT count(*) FROM sources s JOIN items h ON h.id = s.highlight AND h.trashed IS NULL WHERE s.event = e.id) >= ?4)
		ORDER BY e.sort_day NULLS LAST, e.id`, filter.With, filter.Collection, filter.Tag, filter.Sources)
	if err != nil {
		return nil, fmt.Errorf("list dated events: %w", err)
	}
	events, err := r.entities(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("list dated events: %w", err)
	}
	return events, nil
}

// ArticleMonths counts the articles of a filter by their months.
func (r reader) ArticleMonths(ctx context.Context, filter notes.TimelineFilter) ([]notes.MonthTally, error) {
	days := map[int32]int{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var day int32
		err := scan(&day)
		days[day]++
		return err
	}, `SELECT a.sort_day FROM articles a JOIN items i ON i.id = a.id
		WHERE i.trashed IS NULL AND a.sort_day IS NOT NULL
			AND (?1 = 0 OR a.id IN (SELECT article FROM mentions WHERE entity = ?1 AND verdict <> 'rejected'))
			AND (?2 = 0 OR a.id IN (SELECT item FROM collected WHERE collection = ?2))
			AND (?3 = 0 OR a.id IN (SELECT item FROM taggings WHERE tag = ?3))`, filter.With, filter.Collection, filter.Tag)
	if err != nil {
		return nil, fmt.Errorf("count articles by month: %w", err)
	}
	return monthTallies(days), nil
}
