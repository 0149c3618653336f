package names

import "iter"

// known is a name in its place among a hundred thousand.
type known struct {
	Name
	capital string // the capital of each word; many names have the same
	next    int32  // the name that was added next of those that end at the same node; of the last, the first
	alone   bool   // its last word is a surname that may stand alone
}

// capital gives the same string for the same capitals.
func (m *Matcher) capital(written []byte) string {
	same, ok := m.capitals[string(written)]
	if !ok {
		same = string(written)
		m.capitals[same] = same
	}
	return same
}

// put has a name end at a node, behind those that do.
func (m *Matcher) put(node int32, name known) {
	at := m.free
	if at == 0 {
		at = int32(len(m.names))
		m.names = append(m.names, known{})
	} else {
		m.free = m.names[at].next
	}
	if last := m.ends[node]; last == 0 {
		name.next = at
	} else {
		name.next, m.names[last].next = m.names[last].next, at
	}
	m.names[at], m.ends[node] = name, at
}

// at gives the names that end at a node, in the order in which they were added.
func (m *Matcher) at(node int32) iter.Seq[*known] {
	return func(yield func(*known) bool) {
		last := m.ends[node]
		for at := last; at != 0; {
			at = m.names[at].next
			if !yield(&m.names[at]) || at == last {
				return
			}
		}
	}
}
