package assets

import "embed"

// RewardScheme is the reward measure a new file of data begins with, in the form data/rewards reads.
//
//go:embed templates/reward-scheme.json
var RewardScheme []byte

// RewardSchemes are measures to start from, templates/reward-schemes/*.json: clauses as districts published them.
//
//go:embed templates/reward-schemes
var RewardSchemes embed.FS

// PaperTemplates are the papers an office fills in and may lay out anew: templates/papers/<kind>.docx. They are made
// from data/document/papers: go test ./data/document/papers -run Templates -update.
//
//go:embed templates/papers
var PaperTemplates embed.FS
