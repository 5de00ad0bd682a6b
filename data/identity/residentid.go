package identity

import (
	"strings"
	"time"

	"smartcanal/data/problem"
)

var residentWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// CheckResidentID tells what is wrong with an identity card number (GB 11643-1999) of 18 characters in its
// plain form, nil if nothing is. The date of birth must exist and not lie after now.
//
// Problems: identity.resident_id_form, identity.resident_id_date, identity.resident_id_check. None of them
// carries the number or a part of it, because problems go to the log.
func CheckResidentID(id string, now time.Time) error {
	if len(id) != 18 || strings.Trim(id[:17], "0123456789") != "" || !strings.Contains("0123456789X", id[17:]) {
		return problem.New("identity.resident_id_form")
	}
	born, err := time.ParseInLocation("20060102", id[6:14], now.Location())
	if err != nil || born.After(now) || born.Year() < 1850 {
		return problem.New("identity.resident_id_date")
	}
	if id[17] != ResidentCheck(id[:17]) {
		return problem.New("identity.resident_id_check")
	}
	return nil
}

// ResidentCheck is the check character for the first 17 digits of an identity card number.
func ResidentCheck(first17 string) byte {
	sum := 0
	for i, weight := range residentWeights {
		sum += int(first17[i]-'0') * weight
	}
	return "10X98765432"[sum%11]
}
