package kit

import (
	"context"
	"os"
	"path/filepath"

	"smartcanal/data/problem"
)

// folders remembers in which folder a person last chose a file of each kind.
var folders = struct {
	memory  Memory
	loading Loader[string]
}{memory: NewMemory()}

// RememberFolders has file dialogs begin where the person last was, as memory tells; the window sets it with the file of
// data it opens.
func RememberFolders(memory Memory) { folders.memory = memory }

// inFolder goes on with the folder of a kind, "" where none is known or it is gone.
func inFolder(kind FileKind, then func(folder string)) {
	memory := folders.memory
	folders.loading.Load(func(ctx context.Context) (string, error) {
		folder, err := memory.Recall(ctx, kind.place())
		if info, wrong := os.Stat(folder); wrong != nil || !info.IsDir() {
			folder = ""
		}
		return folder, err
	}, func(folder string, _ *problem.Problem) { then(folder) })
}

// keepFolder remembers where a file of a kind was chosen.
func keepFolder(kind FileKind, folder string) {
	memory := folders.memory
	start(func() { _ = memory.Keep(context.Background(), kind.place(), filepath.Clean(folder)) })
}
