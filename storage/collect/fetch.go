package collect

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"syscall"
)

const (
	maxRedirects = 10
	userAgent    = "Cuttings/1.0"

	// maxAddress is the length in bytes of the longest address.
	maxAddress = 8 << 10
)

var (
	errRedirects = errors.New("too many redirects")
	errScheme    = errors.New("redirected to what is no address of the web")
)

// newClient returns a client that keeps no cookies and follows a bounded
// number of redirects, on the transport of the given one.
func newClient(given *http.Client) *http.Client {
	client := &http.Client{}
	if given != nil {
		client.Transport = given.Transport
	}
	client.CheckRedirect = func(request *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return errRedirects
		}
		if request.URL.Scheme != "http" && request.URL.Scheme != "https" {
			return errScheme
		}
		return nil
	}
	return client
}

// fetch reads the bytes at an address.
func (c *Collector) fetch(ctx context.Context, written string) (source, error) {
	address, err := parseAddress(written)
	if err != nil {
		return source{}, err
	}
	host := address.Hostname()
	fetching, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(fetching, http.MethodGet, address.String(), nil)
	if err != nil {
		return source{}, unreadable(err, "“%s” is not an address.", written)
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown;q=0.9, */*;q=0.5")
	response, err := c.client.Do(request)
	if err != nil {
		return source{}, c.fetchFailure(ctx, host, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return source{}, statusFailure(host, response.StatusCode)
	}
	if response.ContentLength > c.options.MaxPage {
		return source{}, tooLarge(nil, "The page is larger than %s.", size(c.options.MaxPage))
	}
	data, err := readAtMost(response.Body, c.options.MaxPage)
	if err != nil {
		return source{}, c.fetchFailure(ctx, host, err)
	}
	if data == nil {
		return source{}, tooLarge(nil, "The page is larger than %s.", size(c.options.MaxPage))
	}
	mediaType, parameters, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err != nil {
		mediaType = ""
	}
	final := response.Request.URL
	final.Fragment, final.User = "", nil
	name := path.Base(final.Path)
	if name == "/" || name == "." {
		name = final.Host
	}
	return source{
		name: name, title: titleOf(name), data: data,
		mediaType: mediaType, charset: parameters["charset"], address: final,
	}, nil
}

// parseAddress reads an address of the web as a person writes it.
func parseAddress(written string) (*url.URL, error) {
	written = strings.TrimSpace(written)
	if !strings.Contains(written, "://") {
		written = "https://" + written
	}
	address, err := url.Parse(written)
	if err != nil || address.Hostname() == "" || len(written) > maxAddress {
		return nil, unreadable(err, "“%.200s” is not an address.", written)
	}
	if address.Scheme != "http" && address.Scheme != "https" {
		return nil, unreadable(nil, "Only addresses that begin with http or https can be fetched, not “%s:”.", address.Scheme)
	}
	address.Fragment = ""
	return address, nil
}

// fetchFailure says in a sentence why nothing came from a host.
func (c *Collector) fetchFailure(ctx context.Context, host string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("fetch from %s: %w", host, ctx.Err())
	}
	var lookup *net.DNSError
	var timeout net.Error
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &lookup) && lookup.IsNotFound:
		return unreadable(err, "There is no site called “%s”.", host)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return unreadable(err, "“%s” did not answer within %s.", host, seconds(c.options.Timeout.Seconds()))
	case errors.Is(err, syscall.ECONNREFUSED):
		return unreadable(err, "“%s” refused the connection.", host)
	case errors.Is(err, errRedirects):
		return unreadable(err, "The page leads on and on to other addresses.")
	case errors.Is(err, errScheme):
		return unreadable(err, "The page leads to something that is not on the web.")
	case errors.As(err, &authority), errors.As(err, &name), errors.As(err, &invalid):
		return unreadable(err, "“%s” cannot prove that it is this site: its certificate is not valid.", host)
	case errors.As(err, &lookup):
		return unreadable(err, "“%s” could not be looked up: is the network there?", host)
	}
	return unreadable(err, "The page could not be fetched from “%s”.", host)
}

func seconds(count float64) string {
	if count == 1 {
		return "1 second"
	}
	return fmt.Sprintf("%.3g seconds", count)
}

func statusFailure(host string, status int) error {
	cause := fmt.Errorf("HTTP status %d", status)
	switch status {
	case http.StatusNotFound, http.StatusGone:
		return unreadable(cause, "The page is not there (%d).", status)
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired, http.StatusUnavailableForLegalReasons:
		return unreadable(cause, "“%s” does not let this page be read (%d).", host, status)
	case http.StatusTooManyRequests:
		return unreadable(cause, "“%s” asks to be left alone for a while (429).", host)
	}
	if status >= 500 {
		return unreadable(cause, "“%s” has a fault of its own; try again later (%d).", host, status)
	}
	return unreadable(cause, "“%s” did not send the page (%d).", host, status)
}
