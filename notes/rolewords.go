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
	for _, r := range records {
		words := r.OfRole && others[fold.String(r.Name)]
		if r.OfRole && !words {
			found, err := allCalled(ctx, n.Reader, r.Name, Entities...)
			if err != nil {
				return nil, err
			}
			same, err := allCalled(ctx, n.Reader, r.Name, KindOrganisation)
			if err != nil {
				return nil, err
			}
			words = len(found) > 0 && len(same) == 0
		}
		if !words {
			kept = append(kept, r)
		}
	}
	return kept, nil
}
