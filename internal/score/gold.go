// Package score compares records with those that a careful reader made of the same releases.
package score

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Gold is what a careful reader makes of one release. Where two readings are fair the second stands in a list Or or
// Optional, and neither is an error.
type Gold struct {
	File string `json:"file"` // base name of the release's file

	Title          string   `json:"title"`
	TitleOr        []string `json:"title_or"`
	Date           *string  `json:"date"`
	DateOr         []string `json:"date_or"`
	DateCandidates []string `json:"date_candidates"`
	Published      *string  `json:"published"`
	PublishedOr    []string `json:"published_or"`
	Kind           string   `json:"kind"`
	KindOr         []string `json:"kind_or"`
	Publisher      *string  `json:"publisher"`
	PublisherOr    []string `json:"publisher_or"`
	BodyHas        []string `json:"body_has"`
	BodyLacks      []string `json:"body_lacks"`

	Participants         []Person `json:"participants"`
	ParticipantsOptional []Person `json:"participants_optional"`
	Mentioned            []Person `json:"mentioned"`
	MentionedOptional    []Person `json:"mentioned_optional"`

	Parties           []string `json:"parties"`
	PartiesOptional   []string `json:"parties_optional"`
	Countries         []string `json:"countries"`
	CountriesOptional []string `json:"countries_optional"`
	Topics            []string `json:"topics"`
	TopicsOptional    []string `json:"topics_optional"`

	Note string `json:"note"` // why, where it is not plain
}

// Person is a person as the reader knows him or her.
type Person struct {
	Name      string   `json:"name"`
	Variants  []string `json:"variants"`
	Role      string   `json:"role"` // "" where the text tells none: then nothing is scored
	RoleOr    []string `json:"role_or"`
	Country   string   `json:"country"`
	CountryOr []string `json:"country_or"`
}

// ReadGold reads one gold record a line.
func ReadGold(data []byte) ([]Gold, error) {
	var out []Gold
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var g Gold
		if err := json.Unmarshal(line, &g); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		out = append(out, g)
	}
	return out, nil
}
