package sqlite_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/register"
)

// plainFile is who and what an archive should hold after files were brought in: all are
// gone through for each record, the oldest first.
type plainFile struct {
	all []*plainOne
	to  map[string]*plainOne // of the file: by the ID of a record
	of  map[*plainOne]string
}

type plainOne struct {
	id    notes.ID // once it is known
	kind  register.Kind
	names []string
	date  string
	with  []*plainOne
	gone  bool
}

// called are those of a name, the oldest first.
func (p *plainFile) called(name string, kinds ...register.Kind) (found []*plainOne) {
	for _, one := range p.all {
		if !one.gone && slices.Contains(kinds, one.kind) && slices.Contains(one.names, name) {
			found = append(found, one)
		}
	}
	return found
}

// ofID is the one of some that has an ID of the archive.
func ofID(some []*plainOne, ref string) *plainOne {
	for _, one := range some {
		if one.id != 0 && one.id.String() == ref {
			return one
		}
	}
	return nil
}

func (p *plainFile) taking(record register.Record) (with []*plainOne) {
	for _, participant := range record.Participants {
		one := p.to[participant.Ref]
		if one == nil {
			some := p.called(participant.Name, register.Person, register.Organisation, register.Place)
			if one = ofID(some, participant.Ref); one == nil && len(some) > 0 {
				one = some[0]
			}
		} else if one.kind == register.Event {
			one = nil
		}
		if one != nil && !slices.Contains(with, one) {
			with = append(with, one)
		}
	}
	return with
}

// alike reports whether a record can be an event: neither day nor people differ.
func (p *plainFile) alike(one *plainOne, record register.Record) bool {
	if one.date != "" && record.Date != "" {
		a, _ := edtf.Parse(one.date)
		b, _ := edtf.Parse(record.Date)
		if !a.Encloses(b) && !b.Encloses(a) {
			return false
		}
	}
	with := p.taking(record)
	return len(with) == 0 || len(one.with) == 0 || slices.ContainsFunc(with, func(o *plainOne) bool { return slices.Contains(one.with, o) })
}

func (p *plainFile) there(record register.Record) *plainOne {
	some := p.called(record.Name, record.Kind)
	if one := ofID(some, record.Ref); one != nil {
		return one
	}
	for _, one := range some {
		other := record.Ref != "" && p.of[one] != "" && p.of[one] != record.Ref
		compared := record.Kind == register.Event && record.Ref == ""
		if !other && (!compared || p.alike(one, record)) {
			return one
		}
	}
	return nil
}

// register brings in a file. It returns what each record is.
func (p *plainFile) register(records []register.Record) []*plainOne {
	p.to, p.of = map[string]*plainOne{}, map[*plainOne]string{}
	are := make([]*plainOne, len(records))
	for _, events := range []bool{false, true} {
		for i, record := range records {
			if (record.Kind == register.Event) != events {
				continue
			}
			one := p.there(record)
			if one == nil {
				one = &plainOne{kind: record.Kind, names: []string{record.Name}}
				p.all = append(p.all, one)
			}
			if one.date == "" {
				one.date = record.Date
			}
			for _, other := range p.taking(record) {
				if !slices.Contains(one.with, other) {
					one.with = append(one.with, other)
				}
			}
			one.names = append(one.names, record.Aliases...)
			if record.Ref != "" {
				p.to[record.Ref], p.of[one] = one, record.Ref
			}
			are[i] = one
		}
	}
	return are
}

// fileOf draws a file of few names, which are shared by many.
func fileOf(t *rapid.T, number int, ids []string) []register.Record {
	names := rapid.SampledFrom([]string{fmt.Sprint("Fair ", number), fmt.Sprint("March ", number), fmt.Sprint("Strike ", number)})
	refs := rapid.SampledFrom(append([]string{"", "", "", "1", "2", "3"}, ids...))
	dates := rapid.SampledFrom([]string{"", "", "2020-05-01", "2020-05-01?", "2020-05-02", "2020-05", "2020", "202X", "2020-05-01/2020-05-02", "2020-05-02/..", "[2020-05-01,2020-05-03]", "2021-01-01"})
	kinds := rapid.SampledFrom([]register.Kind{register.Event, register.Event, register.Event, register.Person, register.Place})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) register.Record {
		record := register.Record{Kind: kinds.Draw(t, "kind"), Name: names.Draw(t, "name"), Ref: refs.Draw(t, "ref")}
		if rapid.IntRange(0, 3).Draw(t, "has an alias") == 0 {
			record.Aliases = []string{names.Draw(t, "alias")}
		}
		if record.Kind == register.Event {
			record.Date = dates.Draw(t, "date")
			for range rapid.IntRange(0, 2).Draw(t, "participants") {
				pointer := register.Pointer{Ref: refs.Draw(t, "to"), Name: names.Draw(t, "participant")}
				record.Participants = append(record.Participants, register.Participant{Pointer: pointer})
			}
		}
		return record
	}), 1, 20).Draw(t, "file")
}

// What the records of random files are is what going through all of their name for
// each of them tells.
func TestRegisteringPlainly(t *testing.T) {
	book, _ := openAt(t, closedArchive(t))
	times := 0
	rapid.Check(t, func(rt *rapid.T) {
		times++ // each with names of its own
		p := &plainFile{}
		var ids []string
		for range rapid.IntRange(1, 3).Draw(rt, "files") {
			records := fileOf(rt, times, ids)
			got, err := book.Register(t.Context(), register.File{Records: records}, nil)
			if err != nil {
				rt.Fatal(err)
			}
			before := len(p.all)
			for i, one := range p.register(records) {
				status := notes.StatusDuplicate
				if one.id == 0 {
					one.id, status = got[i].ID, notes.StatusAdded
				}
				if got[i].ID != one.id || got[i].Status != status {
					rt.Fatalf("record %d, %+v, is %s, %s, %v; plainly %s, %s", i, records[i], got[i].ID, got[i].Status, got[i].Err, one.id, status)
				}
			}
			for _, one := range p.all[before:] {
				ids = append(ids, one.id.String())
			}
			gone := rapid.SampledFrom(p.all).Draw(rt, "deleted")
			if gone.kind == register.Event && !gone.gone {
				gone.gone = true
				if err := book.Delete(t.Context(), gone.id); err != nil {
					rt.Fatal(err)
				}
			}
		}
	})
}

// What the person does while a file is brought in counts from the next transaction on.
func TestRegisteringMeanwhile(t *testing.T) {
	const atOnce = 500
	file := register.File{}
	for i := range atOnce - 1 {
		file.Records = append(file.Records, register.Record{Kind: register.Place, Name: fmt.Sprint("Place ", i)})
	}
	protest := register.Record{Kind: register.Event, Name: "Protest", Date: "2020-05-01"}
	file.Records = append(file.Records, protest, protest) // in two transactions
	another := "2020-06-01"
	for name, test := range map[string]struct {
		do   func(book *notes.Notebook, older, first notes.ID) error
		want func(older, first, second notes.ID) bool
	}{
		"nothing": {
			func(*notes.Notebook, notes.ID, notes.ID) error { return nil },
			func(_, first, second notes.ID) bool { return second == first },
		},
		"deleted": {
			func(book *notes.Notebook, _, first notes.ID) error { return book.Delete(t.Context(), first) },
			func(older, first, second notes.ID) bool { return second != first && second != older },
		},
		"another day": {
			func(book *notes.Notebook, _, first notes.ID) error {
				return book.EditEntity(t.Context(), first, notes.EntityUpdate{Date: &another})
			},
			func(older, first, second notes.ID) bool { return second != first && second != older },
		},
		"an older one is called so": {
			func(book *notes.Notebook, older, _ notes.ID) error {
				return book.EditEntity(t.Context(), older, notes.EntityUpdate{Aliases: &[]string{"Protest"}})
			},
			func(older, _, second notes.ID) bool { return second == older },
		},
	} {
		t.Run(name, func(t *testing.T) {
			book, _ := openAt(t, closedArchive(t))
			older, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Demonstration"}})
			if err != nil {
				t.Fatal(err)
			}
			var first notes.ID
			got, err := book.Register(t.Context(), file, func(done, total int) {
				if done == total {
					return
				}
				found, err := book.Lookup(t.Context(), "protest")
				if err != nil || len(found) != 1 {
					t.Fatalf("found %v, %v", found, err)
				}
				first = found[0].ID
				if err := test.do(book, older.ID, first); err != nil {
					t.Fatal(err)
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			if second := got[atOnce].ID; first == 0 || !test.want(older.ID, first, second) {
				t.Errorf("older %s, first %s; the second is %s, %s", older.ID, first, second, got[atOnce].Status)
			}
		})
	}
}
