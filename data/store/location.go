package store

import (
	"net/url"
	"path/filepath"
	"strings"
)

// location is a path as SQLite reads it: a URI, so that no character of a file's name is taken for
// an option. A share (\\server\share) keeps its empty host.
func location(path string) string {
	slashed := filepath.ToSlash(path)
	if strings.HasPrefix(slashed, "//") {
		slashed = "//" + slashed
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath()
}

// dsn names a connection. Pragmas belong here and not in an Exec, which would reach one connection of a pool only.
// Each commit waits for the disk (FULL): a write that returned, a draft's too, outlives a power cut. It costs
// one wait a write, which a bulk path does once.
func dsn(path string, more ...string) string {
	text := location(path) + "?_time_format=sqlite" +
		"&_pragma=page_size(16384)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=cache_size(-65536)&_pragma=temp_store(MEMORY)&_pragma=foreign_keys(ON)&_pragma=busy_timeout(5000)"
	for _, part := range more {
		text += "&" + part
	}
	return text
}
