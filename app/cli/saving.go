package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// saving says where a command writes what it makes.
type saving struct {
	Output    string `help:"The file to write, or - for standard output." placeholder:"FILE"`
	Overwrite bool   `help:"Write --output over a file that is there."`
}

// toFile reports whether it is written to a file.
func (s saving) toFile() bool { return s.Output != "" && s.Output != "-" }

// form returns the form to write in: the one that was asked for, or that of the
// file's ending; "" if neither was said. flag is where a form is asked for. It
// looks at the file first, so that nothing is made in vain.
func (s saving) form(flag, asked string, endings map[string]string) (string, error) {
	if !s.toFile() {
		if s.Overwrite {
			return "", usagef("--overwrite goes with --output=FILE.")
		}
		return asked, nil
	}
	if !s.Overwrite {
		if err := absent(s.Output); err != nil {
			return "", err
		}
	}
	if asked != "" {
		return asked, nil
	}
	ending := strings.ToLower(filepath.Ext(s.Output))
	if form, ok := endings[ending]; ok {
		return form, nil
	}
	return "", usagef("The ending of “%s” stands for no form; say with %s which one you want.", s.Output, flag)
}

// save writes what a command made: to a file, of which the answer tells; to
// standard output, made harmless to a terminal; or as it is, to a program that
// takes it by --output=-.
func (c *call) save(s saving, content []byte, answer any, words string) error {
	switch s.Output {
	case "":
		return c.write(string(content))
	case "-":
		if _, err := c.env.Stdout.Write(content); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
		return nil
	}
	write := writeNew
	if s.Overwrite {
		write = writeOver
	}
	if err := write(s.Output, content); err != nil {
		return err
	}
	return c.answer(answer, func(w *page) { w.line("%s written to %s", words, s.Output) })
}

// absent refuses a file that is there.
func absent(file string) error {
	if strings.TrimSpace(file) == "" {
		return usagef("A file needs a name.")
	}
	there, err := exists(file)
	if err == nil && there {
		return sayf("There is a file “%s” already. It was left as it is.", file)
	}
	return err
}

// writeNew writes a file that must not exist yet; it has its name only once it
// is whole.
func writeNew(name string, content []byte) error {
	return written(name, content, func(unfinished string) error {
		err := os.Link(unfinished, name)
		if errors.Is(err, fs.ErrExist) {
			return sayf("There is a file “%s” already. It was left as it is.", name)
		}
		if err != nil { // a file system without links
			return os.Rename(unfinished, name)
		}
		return nil
	})
}

// writeOver writes a file in place of the one that is there; that one stays until
// the other is whole.
func writeOver(name string, content []byte) error {
	return written(name, content, func(unfinished string) error {
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
			return sayf("“%s” is not a file, so it was left as it is.", name)
		}
		return os.Rename(unfinished, name)
	})
}

// written writes a file without a name beside the place of another, and lets
// place give it that one's name.
func written(name string, content []byte, place func(unfinished string) error) error {
	unfinished, err := os.CreateTemp(filepath.Dir(name), ".export-*")
	if err != nil {
		return unwritable(name, err)
	}
	defer os.Remove(unfinished.Name())
	_, err = unfinished.Write(content)
	if err = errors.Join(err, unfinished.Chmod(0o644), unfinished.Close()); err != nil {
		return unwritable(name, err)
	}
	if err := place(unfinished.Name()); err != nil {
		return unwritable(name, err)
	}
	return nil
}

// unwritable says of the file that was asked for why it was not written; the
// system says it of one whose name the person never saw.
func unwritable(name string, err error) error {
	var said saidError
	var path *fs.PathError
	switch {
	case errors.As(err, &said):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return sayf("There is no folder “%s” to write “%s” to.", filepath.Dir(name), filepath.Base(name))
	case errors.As(err, &path):
		return fmt.Errorf("write %s: %w", name, &fs.PathError{Op: path.Op, Path: name, Err: path.Err})
	}
	return fmt.Errorf("write %s: %w", name, err)
}
