package register

// FieldNames are the fields of an organisation a person may set, in the order forms and comparisons show them.
func FieldNames() []string { return append([]string(nil), fieldOrder...) }

// Field is the value of a field by its name (Field…), nil for a name that is none.
func (o *Organization) Field(name string) *string { return o.fields()[name] }
