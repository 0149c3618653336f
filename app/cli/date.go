package cli

import (
	"cuttings/app/session"
	"cuttings/notes/edtf"
)

// date reads a date as people type it and returns it as EDTF. What is not EDTF
// already is told as it was understood.
func (c *call) date(typed string) (string, error) {
	date, ok := session.TypedDate(typed)
	if !ok {
		return "", sayf("The date was not understood. %s", session.DateUnderstood(typed))
	}
	if _, err := edtf.Parse(typed); err != nil && date != "" {
		c.remark("%s (%s).", session.DateUnderstood(typed), date)
	}
	return date, nil
}
