package kit

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Memory keeps what a person arranged or left unsaved, by key: view/<list>, draft/<link>, folder, recent.
// It is asked off the UI goroutine.
type Memory interface {
	// Recall gives what was kept, "" where nothing is.
	Recall(ctx context.Context, key string) (string, error)
	// Keep keeps a value; "" forgets the key.
	Keep(ctx context.Context, key, value string) error
	// Keys are the keys there are that begin with prefix, in their order.
	Keys(ctx context.Context, prefix string) ([]string, error)
}

// NewMemory is a memory that lasts as long as the program: where no file of data is open, and in tests.
func NewMemory() Memory { return &shortMemory{kept: map[string]string{}} }

type shortMemory struct {
	mu   sync.Mutex
	kept map[string]string
}

// Recall is Memory's.
func (m *shortMemory) Recall(_ context.Context, key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept[key], nil
}

// Keep is Memory's.
func (m *shortMemory) Keep(_ context.Context, key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if value == "" {
		delete(m.kept, key)
		return nil
	}
	m.kept[key] = value
	return nil
}

// Keys is Memory's.
func (m *shortMemory) Keys(_ context.Context, prefix string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(m.kept)) {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}
