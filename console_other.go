//go:build !windows

package main

// joinConsole has nothing to do: elsewhere a program prints into the terminal it was started from.
func joinConsole() {}
