package export

import (
	"embed"
	"io"
	"path"
)

// schemaFiles say in JSON Schema (2020-12) what the JSON files hold. Tests hold them and the Go types together.
//
//go:embed schema/*.schema.json
var schemaFiles embed.FS

// schemas lists the JSON Schemas as files of the data folder.
func (x *index) schemas() []File {
	var files []File
	for _, name := range []string{"countries", "events", "officials", "release", "topics"} {
		from := path.Join("schema", name+".schema.json")
		files = append(files, File{Path: "data/" + from, write: func(w io.Writer) error {
			b, err := schemaFiles.ReadFile(from)
			if err != nil {
				return err
			}
			_, err = w.Write(b)
			return err
		}})
	}
	return files
}
