package markdown

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Limits on front matter: what people write is far below them.
const (
	maxFrontMatter      = 64 << 10 // bytes
	maxFrontMatterDepth = 16
	maxFrontMatterNodes = 4096
)

// ErrFrontMatter is returned for front matter that cannot be read.
var ErrFrontMatter = errors.New("the front matter cannot be read")

// FrontMatter splits a source into the values of the YAML block that it
// begins with and the Markdown behind it. Without a block, meta is nil. If
// the block cannot be read, it returns an error that wraps ErrFrontMatter,
// and the body without the block all the same. Dates come as they are
// written, as strings.
func FrontMatter(source string) (meta map[string]any, body string, err error) {
	block, body, found := cutFrontMatter(source)
	if !found {
		return nil, source, nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(block), &root); err != nil {
		return nil, body, fmt.Errorf("%w: %w", ErrFrontMatter, err)
	}
	if len(root.Content) == 0 {
		return nil, body, nil
	}
	reader := yamlReader{}
	value, err := reader.value(root.Content[0], 0)
	if err != nil {
		return nil, body, err
	}
	meta, ok := value.(map[string]any)
	if !ok {
		return nil, body, fmt.Errorf("%w: it has no names", ErrFrontMatter)
	}
	return meta, body, nil
}

// cutFrontMatter finds a block between a first line "---" and a line "---" or
// "...". A rule at the start of a text is told from it by the line that ends
// the block being there, within the limit, with a name in between.
func cutFrontMatter(source string) (block, body string, found bool) {
	rest := strings.TrimPrefix(source, "\ufeff")
	first, rest, ok := strings.Cut(rest, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return "", source, false
	}
	size := 0
	for line := range strings.Lines(rest) {
		switch strings.TrimRight(line, " \t\r\n") {
		case "---", "...":
			if block = rest[:size]; strings.Contains(block, ":") || strings.TrimSpace(block) == "" {
				return block, rest[size+len(line):], true
			}
			return "", source, false
		}
		if size += len(line); size > maxFrontMatter {
			break
		}
	}
	return "", source, false
}

// yamlReader turns nodes into plain values itself: it takes no tags, follows
// no aliases, and counts.
type yamlReader struct{ nodes int }

func (r *yamlReader) value(node *yaml.Node, depth int) (any, error) {
	if r.nodes++; depth > maxFrontMatterDepth || r.nodes > maxFrontMatterNodes {
		return nil, fmt.Errorf("%w: it is nested too deep or too long", ErrFrontMatter)
	}
	switch node.Kind {
	case yaml.MappingNode:
		values := make(map[string]any, len(node.Content)/2)
		for i := 0; i+1 < len(node.Content); i += 2 {
			value, err := r.value(node.Content[i+1], depth+1)
			if err != nil {
				return nil, err
			}
			values[node.Content[i].Value] = value
		}
		return values, nil
	case yaml.SequenceNode:
		values := make([]any, 0, len(node.Content))
		for _, child := range node.Content {
			value, err := r.value(child, depth+1)
			if err != nil {
				return nil, err
			}
			values = append(values, value)
		}
		return values, nil
	case yaml.ScalarNode:
		return scalar(node), nil
	}
	return nil, nil
}

func scalar(node *yaml.Node) any {
	switch node.Tag {
	case "!!null":
		return nil
	case "!!bool", "!!int", "!!float":
		var value any
		if err := node.Decode(&value); err == nil {
			return value
		}
	}
	return node.Value
}
