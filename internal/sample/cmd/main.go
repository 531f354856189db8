// Package main times whole builds of made-up releases, and compares them with what cannot be beaten: a program that reads
// the same files and writes as many of the same size, and nothing else.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"readout/internal/sample"
)

func main() {
	program := flag.String("program", "bin/readout", "the program to be timed")
	sizes := flag.String("n", "1000,10000", "numbers of releases, with commas between them")
	rounds := flag.Int("rounds", 3, "times that each is run; the middle one is told")
	floor := flag.String("floor", "", "write what a list of sizes and paths says, and nothing else; COLLECTION OUT follow")
	flag.Parse()
	var err error
	if *floor != "" {
		err = writeFloor(*floor, flag.Arg(0), flag.Arg(1))
	} else {
		err = bench(*program, strings.Split(*sizes, ","), max(*rounds, 1))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run is what one run of a command cost.
type run struct {
	wall, cpu time.Duration
	memory    int64 // bytes at the peak; 0 where the system does not tell
}

func bench(program string, sizes []string, rounds int) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "readout-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("in %s; choose another disk with TMPDIR\n", dir)
	for _, size := range sizes {
		n, err := strconv.Atoi(strings.TrimSpace(size))
		if err != nil || n < 1 {
			return fmt.Errorf("-n: %q is no number of releases", size)
		}
		if err := benchOf(program, filepath.Join(dir, size), n, rounds); err != nil {
			return err
		}
	}
	return nil
}

// The commands of a round, in their order.
const (
	full = iota
	floored
	again
	edited
	commands
)

// benchOf runs each command once a round, so that slow spells of the machine meet all of them alike.
func benchOf(program, dir string, n, rounds int) error {
	in, list := filepath.Join(dir, "in"), filepath.Join(dir, "files")
	if err := os.MkdirAll(in, 0o755); err != nil {
		return err
	}
	for i := range n {
		if err := os.WriteFile(filepath.Join(in, sample.Name(i)), sample.Release(i), 0o644); err != nil {
			return err
		}
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var runs [commands][]run
	var files int
	var bytes int64
	for k := range rounds {
		out := filepath.Join(dir, "out"+strconv.Itoa(k))
		build := []string{program, "build", in, "--out", out}
		for what := range commands {
			command := build
			switch what {
			case floored:
				if files, bytes, err = listFiles(out, list); err != nil {
					return err
				}
				command = []string{self, "-floor", list, in, out + "-floor"}
			case edited: // another release in the place of one
				if err := os.WriteFile(filepath.Join(in, sample.Name(n/2)), sample.Release(n+k), 0o644); err != nil {
					return err
				}
			}
			r, err := timed(command)
			if err != nil {
				return err
			}
			runs[what] = append(runs[what], r)
		}
	}
	fmt.Printf("\n%d releases, %d files, %d MiB\n", n, files, bytes>>20)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tseconds\tCPU seconds\tpeak MiB\tx full\tx floor\t")
	for what, name := range [...]string{"full build", "floor", "built again", "one release changed"} {
		m := middle(runs[what])
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%d\t%.2f\t%.2f\t\n", name, m.wall.Seconds(), m.cpu.Seconds(), m.memory>>20, ratio(runs[what], runs[full]), ratio(runs[what], runs[floored]))
	}
	return w.Flush()
}

func timed(command []string) (run, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stderr = os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return run{}, fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	return run{time.Since(began), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak(cmd.ProcessState)}, nil
}

// middle is the run that took neither long nor short.
func middle(runs []run) run {
	sorted := slices.SortedFunc(slices.Values(runs), func(a, b run) int { return int(a.wall - b.wall) })
	return sorted[len(sorted)/2]
}

// ratio is the middle one of the ratios of each round.
func ratio(of, to []run) float64 {
	var all []float64
	for i := range of {
		all = append(all, of[i].wall.Seconds()/to[i].wall.Seconds())
	}
	slices.Sort(all)
	return all[len(all)/2]
}
