package collect

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/url"
	"strings"

	"cuttings/notes"
)

const (
	maxParts   = 10_000 // of an archive of a page
	maxNesting = 4      // of archives within one another
)

var errNoPage = errors.New("no part of the archive is a page")

// readArchive reads a web page that was saved with its pictures (MHTML): the
// first part that is a page.
func (c *Collector) readArchive(ctx context.Context, src source, document *notes.Document) error {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(src.data, "\r\n")))
	if err != nil {
		return unreadable(err, "The saved page “%s” is damaged.", src.name)
	}
	part, err := findPage(message.Body, message.Header.Get("Content-Type"), message.Header.Get("Content-Transfer-Encoding"),
		c.options.MaxFile, 0)
	if err != nil {
		return unreadable(err, "There is no page in “%s”.", src.name)
	}
	for _, said := range []string{part.location, message.Header.Get("Snapshot-Content-Location"), message.Header.Get("Content-Location")} {
		address, err := url.Parse(said)
		if err == nil && src.address == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" {
			src.address = address
			document.URL = address.String()
		}
	}
	if err := c.readPageText(ctx, src, decodePage(part.data, part.charset), document); err != nil {
		return err
	}
	document.Pictures = append(document.Pictures, archivePictures(src.data, pictureAddresses(document.Text))...)
	return nil
}

// archivePictures returns those of the wanted pictures that were saved with a
// page, by the addresses or the IDs of their parts. What is damaged is left out.
func archivePictures(saved []byte, wanted []string) []notes.Picture {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(saved, "\r\n")))
	if err != nil || len(wanted) == 0 {
		return nil
	}
	missing := map[string]bool{}
	for _, address := range wanted {
		missing[address] = true
	}
	var found []notes.Picture
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || parameters["boundary"] == "" {
		return nil
	}
	reader := multipart.NewReader(message.Body, parameters["boundary"])
	for range maxParts {
		part, err := reader.NextRawPart()
		if err != nil {
			break
		}
		for _, address := range []string{part.Header.Get("Content-Location"), "cid:" + strings.Trim(part.Header.Get("Content-ID"), "<>")} {
			if !missing[address] {
				continue
			}
			data, err := readAtMost(decoded(part, part.Header.Get("Content-Transfer-Encoding")), maxPictureBytes)
			if err != nil || data == nil {
				break
			}
			if picture, err := pictureOf(address, data); err == nil {
				delete(missing, address)
				found = append(found, picture)
			}
			break
		}
	}
	return found
}

// archived is a page within an archive.
type archived struct {
	data     []byte
	charset  string
	location string
}

// findPage returns the first page in a body of the given type.
func findPage(body io.Reader, contentType, encoding string, limit int64, depth int) (archived, error) {
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		return archived{}, err
	}
	if kind == htmlType || kind == xhtmlType {
		data, err := io.ReadAll(io.LimitReader(decoded(body, encoding), limit))
		return archived{data: data, charset: parameters["charset"]}, err
	}
	if !strings.HasPrefix(kind, "multipart/") || depth >= maxNesting {
		return archived{}, errNoPage
	}
	reader := multipart.NewReader(body, parameters["boundary"])
	for range maxParts {
		part, err := reader.NextRawPart()
		if err != nil {
			return archived{}, errors.Join(errNoPage, err)
		}
		header := part.Header
		found, err := findPage(part, header.Get("Content-Type"), header.Get("Content-Transfer-Encoding"), limit, depth+1)
		if err == nil {
			if found.location == "" {
				found.location = header.Get("Content-Location")
			}
			return found, nil
		}
	}
	return archived{}, errNoPage
}

func decoded(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
