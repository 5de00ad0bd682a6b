// Package kit is what screens are built from: theme, texts, cards, forms, dialogs and the
// running of work in the background. Charts are in kit/chart, long lists in
// kit/grid. It knows no area of work and no SQL.
package kit
