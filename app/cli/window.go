package cli

import "fmt"

// windowCommand opens the notebook in a window.
type windowCommand struct{}

// Run claims the archive, opens it, plants the sample into the person's own
// archive at the very first start, and shows the window.
func (windowCommand) Run(c *call) error {
	if err := c.env.Display(); err != nil {
		return fmt.Errorf("the window could not be opened: %w", err)
	}
	own := c.file == ""
	if err := c.locate(); err != nil {
		return err
	}
	release, err := c.env.Claim(c.file)
	if err != nil {
		return fmt.Errorf("claim the archive: %w", err)
	}
	defer release()
	if err := c.open(fresh); err != nil {
		return err
	}
	collector := c.env.Collector()
	if own && c.made {
		if err := c.env.Plant(c.ctx, c.book, collector); err != nil {
			// The notebook serves without its sample.
			c.env.Log.Error("plant the sample", "cause", cause(err))
		}
	}
	if err := c.env.Window(c.ctx, c.book, collector); err != nil {
		return fmt.Errorf("the window could not be opened: %w", err)
	}
	return nil
}
