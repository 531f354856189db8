package lexicon

import (
	"math/bits"
	"slices"
	"strings"
)

// table finds the number of a key: a hash table in flat parts, made once, read by many. It holds no pointers to single
// keys, which the garbage collector would follow again and again. The zero table is empty.
type table struct {
	text  string // the keys one after the other
	cells []cell // of each key
	slots []slot
}

// cell is a key: where it lies in the text, and its tail (see hashOf), by which most keys are known without a look there.
type cell struct {
	tail       uint64
	start, end uint32
}

// slot is 1 + the number of a key in its lower bits, 0 where it is free, and above them a few bits of the key's hash, so
// that most misses touch nothing else.
type slot uint32

const (
	keyBits = 24 // sixteen million keys
	keyMask = 1<<keyBits - 1
)

func newSlot(hash uint32, key int) slot { return slot(hash&^keyMask | uint32(key+1)) }

// newTable numbers keys as they come, from 0. The keys must differ.
func newTable(keys []string) table {
	if len(keys) == 0 {
		return table{}
	}
	keys = keys[:min(len(keys), keyMask-1)] // what nobody will ever reach
	t := table{text: strings.Join(keys, ""), cells: make([]cell, len(keys)), slots: make([]slot, slotsFor(len(keys)))}
	mask := uint32(len(t.slots) - 1)
	at := 0
	for i, k := range keys {
		h, tail := hashOf(k)
		t.cells[i] = cell{tail, uint32(at), uint32(at + len(k))}
		at += len(k)
		j := h & mask
		for t.slots[j] != 0 {
			j = (j + 1) & mask
		}
		t.slots[j] = newSlot(h, i)
	}
	return t
}

// newJoinedTable numbers the keys of two lists, each without a key twice: the first as they come, then those of the second
// that are not in the first. at tells the number of each key of the second, -1 where there is no room.
func newJoinedTable(first, second []string) (t table, at []int32) {
	t = newTable(first)
	at = make([]int32, len(second))
	all := append(make([]string, 0, len(first)+len(second)), first...)
	for i, k := range second {
		at[i] = int32(t.find(k))
		if at[i] < 0 && len(all) < keyMask-1 {
			at[i] = int32(len(all))
			all = append(all, k)
		}
	}
	return newTable(all), at
}

// slotsFor is the number of slots for n keys: a power of two, and at least as many slots free as taken.
func slotsFor(n int) int { return 1 << bits.Len(uint(max(2*n, 2)-1)) }

// len is the number of keys.
func (t *table) len() int { return len(t.cells) }

// key is the key of number i.
func (t *table) key(i int) string { return t.text[t.cells[i].start:t.cells[i].end] }

// keys lists all keys by number.
func (t *table) keys() []string {
	keys := make([]string, t.len())
	for i := range keys {
		keys[i] = t.key(i)
	}
	return keys
}

// find returns the number of a key, -1 if the table has no such key.
func (t *table) find(key string) int {
	if len(t.slots) == 0 {
		return -1
	}
	mask := uint32(len(t.slots) - 1)
	h, tail := hashOf(key)
	for j := h & mask; ; j = (j + 1) & mask {
		s := uint32(t.slots[j])
		if s == 0 {
			return -1
		}
		if (s^h)&^keyMask != 0 {
			continue
		}
		c := &t.cells[s&keyMask-1]
		if c.tail == tail && int(c.end-c.start) == len(key) && (len(key) <= 8 || t.text[c.start:c.end] == key) {
			return int(s&keyMask) - 1
		}
	}
}

// hashOf mixes a text eight bytes at a time. The tail is what is left for the last step: up to eight bytes, in a form that
// tells texts of the same length apart if they are no longer than that.
func hashOf(s string) (hash uint32, tail uint64) {
	const k0, k1 = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
	h := uint64(len(s)) * k0
	for len(s) > 8 {
		h = mix(h^load8(s), k1)
		s = s[8:]
	}
	switch n := len(s); {
	case n == 8:
		tail = load8(s)
	case n >= 4:
		tail = load4(s) | load4(s[n-4:])<<32
	case n > 0:
		tail = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	h = mix(h^tail, k0)
	return uint32(h ^ h>>32), tail
}

func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

func load4(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lists maps keys to one or several numbers each.
type lists struct {
	table
	from []int32 // of each key, and one more
	all  []int32
}

// newLists makes lists of a map; the numbers keep their order.
func newLists(m map[string][]int32) lists {
	keys := make([]string, 0, len(m))
	n := 0
	for k, v := range m {
		keys = append(keys, k)
		n += len(v)
	}
	slices.Sort(keys)
	l := lists{from: make([]int32, 1, len(keys)+1), all: make([]int32, 0, n)}
	for _, k := range keys {
		l.all = append(l.all, m[k]...)
		l.from = append(l.from, int32(len(l.all)))
	}
	l.table = newTable(keys)
	return l
}

// moved gives back the map that the lists were made of, with each number as to tells, without those below 0.
func (l *lists) moved(to []int32) map[string][]int32 {
	m := make(map[string][]int32, l.len())
	for i := range l.cells {
		v := l.all[l.from[i]:l.from[i+1]:l.from[i+1]]
		if to != nil {
			v = v[:0:0]
			for _, n := range l.all[l.from[i]:l.from[i+1]] {
				if now := to[n]; now >= 0 {
					v = append(v, now)
				}
			}
			if len(v) == 0 {
				continue
			}
		}
		m[l.key(i)] = v
	}
	return m
}

// of returns the numbers of a key, in order, nil if there are none.
func (l *lists) of(key string) []int32 {
	i := l.find(key)
	if i < 0 {
		return nil
	}
	return l.all[l.from[i]:l.from[i+1]:l.from[i+1]]
}

// first returns the first number of a key, -1 if it has none.
func (l *lists) first(key string) int {
	i := l.find(key)
	if i < 0 || l.from[i] == l.from[i+1] {
		return -1
	}
	return int(l.all[l.from[i]])
}
