package template

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"smartcanal/data/problem"
)

// item is the field of an item that is no object but a text alone.
const item = "内容"

// FromJSON reads data from a JSON object. Numbers are taken as they are written; an object within gives its fields with a
// point between: {"会议": {"时间": …}} is 会议.时间. Problems: document.data_unreadable with the line.
func FromJSON(text []byte) (Data, error) {
	decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	decoder.UseNumber()
	var read map[string]any
	if err := decoder.Decode(&read); err != nil {
		return nil, problem.New("document.data_unreadable").At(lineOf(text, err, decoder.InputOffset()), "").Because(err)
	}
	data := Data{}
	data.take("", read)
	return data, nil
}

func lineOf(text []byte, err error, offset int64) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = syntax.Offset
	}
	return 1 + bytes.Count(text[:min(max(offset, 0), int64(len(text)))], []byte("\n"))
}

func (d Data) take(prefix string, object map[string]any) {
	for name, value := range object {
		name = prefix + strings.TrimSpace(name)
		switch value := value.(type) {
		case map[string]any:
			d.take(name+".", value)
		case []any:
			d[name] = items(value)
		default:
			d[name] = text(value)
		}
	}
}

func items(list []any) []Data {
	all := make([]Data, len(list))
	for i, value := range list {
		all[i] = Data{}
		if object, ok := value.(map[string]any); ok {
			all[i].take("", object)
		} else if inner, ok := value.([]any); ok {
			all[i][item] = items(inner)
		} else {
			all[i][item] = text(value)
		}
	}
	return all
}

func text(value any) string {
	switch value := value.(type) {
	case string:
		return strings.ReplaceAll(value, "\r\n", "\n")
	case json.Number:
		return value.String()
	case bool:
		if value {
			return "是"
		}
		return "否"
	}
	return ""
}
