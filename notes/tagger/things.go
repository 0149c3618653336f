package tagger

import (
	"strings"

	"cuttings/notes/fold"
	"cuttings/notes/tagger/internal/token"
)

// Texts about technology are full of capitals that name no organisation: programs,
// parts, formats, what is written in code. What follows tells them by how they are
// written and by what stands beside them, and asks for more where a text has many.

const (
	// technicalShare is one word in how many is technical, at least, in a text in
	// which capitals alone say little; fewTechnical is how many there are in all.
	technicalShare = 100
	fewTechnical   = 8
	// sureThere is how certain an organisation of one word must be in such a text, and
	// sureTitle one that is written like any name: Varley.
	sureThere = 0.85
	sureTitle = 0.6
	// usedShare is one place in how many a name is used as a thing, at least, that is
	// one throughout.
	usedShare = 3
	// digitsOfPart is how many digits a word has among its letters, at least, that is
	// the number of a part: names such as W3C and G20 have fewer.
	digitsOfPart = 3
)

var (
	// technical are short forms that name no organisation; those that also do are left
	// out.
	technical = set(`ADSL AJAX API APIs ASCII ASIC BIOS CD CDN CDs CLI CMOS CPU CPUs CSS CSV CUDA DHCP DLL DMA DNS DOM DSL DTD DVD DVDs
		EEPROM FAQ FIFO FPGA FTP GIF GPIO GPL GPS GPU GPUs GSM GTK GUI HD HDD HDMI HTML HTTP HTTPS IDE IDs IMAP IRC ISDN
		JDBC JIT JPEG JPG JS JSON JVM LAN LCD LDAP LED LEDs LUT MCU MP3 MP4 MPEG NFC NFS NTFS NTP OCR ODBC OLED OS PC PCB
		PCs PDF PDFs PGP PHP PNG POP3 PWM QR RAID RAM RDF RFC RFCs RFID RGB ROM RPC RSS RTF RTOS SATA SCSI SDK SDKs SMS
		SMTP SNMP SPARQL SQL SRAM SSD SSH SSL TCP TIFF TLS TTL UART UDP UEFI UI UML URI URL URLs USB UTF UUID UX VHDL VLAN
		VM VMs VPN VPS WLAN WSDL WYSIWYG XHTML XML XMPP XSLT XSS YAML ZIP`)
	// wares end what is no organisation, whatever stands before them.
	wares = set(`License Licence Licenses Provisions Protocol Format Specification Standard Edition Toolkit Framework Compiler Kernel SDK API
		IDE Firmware Middleware Codec Runtime Packet Syntax Algorithm Schema Manifest Repository`)
	// uses are what stands behind the name of a program, a format or a part.
	uses = set(`file files format formats protocol protocols parser compiler plugin plugins library libraries module modules client clients
		repository repositories extension extensions codec driver drivers kernel firmware browser browsers server servers
		interface interfaces syntax database databases runtime chip chips board boards query queries package packages`)
)

// withoutThings takes away the organisations that seem to be none.
func (d *document) withoutThings(all []span) []span {
	things := d.things(all)
	isTechnical := d.technical()
	kept := all[:0]
	for _, n := range all {
		if n.kind == Organisation {
			if d.heading(n) || d.thing(n) || things[fold.String(d.text(n))] || isTechnical && n.first == n.last && !d.sureThere(n) {
				continue
			}
		}
		kept = append(kept, n)
	}
	return kept
}

// heading reports whether a name begins with the number of a heading: 5 Community.
func (d *document) heading(n span) bool {
	return n.first < n.last && d.tokens[n.first].Form == token.Number && d.begins(n.first)
}

// sureThere reports whether a name of one word is sure enough for a technical text.
func (d *document) sureThere(n span) bool {
	if d.tokens[n.first].Form == token.Title {
		return n.certainty >= sureTitle
	}
	return n.certainty >= sureThere
}

// begins reports whether a sentence begins at a token.
func (d *document) begins(i int) bool {
	return i == 0 || strings.Contains(d.body[d.tokens[i-1].End:d.tokens[i].Start], "\n")
}

// technical reports whether many words of the text are.
func (d *document) technical() bool {
	words, found := 0, 0
	for i, t := range d.tokens {
		if t.Form == token.Mark {
			continue
		}
		words++
		if word := d.word(i); technical[word] || d.version(i) || partNumber(word) || strings.Contains(word, "_") {
			found++
		}
	}
	return found >= fewTechnical && found*technicalShare >= words
}

// thing reports whether a name is written as that of no organisation, or used so.
func (d *document) thing(n span) bool {
	last := d.word(n.last)
	if technical[last] || wares[last] {
		return true
	}
	for i := n.first; i <= n.last; i++ {
		if partNumber(d.word(i)) || d.code(i) {
			return true
		}
	}
	return false
}

// partNumber reports whether a word has letters and several digits: XC7A35T.
func partNumber(word string) bool {
	digits, letters := 0, 0
	for _, r := range word {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r != '-' && r != '.':
			letters++
		}
	}
	return digits >= digitsOfPart && letters >= 2
}

// codeMarks are those that stand at a word in code and in no sentence.
const codeMarks = "_=<>{}#`\\|^~"

// code reports whether a mark of code stands at a token without a space.
func (d *document) code(i int) bool {
	t := d.tokens[i]
	before, behind := t.Start > 0 && strings.IndexByte(codeMarks, d.body[t.Start-1]) >= 0, t.End < len(d.body) && strings.IndexByte(codeMarks, d.body[t.End]) >= 0
	return before || behind || strings.Contains(d.word(i), "_") || strings.HasPrefix(d.body[t.End:], "::") || strings.HasPrefix(d.body[t.End:], "()")
}

// version reports whether a token is the number of a version: 2.8, 1.0.3.
func (d *document) version(i int) bool {
	major, minor, ok := strings.Cut(d.word(i), ".")
	return ok && d.tokens[i].Form == token.Number && len(major) <= 2 && minor != "" && len(minor) <= 4 && minor[0] >= '0' && minor[0] <= '9'
}

// things are the names, folded, that the text uses for a program, a format or a
// part: a version stands behind one, or it is short for words in small letters.
func (d *document) things(all []span) map[string]bool {
	type count struct{ places, used int }
	counts := map[string]*count{}
	for _, n := range all {
		if n.kind != Organisation {
			continue
		}
		name := fold.String(d.text(n))
		if counts[name] == nil {
			counts[name] = &count{}
		}
		counts[name].places++
		if d.used(n) {
			counts[name].used++
		}
	}
	found := map[string]bool{}
	for name, c := range counts {
		found[name] = c.used*usedShare >= c.places && c.used > 0
	}
	for _, s := range d.sentences {
		for i := s.first + 3; i+1 < s.end; i++ {
			if d.tokens[i].Form == token.Capital && d.word(i-1) == "(" && d.word(i+1) == ")" && d.inSmall(s.first, i) {
				found[fold.String(d.word(i))] = true
			}
		}
	}
	return found
}

// used reports whether a name is used as that of a thing.
func (d *document) used(n span) bool {
	behind := n.last + 1
	if behind >= len(d.tokens) || d.begins(behind) || !d.tokens[behind].Gap {
		return false
	}
	return d.version(behind) || n.certainty < sureThere && n.first == n.last && uses[d.word(behind)]
}

// inSmall reports whether the letters in brackets at a token are those of as many
// words before, all in small letters: web-mapping services (WMS).
func (d *document) inSmall(first, i int) bool {
	letters := strings.ToLower(d.word(i))
	for k := i - 2; k >= first; k-- {
		if d.tokens[k].Form == token.Mark && d.word(k) == "-" {
			continue
		}
		word := d.word(k)
		if d.tokens[k].Form != token.Lower || letters == "" {
			return false
		}
		initials := ""
		for _, part := range strings.Split(word, "-") {
			if part != "" {
				initials += part[:1]
			}
		}
		rest, ok := strings.CutSuffix(letters, initials)
		if !ok {
			return false
		}
		if letters = rest; letters == "" {
			return true
		}
	}
	return false
}
