package sqlite

import (
	"context"
	"fmt"
)

// LimitPages makes the archive behave as on a disk that has room for so many
// pages, for tests.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	s.write.mu.Lock()
	defer s.write.mu.Unlock()
	_, err := s.write.held.ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages))
	return err
}
