package edtf

// between reads the dates of "between 1930 and 1938": one of them is true.
func (t *typed) between(tokens []token, beside token) (Date, bool) {
	middle := t.separator(tokens)
	for i, word := range tokens {
		if word.text == "and" {
			middle = i
			break
		}
	}
	members, ok := t.fromTo(tokens, middle, beside)
	return t.set("[", members, beside, ok)
}

// each reads the dates of "each of 1930–1938": all of them are true.
func (t *typed) each(tokens []token, beside token) (Date, bool) {
	if len(tokens) > 0 && tokens[0].text == "of" {
		tokens = tokens[1:]
	}
	members, ok := t.fromTo(tokens, t.separator(tokens), beside)
	return t.set("{", members, beside, ok)
}

// fromTo reads two dates around the token at middle as one member of a set.
func (t *typed) fromTo(tokens []token, middle int, beside token) ([]string, bool) {
	if middle <= 0 || middle+1 >= len(tokens) {
		return nil, t.fail(beside, "After this come two dates: the first and the last.")
	}
	from, to, ok := t.ends(tokens[:middle], tokens[middle+1:])
	return []string{runOf(from, to)}, ok
}

// runOf writes the dates from one to another with two dots. The format wants
// both as exact; the less exact one is taken at its first or last month or day,
// which changes nothing of what is said.
func runOf(from, to point) string {
	exact := max(from.precision(), to.precision())
	return firstOf(from, exact) + twoDots + lastOf(to, exact)
}

// firstOf writes the first year, month or day of p.
func firstOf(p point, exact precision) string { return p.as(p.earliest(), exact) }

// lastOf writes the last year, month or day of p.
func lastOf(p point, exact precision) string { return p.as(p.latest(), exact) }

// as writes a day of p as exact as asked, with the marks of p.
func (p point) as(day Day, exact precision) string { return p.at(day, exact).String() }

func (p point) at(day Day, exact precision) point {
	year, month, dayOfMonth := day.Date()
	q := point{year: year, uncertain: p.uncertain, approximate: p.approximate}
	if exact >= toMonth {
		q.month = int8(month)
	}
	if exact == toDay {
		q.day = int8(dayOfMonth)
	}
	return q
}

// connector returns the word that joins the dates of a list: "or", "and", "&",
// or "" if there is no list.
func (t *typed) connector(tokens []token) string {
	for _, word := range tokens {
		if word.text == "or" || word.text == "and" || word.text == "&" {
			return word.text
		}
	}
	return ""
}

// item is a member of a list as far as its words go: one date, or two from one
// to another.
type item struct {
	drafts      []*draft
	words       []token // the first of each draft
	below, over bool    // "or earlier", "or later"
}

// list reads "1667, 1668 or 1670–1672", "5 and 6 March 1938", "1984 or later".
func (t *typed) list(tokens []token, connector string) (Date, bool) {
	var items []item
	start := 0
	for i := 0; i <= len(tokens); i++ {
		if i < len(tokens) && tokens[i].text != connector {
			if other := t.connector(tokens[i : i+1]); other != "" {
				return Date{}, t.fail(tokens[i], "Join the dates by or alone, if one of them is true, or by and alone, if all are.")
			}
			continue
		}
		piece := tokens[start:i]
		beside := tokens[min(i, len(tokens)-1)]
		start = i + 1
		if len(piece) == 0 {
			return Date{}, t.fail(beside, "There is a date missing beside this.")
		}
		more, ok := t.items(piece, items)
		if !ok {
			return Date{}, false
		}
		items = more
	}
	var all []*draft
	for _, one := range items {
		all = append(all, one.drafts...)
	}
	lend(all)
	var members []string
	for _, one := range items {
		written, ok := t.member(one)
		if !ok {
			return Date{}, false
		}
		members = append(members, written)
	}
	bracket := "{"
	if connector == "or" {
		bracket = "["
	}
	return t.set(bracket, members, tokens[0], true)
}

// items appends what a piece between two connectors says: one date, several
// with commas between them, or how the date before goes on.
func (t *typed) items(piece []token, items []item) ([]item, bool) {
	if len(items) > 0 && (len(piece) == 1 || piece[1].text == ",") {
		before, goesOn := &items[len(items)-1], true
		switch piece[0].text {
		case "earlier", "before":
			before.below = true
		case "later", "after":
			before.over = true
		default:
			goesOn = false
		}
		if goesOn {
			if len(piece) <= 2 {
				return items, true
			}
			piece = piece[2:]
		}
	}
	one, ok := t.item(piece)
	if ok {
		return append(items, one), true
	}
	at, sentence := t.at, t.sentence
	var several []item
	start := 0
	for i := 0; i <= len(piece); i++ {
		if i < len(piece) && piece[i].text != "," {
			continue
		}
		if part := piece[start:i]; len(part) > 0 {
			one, ok := t.item(part)
			if !ok {
				return nil, false
			}
			several = append(several, one)
		}
		start = i + 1
	}
	if len(several) < 2 {
		t.at, t.sentence = at, sentence
		return nil, false
	}
	return append(items, several...), true
}

func (t *typed) item(tokens []token) (item, bool) {
	if middle := t.separator(tokens); middle > 0 && middle+1 < len(tokens) {
		from, to, ok := t.pair(tokens[:middle], tokens[middle+1:])
		return item{drafts: []*draft{&from, &to}, words: []token{tokens[0], tokens[middle+1]}}, ok
	}
	d, ok := t.phrase(tokens)
	return item{drafts: []*draft{&d}, words: tokens[:1]}, ok
}

// member writes one as the member of a set.
func (t *typed) member(one item) (string, bool) {
	last := len(one.drafts) - 1
	from, to, ok := t.complete(*one.drafts[0], one.words[0])
	if !ok {
		return "", false
	}
	if last > 0 {
		if _, to, ok = t.complete(*one.drafts[last], one.words[last]); !ok {
			return "", false
		}
	}
	switch {
	case one.below && one.over:
		return "", t.fail(one.words[0], "This is open at both sides.")
	case one.below:
		return twoDots + lastOf(to, to.precision()), true
	case one.over:
		return firstOf(from, from.precision()) + twoDots, true
	case last == 0 && from == to:
		return from.String(), true
	}
	return runOf(from, to), true
}
