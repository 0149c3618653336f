package journey_test

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTypingAndOpening tells how long the program takes, from its start until its
// list is on the screen, to open a large archive and one without anything in it,
// and how much memory it has at most while the large one is open, searched and
// read in the background. It holds nobody to a figure.
func TestTypingAndOpening(t *testing.T) {
	source := os.Getenv(largeArchive)
	if source == "" {
		t.Skip(largeArchive + " names no archive")
	}
	home := t.TempDir()
	large, none := filepath.Join(home, "large.cuttings"), filepath.Join(home, "none.cuttings")
	copyFile(t, source, large)
	info, err := os.Stat(large)
	if err != nil {
		t.Fatal(err)
	}
	program := program(t)
	screen := newDisplay(t, home)

	const times = 5
	opened := map[string][]time.Duration{}
	for i := range times + 1 {
		for _, file := range []string{none, large} {
			took := screen.timeToList(program, file)
			if i > 0 { // the first time the system reads the files from the disk
				opened[file] = append(opened[file], took)
			}
		}
	}
	var half [2]time.Duration
	for i, file := range []string{none, large} {
		slices.Sort(opened[file])
		half[i] = opened[file][times/2]
	}
	t.Logf("from the start until the list is seen, half of %d times: nothing in the archive %v; large (%d MB) %v; the bound, 1.3 times and 300 ms, %v",
		times, half[0], info.Size()>>20, half[1], half[0]*13/10+300*time.Millisecond)
	screen.measureMemory(program, none, 5*time.Second)
	screen.measureMemory(program, large, time.Minute)
}

// timeToList starts the program and returns how long it takes until something is
// written where the list is, which is at the left of the screen's middle.
func (d *display) timeToList(program, file string) time.Duration {
	d.t.Helper()
	began := time.Now()
	command := d.start(program, "--archive", file)
	defer func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		_ = command.Wait()
	}()
	for !d.written() {
		if time.Since(began) > patience {
			d.picture("failed")
			d.t.Fatal("waited in vain until the list was written")
		}
		time.Sleep(5 * time.Millisecond)
	}
	return time.Since(began)
}

// written reports whether something is written where the list is. It looks into
// the server's own picture, which takes no time from the program.
func (d *display) written() bool {
	d.t.Helper()
	const (
		left, right = 320, 500
		top, bottom = 100, 420
		letters     = 300 // pixels that are not of the ground
	)
	// The file is one of xwd: a head of big-endian numbers, colours, pixels.
	picture, err := os.ReadFile(d.frame)
	if err != nil {
		d.t.Fatal(err)
	}
	number := func(at int) int { return int(binary.BigEndian.Uint32(picture[4*at:])) }
	pixels, row := picture[number(0)+12*number(19):], number(12)
	pixel := func(x, y int) uint32 { return binary.LittleEndian.Uint32(pixels[y*row+4*x:]) }
	shown := map[uint32]int{}
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			shown[pixel(x, y)]++
		}
	}
	ground := 0
	for _, count := range shown {
		ground = max(ground, count)
	}
	return len(shown) > 8 && (right-left)*(bottom-top)-ground > letters
}

// measureMemory tells how much memory the program has at most with an archive in
// which a name and words are looked for, with time for the background in between.
func (d *display) measureMemory(program, file string, rest time.Duration) {
	d.t.Helper()
	w := d.open(program, "--archive", file)
	time.Sleep(rest / 2)
	w.key("ctrl+k")
	w.slowly("mutwa")
	w.key("Escape", "ctrl+shift+f")
	w.slowly("the government OR report")
	time.Sleep(rest / 2)
	w.picture(strings.TrimSuffix(filepath.Base(file), ".cuttings") + "-open")
	most, now := memoryOf(d.t, w.program.Process.Pid)
	d.t.Logf("memory of the whole program, %s: at most %d MB, %d MB at the end", filepath.Base(file), most, now)
	end(w.program)
}

// memoryOf returns how many megabytes of memory a process had at most, and has.
func memoryOf(t *testing.T, process int) (most, now int) {
	t.Helper()
	status, err := os.Open(fmt.Sprintf("/proc/%d/status", process))
	if err != nil {
		t.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		for name, to := range map[string]*int{"VmHWM:": &most, "VmRSS:": &now} {
			if fields := strings.Fields(lines.Text()); len(fields) > 1 && fields[0] == name {
				kilobytes, err := strconv.Atoi(fields[1])
				if err != nil {
					t.Fatal(err)
				}
				*to = kilobytes >> 10
			}
		}
	}
	return most, now
}
