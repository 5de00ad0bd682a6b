// Package kit is what screens are built from: theme, texts, cards, forms, charts, dialogs and the
// running of work in the background. It knows no area of work and no SQL.
package kit
