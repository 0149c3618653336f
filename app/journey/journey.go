// Package journey holds the test that goes through the program's main job as a
// person does: in a real window, with mouse and keyboard, with the program
// quit and started again in between. It leaves a picture of each step in the
// folder that CUTTINGS_TOUR names.
package journey
