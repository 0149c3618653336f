package cli

import (
	"strconv"

	"github.com/alecthomas/kong"
)

// atLeast is a number behind a flag whose tag "least" says where it begins. It
// reads what it is given itself, since kong takes -1 for a flag.
type atLeast int

// Decode reads the number, or says which numbers there are.
func (n *atLeast) Decode(ctx *kong.DecodeContext) error {
	least, err := strconv.Atoi(ctx.Value.Tag.Get("least"))
	if err != nil {
		return err
	}
	given, err := strconv.Atoi(ctx.Scan.Pop().String())
	if err != nil || given < least {
		return usagef("--%s is a number from %d up.", ctx.Value.Name, least)
	}
	*n = atLeast(given)
	return nil
}
