package register

import (
	"context"
	"strings"

	"smartcanal/data/attachments"
	"smartcanal/data/identity"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// finder answers the search box by name, pinyin, credit code and the end of a telephone, then by the names of files.
func finder(room *register.Room, files *attachments.Room) kit.SearchFunc[string] {
	search := searchOrganizations(room)
	return func(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
		rows, err := search(ctx, text, limit)
		found := make([]kit.Found[string], len(rows))
		for i, row := range rows {
			found[i] = kit.Found[string]{Key: linkTo(row.Key), Label: row.Label, Note: row.Note, Kind: row.Kind}
		}
		if err != nil || len(found) >= limit {
			return found, err
		}
		more, err := findFiles(ctx, room, files, text, limit-len(found))
		return append(found, more...), err
	}
}

// findFiles finds the files of organisations; each opens its organisation.
func findFiles(ctx context.Context, room *register.Room, files *attachments.Room, text string, limit int) ([]kit.Found[string], error) {
	all, err := files.Find(ctx, register.Files(0).Subject, text, limit)
	var found []kit.Found[string]
	for _, file := range all {
		owner, err := room.Find(ctx, file.RecordID)
		if err != nil {
			return found, err
		}
		found = append(found, kit.Found[string]{Key: linkTo(owner.ID), Label: file.Name, Note: owner.Name, Kind: wording.Text("attachments.found")})
	}
	return found, err
}

// searchOrganizations finds organisations for a picker.
func searchOrganizations(room *register.Room) kit.SearchFunc[int64] {
	return func(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
		rows, err := room.Search(ctx, text, limit)
		found := make([]kit.Found[int64], len(rows))
		for i, row := range rows {
			found[i] = kit.Found[int64]{Key: row.ID, Label: row.Name, Note: noteOf(row), Kind: kindText(row.Kind)}
		}
		return found, err
	}
}

// noteOf tells an organisation from others of its name.
func noteOf(row register.Row) string {
	var parts []string
	for _, part := range []string{row.CreditCode, row.Region, identity.MaskPhone(row.Phone)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}
