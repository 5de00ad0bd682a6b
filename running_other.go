//go:build !windows

package main

// markRunning is for Windows' installer; elsewhere a running program's file can be replaced.
func markRunning() {}
