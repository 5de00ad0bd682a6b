package register

import (
	"smartcanal/data/attachments"
	"smartcanal/data/store"
)

// Files names an organisation as the owner of attachments: its licence, photographs, signed papers.
func Files(organizationID int64) attachments.Owner {
	return attachments.Owner{Subject: "organizations", ID: organizationID}
}

func filesOf(tx *store.Tx, organizationID int64) ([]int64, error) {
	all, err := attachments.Of(tx.DB, Files(organizationID))
	ids := make([]int64, len(all))
	for i, a := range all {
		ids[i] = a.ID
	}
	return ids, err
}

func moveFiles(tx *store.Tx, ids []int64, from, to int64) error {
	return attachments.Move(tx, ids, Files(from), Files(to))
}
