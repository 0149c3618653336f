package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write the transcripts anew from what the program says")

// asProgram, in the environment, makes the test binary be the program. So the
// tests run what was built with them, as processes of their own.
const asProgram = "CUTTINGS_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// TestTranscripts holds the program to the transcripts in testdata: each is a
// row of commands with what the program answers, in an archive of its own.
//
//	< …                a line on standard input of the next command
//	$ cuttings …       a command; <1>, <2> … are the IDs seen so far
//	! …                a line on standard error
//	exit N             the exit code, unless it is 0
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.transcript")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".transcript"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := newSession(t).play(string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want) {
				t.Errorf("%s is not what the program says (go test . -update writes it anew):\n%s", file, difference(string(want), got))
			}
		})
	}
}

// session is a person's shell in a folder with the sample files.
type session struct {
	t      *testing.T
	folder string
	ids    []string // in the order in which they were seen
}

func newSession(t *testing.T) *session {
	s := &session{t: t, folder: t.TempDir()}
	if err := os.CopyFS(s.folder, os.DirFS("testdata/files")); err != nil {
		t.Fatal(err)
	}
	return s
}

// play runs the commands of a transcript and returns it with true answers.
func (s *session) play(transcript string) string {
	var out strings.Builder
	input, answer := "", false // answer: what follows is an answer, up to a blank line
	for _, line := range strings.Split(transcript, "\n") {
		answer = answer && line != ""
		switch {
		case answer:
		case strings.HasPrefix(line, "#"), line == "":
			fmt.Fprintln(&out, line)
		case strings.HasPrefix(line, "<"): // standard input of the next command
			input += strings.TrimPrefix(strings.TrimPrefix(line, "<"), " ") + "\n"
			fmt.Fprintln(&out, line)
		case strings.HasPrefix(line, "$ cuttings"):
			fmt.Fprintln(&out, line)
			out.WriteString(s.run(words(s.t, strings.TrimPrefix(line, "$ cuttings")), input))
			input, answer = "", true
		}
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

func (s *session) command(arguments ...string) *exec.Cmd {
	program, err := os.Executable()
	if err != nil {
		s.t.Fatal(err)
	}
	command := exec.Command(program, arguments...)
	command.Dir = s.folder
	command.Env = append(os.Environ(), asProgram+"=1",
		"XDG_DATA_HOME="+filepath.Join(s.folder, "data"), "XDG_STATE_HOME="+filepath.Join(s.folder, "state"), "DISPLAY=", "WAYLAND_DISPLAY=")
	return command
}

// run runs one command and returns its answer as a transcript shows it.
func (s *session) run(arguments []string, input string) string {
	for i := range arguments {
		for n, id := range s.ids {
			arguments[i] = strings.ReplaceAll(arguments[i], fmt.Sprintf("<%d>", n+1), id)
		}
	}
	var stdout, stderr bytes.Buffer
	command := s.command(arguments...)
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(input), &stdout, &stderr
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatalf("%v: %v", arguments, err)
	}
	answer := s.stable(stdout.String())
	for _, line := range strings.Split(strings.TrimRight(s.stable(stderr.String()), "\n"), "\n") {
		if line != "" {
			answer += "! " + line + "\n"
		}
	}
	if code := command.ProcessState.ExitCode(); code != 0 {
		answer += fmt.Sprintf("exit %d\n", code)
	}
	// A blank line ends an answer in a transcript, so one within it is marked.
	return strings.ReplaceAll("\n"+answer, "\n\n", "\n|\n")[1:]
}

var (
	idPattern   = regexp.MustCompile(`\b[0-9][0-9a-hjkmnp-tv-z]{11}\b`)
	timePattern = regexp.MustCompile(`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?`)
	tookPattern = regexp.MustCompile(`"took_ms":[0-9.]+`)
	scores      = regexp.MustCompile(`"score":[0-9.e-]+`)
)

// stable puts what differs from run to run into words that do not.
func (s *session) stable(words string) string {
	words = strings.ReplaceAll(words, s.folder, "FOLDER")
	words = timePattern.ReplaceAllString(words, "TIME")
	words = tookPattern.ReplaceAllString(words, `"took_ms":0`)
	words = scores.ReplaceAllString(words, `"score":0`)
	return idPattern.ReplaceAllStringFunc(words, func(id string) string {
		for n, known := range s.ids {
			if known == id {
				return fmt.Sprintf("<%d>", n+1)
			}
		}
		s.ids = append(s.ids, id)
		return fmt.Sprintf("<%d>", len(s.ids))
	})
}

// words splits a command as a shell does: at spaces, but for those in single
// quotes.
func words(t *testing.T, line string) []string {
	var all []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimLeft(line, " ") {
		var word strings.Builder
		for line != "" && line[0] != ' ' {
			piece, rest := line, ""
			if line[0] == '\'' {
				var closed bool
				if piece, rest, closed = strings.Cut(line[1:], "'"); !closed {
					t.Fatalf("a quotation mark is open: %s", line)
				}
			} else if end := strings.IndexAny(line, " '"); end >= 0 {
				piece, rest = line[:end], line[end:]
			}
			word.WriteString(piece)
			line = rest
		}
		all = append(all, word.String())
	}
	return all
}

// difference shows the first lines that are not alike.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := "(the end)", "(the end)"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, x, y)
		}
	}
	return "none"
}

func TestSeveralProgramsWriteAtOnce(t *testing.T) {
	s := newSession(t)
	const programs, each = 4, 5
	if out, err := s.command("note", "The first").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var running sync.WaitGroup
	for program := range programs {
		running.Go(func() {
			for number := range each {
				if out, err := s.command("note", fmt.Sprintf("Note %d of program %d", number, program)).CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			}
		})
	}
	running.Wait()
	out, err := s.command("list", "notes").Output()
	if err != nil {
		t.Fatal(err)
	}
	if notes := strings.Count(string(out), "\n"); notes != programs*each+1 {
		t.Errorf("%d notes are there, want %d:\n%s", notes, programs*each+1, out)
	}
	if out, err := s.command("check").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func TestVersionIsThatOfTheApp(t *testing.T) {
	app, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(app), fmt.Sprintf("Version = %q", version)) {
		t.Errorf("FyneApp.toml does not have version %s", version)
	}
}

// A language into which the words were not translated is English, without a word about
// it; the country still says how dates are read.
func TestLanguageWithoutTranslation(t *testing.T) {
	for _, locale := range []string{"de_DE.UTF-8", "fr_FR.UTF-8", "eu_ES.UTF-8"} {
		s := newSession(t)
		command := s.command("entity", "event", "A meeting", "--date", "3/4/2020", "--archive", "a.cuttings")
		command.Env = append(command.Env, "LC_ALL="+locale, "LANG="+locale, "LANGUAGE=")
		said, err := command.CombinedOutput()
		if err != nil || strings.Contains(string(said), "rror") || !strings.Contains(string(said), "3 April 2020") {
			t.Errorf("%s: %v, said %s", locale, err, said)
		}
	}
}
