// Command learn learns the weights of the tagger from sentences in which names
// are marked, and writes the file that the tagger carries. The same texts give
// the same file.
//
//	go run ./notes/tagger/learn -train FOLDER -out notes/tagger/weights.bin
package main

import (
	"bytes"
	"flag"
	"log"
	"os"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
)

func main() {
	log.SetFlags(0)
	train := flag.String("train", "", "the folder with crossner.jsonl and btc.jsonl")
	out := flag.String("out", "", "the file to write")
	flag.Parse()
	if err := run(*train, *out); err != nil {
		log.Fatal(err)
	}
}

func run(train, out string) error {
	examples, err := readExamples(train)
	if err != nil {
		return err
	}
	all := usage(examples)
	l := learn(examples, all)
	ordinary := map[uint32]uint8{}
	for word, c := range all {
		if manner := c.manner(); manner != feature.Unknown {
			ordinary[word] = manner
		}
	}
	weights := l.result()
	var file bytes.Buffer
	if err := crf.Write(&file, &l.transitions, ordinary, weights); err != nil {
		return err
	}
	log.Printf("%d sentences, %d features, %d bytes", len(examples), len(weights), file.Len())
	return os.WriteFile(out, file.Bytes(), 0o644)
}
