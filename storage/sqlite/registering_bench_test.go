package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/register"
	"cuttings/storage/sqlite"
)

// rowsVariable says how many records the file has that is brought in.
const (
	rowsVariable = "CUTTINGS_BENCH_ROWS"
	usualRows    = 4000
)

// BenchmarkRegister measures how long a file of entities takes to be brought in:
// into an empty archive, and into one of articles, where "left" is how many
// articles wait to have their mentions found. Most names stand in no article, as
// in lists that were made elsewhere.
func BenchmarkRegister(b *testing.B) {
	rows := usualRows
	if set := os.Getenv(rowsVariable); set != "" {
		var err error
		if rows, err = strconv.Atoi(set); err != nil {
			b.Fatalf("%s: %v", rowsVariable, err)
		}
	}
	file := register.File{Format: register.CSV, Records: madeRecords(rows)}
	measure := func(b *testing.B, open func(*testing.B) *notes.Notebook) {
		for b.Loop() {
			b.StopTimer()
			book := open(b)
			b.StartTimer()
			began := time.Now()
			if _, err := book.Register(b.Context(), file, nil); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(time.Since(began).Microseconds())/float64(rows), "µs/row")
			waiting, err := book.Pending(b.Context(), len(file.Records)*100)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(waiting)), "left")
		}
	}
	b.Run("empty", func(b *testing.B) { measure(b, openNew) })
	b.Run("articles", func(b *testing.B) { measure(b, openCopy) })
}

// madeRecords are people, organisations, places and events with made-up names.
func madeRecords(rows int) []register.Record {
	random := rand.New(rand.NewPCG(3, 3))
	word := func(syllables int) string {
		made := []byte{}
		for range syllables {
			made = append(made, "bdfgklmnprstvz"[random.IntN(14)], "aeiou"[random.IntN(5)])
		}
		made[0] -= 'a' - 'A'
		return string(made)
	}
	records := make([]register.Record, 0, rows)
	for i := range rows {
		r := register.Record{Line: i + 2, Kind: register.Person, Name: word(3) + " " + word(4)}
		switch i % 10 {
		case 6, 7:
			r.Kind, r.Name = register.Organisation, word(4)+" Council"
		case 8:
			r.Kind, r.Name = register.Place, word(5)
		case 9:
			r.Kind, r.Name = register.Event, fmt.Sprintf("Meeting %d at %s", i, word(3))
			r.Date = "2012-05-01"
			for _, other := range records[i-9 : i-6] {
				r.Participants = append(r.Participants, register.Participant{Pointer: register.Pointer{Name: other.Name}})
			}
		default:
			r.Aliases = []string{r.Name[:1] + ". " + r.Name[7:]}
			r.Roles = []register.Role{{Title: "minister", Organisation: word(3), From: "2001", To: "2005"}}
		}
		records = append(records, r)
	}
	return records
}

func openNew(b *testing.B) *notes.Notebook {
	b.Helper()
	file := filepath.Join(b.TempDir(), "new.cuttings")
	store, err := sqlite.Create(b.Context(), file)
	if err != nil {
		b.Fatal(err)
	}
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	book, _ := openAt(b, file)
	return book
}
