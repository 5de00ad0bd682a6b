// Package bench measures the paths the product stands on against a peer in the same run: on another
// machine the times differ, the ratios hold. `make bench` runs it.
package bench

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
)

// Row is one measurement. Ratio is ours against the peer as the limit words it; Limit says in
// words what must hold, Holds whether it does.
type Row struct {
	Name  string  `json:"name"`
	Ours  float64 `json:"ours"`
	Peer  float64 `json:"peer"`
	Unit  string  `json:"unit"`
	Ratio float64 `json:"ratio"`
	Limit string  `json:"limit"`
	Holds bool    `json:"holds"`
}

// AtMost is a row that holds while ours stays under limit times the peer.
func AtMost(name string, ours, peer float64, unit string, limit float64) Row {
	ratio := ours / peer
	return Row{Name: name, Ours: ours, Peer: peer, Unit: unit, Ratio: ratio, Limit: fmt.Sprintf("<= %.2f x peer", limit), Holds: ratio <= limit}
}

// FasterAndUnder is a row that holds while ours is both under a bound and so many times faster than the peer.
func FasterAndUnder(name string, ours, peer float64, unit string, bound, times float64) Row {
	ratio := peer / ours
	return Row{Name: name, Ours: ours, Peer: peer, Unit: unit, Ratio: ratio,
		Limit: fmt.Sprintf("<= %g %s and >= %g x faster", bound, unit, times), Holds: ours <= bound && ratio >= times}
}

// Under is a row that holds while ours is under a bound; the peer is there to compare.
func Under(name string, ours, peer float64, unit string, bound float64) Row {
	return Row{Name: name, Ours: ours, Peer: peer, Unit: unit, Ratio: ours / peer, Limit: fmt.Sprintf("<= %g %s", bound, unit), Holds: ours <= bound}
}

// Print writes the rows as a table.
func Print(out io.Writer, rows []Row) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "name\tours\tpeer\tunit\tratio\tlimit\tholds")
	for _, row := range rows {
		fmt.Fprintf(w, "%s\t%.3g\t%.3g\t%s\t%.2f\t%s\t%t\n", row.Name, row.Ours, row.Peer, row.Unit, row.Ratio, row.Limit, row.Holds)
	}
	return w.Flush()
}

// Add puts rows into a file of Save's, in the place of those of the same names; there need be none yet.
func Add(path string, rows []Row) error {
	var kept []Row
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &kept)
	}
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	kept = slices.DeleteFunc(kept, func(old Row) bool {
		return slices.ContainsFunc(rows, func(row Row) bool { return row.Name == old.Name })
	})
	return Save(path, append(kept, rows...))
}

// Save writes the rows as JSON.
func Save(path string, rows []Row) error {
	text, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}
