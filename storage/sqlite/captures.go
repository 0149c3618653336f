package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"cuttings/notes"
)

// Pictures returns what is known of a capture's pictures.
func (r reader) Pictures(ctx context.Context, capture notes.CaptureID) ([]notes.Picture, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (p notes.Picture, err error) {
		return p, scan(&p.Address, &p.MediaType, &p.Width, &p.Height)
	}, `SELECT address, media_type, width, height FROM pictures WHERE capture = ? ORDER BY address`, int64(capture))
}

// PictureBytes returns a picture as it came.
func (r reader) PictureBytes(ctx context.Context, capture notes.CaptureID, address string) ([]byte, error) {
	var packed []byte
	err := r.row(ctx, `SELECT o.bytes FROM pictures p JOIN contents o ON o.sha256 = p.sha256 WHERE p.capture = ? AND p.address = ?`,
		int64(capture), address).scan(&packed)
	if err != nil {
		return nil, fmt.Errorf("picture of capture %s: %w", notes.ID(capture), err)
	}
	return unpack(packed)
}

// InsertPicture keeps a picture of a capture.
func (t *tx) InsertPicture(ctx context.Context, capture notes.CaptureID, article notes.ID, p notes.Picture) error {
	name := sum(string(p.Bytes))
	if err := t.exec(ctx, keepContent, name, pack(p.Bytes)); err != nil {
		return err
	}
	return t.exec(ctx, `
		INSERT INTO pictures (capture, address, article, media_type, sha256, width, height) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO NOTHING`, int64(capture), p.Address, article, p.MediaType, name, p.Width, p.Height)
}

// Placements returns where highlights of other captures stand in this one.
func (r reader) Placements(ctx context.Context, capture notes.CaptureID) ([]notes.Placement, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (p notes.Placement, err error) {
		return p, scan(&p.Highlight, &p.Capture, &p.Start, &p.End, &p.Exact, &p.Way, &p.Certainty)
	}, `SELECT highlight, capture, range_start, range_end, exact, way, certainty FROM placements WHERE capture = ? ORDER BY highlight`, int64(capture))
}

// SetPlacement records where a highlight stands in a capture.
func (t *tx) SetPlacement(ctx context.Context, p notes.Placement) error {
	return t.exec(ctx, `
		INSERT INTO placements (highlight, capture, range_start, range_end, exact, way, certainty) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (highlight, capture) DO UPDATE SET range_start = excluded.range_start, range_end = excluded.range_end,
			exact = excluded.exact, way = excluded.way, certainty = excluded.certainty`,
		p.Highlight, int64(p.Capture), p.Start, p.End, p.Exact, string(p.Way), p.Certainty)
}

// RemovePlacement forgets where a highlight stands in a capture.
func (t *tx) RemovePlacement(ctx context.Context, highlight notes.ID, capture notes.CaptureID) error {
	return t.exec(ctx, `DELETE FROM placements WHERE highlight = ? AND capture = ?`, highlight, int64(capture))
}

// Meanings returns what the person calls the colours.
func (r reader) Meanings(ctx context.Context) (map[notes.Colour]string, error) {
	meanings := map[notes.Colour]string{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var number int
		var meaning string
		if err := scan(&number, &meaning); err != nil {
			return err
		}
		if number >= 1 && number <= len(notes.Colours) {
			meanings[notes.Colours[number-1]] = meaning
		}
		return nil
	}, `SELECT number, meaning FROM meanings ORDER BY number`)
	return meanings, err
}

// SetMeaning names a colour, or takes its name away.
func (t *tx) SetMeaning(ctx context.Context, colour notes.Colour, meaning string) error {
	for i, known := range notes.Colours {
		if known != colour {
			continue
		}
		if meaning == "" {
			return t.exec(ctx, `DELETE FROM meanings WHERE number = ?`, i+1)
		}
		return t.exec(ctx, `
			INSERT INTO meanings (number, meaning) VALUES (?, ?)
			ON CONFLICT (number) DO UPDATE SET meaning = excluded.meaning`, i+1, meaning)
	}
	return fmt.Errorf("colour %q: %w", colour, notes.ErrInvalid)
}

const originColumns = `SELECT annotation, item, reply, creator, selectors FROM origins`

func readOrigin(scan func(...any) error) (o notes.Origin, err error) {
	var selectors string
	if err := scan(&o.Annotation, &o.Item, &o.Reply, &o.Creator, &selectors); err != nil {
		return o, err
	}
	if err := json.Unmarshal([]byte(selectors), &o.Selectors); err != nil {
		return o, fmt.Errorf("selectors of annotation %s: %w: %w", o.Annotation, notes.ErrDamaged, err)
	}
	if len(o.Selectors) == 0 {
		o.Selectors = nil
	}
	return o, nil
}

// Origins returns where an item comes from.
func (r reader) Origins(ctx context.Context, item notes.ID) ([]notes.Origin, error) {
	return list(ctx, r.statements, readOrigin, originColumns+` WHERE item = ? ORDER BY reply, annotation`, item)
}

// OriginOf returns what an annotation was imported as.
func (r reader) OriginOf(ctx context.Context, annotation string) (notes.Origin, error) {
	return readOrigin(r.row(ctx, originColumns+` WHERE annotation = ?`, annotation).scan)
}

// SetOrigin records where an item comes from.
func (t *tx) SetOrigin(ctx context.Context, o notes.Origin) error {
	selectors, err := json.Marshal(append([]json.RawMessage{}, o.Selectors...))
	if err != nil {
		return fmt.Errorf("selectors of annotation %s: %w", o.Annotation, err)
	}
	return t.exec(ctx, `
		INSERT INTO origins (annotation, item, reply, creator, selectors) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (annotation) DO UPDATE SET item = excluded.item, reply = excluded.reply, creator = excluded.creator, selectors = excluded.selectors`,
		o.Annotation, o.Item, o.Reply, o.Creator, string(selectors))
}

// ArticlesAt returns the articles with one of the addresses, the newest first.
func (r reader) ArticlesAt(ctx context.Context, addresses []string) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, `
		SELECT i.id FROM items i WHERE i.trashed IS NULL AND i.id IN (
			SELECT id FROM articles WHERE url <> '' AND url IN (SELECT value FROM json_each(?1))
			UNION SELECT article FROM captures WHERE url <> '' AND url IN (SELECT value FROM json_each(?1)))
		ORDER BY i.id DESC`, words(addresses))
}
