package happening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/text"
)

// title makes a short name for a happening.
func (t *told) title(c *candidate) string {
	title := t.wording(c)
	first, size := utf8.DecodeRuneInString(title)
	return text.Shorten(string(unicode.ToUpper(first))+title[size:], longestTitle)
}

func (t *told) wording(c *candidate) string {
	head := c.frame.head
	if c.event >= 0 {
		if name := t.label(c.event); numbered(name) {
			return name
		}
		return t.placed(c, t.label(c.event))
	}
	switch c.frame.style {
	case ofObject:
		if len(c.objects) > 0 {
			return head + " of " + t.list(c.objects, t.the)
		}
		counted := t.body[c.thing.Start:c.thing.End] // "At least" where a sentence began
		return t.placed(c, head+" of "+strings.ToLower(counted[:1])+counted[1:])
	case ofAgent:
		return head + " of " + t.list(c.agents, t.the)
	case pair:
		return head + ", " + strings.ReplaceAll(t.list(t.both(c), t.short), " and ", "–")
	case meet:
		return t.meetingTitle(c)
	case offer:
		return t.given(strings.TrimSpace(t.possessive(c.agents)+" "+c.frame.head+" "+t.offered(c)), c.goals)
	case request:
		if len(c.goals) == 0 {
			return t.possessive(c.agents) + " " + head + " for " + t.body[c.thing.Start:c.thing.End]
		}
		return t.given(t.owned(c.agents, head), c.goals)
	case deploy:
		return t.given(t.possessive(c.agents)+" deployment of "+t.indefinite(c.thing), t.ofKinds(c.goals, places))
	case visit:
		return t.possessive(c.agents) + " visit to " + t.the(t.visited(c))
	case at:
		return t.atTitle(c)
	case byAgent:
		return head + " by " + t.list(c.agents, t.the)
	case target:
		return t.attackTitle(c)
	case parties:
		return t.partiesTitle(c)
	case union:
		return head + " of " + t.list(t.both(c), t.the)
	case buying:
		return t.owned(c.agents, head) + " of " + t.list(c.objects, t.the)
	case announce:
		return t.possessive(c.agents) + " announcement of " + t.indefinite(c.thing)
	case decide:
		return t.possessive(c.agents) + " " + head + " of " + t.withArticle(c.thing)
	case ruling:
		return head + " by " + t.list(c.agents, t.the)
	case opening:
		return t.placed(c, head+" of "+t.indefinite(c.thing))
	}
	return head
}

func (t *told) partiesTitle(c *candidate) string {
	head, all := joined(c.prefix, c.frame.head), t.both(c)
	switch {
	case len(all) < 2:
		return t.placed(c, head)
	case len(all) > 2:
		return head + " of " + t.list(all, t.the)
	}
	return strings.ReplaceAll(t.list(all, t.short), " and ", "–") + " " + head
}

func (t *told) meetingTitle(c *candidate) string {
	head := joined(c.prefix, c.frame.head)
	bodies := t.ofKinds(c.mods, bodies)
	if len(bodies) > 0 {
		return t.placed(c, t.label(bodies[0])+" "+strings.ToLower(head))
	}
	all := t.addNames(t.both(c), c.mods)
	if len(all) == 0 {
		if series := t.series(t.sentences[c.sentence], c.trigger); series.Len() > 0 {
			head = t.body[series.Start:series.End] + " " + strings.ToLower(head)
		}
		return t.placed(c, head)
	}
	if len(all) == 1 {
		return t.placed(c, t.label(all[0])+" "+strings.ToLower(head))
	}
	if len(all) == 2 {
		return head + ", " + t.short(all[0]) + "–" + t.short(all[1])
	}
	return head + " of " + t.list(all, t.short)
}

func (t *told) atTitle(c *candidate) string {
	if name := t.called(c); name != "" {
		return t.placed(c, name)
	}
	return t.placed(c, joined(c.prefix, c.frame.head))
}

func (t *told) attackTitle(c *candidate) string {
	struck := c.objects
	if len(struck) == 0 {
		struck = c.goals
	}
	if len(struck) == 0 {
		return t.placed(c, c.frame.head)
	}
	if c.frame.head == "Attack" || c.frame.head == "Raid" {
		return t.owned(c.agents, c.frame.head) + " on " + t.list(struck, t.the)
	}
	return t.owned(c.agents, c.frame.head) + " of " + t.list(struck, t.the)
}

// placed adds where it was.
func (t *told) placed(c *candidate, title string) string {
	if c.place < 0 && c.spot.Len() > 0 {
		return title + ", " + t.body[c.spot.Start:c.spot.End]
	}
	if c.place < 0 {
		return title
	}
	return title + ", " + t.label(c.place)
}

// given adds to whom.
func (t *told) given(title string, goals []int) string {
	if len(goals) == 0 {
		return title
	}
	return title + " to " + t.the(goals[0])
}

// owned puts who did it before a word, if anybody is named.
func (t *told) owned(names []int, head string) string {
	if len(names) == 0 {
		return head
	}
	return t.possessive(names) + " " + strings.ToLower(head)
}

func (t *told) possessive(names []int) string {
	owner := t.list(names, t.label)
	if strings.HasSuffix(owner, "s") && t.articles[t.key(names[len(names)-1])] {
		return owner + "'" // the Bahamas' offer
	}
	return owner + "'s"
}

func joined(prefix, head string) string {
	if prefix == "" {
		return head
	}
	return prefix + " " + strings.ToLower(head)
}
