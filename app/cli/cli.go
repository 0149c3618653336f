// Package cli is the command line: the operations of notes without a window,
// in words or as JSON. It holds no rules of its own and knows no storage; what
// it needs of the outside comes in an Environment. Its words are English, since
// scripts read them too, and nothing that came from elsewhere reaches a
// terminal with control characters in it.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/query"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Environment is what the command line has of the world around it.
type Environment struct {
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer
	Terminal bool // a person watches Stderr, so progress is shown on it
	Version  string
	Log      *slog.Logger // causes of failures, never words of the archive

	// Archive returns the file of the person's own archive.
	Archive func() (string, error)
	// Open opens the archive in file, or makes it if create is set and there
	// is no such file.
	Open func(ctx context.Context, file string, create bool) (notes.Store, error)
	// Claim keeps a second window off the archive until release is called.
	// It returns notes.ErrInUse if a window has it.
	Claim func(file string) (release func(), err error)
	// Collector reads what people bring.
	Collector func() notes.Collector
	// Plant fills a new archive with the sample.
	Plant func(ctx context.Context, book *notes.Notebook, collector notes.Collector) error
	// Generate makes a practice archive in a file that does not exist yet.
	Generate func(ctx context.Context, file string, size Size, report notes.Progress) error
	// Display returns an error that says why no window can be shown, or nil.
	Display func() error
	// Refuse shows a sentence in a window until the person closes it.
	Refuse func(sentence string)
	// Window shows the notebook until the person closes it.
	Window func(ctx context.Context, book *notes.Notebook, collector notes.Collector) error
}

// Size is how large a practice archive is to be.
type Size struct {
	Articles, Entities int
	Seed               uint64
}

// grammar is all that can be written on the command line.
type grammar struct {
	Archive *string          `help:"The archive to use instead of your own." placeholder:"FILE"`
	JSON    bool             `name:"json" help:"Answer with one JSON object on standard output."`
	Version kong.VersionFlag `help:"Say which version this is."`

	Window      windowCommand      `cmd:"" default:"1" help:"Open the notebook. This is what happens without a command."`
	Import      importCommand      `cmd:"" help:"Collect files, folders, addresses or standard input as articles."`
	List        listCommand        `cmd:"" help:"List what the archive holds."`
	Show        showCommand        `cmd:"" help:"Show an item whole: an article with its text, highlights, mentions and links."`
	Mark        highlightCmd       `cmd:"" name:"highlight" help:"Highlight a passage of an article."`
	Capture     captureCommand     `cmd:"" help:"Capture an article again: from its address, or from a file."`
	Compare     compareCommand     `cmd:"" help:"Tell what changed between two captures of an article."`
	Join        joinCommand        `cmd:"" help:"Make one highlight of several."`
	Split       splitCommand       `cmd:"" help:"Part a highlight in two, or give mentions of an entity to another."`
	Colour      colourCommand      `cmd:"" help:"Show, or say, what the colours of highlights stand for."`
	Annotations annotationsCommand `cmd:"" help:"Bring annotations of other programs in, and your highlights out."`
	Note        noteCommand        `cmd:"" help:"Write a note."`
	Entity      entityCommand      `cmd:"" help:"Add a person, organisation, place or event; bring in and write files of them."`
	Suggest     suggestCommand     `cmd:"" help:"Show which people, organisations, places and events articles seem to name."`
	Accept      acceptCommand      `cmd:"" help:"Make an entity of a suggestion, or take it for one that is known."`
	Refuse      refuseCommand      `cmd:"" help:"Refuse a suggestion, in one article or for good."`
	Alike       alikeCommand       `cmd:"" help:"List entities that may be one."`
	Merge       mergeCommand       `cmd:"" help:"Make one entity of two."`
	Part        partCommand        `cmd:"" help:"Take a merge back, however old; or say of two entities that they are not one."`
	Source      sourceCommand      `cmd:"" help:"Make a highlight a source of an event, with its own account."`
	Timeline    timelineCommand    `cmd:"" help:"Show events by date."`
	SeenWith    seenWithCommand    `cmd:"" name:"seen-with" help:"Show who is named together with an entity."`
	Network     networkCommand     `cmd:"" help:"Write who is named with whom."`
	Edit        editCommand        `cmd:"" help:"Change fields of an item."`
	Delete      deleteCommand      `cmd:"" help:"Move an item to the trash."`
	Restore     restoreCommand     `cmd:"" help:"Take an item out of the trash, with all that belonged to it."`
	Undo        undoCommand        `cmd:"" help:"Take back the last change."`
	Redo        redoCommand        `cmd:"" help:"Do again what was undone last."`
	Find        findCommand        `cmd:"" help:"Find items by name, also misspelt ones."`
	Search      searchCommand      `cmd:"" help:"Search the words of articles, notes, highlights and comments."`
	Links       linksCommand       `cmd:"" help:"Show what an item links to and what links to it."`
	Check       checkCommand       `cmd:"" help:"Prove that the archive is whole."`
	Backup      backupCommand      `cmd:"" help:"Write a copy of the archive to a new file."`
	Rebuild     rebuildCommand     `cmd:"" help:"Make anew what is derived: search tables, links and mentions."`
	Generate    generateCommand    `cmd:"" help:"Make a practice archive of a given size, for measuring."`
}

const description = `A research notebook: articles, what you marked and wrote about them, and the people and events in them.

Where an ID is asked for, a title or a name that only one item has serves too. Positions count Unicode characters from the start of a text. The exit code is 0 if all went well, 1 if something failed and 2 if the command was not understood.`

// Run does what args ask for and returns the exit code. A context that ends
// stops the work; what was saved until then stays.
func Run(ctx context.Context, args []string, env Environment) int {
	if err := session.Translate(); err != nil {
		env.Log.Error("read the translations", "cause", err)
	}
	var g grammar
	said := false // help or the version was asked for and given
	parser, err := kong.New(&g,
		kong.Name("cuttings"), kong.Description(description), kong.Writers(env.Stdout, env.Stderr),
		kong.Vars{"version": "Cuttings " + env.Version}, kong.Exit(func(int) { said = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
	if err != nil {
		fmt.Fprintf(env.Stderr, "cuttings: %v\n", err)
		return exitFailed
	}
	if len(args) > 0 && args[0] == "help" { // as other programs have it
		args = append(slices.Clone(args[1:]), "--help")
	}
	parsed, err := parser.Parse(args)
	if said {
		return exitDone
	}
	if err != nil {
		return complain(env, misread(err))
	}
	c := &call{ctx: ctx, env: env, json: g.JSON}
	if g.Archive != nil {
		if c.file = *g.Archive; c.file == "" { // as where a script's variable is not set
			return complain(env, usagef("--archive needs the name of a file."))
		}
	}
	defer c.close()
	if err := parsed.Run(c, parsed); err != nil {
		c.env.Log.Error("command failed", "command", parsed.Command(), "cause", cause(err))
		return complain(env, err)
	}
	return exitDone
}

// complain tells the person what went wrong and returns the exit code.
func complain(env Environment, err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(env.Stderr, "cuttings: %s\nRun \"cuttings --help\", or --help behind a command.\n", clean(string(usage)))
		return exitUsage
	}
	fmt.Fprintf(env.Stderr, "cuttings: %s\n", clean(sentence(err)))
	return exitFailed
}

// call is one command being carried out.
type call struct {
	ctx  context.Context
	env  Environment
	json bool
	file string // the archive; "" is the person's own

	book  *notes.Notebook
	store notes.Store
	made  bool // the archive is new
	drawn bool // progress stands on Stderr
}

// need says whether a command can begin with an archive that does not exist.
type need bool

const (
	existing need = false // there must be one
	fresh    need = true  // it is made if there is none
)

// open opens the archive.
func (c *call) open(n need) error {
	if err := c.locate(); err != nil {
		return err
	}
	there, err := exists(c.file)
	if err != nil {
		return err
	}
	if !there && n == existing {
		return sayf("There is no archive “%s” yet. Importing something, or opening the window, makes it.", c.file)
	}
	if c.store, err = c.env.Open(c.ctx, c.file, bool(n)); err != nil {
		return fmt.Errorf("open the archive: %w", err)
	}
	c.made = !there
	c.book = notes.New(c.store, notes.Options{Log: c.env.Log, Habits: query.Habits{MonthFirst: !session.DayFirst()}})
	return nil
}

// begin opens the archive, made if there is none, and says then where it was made: it
// is easily taken for the sample, which a window makes, or made by a wrong name.
func (c *call) begin() error {
	if err := c.open(fresh); err != nil {
		return err
	}
	if c.made {
		c.remark("Made a new, empty archive: %s", c.file)
	}
	return nil
}

func (c *call) locate() error {
	if c.file != "" {
		return nil
	}
	file, err := c.env.Archive()
	if err != nil {
		return fmt.Errorf("find the place of your archive: %w", err)
	}
	c.file = file
	return nil
}

func (c *call) close() {
	c.undraw()
	if c.store == nil {
		return
	}
	if err := c.store.Close(); err != nil {
		c.env.Log.Error("close the archive", "cause", cause(err))
	}
}

// item finds what the person means by an ID, a title or a name.
func (c *call) item(words string, kinds ...notes.Kind) (notes.Item, error) {
	item, err := c.book.Resolve(c.ctx, words, kinds...)
	switch {
	case errors.Is(err, notes.ErrNotFound):
		return item, sayf("There is no %s “%s” in the archive.", kindWords(kinds), words)
	case errors.Is(err, notes.ErrAmbiguous):
		_, choices, _ := strings.Cut(err.Error(), notes.ErrAmbiguous.Error()+": ")
		return item, sayf("More than one item is called “%s”. Choose one by its ID: %s.", words, choices)
	}
	return item, err
}

// kindWords names what was looked for: "person, organisation or place".
func kindWords(kinds []notes.Kind) string {
	if len(kinds) == 0 {
		return "item"
	}
	words := make([]string, len(kinds))
	for i, kind := range kinds {
		words[i] = string(kind)
	}
	return either(words)
}

// settle finds the mentions that an operation left in the queue. It reads nothing
// for suggestions: those are asked for by commands of their own.
func (c *call) settle() error {
	if err := c.book.CatchUp(c.ctx, c.progress("finding mentions")); err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// read reads for suggestions what was not read yet; what was read when it is
// stopped need not be read again.
func (c *call) read() error {
	err := c.book.ReadUnread(c.ctx, c.progress("reading for suggestions"))
	if errors.Is(err, context.Canceled) {
		return sayf("Stopped. What was read until then stays; the rest is read by the window, or by \"cuttings suggest\".")
	}
	if err != nil {
		return fmt.Errorf("read for suggestions: %w", err)
	}
	return nil
}
