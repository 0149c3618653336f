package sqlite

import (
	"context"
	"fmt"
	"strings"
)

// table is a table whose rows are journalled.
type table struct {
	name    string
	item    string // the column that says which item a row is about
	columns []string
	key     []string
}

// journalled names the tables whose rows belong to the person, with the column
// that holds the item a row is about. Immutable and derived tables are left
// out.
var journalled = []table{
	{name: "items", item: "id"},
	{name: "articles", item: "id"},
	{name: "captures", item: "article"},
	{name: "pictures", item: "article"},
	{name: "highlights", item: "id"},
	{name: "placements", item: "highlight"},
	{name: "origins", item: "item"},
	{name: "meanings", item: "number"},
	{name: "notes", item: "id"},
	{name: "revisions", item: "note"},
	{name: "entities", item: "id"},
	{name: "aliases", item: "entity"},
	{name: "roles", item: "entity"},
	{name: "participants", item: "event"},
	{name: "taggings", item: "item"},
	{name: "collected", item: "item"},
	{name: "searches", item: "id"},
	{name: "verdicts", item: "article"},
	{name: "rulings", item: "entity"},
	{name: "refusals", item: "article"},
	{name: "distinctions", item: "entity"},
	{name: "merges", item: "kept"},
	{name: "sources", item: "event"},
}

// journal makes triggers on the writing connection that record every change of
// a journalled row while an operation is under way. They are read off the
// tables themselves, so that a new column cannot be forgotten.
func (w *writer) journal(ctx context.Context) error {
	conn := w.conn
	if err := conn.exec(ctx, `CREATE TEMP TABLE current_operation (id INTEGER NOT NULL)`); err != nil {
		return err
	}
	for _, t := range journalled {
		err := conn.each(ctx, func(scan func(...any) error) error {
			var column string
			var key int
			if err := scan(&column, &key); err != nil {
				return err
			}
			t.columns = append(t.columns, column)
			if key > 0 {
				t.key = append(t.key, column)
			}
			return nil
		}, `SELECT name, pk FROM pragma_table_info(?) ORDER BY cid`, t.name)
		if err != nil {
			return err
		}
		w.tables = append(w.tables, t)
		for _, event := range []struct{ name, when, before, after string }{
			// What a new row holds is in the table; it is written down when the row is
			// taken back.
			{"INSERT", "true", "NULL", object("NEW", t.key)},
			{"DELETE", "true", object("OLD", t.columns), "NULL"},
			// Writing a row as it is already is no change.
			{"UPDATE", object("OLD", t.columns) + " <> " + object("NEW", t.columns), object("OLD", t.columns), object("NEW", t.columns)},
		} {
			row := "NEW"
			if event.name == "DELETE" {
				row = "OLD"
			}
			err := conn.exec(ctx, fmt.Sprintf(`
				CREATE TEMP TRIGGER journal_%[1]s_%[2]s AFTER %[1]s ON main.%[2]s
				WHEN EXISTS (SELECT 1 FROM current_operation) AND %[7]s
				BEGIN
					INSERT INTO journal (operation, table_name, item, before, after)
					SELECT id, '%[2]s', %[3]s.%[4]s, %[5]s, %[6]s FROM current_operation;
				END`, event.name, t.name, row, t.item, event.before, event.after, event.when))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// object is the SQL of some columns of a row as a JSON object.
func object(row string, columns []string) string {
	fields := make([]string, 0, len(columns))
	for _, column := range columns {
		fields = append(fields, fmt.Sprintf("'%s', %s.%s", column, row, column))
	}
	return "json_object(" + strings.Join(fields, ", ") + ")"
}

// entry is one journalled change of a row.
type entry struct {
	id            int64
	table         string
	before, after *string
}

// entries returns the changes of an operation, the last first for undoing.
func (w *writer) entries(ctx context.Context, operation int64, backwards bool) ([]entry, error) {
	query := `SELECT id, table_name, before, after FROM journal WHERE operation = ? ORDER BY id`
	if backwards {
		query += ` DESC`
	}
	return list(ctx, w.conn, func(scan func(...any) error) (e entry, err error) {
		return e, scan(&e.id, &e.table, &e.before, &e.after)
	}, query, operation)
}

// apply makes a row what it was, or what it became.
func (w *writer) apply(ctx context.Context, e entry, backwards bool) error {
	from, to := e.before, e.after
	if backwards {
		from, to = e.after, e.before
	}
	for _, t := range w.tables {
		if t.name != e.table {
			continue
		}
		if to == nil {
			if backwards {
				if err := w.conn.exec(ctx, t.write(), e.id); err != nil {
					return err
				}
			}
			return w.conn.exec(ctx, t.remove(), *from)
		}
		return w.conn.exec(ctx, t.put(), *to)
	}
	return fmt.Errorf("the journal names an unknown table %q", e.table)
}

// write is the SQL that writes down in an entry of the journal what the row holds
// that it made.
func (t table) write() string {
	conditions := make([]string, 0, len(t.key))
	for _, column := range t.key {
		conditions = append(conditions, fmt.Sprintf("made.%[1]s = json_extract(journal.after, '$.%[1]s')", column))
	}
	return fmt.Sprintf("UPDATE journal SET after = coalesce((SELECT %s FROM main.%s made WHERE %s), after) WHERE id = ?",
		object("made", t.columns), t.name, strings.Join(conditions, " AND "))
}

// remove is the SQL that deletes the row that a JSON object describes.
func (t table) remove() string {
	conditions := make([]string, 0, len(t.key))
	for _, column := range t.key {
		conditions = append(conditions, fmt.Sprintf("%s = json_extract(?1, '$.%s')", column, column))
	}
	return "DELETE FROM main." + t.name + " WHERE " + strings.Join(conditions, " AND ")
}

// put is the SQL that makes a row what a JSON object describes.
func (t table) put() string {
	values, changes := make([]string, 0, len(t.columns)), make([]string, 0, len(t.columns))
	for _, column := range t.columns {
		values = append(values, fmt.Sprintf("json_extract(?1, '$.%s')", column))
		changes = append(changes, column+" = excluded."+column)
	}
	return fmt.Sprintf("INSERT INTO main.%s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s", t.name,
		strings.Join(t.columns, ", "), strings.Join(values, ", "), strings.Join(t.key, ", "), strings.Join(changes, ", "))
}
