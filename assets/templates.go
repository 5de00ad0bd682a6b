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
