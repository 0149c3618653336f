package register

import (
	"encoding/csv"
	"fmt"
	"io"
)

func writeCSV(w io.Writer, records []Record) (left int, err error) {
	rows := csv.NewWriter(w)
	err = rows.Write(columnNames[:])
	for _, r := range records {
		if err != nil {
			break
		}
		if r.Kind == "" {
			left++
			continue
		}
		row := make([]string, columnsWritten)
		row[columnKind], row[columnName] = string(r.Kind), r.Name
		row[columnAliases] = joinList(r.Aliases, func(alias string) string { return escape(alias, `\|`) })
		row[columnDescription] = r.Description
		row[columnRoles] = joinList(r.Roles, writeRole)
		row[columnDate] = joinDate(r.Date, r.DateWords)
		row[columnPlace] = r.Place.Name
		row[columnParticipants] = joinList(r.Participants, writeParticipant)
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
