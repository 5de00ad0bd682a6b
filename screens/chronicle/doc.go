// Package chronicle shows what happened: by year and month, as a list, as a calendar, and what the program proposes.
package chronicle
