// Command lists makes the file of names that the tagger carries, from a
// dictionary of people's names and a collection of cities. What both are and
// who is to be thanked for them stands in CREDITS.md of the tagger.
//
//	go run ./notes/tagger/lists -people people-names.txt -cities cities.pbf -out notes/tagger/internal/lists/names.bin
package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/fold"
)

// The sizes of cities that are told apart, in inhabitants. Smaller places share
// too many names with people and with ordinary words.
const (
	largeCity  = 100_000
	middleCity = 15_000
	smallCity  = 5_000
)

func main() {
	log.SetFlags(0)
	people := flag.String("people", "", "the dictionary of people's names, a name a line")
	cities := flag.String("cities", "", "the cities, in protocol buffers")
	out := flag.String("out", "", "the file to write")
	flag.Parse()
	if err := run(*people, *cities, *out); err != nil {
		log.Fatal(err)
	}
}

func run(people, cities, out string) error {
	dictionary, err := os.ReadFile(people)
	if err != nil {
		return err
	}
	collection, err := os.ReadFile(cities)
	if err != nil {
		return err
	}
	sizes, err := readCities(collection)
	if err != nil {
		return fmt.Errorf("%s: %w", cities, err)
	}
	groups := [4][]string{readPeople(string(dictionary))}
	for name, size := range sizes {
		switch {
		case size >= largeCity:
			groups[1] = append(groups[1], name)
		case size >= middleCity:
			groups[2] = append(groups[2], name)
		case size >= smallCity:
			groups[3] = append(groups[3], name)
		}
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return err
	}
	for _, group := range groups {
		if _, err := w.Write(front(group)); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, packed.Bytes(), 0o644)
}

// front writes names in order, each as the number of bytes it shares with the
// one before, a byte, and the rest, with a line break. An empty line ends it.
func front(names []string) []byte {
	sort.Strings(names)
	var out []byte
	last := ""
	for _, name := range names {
		if name == last {
			continue
		}
		shared := 0
		for shared < len(name) && shared < len(last) && name[shared] == last[shared] && shared < 'z'-'A' {
			shared++
		}
		out = append(out, byte('A'+shared))
		out = append(out, name[shared:]...)
		out = append(out, '\n')
		last = name
	}
	return append(out, '\n')
}

// readPeople returns the names of a dictionary, folded. Lines that begin with a
// mark are remarks, and one that has no capital is no name.
func readPeople(dictionary string) []string {
	var names []string
	for line := range strings.Lines(dictionary) {
		line = strings.TrimSpace(line)
		first, _ := utf8.DecodeRuneInString(line)
		if folded := fold.String(line); unicode.IsUpper(first) && len(folded) > 1 {
			names = append(names, folded)
		}
	}
	return names
}

var errCities = errors.New("not a collection of cities")

// The fields of a city that are read.
const (
	fieldName       = 2
	fieldPopulation = 9
)

// readCities reads messages, each behind its length, and returns the folded
// names of cities, each with the number of inhabitants of the largest that is
// called so.
func readCities(data []byte) (map[string]uint64, error) {
	sizes := map[string]uint64{}
	for len(data) > 0 {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return nil, errCities
		}
		city := data[n : n+int(length)]
		data = data[n+int(length):]
		name, size := "", uint64(0)
		for len(city) > 0 {
			tag, value, rest, err := field(city)
			if err != nil {
				return nil, err
			}
			city = rest
			switch tag {
			case fieldName:
				name = fold.String(string(value))
			case fieldPopulation:
				size, _ = binary.Uvarint(value)
			}
		}
		if len(name) > 2 && size > sizes[name] {
			sizes[name] = size
		}
	}
	return sizes, nil
}

// field reads one field of a protocol buffer: its number, its bytes (those of
// the number itself for a number) and what stands behind it.
func field(data []byte) (tag uint64, value, rest []byte, err error) {
	key, n := binary.Uvarint(data)
	if n <= 0 {
		return 0, nil, nil, errCities
	}
	data = data[n:]
	length := uint64(0)
	switch key & 7 {
	case 0: // a number
		_, n = binary.Uvarint(data)
		length = uint64(max(n, 0))
	case 1:
		length = 8
	case 2: // bytes, behind their length
		length, n = binary.Uvarint(data)
		if n <= 0 {
			return 0, nil, nil, errCities
		}
		data = data[n:]
	case 5:
		length = 4
	default:
		return 0, nil, nil, errCities
	}
	if length == 0 && key&7 != 2 || length > uint64(len(data)) {
		return 0, nil, nil, errCities
	}
	return key >> 3, data[:length], data[length:], nil
}
