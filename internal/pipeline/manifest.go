package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ManifestFile lists all files of a published folder. It is how readout knows its own folders, and the only file in which
// the program's version stands.
const ManifestFile = "manifest.json"

const generator = "readout"

type manifest struct {
	Generator string               `json:"generator"`
	Version   string               `json:"version"`
	Files     map[string]published `json:"files"` // by path from the top of the site, with forward slashes

	sum   string   // SHA-256 of the file as it was read
	order []string // the paths in order, as far as they are known; for speed alone
}

type published struct {
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// readManifest reads the manifest of a folder. Own is false where there is none of readout's.
func readManifest(name string) (m manifest, own bool, err error) {
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, false, nil
	}
	if err != nil {
		return manifest{}, false, err
	}
	if known, ok := scanManifest(string(b)); ok {
		m = known
	} else if json.Unmarshal(b, &m) != nil || m.Generator != generator {
		return manifest{}, false, nil
	}
	for name := range m.Files {
		if !fs.ValidPath(name) {
			return manifest{}, false, fmt.Errorf("path %q leads out of the folder", name)
		}
	}
	m.sum = digestOf(b).SHA256
	return m, true, nil
}

func digestOf(b []byte) published {
	sum := sha256.Sum256(b)
	return published{hex.EncodeToString(sum[:]), int64(len(b))}
}

// digestOfFile is the zero published for a file that cannot be read.
func digestOfFile(name string) published {
	f, err := os.Open(name)
	if err != nil {
		return published{}
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	if err != nil {
		return published{}
	}
	return published{hex.EncodeToString(h.Sum(nil)), n}
}

// Changed names the files of a published folder that are not as its manifest says: missing, or changed by hand. An error
// says that the folder has no manifest.
func Changed(out string) ([]string, error) {
	m, own, err := readManifest(filepath.Join(out, ManifestFile))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", join(out, ManifestFile), reason(err))
	}
	if !own {
		return nil, notPublished(out)
	}
	var bad []string
	for _, name := range sortedKeys(m.Files) {
		got := digestOfFile(filepath.Join(out, filepath.FromSlash(name)))
		switch {
		case got == (published{}):
			bad = append(bad, name+": missing")
		case got != m.Files[name]:
			bad = append(bad, name+": changed since it was built")
		}
	}
	return bad, nil
}
