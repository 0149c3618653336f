package crf

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sort"
)

// Model is what was learnt. It is not changed once it is read, so it is safe
// for concurrent use.
type Model struct {
	Transitions Transitions
	Ordinary    map[uint32]uint8 // how a word is mostly written, by its key; see package feature

	keys    []uint32 // an open hash table; 0 is an empty place
	rows    []int32  // where the weights of a key begin
	weights []int8
	unit    float64 // what a weight of one is worth
}

// ErrFormat is returned for bytes that are no model.
var ErrFormat = errors.New("crf: not a model")

// magic begins the file; its last letter is the version.
const magic = "CRF1"

// Limits on what is read, far above what is learnt.
const (
	mostFeatures = 4 << 20
	mostWords    = 1 << 20
	mostBytes    = 256 << 20
)

// Add adds to scores those of the features with the given keys.
func (m *Model) Add(scores *Scores, keys []uint32) {
	var sum [Labels]int32
	for _, key := range keys {
		if row := m.find(key); row >= 0 {
			weights := m.weights[row : row+Labels]
			for y, w := range weights {
				sum[y] += int32(w)
			}
		}
	}
	for y, s := range sum {
		scores[y] += float64(s) * m.unit
	}
}

func (m *Model) find(key uint32) int32 {
	mask := uint32(len(m.keys) - 1)
	for at := key & mask; ; at = (at + 1) & mask {
		switch m.keys[at] {
		case 0:
			return -1
		case key:
			return m.rows[at]
		}
	}
}

// Write writes a model: the transitions, how words are written, and the
// weights of each feature, rounded to a 127th of the largest.
func Write(w io.Writer, transitions *Transitions, ordinary map[uint32]uint8, weights map[uint32][]float32) error {
	largest := float32(0)
	for _, row := range weights {
		for _, each := range row {
			largest = max(largest, each, -each)
		}
	}
	unit := max(largest, 1e-6) / math.MaxInt8
	packed, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	out := []byte(magic)
	for _, s := range steps {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(transitions[s.from][s.to])))
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(unit))
	out = appendKeys(out, sortedKeys(ordinary))
	for _, key := range sortedKeys(ordinary) {
		out = append(out, ordinary[key])
	}
	rounded := map[uint32][]int8{}
	for key, row := range weights {
		if small := round(row, unit); small != nil && key != 0 {
			rounded[key] = small
		}
	}
	keys := sortedKeys(rounded)
	out = appendKeys(out, keys)
	for y := range Labels { // by label, so that the many zeros stand together
		for _, key := range keys {
			out = append(out, byte(rounded[key][y]))
		}
	}
	if _, err := packed.Write(out); err != nil {
		return err
	}
	return packed.Close()
}

// round returns weights in units, or nil if all are nought.
func round(row []float32, unit float32) []int8 {
	small := make([]int8, len(row))
	none := true
	for y, each := range row {
		small[y] = int8(math.Round(float64(each / unit)))
		none = none && small[y] == 0
	}
	if none {
		return nil
	}
	return small
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}

// appendKeys writes how many keys there are and how far each is from the last.
func appendKeys(out []byte, keys []uint32) []byte {
	out = binary.AppendUvarint(out, uint64(len(keys)))
	last := uint32(0)
	for _, key := range keys {
		out = binary.AppendUvarint(out, uint64(key-last))
		last = key
	}
	return out
}

// Read reads a model that Write wrote. It returns ErrFormat for other bytes.
func Read(file []byte) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(file)), mostBytes))
	if err != nil || !bytes.HasPrefix(data, []byte(magic)) {
		return nil, ErrFormat
	}
	data = data[len(magic):]
	if len(data) < 4*(len(steps)+1) {
		return nil, ErrFormat
	}
	m := &Model{Ordinary: map[uint32]uint8{}}
	for _, s := range steps {
		m.Transitions[s.from][s.to] = float64(math.Float32frombits(binary.LittleEndian.Uint32(data)))
		data = data[4:]
	}
	m.unit = float64(math.Float32frombits(binary.LittleEndian.Uint32(data)))
	words, data, err := readKeys(data[4:], mostWords)
	if err != nil || len(data) < len(words) {
		return nil, ErrFormat
	}
	for i, word := range words {
		m.Ordinary[word] = data[i]
	}
	keys, data, err := readKeys(data[len(words):], mostFeatures)
	if err != nil || len(data) != len(keys)*Labels {
		return nil, ErrFormat
	}
	m.fill(keys, data)
	return m, nil
}

// fill makes the table of features.
func (m *Model) fill(keys []uint32, columns []byte) {
	size := 4
	for size < 2*len(keys) { // at most half full, so that a search is short
		size *= 2
	}
	m.keys, m.rows = make([]uint32, size), make([]int32, size)
	m.weights = make([]int8, len(keys)*Labels)
	for i, key := range keys {
		at := key & uint32(size-1)
		for m.keys[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		m.keys[at], m.rows[at] = key, int32(i*Labels)
		for y := range Labels {
			m.weights[i*Labels+y] = int8(columns[y*len(keys)+i])
		}
	}
}

func readKeys(data []byte, most int) ([]uint32, []byte, error) {
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(most) {
		return nil, nil, ErrFormat
	}
	data = data[n:]
	keys := make([]uint32, count)
	last := uint64(0)
	for i := range keys {
		step, n := binary.Uvarint(data)
		if last += step; n <= 0 || last > math.MaxUint32 {
			return nil, nil, ErrFormat
		}
		keys[i] = uint32(last)
		data = data[n:]
	}
	return keys, data, nil
}
