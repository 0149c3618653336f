package sqlite_test

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/query"
)

// BenchmarkComparing measures the same words over the same texts, the first 20
// results each: with the archive's search and its snippets, with the sqlite3 shell
// over a table of the same words, ordered by bm25, and with recollq over the
// texts as files. What is not installed is left out. The other two are whole
// processes; how long one takes that finds nothing is told beside.
func BenchmarkComparing(b *testing.B) {
	book, _ := large(b)
	if err := book.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	var words []string
	s := sampleOf(b, book)
	for _, class := range []string{"very common", "common", "rare"} {
		for range queriesEach / 4 {
			words = append(words, s.word(class))
		}
	}
	compare := func(name string, ask func(word string) error) {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				if err := ask(words[i%len(words)]); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(began))
			}
			spread(b, took)
		})
	}
	compare("cuttings", func(word string) error {
		_, err := book.Search(b.Context(), word, notes.SearchFilter{Limit: 20})
		return err
	})
	for _, other := range []struct {
		program string
		prepare func(b *testing.B, book *notes.Notebook) []string // the command, without a word
		ask     func(word string) string                          // its last argument
	}{
		{"sqlite3", shell, func(word string) string {
			return `SELECT rowid FROM search WHERE search MATCH '"` + strings.ReplaceAll(query.Indexable(word), `'`, ``) + `"' ORDER BY bm25(search) LIMIT 20`
		}},
		{"recollq", recoll, strings.Clone},
	} {
		if _, err := exec.LookPath(other.program); err != nil {
			b.Logf("%s is not installed", other.program)
			continue
		}
		command := other.prepare(b, book)
		run := func(word string) error {
			asking := exec.CommandContext(b.Context(), command[0], append(command[1:], other.ask(word))...)
			var said bytes.Buffer
			asking.Stderr = &said
			if err := asking.Run(); err != nil {
				b.Logf("%s %s: %s", other.program, word, said.String())
				return err
			}
			return nil
		}
		compare(other.program, run)
		compare(other.program+" nothing", func(string) error { return run("zzzzqqqq") })
	}
}

// eachText calls do with every article and its text.
func eachText(b *testing.B, book *notes.Notebook, do func(article notes.Article, body string)) {
	b.Helper()
	articles, err := book.AllArticles(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range articles {
		article, err := book.Article(b.Context(), id)
		if err != nil {
			b.Fatal(err)
		}
		text, err := book.Text(b.Context(), article.Capture)
		if err != nil {
			b.Fatal(err)
		}
		do(article, text.Body)
	}
}

// shell makes a table of the same words in a file of its own: the shells that are
// about are older than the archive's table, which they refuse.
func shell(b *testing.B, book *notes.Notebook) []string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "words.db")
	db, err := sql.Open("sqlite", file)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // so that the transaction is one
	do := func(statement string, values ...any) {
		if _, err := db.ExecContext(b.Context(), statement, values...); err != nil {
			b.Fatal(err)
		}
	}
	do(`CREATE VIRTUAL TABLE search USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 0')`)
	do(`BEGIN`)
	eachText(b, book, func(article notes.Article, body string) {
		do(`INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)`, article.ID, query.Indexable(article.Title), query.Indexable(body))
	})
	do(`COMMIT`)
	do(`INSERT INTO search (search) VALUES ('optimize')`)
	return []string{"sqlite3", "-readonly", file}
}

// recoll writes the texts to files and has them indexed, with a folder of its own
// for all that it keeps.
func recoll(b *testing.B, book *notes.Notebook) []string {
	b.Helper()
	folder := b.TempDir()
	texts, kept := filepath.Join(folder, "texts"), filepath.Join(folder, "kept")
	write := func(file, content string) {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	count, plain := 0, 0
	eachText(b, book, func(article notes.Article, body string) {
		count, plain = count+1, plain+len(body)
		name := article.ID.String()
		write(filepath.Join(texts, name[len(name)-2:], name+".txt"), body)
	})
	write(filepath.Join(kept, "recoll.conf"), "topdirs = "+texts+"\nloglevel = 1\n")
	began := time.Now()
	if out, err := exec.CommandContext(b.Context(), "recollindex", "-c", kept).CombinedOutput(); err != nil {
		b.Fatalf("recollindex: %v\n%s", err, out)
	}
	b.Logf("recollindex: %d articles, %d MB of text, indexed in %v", count, plain>>20, time.Since(began).Round(time.Second))
	return []string{"recollq", "-c", kept, "-n", "20"}
}
