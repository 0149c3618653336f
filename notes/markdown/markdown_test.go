package markdown_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

func same(a, b string) bool { return fold.String(a) == fold.String(b) }

func resolve(target string) (markdown.Resolved, bool) {
	switch fold.String(target) {
	case "alfred mutua", "p1":
		return markdown.Resolved{ID: "p1", Title: "Alfred Mutua"}, true
	case "h1":
		return markdown.Resolved{
			ID: "h1", Title: "telephone call", Quote: "telephone call\n\nwith his counterpart",
			From: "Kenya weighs sending police, ¶1", Colour: "yellow",
		}, true
	}
	return markdown.Resolved{}, false
}

// show writes a text so that a test can be read: a line a block, spans in
// braces behind it.
func show(t text.Text) string {
	var out strings.Builder
	for _, block := range t.Blocks {
		fmt.Fprintf(&out, "%s", block.Kind)
		if block.Level > 0 {
			fmt.Fprintf(&out, " %d", block.Level)
		}
		if block.Quoted > 0 {
			fmt.Fprintf(&out, " >%d", block.Quoted)
		}
		if block.Marker != "" {
			fmt.Fprintf(&out, " %s", block.Marker)
		}
		if block.Source != "" {
			fmt.Fprintf(&out, " <%s>", block.Source)
		}
		fmt.Fprintf(&out, ": %q", t.Slice(block.Range))
		for _, span := range block.Spans {
			fmt.Fprintf(&out, " {%s %q %s}", span.Style, t.Slice(span.Range), span.Target)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestText(t *testing.T) {
	cases := map[string]struct{ source, want string }{
		"link by title": {
			"[[alfred mutua]] spoke.",
			`paragraph: "Alfred Mutua spoke." {link "Alfred Mutua" item:p1}`,
		},
		"link with words": {
			"He, [[p1|the *minister*]], spoke.",
			`paragraph: "He, the *minister*, spoke." {link "the *minister*" item:p1}`,
		},
		"link to a place in a note": {
			"[[Alfred Mutua#Roles]]",
			`paragraph: "Alfred Mutua" {link "Alfred Mutua" item:p1}`,
		},
		"link that leads nowhere yet": {
			"Ask [[Nobody]].",
			`paragraph: "Ask Nobody." {link "Nobody" new:Nobody}`,
		},
		"highlight alone": {
			"[[h1]]",
			`quotation >1: "“telephone call with his counterpart”\nKenya weighs sending police, ¶1" ` +
				`{origin "Kenya weighs sending police, ¶1" } ` +
				`{highlight "“telephone call with his counterpart”\nKenya weighs sending police, ¶1" item:h1}`,
		},
		"highlight alone with its words": {
			"[[h1|telephone call]]",
			`quotation >1: "“telephone call with his counterpart”\nKenya weighs sending police, ¶1" ` +
				`{origin "Kenya weighs sending police, ¶1" } ` +
				`{highlight "“telephone call with his counterpart”\nKenya weighs sending police, ¶1" item:h1}`,
		},
		"highlight among words": {
			"He made a [[h1]] and a [[h1|call]].",
			`paragraph: "He made a “telephone call with his counterpart” and a call." ` +
				`{highlight "“telephone call with his counterpart”" item:h1} {link "call" item:h1}`,
		},
		"link in emphasis and in a table": {
			"*see [[p1]]*\n\n| who | what |\n|---|---|\n| [[p1\\|him]] | b |",
			`paragraph: "see Alfred Mutua" {link "Alfred Mutua" item:p1} {emphasis "see Alfred Mutua" }` + "\n" +
				`table: "who\twhat\nhim\tb" {link "him" item:p1}`,
		},
		"a bracketed Markdown link": {
			"as shown [[1]](https://example.org/a)",
			`paragraph: "as shown [1]" {link "[1]" https://example.org/a}`,
		},
		"headings, rules, breaks": {
			"# One\n\nTwo\n---\n\na  \nb\nc\n\n***\n",
			`heading 1: "One"` + "\n" + `heading 2: "Two"` + "\n" + `paragraph: "a\nb c"` + "\n" + `rule: ""`,
		},
		"lists": {
			"- a\n\n  more\n  - b\n- c\n\n3. x\n4. y\n\n- [x] done\n- [ ] open\n",
			`item 1 •: "a"` + "\n" + `item 1: "more"` + "\n" + `item 2 •: "b"` + "\n" + `item 1 •: "c"` + "\n" +
				`item 1 3.: "x"` + "\n" + `item 1 4.: "y"` + "\n" + `item 1 ☑: "done"` + "\n" + `item 1 ☐: "open"`,
		},
		"quotations": {
			"> a\n>\n>> b\n>\n> - c\n",
			`quotation >1: "a"` + "\n" + `quotation >2: "b"` + "\n" + `item 1 >1 •: "c"`,
		},
		"code": {
			"`a [[p1]]` and\n\n```go\nx := [[1]]\n\n\ty\n```\n\n    indented\n",
			`paragraph: "a [[p1]] and" {code "a [[p1]]" }` + "\n" + `code: "x := [[1]]\n\n\ty"` + "\n" + `code: "indented"`,
		},
		"links and marks": {
			`**bold** [site](https://example.org "t") <https://a.example> www.b.example \*no\* &amp; &copy;`,
			`paragraph: "bold site https://a.example www.b.example *no* & ©" {strong "bold" } ` +
				`{link "site" https://example.org} {link "https://a.example" https://a.example} {link "www.b.example" http://www.b.example}`,
		},
		"pictures": {
			"![A *map*](m.png)\n\nsee ![x](y.png) here",
			`figure <m.png>: "A map"` + "\n" + `paragraph: "see here"` + "\n" + `figure <y.png>: "x"`,
		},
		"footnotes": {
			"He said so.[^a]\n\n[^a]: In public.\n",
			`paragraph: "He said so.[1]"` + "\n" + `item 1 1.: "In public."`,
		},
		"raw HTML": {
			"a <b>bold</b><br>c\n\n<div onclick=\"x()\">\nwords &amp; more\n<script>alert(1)</script></div>\n",
			`paragraph: "a bold\nc"` + "\n" + `paragraph: "words & more"`,
		},
		"strikethrough": {"~~gone~~ here", `paragraph: "gone here"`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := markdown.Text(c.source, resolve)
			if err != nil {
				t.Fatal(err)
			}
			if shown := strings.TrimSpace(show(got)); shown != c.want {
				t.Errorf("got\n%s\nwant\n%s", shown, c.want)
			}
		})
	}
}

func TestTextWithoutResolve(t *testing.T) {
	got, err := markdown.Text("See [[a|b]] and [[c]].", nil)
	if err != nil || got.Body != "See b and c." || len(got.Blocks[0].Spans) != 0 {
		t.Errorf("got %s, %v", show(got), err)
	}
}

func TestLinks(t *testing.T) {
	source := "é [[A]] `[[no]]` ![[B|shown]] \\[[no]]\n\n    [[no]]\n\n> - [[ C#part ]] [[]] [[D\n]]\n"
	var got []string
	for _, link := range markdown.Links(source) {
		got = append(got, fmt.Sprint(link.Target, "|", link.Shown, "|", link.Embed, "|", source[link.Range.Start:link.Range.End]))
	}
	want := []string{"A||false|[[A]]", "B|shown|true|![[B|shown]]", "C#part||false|[[ C#part ]]"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRename(t *testing.T) {
	cases := map[string]struct{ source, old, new, want string }{
		"keeps the words":    {"[[Old|him]] and [[ old ]]", "Old", "New", "[[New|him]] and [[ New ]]"},
		"keeps the place":    {"[[Old#Roles]]", "Old", "New", "[[New#Roles]]"},
		"leaves code":        {"`[[Old]]` [[Old]]", "Old", "New", "`[[Old]]` [[New]]"},
		"leaves others":      {"[[Older]] Old", "Old", "New", "[[Older]] Old"},
		"marks in the title": {"[[Old]]", "Old", "Part [2] | Site", "[[Part 2 Site]]"},
		"a mark as target":   {"![[!]]", "!", "New", "![[!]]"},
		"in a table":         {"|a|b|\n|-|-|\n|[[Old\\|x]]|[[Old]]|", "Old", "New", "|a|b|\n|-|-|\n|[[New\\|x]]|[[New]]|"},
		"nothing to write":   {"[[Old]]", "Old", "[]", "[[Old]]"},
	}
	exact := func(a, b string) bool { return same(a, b) && fold.String(a) != "" }
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := markdown.Rename(c.source, c.old, c.new, exact); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	meta, body, err := markdown.FrontMatter("---\ntitle: A: b\n---\nwords")
	if err == nil || !errors.Is(err, markdown.ErrFrontMatter) || body != "words" || meta != nil {
		t.Errorf("faulty YAML: %v, %q, %v", meta, body, err)
	}
	meta, body, err = markdown.FrontMatter("---\r\ntitle: \"A: b\"\r\ndate: 2023-04-22\r\ntags: [x, y]\r\nn: 3\r\n---\r\n# Words\r\n")
	if err != nil || body != "# Words\r\n" {
		t.Fatalf("%q, %v", body, err)
	}
	if got := fmt.Sprint(meta); got != "map[date:2023-04-22 n:3 tags:[x y] title:A: b]" {
		t.Errorf("meta = %s", got)
	}
	for _, plain := range []string{"", "---", "---\nwords\n\n---\nmore", "words\n---\n"} {
		if meta, body, err := markdown.FrontMatter(plain); meta != nil || body != plain || err != nil {
			t.Errorf("%q: %v, %q, %v", plain, meta, body, err)
		}
	}
	deep := "---\na: " + strings.Repeat("[", 50) + strings.Repeat("]", 50) + "\n---\n"
	if _, _, err := markdown.FrontMatter(deep); !errors.Is(err, markdown.ErrFrontMatter) {
		t.Errorf("deep front matter: %v", err)
	}
}

// TestHostile reads sources that would make a careless reader slow or crash.
func TestHostile(t *testing.T) {
	const n = 20000
	for _, source := range []string{
		strings.Repeat("> ", n), strings.Repeat("- ", n), strings.Repeat("[", n), strings.Repeat("*a ", n),
		strings.Repeat("![", n), strings.Repeat("`", n), strings.Repeat("[[a", n), strings.Repeat("<a ", n),
		strings.Repeat("[a](", n), strings.Repeat("~~a", n), strings.Repeat("1. ", n), strings.Repeat("[^a]", n),
	} {
		if _, err := markdown.Text(source, resolve); err != nil {
			t.Errorf("%.10q…: %v", source, err)
		}
	}
	if _, err := markdown.Text(strings.Repeat("a", markdown.MaxSize+1), nil); !errors.Is(err, markdown.ErrTooLarge) {
		t.Errorf("too long a source: %v", err)
	}
}

func seeds(f *testing.F) {
	for _, seed := range []string{
		"[[a]] ![[b|c]] [d](e) ![f](g)", "> - [[x]]\n>   - `[[y]]`\n", "|a|b|\n|-|-|\n|[[a\\|b]]|c|",
		"a[^1]\n\n[^1]: b\n", "<div>\n[[a]]\n", "\t[[a]]\n- \t[[b]]", "e\u0301[[e\u0301]]\xff\x00", "---\na: b\n---\n", "[[a]](b) [[c]](http://d)",
	} {
		f.Add(seed)
	}
}

func FuzzLinks(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		last := 0
		for _, link := range markdown.Links(source) {
			if link.Range.Start < last || link.Range.End > len(source) {
				t.Fatalf("link at %v behind %d", link.Range, last)
			}
			last = link.Range.End
			written := strings.TrimPrefix(source[link.Range.Start:last], "!")
			if !strings.HasPrefix(written, "[[") || !strings.HasSuffix(written, "]]") || !strings.Contains(written, link.Target) {
				t.Fatalf("%q is no link to %q", written, link.Target)
			}
		}
	})
}

func FuzzRename(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		links := markdown.Links(source)
		if len(links) == 0 {
			return
		}
		old := links[0].Target
		equal := func(a, b string) bool { return a == b }
		renamed := markdown.Rename(source, old, "A new title", equal)
		after := markdown.Links(renamed)
		if len(after) != len(links) {
			t.Fatalf("%d links became %d in %q", len(links), len(after), renamed)
		}
		for i := range links {
			if links[i].Target == old && after[i].Target != "A new title" || links[i].Shown != after[i].Shown {
				t.Fatalf("%+v became %+v", links[i], after[i])
			}
		}
	})
}

func FuzzText(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source string) {
		if _, body, _ := markdown.FrontMatter(source); len(body) > len(source) {
			t.Fatal("the body is longer than the source")
		}
		built, err := markdown.Text(source, resolve)
		if err != nil {
			t.Fatal(err)
		}
		if err := built.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkText(b *testing.B) {
	source := strings.Repeat("Some words about [[Alfred Mutua]] and *others*, as `code` and [links](https://example.org).\n\n", 1000)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := markdown.Text(source, resolve); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLinks(b *testing.B) {
	source := strings.Repeat("Some words about [[Alfred Mutua]] and *others*.\n\n", 100)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		markdown.Links(source)
	}
}
