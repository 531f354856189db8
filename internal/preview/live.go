package preview

import (
	_ "embed"
	"encoding/json"
	"time"
)

// The addresses at which the server's own scripts stand. No page has one that begins with a dot.
const (
	liveScript = "/.readout/live.js"
	waitScript = "/.readout/wait.js"
)

// patience is how long a page is kept waiting for news before it asks again.
const patience = 25 * time.Second

//go:embed live.js
var live string

// asJSON writes the state so that it can stand in a script.
func asJSON(s state) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings and numbers can be written
	}
	return b
}
