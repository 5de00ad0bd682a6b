// Package rewards shows the reward office: the claims, a claim with how its amount came about, a new
// claim with the amount before it is saved, the measure read back, and the public notice.
package rewards
