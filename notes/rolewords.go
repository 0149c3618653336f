package notes

import (
	"context"
	"slices"

	"cuttings/notes/fold"
	"cuttings/notes/register"
)

// withoutRoleWords drops the organisations that a file has only for roles and whose
// names are those of something else, in the file or in the archive: the president of
// a country makes no organisation of the place. Their roles say these names.
func (n *Notebook) withoutRoleWords(ctx context.Context, records []register.Record) ([]register.Record, error) {
	if !slices.ContainsFunc(records, func(r register.Record) bool { return r.OfRole }) {
		return records, nil
	}
	others := map[string]bool{}
	for _, r := range records {
		if r.Kind == "" || r.Kind == register.Organisation {
			continue
		}
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			others[fold.String(name)] = true
		}
	}
	var kept []register.Record
	var known knownByName
	known.forget()
	for _, r := range records {
		words := r.OfRole && others[fold.String(r.Name)]
		if r.OfRole && !words {
			called, err := known.called(ctx, n.Reader, r.Name)
			if err != nil {
				return nil, err
			}
			_, all := called.oldest(Entities...)
			_, same := called.oldest(KindOrganisation)
			words = all > 0 && same == 0
		}
		if !words {
			kept = append(kept, r)
		}
	}
	return kept, nil
}
