package sales

import (
	"context"
	"database/sql"
	"errors"
)

// outcome says what became of a line.
type outcome uint8

const (
	added    outcome = iota + 1
	updated          // a fresher state took the place of an older one
	repeated         // the same line, or an older state of it
)

// placing puts lines one by one among those that are in. The table's indexes must stand.
type placing struct {
	ctx   context.Context
	conn  *sql.Conn
	tally tally
	// nameless tells whether an account stands for "the file did not tell".
	nameless func(account int64) bool

	find, insert, replace, keep *sql.Stmt
}

const selectRow = `SELECT id, ` + columns + ` FROM transactions `

const placeholders = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// prepare makes the statements at the first line; where nothing comes none are needed.
func (p *placing) prepare() (err error) {
	if p.find != nil {
		return nil
	}
	if p.insert, err = p.conn.PrepareContext(p.ctx, `INSERT INTO transactions (`+columns+`) VALUES `+placeholders); err != nil {
		return err
	}
	if p.replace, err = p.conn.PrepareContext(p.ctx, `UPDATE transactions SET (`+columns+`) = `+placeholders+` WHERE id = ?`); err != nil {
		return err
	}
	if p.keep, err = p.conn.PrepareContext(p.ctx, `INSERT INTO transaction_versions (`+columns+`) VALUES `+placeholders); err != nil {
		return err
	}
	p.find, err = p.conn.PrepareContext(p.ctx, selectRow+`WHERE identity = ?`)
	return err
}

func (p *placing) close() {
	for _, statement := range []*sql.Stmt{p.find, p.insert, p.replace, p.keep} {
		if statement != nil {
			statement.Close()
		}
	}
}

// put stores a line that is new, replaces an older state by a fresher one, and keeps every other
// state aside, so that taking a batch back can put it in its place again.
func (p *placing) put(r *row) (outcome, error) {
	if err := p.prepare(); err != nil {
		return 0, err
	}
	var old row
	err := old.scan(p.find.QueryRowContext(p.ctx, int64(r.Identity)).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		p.tally.add(r, 1)
		_, err = p.insert.ExecContext(p.ctx, r.values()...)
		return added, err
	}
	if err != nil {
		return 0, err
	}
	if err := p.settleAccount(r, &old); err != nil {
		return 0, err
	}
	if fresher(r, &old) {
		return p.overtake(r, &old)
	}
	return repeated, p.keepAside(r, &old)
}

// settleAccount lets the state that knows whose sale it is lend its account to the one that does not.
func (p *placing) settleAccount(r, old *row) error {
	if r.account == old.account {
		return nil
	}
	if r.Account == "" {
		r.account = old.account
		return nil
	}
	if !p.nameless(old.account) {
		return nil
	}
	p.tally.add(old, -1)
	old.account = r.account
	p.tally.add(old, 1)
	_, err := p.conn.ExecContext(p.ctx, `UPDATE transactions SET account_id = ? WHERE id = ?`, old.account, old.id)
	return err
}

// overtake puts the fresher state r in the place of old.
func (p *placing) overtake(r, old *row) (outcome, error) {
	what := updated
	if sameState(r, old) {
		what = repeated
	}
	if _, err := p.replace.ExecContext(p.ctx, append(r.values(), old.id)...); err != nil {
		return 0, err
	}
	p.tally.add(old, -1)
	p.tally.add(r, 1)
	return what, p.keepAside(old, r)
}

// keepAside keeps a state that does not count. Within one file it is of no use: both go together.
func (p *placing) keepAside(r, counted *row) error {
	if r.file == counted.file {
		return nil
	}
	_, err := p.keep.ExecContext(p.ctx, r.values()...)
	return err
}
