package store

import (
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"

	"smartcanal/data/grams"
	"smartcanal/data/pinyin"
)

// The functions the triggers of the search index call (migration 0007). They stand with the store and
// not with data/search, because a file could not be written without them.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("search_text", -1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		parts := make([]string, len(args))
		for i, arg := range args {
			parts[i] = text(arg)
		}
		return grams.Join(parts...), nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("search_pairs", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return grams.Pairs(text(args[0])), nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("search_spelt", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return pinyin.Keys(text(args[0])), nil
	})
}

func text(value driver.Value) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case []byte:
		return string(v)
	}
	return fmt.Sprint(value)
}
