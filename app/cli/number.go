package cli

import (
	"fmt"
	"math"
	"strconv"

	"github.com/alecthomas/kong"
)

// atLeast is a number behind a flag whose tag "least" says where it begins, and
// whose tag "most", if it has one, where it ends. It reads what it is given
// itself, since kong takes -1 for a flag.
type atLeast int

// Decode reads the number, or says which numbers there are.
func (n *atLeast) Decode(ctx *kong.DecodeContext) error {
	tag := ctx.Value.Tag
	least, err := strconv.Atoi(tag.Get("least"))
	if err != nil {
		return err
	}
	most, words := math.MaxInt32, fmt.Sprintf("from %d up", least)
	if tag.Has("most") {
		if most, err = strconv.Atoi(tag.Get("most")); err != nil {
			return err
		}
	}
	given, err := strconv.Atoi(ctx.Scan.Pop().String())
	if given > most { // also where it is out of an int's range
		words = fmt.Sprintf("from %d to %d", least, most)
	}
	if err != nil || given < least || given > most {
		return usagef("--%s is a number %s.", ctx.Value.Name, words)
	}
	*n = atLeast(given)
	return nil
}
