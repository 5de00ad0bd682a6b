package register

import (
	"strconv"
	"strings"
)

// jsonList writes ids as JSON, for json_each: a list of any length is one bound value.
func jsonList[T int32 | int64](ids []T) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(int64(id), 10))
	}
	b.WriteByte(']')
	return b.String()
}
