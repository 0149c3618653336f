package text_test

import (
	"testing"

	"cuttings/notes/text"
)

func build(t *testing.T) text.Text {
	t.Helper()
	var b text.Builder
	b.Begin(text.Block{Kind: text.Heading, Level: 1})
	b.Write("  Kenya   weighs ")
	b.Begin(text.Block{Kind: text.Paragraph})
	b.Write("It said ")
	b.Open(text.Emphasis, "")
	b.Write(" e\u0301te\u0301 ")
	b.Close()
	b.Write("and left. ")
	b.Begin(text.Block{Kind: text.Paragraph})
	b.Write("   ")
	b.Begin(text.Block{Kind: text.Rule})
	b.Write("")
	b.Begin(text.Block{Kind: text.Code})
	b.Write("a\n  b\n")
	got, err := b.Text()
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestBuilder(t *testing.T) {
	got := build(t)
	if want := "Kenya weighs\n\nIt said été and left.\n\n\n\na\n  b"; got.Body != want {
		t.Fatalf("body %q, want %q", got.Body, want)
	}
	if len(got.Blocks) != 4 {
		t.Fatalf("%d blocks, want 4 (the one without words is dropped)", len(got.Blocks))
	}
	if words := got.Slice(got.Blocks[1].Spans[0].Range); words != "été" {
		t.Errorf("the emphasis covers %q", words)
	}
}

func TestPlaces(t *testing.T) {
	got := build(t)
	at := len("Kenya weighs\n\nIt said é")
	if words := got.Slice(got.WordAt(at)); words != "été" {
		t.Errorf("WordAt = %q", words)
	}
	if got.NextGrapheme(at-2) != at || got.PreviousGrapheme(at) != at-2 {
		t.Error("a grapheme of two bytes is not stepped over whole")
	}
	if next := got.NextWord(0); next != len("Kenya") {
		t.Errorf("NextWord(0) = %d", next)
	}
	if previous := got.PreviousWord(at); got.Body[previous:previous+2] != "é" {
		t.Errorf("PreviousWord = %d", previous)
	}
	if n := got.ParagraphAt(at); n != 1 {
		t.Errorf("ParagraphAt = %d", n)
	}
	if points := got.CodePoints(at); got.FromCodePoints(points) != at {
		t.Error("code points do not lead back")
	}
	if n := got.WordCount(); n != 9 {
		t.Errorf("WordCount = %d", n)
	}
}

func FuzzBuilder(f *testing.F) {
	f.Add("a\u0301", "\u0301b c", "\xff\n")
	f.Add("", " ", "\u00ad")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var builder text.Builder
		builder.Open(text.Strong, "")
		builder.Write(a)
		builder.Open(text.Link, "x")
		builder.Write(b)
		builder.Close()
		builder.Begin(text.Block{Kind: text.ListItem, Level: 1})
		builder.Write(c)
		built, err := builder.Text()
		if err != nil {
			t.Fatal(err)
		}
		for offset := 0; offset < len(built.Body); offset = built.NextGrapheme(offset) {
			word := built.WordAt(offset)
			if word.Start > offset || word.End < word.Start {
				t.Fatalf("WordAt(%d) = %v", offset, word)
			}
		}
		for offset := len(built.Body); offset > 0; {
			previous := built.PreviousGrapheme(offset)
			if previous >= offset {
				t.Fatalf("PreviousGrapheme(%d) = %d", offset, previous)
			}
			offset = previous
		}
	})
}
