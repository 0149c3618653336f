package notes

import "testing"

// Roles that were joined are parted again, also when others came or went meanwhile.
func TestRolesAreJoinedAndParted(t *testing.T) {
	for _, c := range []struct{ was, role, joined string }{
		{"giver", "guest", "giver, guest"},
		{"", "guest", "guest"},
		{"giver", "", "giver"},
		{"", "", ""},
		{"guest", "guest", "guest"},
		{"host, guest", "guest", "host, guest"},
		{"spokesman, ministry", "guest", "spokesman, ministry, guest"},
	} {
		joined := joinRoles(c.was, c.role)
		if joined != c.joined {
			t.Errorf("%q and %q are %q, want %q", c.was, c.role, joined, c.joined)
		}
		if was := partRoles(joined, c.was, c.role); was != c.was {
			t.Errorf("%q parted is %q, want %q", joined, was, c.was)
		}
	}
	if got := partRoles("giver, guest, judge", "giver", "guest"); got != "giver, judge" {
		t.Errorf("with a role that came later it is %q", got)
	}
	if got := partRoles("chair", "giver", "guest"); got != "chair" {
		t.Errorf("a role that was changed is %q", got)
	}
}
