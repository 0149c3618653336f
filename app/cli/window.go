package cli

import "fmt"

// windowCommand opens the notebook in a window.
type windowCommand struct{}

// Run claims the archive, opens it, plants the sample into the person's own
// archive at the very first start, and shows the window. Where nobody reads what
// is written to the terminal, as when the program was started by its icon, a
// window says why the notebook does not open.
func (w windowCommand) Run(c *call) error {
	if err := c.env.Display(); err != nil {
		return fmt.Errorf("the window could not be opened: %w", err)
	}
	own := c.file == ""
	release, err := w.claim(c)
	if err != nil {
		if !c.env.Terminal {
			c.env.Refuse(sentence(err))
		}
		return err
	}
	defer release()
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

// claim opens the archive for one window.
func (windowCommand) claim(c *call) (release func(), err error) {
	if err := c.locate(); err != nil {
		return nil, err
	}
	release, err = c.env.Claim(c.file)
	if err != nil {
		return nil, fmt.Errorf("claim the archive: %w", err)
	}
	if err := c.open(fresh); err != nil {
		release()
		return nil, err
	}
	return release, nil
}
