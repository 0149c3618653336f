package collect

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"cuttings/notes"
)

// Expand turns what a person names into inputs; see notes.Collector. Hidden
// files, and the folders in which browsers keep the pictures of a saved page
// beside it, are passed over. It returns the error of ctx and no other: what
// is wrong with an argument, Read says.
func (c *Collector) Expand(ctx context.Context, arguments []string) ([]notes.Input, error) {
	var inputs []notes.Input
	for _, argument := range arguments {
		if isAddress(argument) {
			inputs = append(inputs, notes.Input{URL: strings.TrimSpace(argument), Name: strings.TrimSpace(argument)})
			continue
		}
		path := localPath(argument)
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			inputs = append(inputs, notes.Input{Path: path, Name: filepath.Base(path)})
			continue
		}
		found, err := folder(ctx, path)
		if err != nil {
			return nil, fmt.Errorf("list the folder %s: %w", path, err)
		}
		inputs = append(inputs, found...)
	}
	return inputs, nil
}

// isAddress reports whether an argument is an address of the web: with its
// scheme, or beginning with "www." where there is no such file.
func isAddress(argument string) bool {
	lower := strings.ToLower(strings.TrimSpace(argument))
	if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return true
	}
	if _, err := os.Stat(argument); err == nil {
		return false
	}
	return strings.HasPrefix(lower, "www.") && !strings.ContainsAny(lower, " \t\n")
}

// localPath returns the path that an argument names; file managers drop
// addresses that begin with "file:".
func localPath(argument string) string {
	if address, err := url.Parse(argument); err == nil && address.Scheme == "file" && address.Path != "" {
		return filepath.FromSlash(address.Path)
	}
	return argument
}

// folder returns the readable files of a folder and of those within it. What
// in it cannot be listed is returned too, for Read to report.
func folder(ctx context.Context, root string) ([]notes.Input, error) {
	var inputs []notes.Input
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name, relErr := filepath.Rel(root, path)
		if relErr != nil {
			name = path
		}
		if err != nil {
			inputs = append(inputs, notes.Input{Path: path, Name: name})
			return nil
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != root
		switch {
		case entry.IsDir() && (hidden || path != root && belongsToPage(path)):
			return filepath.SkipDir
		case !entry.IsDir() && !hidden && isReadable(path):
			inputs = append(inputs, notes.Input{Path: path, Name: name})
		}
		return nil
	})
	return inputs, err
}

// belongsToPage reports whether a folder holds the pictures and scripts of a
// saved page that lies beside it.
func belongsToPage(path string) bool {
	for _, ending := range []string{"_files", ".files", "-Dateien", "_fichiers", "_archivos"} {
		page, found := strings.CutSuffix(path, ending)
		if !found {
			continue
		}
		for _, extension := range []string{".html", ".htm", ".xhtml"} {
			if _, err := os.Stat(page + extension); err == nil {
				return true
			}
		}
	}
	return false
}

// isReadable reports whether a file in a folder is of a kind that is read: by
// its ending, or, if it has none, by its first bytes.
func isReadable(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return extensions[extension] != "" // a broken link, for Read to report
	}
	if extension != "" {
		return extensions[extension] != ""
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, sniffed))
	if err != nil || len(head) == 0 {
		return false
	}
	kind := sniff(head)
	return kind == plainType || kind == htmlType || kind == mhtmlType
}
