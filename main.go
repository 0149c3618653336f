// Command cuttings is a desktop research notebook. Without a command it opens
// its window; with one it does the same operations without it. This file puts
// the houses together and does nothing else.
package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/adrg/xdg"
	"gopkg.in/natefinch/lumberjack.v2"

	"cuttings/app/cli"
	"cuttings/app/desktop"
	"cuttings/notes"
	"cuttings/seeds"
	"cuttings/storage/collect"
	"cuttings/storage/generate"
	"cuttings/storage/sqlite"
)

const (
	version = "0.1.0" // as in FyneApp.toml
	folder  = "cuttings"
	archive = "Notebook.cuttings" // the person's own, in the data folder
)

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once

	output := logFile()
	defer output.Close()
	log := slog.New(slog.NewTextHandler(output, nil))
	return cli.Run(ctx, args, cli.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Terminal: isTerminal(os.Stderr),
		Version: version, Log: log,
		Archive: func() (string, error) { return filepath.Join(xdg.DataHome, folder, archive), nil },
		Open:    open,
		Claim: func(file string) (func(), error) {
			return sqlite.Claim(filepath.Join(xdg.StateHome, folder, "locks"), file)
		},
		Collector: func() notes.Collector {
			return collect.New(collect.Options{})
		},
		Plant: seeds.Plant,
		Generate: func(ctx context.Context, file string, size cli.Size, report notes.Progress) error {
			return generate.Archive(ctx, file, generate.Options(size), report)
		},
		Display: display,
		Refuse:  desktop.Refuse,
		Window: func(ctx context.Context, book *notes.Notebook, collector notes.Collector) error {
			return desktop.Run(ctx, desktop.Options{Book: book, Collector: collector, Log: log, Backups: xdg.UserDirs.Documents})
		},
	})
}

func open(ctx context.Context, file string, create bool) (notes.Store, error) {
	var store *sqlite.Store
	var err error
	if create {
		store, _, err = sqlite.OpenOrCreate(ctx, file)
	} else {
		store, err = sqlite.Open(ctx, file)
	}
	if err != nil {
		return nil, err // not a nil *Store as a Store
	}
	return store, nil
}

// display reports that a window has nowhere to be shown.
func display() error {
	switch runtime.GOOS {
	case "linux", "freebsd", "netbsd", "openbsd":
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errors.New("there is no display here, since neither DISPLAY nor WAYLAND_DISPLAY is set")
		}
	}
	return nil
}

// logFile is where causes of failures go; old ones are thrown away.
func logFile() io.WriteCloser {
	return &lumberjack.Logger{Filename: filepath.Join(xdg.StateHome, folder, "cuttings.log"), MaxSize: 2, MaxBackups: 3}
}

// isTerminal reports whether a person may be watching what is written to file.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}
