package register

import (
	"regexp"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// maxLevel is the deepest level that a line can name.
const maxLevel = 99

// gedcomLine is a line of GEDCOM with the lines that belong to it.
type gedcomLine struct {
	number   int // from 1
	xref     string
	tag      string
	value    string
	seven    bool // of version 7, where an @ is doubled only if it comes first
	children []*gedcomLine
}

// child returns the first line of a tag below n, or an empty one.
func (n *gedcomLine) child(tags ...string) *gedcomLine {
	for _, tag := range tags {
		for _, c := range n.children {
			if c.tag == tag {
				return c
			}
		}
	}
	return &gedcomLine{number: n.number}
}

// text returns the value of n with its continuations.
func (n *gedcomLine) text() string {
	var b strings.Builder
	write := func(value string) {
		if n.seven && strings.HasPrefix(value, "@@") {
			value = value[1:]
		}
		b.WriteString(value)
	}
	write(n.value)
	for _, c := range n.children {
		switch c.tag {
		case "CONT":
			b.WriteByte('\n')
			write(c.value)
		case "CONC":
			write(c.value)
		}
	}
	text := b.String()
	if !n.seven { // after joining, since lines are broken between two @ too
		text = strings.ReplaceAll(text, "@@", "@")
	}
	return strings.TrimSpace(text)
}

// pointer returns the ID that n points to, or "".
func (n *gedcomLine) pointer() string {
	if v := strings.TrimSpace(n.value); len(v) > 2 && v[0] == '@' && v[1] != '@' && v[1] != '#' && strings.IndexByte(v[1:], '@') == len(v)-2 {
		return v[1 : len(v)-1]
	}
	return ""
}

// gedcomCharacters finds what a file says of its encoding.
var gedcomCharacters = regexp.MustCompile(`(?m)^\s*1\s+CHAR\s+([^\r\n]+)`)

// gedcomText decodes a file by its mark, or by what it says of itself. What is
// valid UTF-8 is read as such whatever it says: letters of ANSEL and
// windows-1252 next to each other hardly ever are, and many programs say ANSEL
// and write UTF-8.
func gedcomText(in *intake, data []byte) string {
	if text, ok := asText(data); ok {
		return text
	}
	declared := ""
	if found := gedcomCharacters.FindSubmatch(data[:min(len(data), 64<<10)]); found != nil {
		declared = strings.ToUpper(strings.TrimSpace(string(found[1])))
	}
	switch declared {
	case "ANSEL":
		return fromANSEL(data)
	case "ANSI", "WINDOWS-1252", "CP1252", "IBM WINDOWS", "ASCII", "ISO-8859-1", "LATIN1", "ISO8859-1":
	case "IBMPC", "IBM DOS", "MSDOS", "OEM", "CP437":
		return byPage(data, charmap.CodePage437)
	case "CP850", "IBM850":
		return byPage(data, charmap.CodePage850)
	case "MACINTOSH", "MACROMAN", "MAC":
		return byPage(data, charmap.Macintosh)
	case "":
		in.problem(0, "The file does not say how its letters are encoded; it was read as windows-1252 (ANSI).")
	default:
		in.problem(0, "The file says %s of its letters, which they are not; it was read as windows-1252 (ANSI).", declared)
	}
	return byPage(data, charmap.Windows1252)
}

// gedcomTree reads the lines of a file and puts each below the one it belongs
// to. A broken line is told and left out, with what belongs to it.
func gedcomTree(in *intake, text string) (records []*gedcomLine, faults int) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	var open []*gedcomLine // by level
	number, skipped, seven := 0, maxLevel+1, false
	for row := range strings.Lines(text) {
		number++
		row = strings.TrimRight(row, "\n")
		if strings.TrimSpace(row) == "" {
			continue
		}
		level, line, reason := gedcomRow(row)
		switch {
		case reason == "" && level > skipped:
			continue
		case reason == "" && level > len(open):
			reason = "is two levels or more below the line before it"
		}
		if reason != "" {
			tell := in.problem
			if level == 0 {
				tell = in.leaveOut
			}
			tell(number, "The line %s; it was left out, with what belongs to it.", reason)
			faults++
			skipped = level
			continue
		}
		if level == 2 && line.tag == "VERS" && open[1].tag == "GEDC" {
			seven = strings.HasPrefix(strings.TrimSpace(line.value), "7")
		}
		line.number, line.seven, skipped = number, seven, maxLevel+1
		if level == 0 {
			records = append(records, line)
		} else {
			parent := open[level-1]
			parent.children = append(parent.children, line)
		}
		open = append(open[:level], line)
	}
	if len(records) > 0 && records[len(records)-1].tag != "TRLR" {
		in.problem(number, "The file ends early, without its last line, “0 TRLR”; what stands last in it may not be whole.")
	}
	return records, faults
}

// gedcomRow reads "level [@id@] tag [value]". The reason says what is wrong,
// and the level is beyond all others if it could not be read.
func gedcomRow(row string) (level int, line *gedcomLine, reason string) {
	if len(row) > maxLine {
		return maxLevel + 1, nil, "is too long"
	}
	rest := strings.TrimLeft(row, " \t\ufeff")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || digits > 2 {
		return maxLevel + 1, nil, "does not begin with a level from 0 to 99"
	}
	for _, digit := range rest[:digits] {
		level = level*10 + int(digit-'0')
	}
	rest = strings.TrimLeft(rest[digits:], " \t")
	line = &gedcomLine{}
	if strings.HasPrefix(rest, "@") {
		end := strings.IndexByte(rest[1:], '@')
		if end < 1 {
			return level, nil, "has an ID that is not closed by @"
		}
		line.xref = rest[1 : end+1]
		rest = strings.TrimLeft(rest[end+2:], " \t")
	}
	end := len(rest)
	for i := range len(rest) {
		if c := rest[i]; c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			end = i
			break
		}
	}
	if end == 0 || end < len(rest) && rest[end] != ' ' && rest[end] != '\t' {
		return level, nil, "has no tag"
	}
	line.tag = strings.ToUpper(rest[:end])
	if end < len(rest) {
		line.value = rest[end+1:]
	}
	return level, line, ""
}
