package cli

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
)

// The errors of kong that are said otherwise here, since they do not say what
// can be typed.
var (
	unexpected = regexp.MustCompile(`^unexpected argument (.*?)(?:, did you mean (.*)\?)?$`)
	oneOf      = regexp.MustCompile(`^expected one of `)
	noneOf     = regexp.MustCompile(`(?s)^(\S+) must be one of (.*) but got "(.*)"$`)
	valueless  = regexp.MustCompile(`^(--\S+): expected \w+ value but got "EOL"`)
	minus      = regexp.MustCompile(`(?s)^(--\S+): expected \w+ value but got .*; perhaps try (.*)\?$`)
	lacking    = regexp.MustCompile(`^expected "<(.*?)>`)
)

// misread says why a command line was not understood.
func misread(err error) usageError {
	var said usageError
	if errors.As(err, &said) {
		return said
	}
	var parsing *kong.ParseError
	if !errors.As(err, &parsing) {
		return usageError(ended(firstUpper(err.Error())))
	}
	node := parsing.Context.Selected()
	if node == nil {
		node = parsing.Context.Model.Node
	}
	words := strings.TrimPrefix(err.Error(), node.Name+": ")
	if found := unexpected.FindStringSubmatch(words); found != nil {
		return unexpectedWords(node, found[1], found[2])
	}
	if oneOf.MatchString(words) {
		return usageError(fmt.Sprintf("Behind “%s” comes %s.", typed(node), either(commands(node))))
	}
	if found := noneOf.FindStringSubmatch(words); found != nil {
		return noneOfWords(found[1], found[2], found[3])
	}
	if found := lacking.FindStringSubmatch(words); found != nil {
		return lackingWords(node, found[1])
	}
	if found := valueless.FindStringSubmatch(words); found != nil {
		return usageError(fmt.Sprintf("Behind %s a value is missing.", found[1]))
	}
	if found := minus.FindStringSubmatch(words); found != nil {
		return usageError(fmt.Sprintf("Behind %s a value that begins with a minus is written so: %s.", found[1], found[2]))
	}
	if strings.HasPrefix(words, "unknown flag") && asksQuery(node) {
		words = ended(words) + " If it belongs to the query, put the query in quotation marks, or -- before it"
	}
	return usageError(ended(firstUpper(words)))
}

// unexpectedWords say what can stand where a word was not expected.
func unexpectedWords(node *kong.Node, word, meant string) usageError {
	if meant != "" {
		meant = " Did you mean " + strings.ReplaceAll(meant, `"`, "") + "?"
	}
	switch possible := commands(node); {
	case node.Parent == nil:
		return usageError(fmt.Sprintf("There is no command “%s”.%s", word, meant))
	case len(possible) > 0:
		return usageError(fmt.Sprintf("Behind “%s” comes %s, not “%s”.%s", typed(node), either(possible), word, meant))
	}
	return usageError(fmt.Sprintf("“%s” is more than “%s” takes. Words that belong together go into quotation marks.", word, typed(node)))
}

// noneOfWords say which values there are; values stand between quotation marks
// and commas.
func noneOfWords(name, values, given string) usageError {
	var possible []string
	for _, value := range strings.Split(values, ",") {
		if value = strings.Trim(value, `"`); value != "" {
			possible = append(possible, value)
		}
	}
	if !strings.HasPrefix(name, "--") {
		return usageError(fmt.Sprintf("Write %s, not “%s”.", either(possible), given))
	}
	return usageError(fmt.Sprintf("%s can be %s, not “%s”.", name, either(possible), given))
}

// lackingWords say what is missing, and what it is.
func lackingWords(node *kong.Node, name string) usageError {
	words := fmt.Sprintf("Behind “%s” something is missing: <%s>.", typed(node), name)
	for _, argument := range node.Positional {
		if argument.Name == name {
			words += " " + argument.Help
		}
	}
	return usageError(words)
}

// typed is a command as it is typed.
func typed(node *kong.Node) string {
	if node.Parent == nil {
		return node.Name
	}
	return typed(node.Parent) + " " + node.Name
}

// commands are the words that can stand behind a command.
func commands(node *kong.Node) []string {
	var names []string
	for _, child := range node.Children {
		if child.Type == kong.CommandNode && !child.Hidden {
			names = append(names, child.Name)
		}
	}
	return names
}

// either lists words: "person, organisation or place".
func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// asksQuery reports whether words behind a command are a query, in which a minus
// has a meaning.
func asksQuery(command *kong.Node) bool {
	return command.Name == "search" || command.Name == "find"
}
