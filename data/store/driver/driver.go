// Package sqlite stands in for github.com/glebarez/go-sqlite (see the replace line in go.mod).
//
// The gorm dialector github.com/glebarez/sqlite imports that wrapper for two things only: the
// driver registered under a name and the error type it translates. The wrapper prepares a statement again
// for each Exec and binds in quadratic time, which the million-line import cannot afford, so this
// package hands out modernc's own driver, which registers itself as "sqlite", instead.
package sqlite

import modernc "modernc.org/sqlite"

// Error is modernc's error: it carries SQLite's extended result code.
type Error = modernc.Error
