package assets

import _ "embed"

// RewardScheme is the reward measure a new file of data begins with, in the form data/rewards reads.
//
//go:embed templates/reward-scheme.json
var RewardScheme []byte
