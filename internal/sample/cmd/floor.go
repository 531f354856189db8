package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// listFiles writes size and path of each file of a folder, a line each.
func listFiles(dir, list string) (files int, bytes int64, err error) {
	var b strings.Builder
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		files, bytes = files+1, bytes+info.Size()
		fmt.Fprintln(&b, info.Size(), rel)
		return err
	})
	if err != nil {
		return 0, 0, err
	}
	return files, bytes, os.WriteFile(list, []byte(b.String()), 0o644)
}

// writeFloor reads all files of a folder and writes files of the sizes of a list.
func writeFloor(list, in, out string) error {
	entries, err := os.ReadDir(in)
	if err != nil {
		return err
	}
	err = each(len(entries), func(i int) error {
		if entries[i].IsDir() {
			return nil
		}
		_, err := os.ReadFile(filepath.Join(in, entries[i].Name()))
		return err
	})
	if err != nil {
		return err
	}
	f, err := os.Open(list)
	if err != nil {
		return err
	}
	defer f.Close()
	var sizes []int
	var paths []string
	made, most := map[string]bool{}, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		size, path, _ := strings.Cut(lines.Text(), " ")
		n, err := strconv.Atoi(size)
		if err != nil {
			return fmt.Errorf("%s: %q is no size", list, size)
		}
		sizes, paths, most = append(sizes, n), append(paths, filepath.Join(out, path)), max(most, n)
		if dir := filepath.Dir(paths[len(paths)-1]); !made[dir] {
			made[dir] = true
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
		}
	}
	data := make([]byte, most)
	for i := range data {
		data[i] = "the two sides agreed to hold "[i%29]
	}
	return each(len(paths), func(i int) error { return os.WriteFile(paths[i], data[:sizes[i]], 0o644) })
}

// each does n things, as many at a time as there are cores, and returns the first error.
func each(n int, do func(i int) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	var once sync.Once
	var first error
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := do(i); err != nil {
					once.Do(func() { first = err })
					return
				}
			}
		})
	}
	workers.Wait()
	return first
}
