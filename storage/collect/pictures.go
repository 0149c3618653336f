package collect

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // kinds of picture that are kept
	_ "image/jpeg"
	_ "image/png"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"

	_ "golang.org/x/image/webp"

	"cuttings/notes"
	"cuttings/notes/text"
)

// Limits of the pictures that are fetched with a page.
const (
	maxPictures     = 40
	maxPictureBytes = 8 << 20
	maxPicturesAll  = 40 << 20 // bytes, of one page
	maxPixels       = 50_000_000
	pictureTime     = 10 * time.Second // for one
	picturesTime    = 40 * time.Second // for all
	picturesAtOnce  = 4

	// placeholder is the width or height in pixels up to which an embedded
	// picture only holds the place of one that is loaded later.
	placeholder = 32
)

var errPrivate = errors.New("the address is one of this computer or its own network")

// pictures fetches the pictures of a page that was itself fetched. One that
// does not come, is no picture or is too large is left out.
func (c *Collector) pictures(ctx context.Context, page *url.URL, t text.Text) []notes.Picture {
	ctx, cancel := context.WithTimeout(ctx, picturesTime)
	defer cancel()
	addresses := slices.DeleteFunc(pictureAddresses(t), func(address string) bool { return strings.HasPrefix(address, "cid:") })
	client := c.pictureClient(page)
	found := make([]*notes.Picture, len(addresses))
	slots, done := make(chan struct{}, picturesAtOnce), make(chan struct{})
	for i, address := range addresses {
		go func() {
			slots <- struct{}{}
			if picture, err := fetchPicture(ctx, client, address); err == nil {
				found[i] = &picture
			}
			<-slots
			done <- struct{}{}
		}()
	}
	for range addresses {
		<-done
	}
	var kept []notes.Picture
	room := maxPicturesAll
	for _, picture := range found {
		if picture != nil && len(picture.Bytes) <= room {
			room -= len(picture.Bytes)
			kept = append(kept, *picture)
		}
	}
	return kept
}

func pictureAddresses(t text.Text) []string {
	var list []string
	known := map[string]bool{}
	for _, block := range t.Blocks {
		if block.Source != "" && len(list) < maxPictures && !known[block.Source] {
			known[block.Source] = true
			list = append(list, block.Source)
		}
	}
	return list
}

func fetchPicture(ctx context.Context, client *http.Client, address string) (notes.Picture, error) {
	ctx, cancel := context.WithTimeout(ctx, pictureTime)
	defer cancel()
	parsed, err := parseAddress(address)
	if err != nil {
		return notes.Picture{}, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, parsed.String(), nil)
	if err != nil {
		return notes.Picture{}, fmt.Errorf("fetch a picture: %w", err)
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "image/webp, image/png, image/jpeg, image/gif")
	response, err := client.Do(request)
	if err != nil {
		return notes.Picture{}, fmt.Errorf("fetch a picture: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return notes.Picture{}, fmt.Errorf("fetch a picture: HTTP status %d", response.StatusCode)
	}
	data, err := readAtMost(response.Body, maxPictureBytes)
	if err != nil {
		return notes.Picture{}, fmt.Errorf("fetch a picture: %w", err)
	}
	return pictureOf(address, data)
}

// pictureOf looks at the head of a picture only: what it is and how large.
func pictureOf(address string, data []byte) (notes.Picture, error) {
	shape, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return notes.Picture{}, fmt.Errorf("read a picture: %w", err)
	}
	if shape.Width <= 0 || shape.Height <= 0 || shape.Width > maxPixels/shape.Height {
		return notes.Picture{}, fmt.Errorf("a picture of %d by %d pixels is too large", shape.Width, shape.Height)
	}
	return notes.Picture{Address: address, MediaType: "image/" + kind, Width: shape.Width, Height: shape.Height, Bytes: data}, nil
}

// pictureClient is the client for the pictures of a page. A page of the web
// must not make this program ask for things within the person's own network.
func (c *Collector) pictureClient(page *url.URL) *http.Client {
	if c.options.Client != nil || isPrivate(page.Hostname()) {
		return c.client
	}
	dialer := &net.Dialer{Timeout: pictureTime, Control: func(_, address string, _ syscall.RawConn) error {
		host, _, err := net.SplitHostPort(address)
		if err != nil || isPrivate(host) {
			return errPrivate
		}
		return nil
	}}
	client := newClient(nil)
	client.Transport = &http.Transport{DialContext: dialer.DialContext, Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true}
	return client
}

func isPrivate(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && (ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified())
}

// embedded is a picture that is written into a page whole, as programs that save
// pages in one file do.
var embedded = regexp.MustCompile(`data:image/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)`)

// takeEmbedded takes such pictures out of a page and names each by its content,
// so that neither the parser nor the text carries them along.
func takeEmbedded(words string) (string, map[string]notes.Picture) {
	found := map[string]notes.Picture{}
	if !strings.Contains(words, ";base64,") {
		return words, found
	}
	room := maxPicturesAll
	words = embedded.ReplaceAllStringFunc(words, func(whole string) string {
		_, coded, _ := strings.Cut(whole, ",")
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(coded), ""))
		if err != nil || len(data) > room || len(data) > maxPictureBytes {
			return ""
		}
		sum := sha256.Sum256(data)
		address := fmt.Sprintf("cid:%x", sum[:8])
		picture, err := pictureOf(address, data)
		if err != nil || min(picture.Width, picture.Height) <= placeholder {
			return ""
		}
		if _, known := found[address]; !known {
			room -= len(data)
			found[address] = picture
		}
		return address
	})
	return words, found
}
