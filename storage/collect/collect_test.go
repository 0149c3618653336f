package collect_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"cuttings/notes"
	"cuttings/notes/text"
	"cuttings/storage/collect"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them")

// today is when the tests are taken to run.
var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func collector(options collect.Options) *collect.Collector {
	options.Now = func() time.Time { return today }
	return collect.New(options)
}

// show writes a document so that a person can check it.
func show(d notes.Document) string {
	var out strings.Builder
	for _, field := range [][2]string{
		{"title", d.Title},
		{"byline", d.Byline},
		{"source", d.Source},
		{"date", d.Date},
		{"language", d.Language},
		{"address", d.URL},
		{"type", d.MediaType},
		{"tags", strings.Join(d.Tags, ", ")},
	} {
		fmt.Fprintf(&out, "%-9s%s\n", field[0], field[1])
	}
	for _, block := range d.Text.Blocks {
		fmt.Fprintf(&out, "\n[%s level %d quoted %d %s%s]\n%s\n", block.Kind, block.Level, block.Quoted, block.Marker, block.Source, d.Text.Slice(block.Range))
		for _, span := range block.Spans {
			fmt.Fprintf(&out, "    %s: %q %s\n", span.Style, d.Text.Slice(span.Range), span.Target)
		}
	}
	return out.String()
}

// The files of testdata are our own; what is taken from them is in the golden
// files beside them.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			document, err := collector(collect.Options{}).Read(t.Context(), notes.Input{Path: file, Name: filepath.Base(file)})
			if err != nil {
				t.Fatal(err)
			}
			if err := document.Text.Check(); err != nil {
				t.Error(err)
			}
			got := show(document)
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("what was read has changed (-want +got):\n%s", diff)
			}
		})
	}
}

const polyglot = "Łódź und Zürich liegen weit auseinander, schrieb die Zeitung am Montag."

func TestEncodings(t *testing.T) {
	for _, test := range []struct {
		name, words string
		encoding    encoding.Encoding
		head        string // of a page, naming its encoding
	}{
		{"UTF-8", polyglot, unicode.UTF8, ""},
		{"UTF-8 with a mark", polyglot, unicode.UTF8BOM, ""},
		{"UTF-16 little", polyglot, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ""},
		{"UTF-16 big", polyglot, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ""},
		{"Windows-1252", "The café’s owner said “no” to the new façade, and that was that for the street.", charmap.Windows1252, ""},
		{"Shift JIS, named", "国会は火曜日に新しい予算を可決した。反対派は投票を欠席した。", japanese.ShiftJIS, `<meta charset="shift_jis">`},
		{"KOI8-R, named", "Парламент принял во вторник новый бюджет, сообщила газета.", charmap.KOI8R, `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">`},
		{"ISO 8859-2, named", "Poslanci v úterý schválili nový rozpočet, napsaly noviny.", charmap.ISO8859_2, `<meta charset="iso-8859-2">`},
	} {
		t.Run(test.name, func(t *testing.T) {
			source, name := test.words+"\n", "a.txt"
			if test.head != "" {
				source, name = "<!DOCTYPE html><html><head>"+test.head+"<title>T</title></head><body><p>"+test.words+"</p></body></html>", "a.html"
			}
			encoded, err := test.encoding.NewEncoder().String(source)
			if err != nil {
				t.Fatal(err)
			}
			document, err := collector(collect.Options{}).Read(t.Context(), notes.Input{Data: []byte(encoded), Name: name})
			if err != nil {
				t.Fatal(err)
			}
			if document.Text.Body != test.words {
				t.Errorf("read %q", document.Text.Body)
			}
		})
	}
}

// Whatever is wrong with an input, the person hears it in a sentence.
func TestBadInput(t *testing.T) {
	folder := t.TempDir()
	file := func(name string, content []byte) notes.Input {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return notes.Input{Path: path, Name: name}
	}
	deep := strings.Repeat("<div>", 100_000) + "<p>words at the bottom of it all</p>"
	for _, test := range []struct {
		input notes.Input
		want  error // nil: it is read
	}{
		{file("empty.txt", nil), notes.ErrUnreadable},
		{file("blank.txt", []byte(" \n\t\n ")), notes.ErrUnreadable},
		{file("empty.html", []byte("<html><body></body></html>")), notes.ErrUnreadable},
		{file("binary.txt", []byte{0, 1, 2, 3, 0xff, 0xfe, 0, 0}), notes.ErrUnreadable},
		{file("picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")), notes.ErrUnreadable},
		{file("paper.pdf", []byte("%PDF-1.7\n1 0 obj\n")), notes.ErrUnreadable},
		{file("large.txt", make([]byte, 3<<20)), notes.ErrTooLarge},
		{file("script.html", []byte("<html><body><script>document.write('x')</script></body></html>")), notes.ErrUnreadable},
		{file("deep.html", []byte(deep)), nil},
		{file("long.txt", []byte(strings.Repeat("word", 400_000))), nil},
		{file("cut.html", []byte("<html><body><p>A paragraph that was cut off in the mid")), nil},
		{notes.Input{Path: filepath.Join(folder, "missing.txt"), Name: "missing.txt"}, os.ErrNotExist},
		{notes.Input{Path: folder, Name: "folder"}, notes.ErrUnreadable},
		{notes.Input{URL: "ftp://example.org/x", Name: "ftp"}, notes.ErrUnreadable},
		{notes.Input{URL: "http://", Name: "http"}, notes.ErrUnreadable},
		{notes.Input{Data: []byte("  "), Name: "pasted"}, notes.ErrUnreadable},
	} {
		t.Run(test.input.Name, func(t *testing.T) {
			began := time.Now()
			document, err := collector(collect.Options{MaxFile: 2 << 20}).Read(t.Context(), test.input)
			if time.Since(began) > 20*time.Second {
				t.Error("it took too long")
			}
			if test.want == nil {
				if err != nil || document.Text.Body == "" || document.Title == "" {
					t.Fatalf("%q %q: %v", document.Title, text.Shorten(document.Text.Body, 40), err)
				}
				return
			}
			if !errors.Is(err, test.want) {
				t.Fatalf("the error is %v", err)
			}
			if errors.Is(test.want, os.ErrNotExist) {
				return
			}
			if words := err.Error(); !strings.HasSuffix(words, ".") || strings.ContainsAny(words, "\n\x00") {
				t.Errorf("this is no sentence: %q", words)
			}
		})
	}
}

func TestExpand(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.txt", "a.html", "sub/c.md", ".hidden/d.txt", ".e.txt", "picture.png", "page_files/f.html", "page.html"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("words"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(folder, filepath.Join(folder, "loop")); err != nil {
		t.Fatal(err)
	}
	inputs, err := collector(collect.Options{}).Expand(t.Context(), []string{folder, "https://example.org/x", "file://" + folder + "/b.txt", folder + "/none.txt"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, input := range inputs {
		got = append(got, strings.TrimPrefix(strings.TrimPrefix(input.Path+input.URL, folder), "/"))
	}
	want := []string{"a.html", "b.txt", "page.html", "sub/c.md", "https://example.org/x", "b.txt", "none.txt"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("inputs (-want +got):\n%s", diff)
	}
}

func TestFetch(t *testing.T) {
	page := `<html lang="en"><head><title>The title of it</title></head><body><article><h1>The title of it</h1>` +
		strings.Repeat("<p>A paragraph with words enough to be taken for a part of the article, not for a menu.</p>", 5) + `</article></body></html>`
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/page", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) {
		for range 3 << 10 {
			_, _ = w.Write([]byte(strings.Repeat("x", 1<<10)))
		}
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		_, _ = w.Write([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))
	})
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	closed := httptest.NewServer(mux)
	closed.Close()
	for _, test := range []struct {
		address string
		want    error
	}{
		{server.URL + "/page", nil},
		{server.URL + "/moved", nil},
		{server.URL + "/nothing", notes.ErrUnreadable},
		{server.URL + "/loop", notes.ErrUnreadable},
		{server.URL + "/slow", notes.ErrUnreadable},
		{server.URL + "/large", notes.ErrTooLarge},
		{server.URL + "/picture", notes.ErrUnreadable},
		{server.URL + "/away", notes.ErrUnreadable},
		{closed.URL + "/page", notes.ErrUnreadable},
		{"http://nowhere.invalid/", notes.ErrUnreadable},
	} {
		t.Run(test.address[strings.LastIndex(test.address, "/"):], func(t *testing.T) {
			document, err := collector(collect.Options{Timeout: time.Second, MaxPage: 1 << 20}).Read(t.Context(), notes.Input{URL: test.address, Name: test.address})
			if test.want == nil {
				if err != nil || document.Title != "The title of it" || !strings.HasSuffix(document.URL, "/page") {
					t.Errorf("read %q from %q: %v", document.Title, document.URL, err)
				}
				return
			}
			if !errors.Is(err, test.want) || !strings.HasSuffix(err.Error(), ".") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := collector(collect.Options{}).Read(ctx, notes.Input{Path: "testdata/news.html", Name: "news.html"})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// Whatever bytes come under whatever name, there is a whole document or an
// error.
func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/news.html", "testdata/saved.html"} {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add("a.html", content)
	}
	f.Add("a.md", []byte("---\ntitle: T\ndate: 2023-01-02\ntags: [a]\n---\n# H\n\n> q\n"))
	f.Add("a.txt", []byte("\xff\xfea\x00b\x00"))
	f.Add("a.mhtml", []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a</p>\n--x--"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		document, err := collector(collect.Options{MaxFile: 1 << 20}).Read(t.Context(), notes.Input{Data: content, Name: name})
		if err != nil {
			return
		}
		if err := document.Text.Check(); err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(document.Text.Body) == "" || document.Title == "" {
			t.Fatalf("nothing was read: %+v", document)
		}
	})
}
