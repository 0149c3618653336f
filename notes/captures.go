package notes

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"cuttings/notes/compare"
	"cuttings/notes/text"
)

// A page that is fetched again is taken for the article only if it has at least
// leastShare of the words that the article had, and if at least leastCommon of
// its runs of three words stood there too: a page to log in on, an error in
// words or the first lines before a paywall pass neither. An article that was
// rewritten whole fails too; the person can keep it all the same.
const (
	leastShare  = 1.0 / 3
	leastCommon = 0.1
)

// Recaptured is what became of capturing an article again.
type Recaptured struct {
	Capture  Capture // the new one, or the one that is the same
	Same     bool    // nothing had changed and nothing was added
	Placed   int     // highlights that stand in the new capture
	Changed  int     // those of them whose words are not quite what they were
	Orphaned int     // highlights that wait to be placed by hand
}

// Recapture reads an article again, from its address or from the input if that
// is given, and adds what came as a capture beside those before, which stay.
// Highlights are carried to it. It returns ErrUnlike if what came is clearly
// not the article, unless force is true; then, as when reading fails, nothing
// has changed.
func (n *Notebook) Recapture(ctx context.Context, from Collector, id ID, input Input, force bool) (Recaptured, error) {
	reading, err := n.Read(ctx, id)
	if err != nil {
		return Recaptured{}, fmt.Errorf("capture %s again: %w", id, err)
	}
	if input.Path == "" && input.URL == "" && input.Data == nil {
		if reading.Article.URL == "" {
			return Recaptured{}, fmt.Errorf("the article has no address to fetch it from: %w", ErrInvalid)
		}
		input = Input{URL: reading.Article.URL, Name: reading.Article.URL}
	}
	document, err := from.Read(ctx, input)
	if err != nil {
		return Recaptured{}, err // a sentence for the person, as Collector promises
	}
	if err := document.Text.Check(); err != nil {
		return Recaptured{}, fmt.Errorf("capture %s again: %w", id, err)
	}
	for _, capture := range reading.Captures {
		t, err := n.Text(ctx, capture.ID)
		if err != nil {
			return Recaptured{}, fmt.Errorf("capture %s again: %w", id, err)
		}
		if t.Body == document.Text.Body && capture.ID == reading.Capture.ID {
			return Recaptured{Capture: capture, Same: true}, nil
		}
	}
	if !force {
		if err := alike(reading.Text, document.Text); err != nil {
			return Recaptured{}, fmt.Errorf("capture %s again: %w", id, err)
		}
	}
	return n.recapture(ctx, reading.Article, document)
}

func (n *Notebook) recapture(ctx context.Context, article Article, document Document) (Recaptured, error) {
	var result Recaptured
	err := n.update(ctx, Operation{Verb: VerbCapture, Subject: article.Title}, func(tx Tx) error {
		article, err := tx.Article(ctx, article.ID)
		if err != nil {
			return err
		}
		if result.Capture, err = n.addCapture(ctx, tx, article.ID, CaptureID(n.ids.next()), document); err != nil {
			return err
		}
		article.Capture, article.Changed = result.Capture.ID, n.now()
		article.Words, article.Excerpt = document.Text.WordCount(), document.Text.Excerpt(excerptSize)
		if err := tx.UpdateArticle(ctx, article); err != nil {
			return err
		}
		kept, _, err := tx.Highlights(ctx, HighlightFilter{Article: article.ID})
		if err != nil {
			return err
		}
		if err := carry(ctx, tx, result.Capture.ID, kept); err != nil {
			return err
		}
		placements, err := tx.Placements(ctx, result.Capture.ID)
		if err != nil {
			return err
		}
		for _, placement := range placements {
			switch placement.Way {
			case WayNone:
				result.Orphaned++
			case WayApproximate:
				result.Changed++
				result.Placed++
			default:
				result.Placed++
			}
		}
		return nil
	})
	return result, err
}

// addCapture keeps a document as a capture of an article, with its pictures.
func (n *Notebook) addCapture(ctx context.Context, tx Tx, article ID, id CaptureID, document Document) (Capture, error) {
	capture := Capture{
		ID: id, Article: article, Captured: n.now(), URL: document.URL,
		MediaType: document.MediaType, SHA256: digest(document.Original), Size: int64(len(document.Original)),
	}
	if err := tx.InsertCapture(ctx, capture, document); err != nil {
		return capture, fmt.Errorf("add capture %s: %w", ID(capture.ID), err)
	}
	for _, picture := range document.Pictures {
		if err := tx.InsertPicture(ctx, capture.ID, article, picture); err != nil {
			return capture, fmt.Errorf("keep a picture of capture %s: %w", ID(capture.ID), err)
		}
	}
	return capture, nil
}

func digest(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}

// alike returns ErrUnlike, with a sentence, if after is clearly not what before
// has become.
func alike(before, after text.Text) error {
	words, now := before.WordCount(), after.WordCount()
	if float64(now) < leastShare*float64(words) {
		return fmt.Errorf("what came has %d words where the article had %d; the capture before stays as it is: %w", now, words, ErrUnlike)
	}
	known := runs(before.Body)
	if len(known) == 0 {
		return nil
	}
	fresh, common := runs(after.Body), 0
	for run := range fresh {
		if known[run] {
			common++
		}
	}
	if float64(common) < leastCommon*float64(min(len(known), len(fresh))) {
		return fmt.Errorf("what came shares next to no words with the article; the capture before stays as it is: %w", ErrUnlike)
	}
	return nil
}

// runs returns the runs of three words in a text.
func runs(body string) map[string]bool {
	words := strings.Fields(strings.ToLower(body))
	found := make(map[string]bool, len(words))
	for i := 0; i+3 <= len(words); i++ {
		found[strings.Join(words[i:i+3], " ")] = true
	}
	return found
}

// Comparison is what changed from one capture of an article to another.
type Comparison struct {
	Article    Article
	Old, New   Capture
	Was, Is    text.Text
	Changes    []compare.Change
	Highlights []Highlight      // those that lie in changed passages; Range is in the old capture
	Placements map[ID]Placement // where they stand in the new capture, by highlight
}

// Compare tells what changed from one capture of an article to another; zero
// captures stand for the last but one and the current one. It returns
// ErrInvalid if the article has one capture only.
func (n *Notebook) Compare(ctx context.Context, id ID, was, is CaptureID) (Comparison, error) {
	captures, err := n.Captures(ctx, id)
	if err != nil {
		return Comparison{}, fmt.Errorf("compare captures of %s: %w", id, err)
	}
	if len(captures) < 2 {
		return Comparison{}, fmt.Errorf("the article has one capture only: %w", ErrInvalid)
	}
	if is == 0 {
		is = captures[0].ID
	}
	if was == 0 {
		for i := len(captures) - 1; i >= 0 && captures[i].ID < is; i-- {
			was = captures[i].ID
		}
	}
	before, err := n.ReadCapture(ctx, id, was)
	if err != nil {
		return Comparison{}, fmt.Errorf("compare captures of %s: %w", id, err)
	}
	after, err := n.ReadCapture(ctx, id, is)
	if err != nil {
		return Comparison{}, fmt.Errorf("compare captures of %s: %w", id, err)
	}
	c := Comparison{
		Article: before.Article, Old: before.Capture, New: after.Capture, Was: before.Text, Is: after.Text,
		Placements: map[ID]Placement{},
	}
	if c.Changes, err = compare.Texts(ctx, before.Text, after.Text); err != nil {
		return Comparison{}, fmt.Errorf("compare captures of %s: %w", id, err)
	}
	for _, highlight := range before.Highlights {
		if !compare.Touches(c.Changes, highlight.Range) {
			continue
		}
		c.Highlights = append(c.Highlights, highlight)
		c.Placements[highlight.ID] = Placement{Highlight: highlight.ID, Capture: is, Way: WayNone}
		for _, stands := range after.Highlights {
			if stands.ID == highlight.ID {
				placement := Placement{Highlight: highlight.ID, Capture: is, Range: stands.Range, Exact: after.Text.Slice(stands.Range), Way: WayMade, Certainty: 1}
				if found, ok := after.Placements[highlight.ID]; ok {
					placement = found
				}
				c.Placements[highlight.ID] = placement
			}
		}
	}
	return c, nil
}
