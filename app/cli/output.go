package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"cuttings/notes"
)

// answer writes what a command found: the value as JSON, or its words.
func (c *call) answer(value any, words func(w *page)) error {
	c.undraw()
	if c.json {
		return c.writeJSON(value)
	}
	var w page
	words(&w)
	return c.write(strings.TrimLeft(w.String(), "\n"))
}

func (c *call) write(words string) error {
	if _, err := fmt.Fprint(c.env.Stdout, clean(words)); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// remark says beside an answer, on standard error, what is not in it. JSON says
// it itself.
func (c *call) remark(format string, args ...any) {
	if !c.json {
		fmt.Fprintln(c.env.Stderr, clean(fmt.Sprintf(format, args...)))
	}
}

func (c *call) writeJSON(value any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	if _, err := fmt.Fprint(c.env.Stdout, escapeControls(out.String())); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// page is an answer in words, line by line.
type page struct{ strings.Builder }

func (p *page) line(format string, args ...any) {
	fmt.Fprintf(&p.Builder, format, args...)
	p.WriteByte('\n')
}

// field writes a line "name: value" unless the value is empty.
func (p *page) field(name, value string) {
	if value != "" {
		p.line("%-13s %s", name+":", value)
	}
}

// section writes a heading before a list, if it has any entries.
func (p *page) section(name string, entries int) {
	if entries > 0 {
		p.line("\n%s (%d)", name, entries)
	}
}

// first writes a heading before the first of a list.
func (p *page) first(name string, entries, all int) {
	if entries == all {
		p.section(name, entries)
		return
	}
	p.line("\n%s (%d of %d)", name, entries, all)
}

// clean makes words harmless to a terminal: control characters, but for line
// breaks and tabs, and marks that turn the direction of writing are shown as
// what they are not.
func clean(words string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && harmful(r) {
			return '\uFFFD'
		}
		return r
	}, words)
}

// escapeControls writes the characters that JSON allows to stand as they are,
// but a terminal would obey, as escapes. Such characters stand within strings
// only.
func escapeControls(encoded string) string {
	var out strings.Builder
	for _, r := range encoded {
		if r != '\n' && harmful(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func harmful(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// progress returns a report that shows how far work has come, for as long as a
// person watches; nil otherwise.
func (c *call) progress(doing string) notes.Progress {
	if !c.env.Terminal {
		return nil
	}
	return func(done, total int) {
		if total > 0 {
			c.draw(fmt.Sprintf("%s: %d of %d", doing, done, total))
		} else {
			c.draw(fmt.Sprintf("%s: %d", doing, done))
		}
	}
}

// draw shows a line of progress in place of the one before; undraw takes it
// away.
func (c *call) draw(line string) {
	fmt.Fprintf(c.env.Stderr, "\r\x1b[K%s", clean(strings.ReplaceAll(line, "\n", " ")))
	c.drawn = true
}

func (c *call) undraw() {
	if c.drawn {
		fmt.Fprint(c.env.Stderr, "\r\x1b[K")
		c.drawn = false
	}
}
