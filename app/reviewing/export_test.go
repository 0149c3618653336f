package reviewing

// Row is a row as the list shows it.
type Row = *card

// Rows says what the list holds, in order.
func (p *Page) Rows() []string {
	said := make([]string, 0, len(p.rows))
	for _, r := range p.rows {
		c := newCard()
		c.set(r)
		said = append(said, c.AccessibilityLabel())
	}
	return said
}
