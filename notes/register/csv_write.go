package register

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"cuttings/notes/fold"
)

func writeCSV(w io.Writer, records []Record) (left int, err error) {
	rows := csv.NewWriter(w)
	ids := namesakes(records)
	columns := columnNames[:]
	if len(ids) > 0 {
		columns = append(slices.Clone(columns), "id")
	}
	err = rows.Write(columns)
	for _, r := range records {
		if err != nil {
			break
		}
		if r.Kind == "" {
			left++
			continue
		}
		row := make([]string, len(columns))
		row[columnKind], row[columnName] = string(r.Kind), r.Name
		row[columnAliases] = joinList(r.Aliases, func(alias string) string { return escape(alias, `\|`) })
		row[columnDescription] = r.Description
		row[columnRoles] = joinList(r.Roles, writeRole)
		row[columnDate] = joinDate(r.Date, r.DateWords)
		row[columnPlace] = r.Place.Name
		row[columnParticipants] = joinList(r.Participants, writeParticipant)
		if ids[r.Ref] {
			row[columnID] = r.Ref
		}
		err = rows.Write(row)
	}
	rows.Flush()
	if err == nil {
		err = rows.Error()
	}
	if err != nil {
		return left, fmt.Errorf("write a table of entities: %w", err)
	}
	return left, nil
}

// namesakes are the IDs of records that share kind and name with others.
func namesakes(records []Record) map[string]bool {
	type called struct {
		kind Kind
		name string
	}
	first := map[called]string{}
	ids := map[string]bool{}
	for _, r := range records {
		if r.Ref == "" || r.Kind == "" {
			continue
		}
		by := called{r.Kind, fold.String(r.Name)}
		if ref, again := first[by]; again {
			ids[ref], ids[r.Ref] = true, true
			continue
		}
		first[by] = r.Ref
	}
	return ids
}
