package collect_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"cuttings/notes"
	"cuttings/storage/collect"
)

// The pictures of a page that is fetched come with it; what is no picture, is
// not there or too large is left out, and the page comes all the same.
func TestPicturesOfAPage(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 640, 480))); err != nil {
		t.Fatal(err)
	}
	// Pictures are asked for side by side.
	var mutex sync.Mutex
	asked := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		asked[r.URL.Path]++
		mutex.Unlock()
		switch r.URL.Path {
		case "/a.html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			words := strings.Repeat("<p>The council said that the bridge would open again before winter, and nobody asked who had paid for it so far.</p>", 8)
			_, _ = w.Write([]byte(`<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>` + words +
				`<figure><img src="/bridge.png" width="640"><figcaption>The old bridge seen from the harbour.</figcaption></figure>` +
				`<figure><img src="/missing.png" width="640"><figcaption>Another view of the bridge, which is missing.</figcaption></figure>` +
				`<figure><img src="/words.png" width="640"><figcaption>This is not a picture at all but words.</figcaption></figure>` +
				words + `<script src="/run.js"></script></article></body></html>`))
		case "/bridge.png":
			_, _ = w.Write(picture.Bytes())
		case "/words.png":
			_, _ = w.Write([]byte("these are words"))
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	document, err := collect.New(collect.Options{}).Read(t.Context(), notes.Input{URL: server.URL + "/a.html", Name: "a"})
	if err != nil {
		t.Fatal(err)
	}
	mutex.Lock()
	defer mutex.Unlock()
	if len(document.Pictures) != 1 || document.Pictures[0].Width != 640 || document.Pictures[0].Height != 480 ||
		document.Pictures[0].MediaType != "image/png" || document.Pictures[0].Address != server.URL+"/bridge.png" {
		t.Fatalf("%d pictures, asked for %v, figures of %q", len(document.Pictures), asked, document.Text.Body)
	}
	if !bytes.Equal(document.Pictures[0].Bytes, picture.Bytes()) {
		t.Error("the picture is not what came")
	}
	if asked["/run.js"] > 0 {
		t.Error("a script was asked for")
	}
}

// Pictures that were saved within a page, or beside it in an archive, are kept
// with it; nothing is asked for.
func TestPicturesOfASavedPage(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 320, 200))); err != nil {
		t.Fatal(err)
	}
	coded := base64.StdEncoding.EncodeToString(picture.Bytes())
	words := strings.Repeat("<p>The council said that the bridge would open again before winter, and nobody asked who had paid for it so far.</p>", 8)
	page := func(source string) string {
		return `<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>` + words +
			`<figure><img src="` + source + `" width="640"><figcaption>The old bridge seen from the harbour.</figcaption></figure>` + words + `</article></body></html>`
	}
	archive := "From: <Saved>\r\nSnapshot-Content-Location: https://example.org/a.html\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; type=\"text/html\"; boundary=\"edge\"\r\n\r\n" +
		"--edge\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/a.html\r\n\r\n" + page("https://example.org/bridge.png") +
		"\r\n--edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/bridge.png\r\n\r\n" + coded + "\r\n--edge--\r\n"
	for name, saved := range map[string]string{"one file": page("data:image/png;base64," + coded), "archive": archive} {
		t.Run(name, func(t *testing.T) {
			document, err := collect.New(collect.Options{}).Read(t.Context(), notes.Input{Data: []byte(saved), Name: name})
			if err != nil {
				t.Fatal(err)
			}
			if len(document.Pictures) != 1 || document.Pictures[0].Width != 320 || !bytes.Equal(document.Pictures[0].Bytes, picture.Bytes()) {
				t.Fatalf("%d pictures", len(document.Pictures))
			}
			shown := false
			for _, block := range document.Text.Blocks {
				shown = shown || block.Source == document.Pictures[0].Address
			}
			if !shown {
				t.Errorf("no figure has %s", document.Pictures[0].Address)
			}
		})
	}
}
