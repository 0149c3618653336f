package session_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"cuttings/app/session"
	"cuttings/notes"
)

func TestSentence(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("edit note 1: %w", notes.ErrDiskFull), "The disk is full. Nothing was changed. Make room and do it again."},
		{errors.New("“a.txt” is not a text"), "“a.txt” is not a text"},
		{errors.New("über-long"), "Über-long"},
		{errors.New(""), "That did not work. The log says why."},
	} {
		if got := session.Sentence(test.err); got != test.want {
			t.Errorf("%v: %q, not %q", test.err, got, test.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct{ date, long, short string }{
		{"2023-04-22", "22 April 2023", "22 Apr 2023"},
		{"", "", ""},
		{"no date", "no date", "no date"},
	} {
		if got := session.Date(test.date, true); got != test.long {
			t.Errorf("%s: %q", test.date, got)
		}
		if got := session.Date(test.date, false); got != test.short {
			t.Errorf("%s: %q", test.date, got)
		}
	}
}

func TestDateUnderstood(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", " ": "",
		"15 to 17 Feb 2023": "Understood as 15–17 February 2023",
		"22 Febuary 2023":   "“Febuary”: This is not understood as part of a date; write it like 22 April 2023, spring 2011 or about 1938.",
		"30 February 2023":  "“30”: That month has 28 days.",
		"22 April":          "“22”: The year is missing; write it with four digits.",
		"99999999999-01":    "“99999999999-01”: A year has four digits where a month follows.",
		"2020/12345-01-01":  "“12345-01-01”: A year has four digits where a month follows.",
		"before 99999-01":   "“99999-01”: Write the year with four digits.",
		"Y99999999999-01":   "“-01”: A year after Y has no month.",
		"Y1":                "“1”: Y is for years of more than four digits.",
		"2023-04-":          "A day has two digits, or XX if nobody knows it.",
	} {
		if got := session.DateUnderstood(typed); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}

func TestDateThatCouldBeAnotherSaysSo(t *testing.T) {
	want := "Understood as 5 April 2023; 4 May 2023 would be 2023-05-04"
	if session.DayFirst() {
		want = "Understood as 4 May 2023; 5 April 2023 would be 2023-04-05"
	}
	if got := session.DateUnderstood("04/05/2023"); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestAgo(t *testing.T) {
	now := time.Date(2026, 3, 5, 15, 0, 0, 0, time.Local)
	for _, test := range []struct {
		before time.Duration
		want   string
	}{
		{10 * time.Second, "just now"}, {5 * time.Minute, "5 min ago"}, {3 * time.Hour, "12:00"}, {48 * time.Hour, "3 Mar 2026"},
	} {
		if got := session.Ago(now.Add(-test.before), now); got != test.want {
			t.Errorf("%v: %q, not %q", test.before, got, test.want)
		}
	}
}

func TestTypedDate(t *testing.T) {
	for typed, want := range map[string]string{"15 to 17 Feb 2023": "2023-02-15/2023-02-17", "": "", "22 April 2023": "2023-04-22"} {
		if got, ok := session.TypedDate(typed); got != want || !ok {
			t.Errorf("%q: %q %v", typed, got, ok)
		}
	}
	if _, ok := session.TypedDate("the day after never"); ok {
		t.Error("nonsense was understood")
	}
}
