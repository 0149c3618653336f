package journey_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The screen that the window fills.
const (
	screenWidth  = 1440
	screenHeight = 900
)

// display is a screen of its own with a window manager, for one test.
type display struct {
	t      *testing.T
	env    []string
	tour   string // the folder for pictures; "" takes none
	shot   int
	window string // whose pictures are taken
	frame  string // the file in which the screen's server keeps what is seen
}

// newDisplay starts a screen; it ends with the test.
func newDisplay(t *testing.T, home string) *display {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is not installed; make test installs it: %v", tool, err)
		}
	}
	d := &display{t: t, tour: os.Getenv("CUTTINGS_TOUR"), window: "root"}
	if d.tour != "" {
		if err := os.MkdirAll(d.tour, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	runtime := filepath.Join(home, "run")
	for _, folder := range []string{runtime, filepath.Join(home, ".cache"), filepath.Join(home, ".config")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if !strings.HasPrefix(name, "XDG_") && name != "HOME" && name != "DISPLAY" && name != "WAYLAND_DISPLAY" && name != "LANG" {
			d.env = append(d.env, variable)
		}
	}
	d.env = append(d.env, "HOME="+home, "XDG_RUNTIME_DIR="+runtime, "LANG=en_GB.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1")
	d.env = append(d.env, "DISPLAY=:"+d.startServer(home))
	d.start("openbox")
	return d
}

// startServer starts a screen, with its picture in a file of a folder, and returns
// its number.
func (d *display) startServer(folder string) string {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight), "-nolisten", "tcp", "-fbdir", folder)
	d.frame = filepath.Join(folder, "Xvfb_screen0")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { end(server) })
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		d.t.Fatalf("the screen did not start: %v", err)
	}
	return strings.TrimSpace(number)
}

// start runs a program on the screen until the test ends.
func (d *display) start(program string, arguments ...string) *exec.Cmd {
	d.t.Helper()
	command := exec.Command(program, arguments...)
	command.Env = d.env
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Start(); err != nil {
		d.t.Fatalf("start %s: %v", program, err)
	}
	d.t.Cleanup(func() {
		end(command)
		if d.t.Failed() && said.Len() > 0 {
			d.t.Logf("%s said: %s", program, said.String())
		}
	})
	return command
}

func end(command *exec.Cmd) {
	_ = command.Process.Kill()
	_ = command.Wait()
}

// tool runs a helper program on the screen and returns what it wrote.
func (d *display) tool(name string, arguments ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	command := exec.CommandContext(ctx, name, arguments...)
	command.Env = d.env
	out, err := command.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func (d *display) must(name string, arguments ...string) string {
	d.t.Helper()
	out, err := d.tool(name, arguments...)
	if err != nil {
		d.t.Fatalf("%s %s: %v: %s", name, strings.Join(arguments, " "), err, out)
	}
	return out
}

// window is a program with its window on the display.
type window struct {
	*display
	program *exec.Cmd
	id      string
	done    chan error
}

// open starts the program and waits for its window, which gets the screen.
func (d *display) open(program string, arguments ...string) *window {
	d.t.Helper()
	w := &window{display: d, program: d.start(program, arguments...), done: make(chan error, 1)}
	pid := strconv.Itoa(w.program.Process.Pid)
	d.until("the window is shown", func() bool {
		out, err := d.tool("xdotool", "search", "--onlyvisible", "--pid", pid)
		ids := strings.Fields(out)
		if err != nil || len(ids) == 0 {
			return false
		}
		w.id = ids[len(ids)-1]
		d.window = w.id
		return true
	})
	// Not with --sync, which waits for ever if the size is that already.
	d.must("xdotool", "windowsize", w.id, strconv.Itoa(screenWidth), strconv.Itoa(screenHeight))
	d.must("xdotool", "windowmove", w.id, "0", "0")
	time.Sleep(settle)
	d.must("xdotool", "windowfocus", w.id)
	time.Sleep(2 * time.Second) // the first frames of a software screen
	return w
}

// patience bounds every wait of the journey.
const patience = 60 * time.Second

// until waits for something to be so.
func (d *display) until(what string, so func() bool) {
	d.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(150 * time.Millisecond) {
		if so() {
			return
		}
		if time.Now().After(end) {
			d.picture("failed")
			d.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// settle is how long the window gets to draw what a key did.
const settle = 600 * time.Millisecond

func (w *window) key(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		w.must("xdotool", "key", "--clearmodifiers", "--delay", "40", key)
		time.Sleep(settle)
	}
}

func (w *window) write(words string) {
	w.t.Helper()
	w.must("xdotool", "type", "--delay", "25", "--", words)
	time.Sleep(settle)
}

func (w *window) click(x, y int) {
	w.t.Helper()
	w.must("xdotool", "mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y), "click", "1")
	time.Sleep(settle)
}

// drag moves the pressed mouse from one place to another, as a hand does.
func (w *window) drag(fromX, fromY, toX, toY int) {
	w.t.Helper()
	const steps = 12
	w.must("xdotool", "mousemove", "--window", w.id, strconv.Itoa(fromX), strconv.Itoa(fromY), "mousedown", "1")
	for i := 1; i <= steps; i++ {
		x, y := fromX+(toX-fromX)*i/steps, fromY+(toY-fromY)*i/steps
		w.must("xdotool", "mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y))
		time.Sleep(20 * time.Millisecond)
	}
	w.must("xdotool", "mouseup", "1")
	time.Sleep(settle)
}

// picture keeps what the window shows, numbered, if pictures are wanted.
func (d *display) picture(name string) {
	d.t.Helper()
	if d.tour == "" {
		return
	}
	d.shot++
	file := filepath.Join(d.tour, fmt.Sprintf("%02d-%s.png", d.shot, name))
	if out, err := d.tool("import", "-silent", "-window", d.window, file); err != nil {
		d.t.Errorf("take the picture %s: %v: %s", name, err, out)
	}
}

// quit ends the program by its own key and waits until it is gone.
func (w *window) quit() {
	w.t.Helper()
	w.must("xdotool", "key", "--clearmodifiers", "ctrl+q")
	go func() { w.done <- w.program.Wait() }()
	select {
	case err := <-w.done:
		if err != nil {
			w.t.Fatalf("the program ended badly: %v", err)
		}
	case <-time.After(patience):
		w.t.Fatal("the program does not quit")
	}
}
