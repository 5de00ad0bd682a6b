package register

import (
	"fmt"
	"strings"

	"smartcanal/data/journal"
	"smartcanal/data/register"
	"smartcanal/screens/wording"
)

// reasonText words the command a write was made by, "" where what it changed says enough.
func reasonText(reason string) string {
	switch reason {
	case "register.import_ledger", "register.merge", "register.undo_merge", "register.assign_accounts":
		return wording.Text(reason)
	}
	return ""
}

// entryText words what one entry of the journal changed.
func entryText(entry journal.Entry, before, after map[string]any, names recordNames) string {
	if entry.Subject == "organizations" {
		return organizationText(entry, before, after)
	}
	name := recordText(entry.Subject, names.learn(entry, before, after))
	switch entry.Action {
	case journal.Create, journal.Restore:
		return wording.Text("register.dealing.added", "what", name)
	case journal.Delete:
		return wording.Text("register.dealing.removed", "what", name)
	}
	changes := changesText(before, after)
	if changes == "" {
		return ""
	}
	return wording.Text("register.dealing.changed", "what", name, "changes", changes)
}

func organizationText(entry journal.Entry, before, after map[string]any) string {
	switch entry.Action {
	case journal.Create:
		return wording.Text("register.dealing.created")
	case journal.Delete:
		return wording.Text("register.dealing.to_bin")
	case journal.Restore:
		return wording.Text("register.dealing.from_bin")
	}
	return changesText(before, after)
}

// recordNames are the fields by which people, shops and accounts are known, by table and id, as far as the
// entries read so far have told them: an entry itself has only what it changed.
type recordNames map[string]map[string]string

// learn takes in what an entry tells and gives all that is known of its record.
func (n recordNames) learn(entry journal.Entry, before, after map[string]any) map[string]string {
	key := fmt.Sprint(entry.Subject, entry.RecordID)
	if n[key] == nil {
		n[key] = map[string]string{}
	}
	for _, name := range []string{"platform", "role", "name", "number"} {
		for _, values := range []map[string]any{before, after} {
			if text, is := values[name].(string); is {
				n[key][name] = text
			}
		}
	}
	return n[key]
}

// recordText names a person, shop or account.
func recordText(table string, known map[string]string) string {
	parts := []string{wording.Text("register.table." + table)}
	if platform := known["platform"]; platform != "" {
		parts = append(parts, platformText(platform))
	}
	for _, name := range []string{"role", "name", "number"} {
		text := known[name]
		if name == "number" && table == "payment_accounts" && text != "" {
			text = accountNumber(known["platform"], text)
		}
		if text != "" && text != parts[len(parts)-1] {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// columnFields are the fields of people, shops, accounts and organisations by their columns in the journal.
var columnFields = map[string]string{
	"region_code": register.FieldRegion, "number": register.FieldAccount, "role": register.FieldRole, "phone": register.FieldPhone,
	"platform": register.FieldPlatform, "channel_mode": register.FieldChannelMode, "opened_on": register.FieldOpenedOn,
}

// changesText words the fields that changed: 地址 — → 新华西路 118 号.
func changesText(before, after map[string]any) string {
	var parts []string
	for _, column := range changedColumns(before, after) {
		field := column
		if renamed, is := columnFields[column]; is {
			field = renamed
		}
		was, _ := before[column].(string)
		is, _ := after[column].(string)
		parts = append(parts, changeText(field, was, is))
	}
	return strings.Join(firstOf(parts, 3), wording.Text("register.dealing.then"))
}

// changeText words one field's change.
func changeText(field, was, is string) string {
	key := "register.dealing.field"
	switch "" {
	case was:
		key = "register.dealing.filled"
	case is:
		key = "register.dealing.emptied"
	}
	return wording.Text(key, "field", fieldText(field), "old", valueText(field, was), "new", valueText(field, is))
}

// changedColumns are the columns a person knows, in the order of the forms.
func changedColumns(before, after map[string]any) []string {
	var columns []string
	known := append(register.FieldNames(), "region_code", "role", "phone", "platform", "number", "channel_mode", "opened_on")
	for _, column := range known {
		was, had := before[column]
		is, has := after[column]
		if had && has && was != is {
			columns = append(columns, column)
		}
	}
	return columns
}
