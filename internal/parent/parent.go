// Package parent tells a process when the one that it works for is gone, so
// that a kernel does not outlive a front end that was killed.
package parent

import "time"

// Variable names the environment variable in which Jupyter's clients give a
// kernel their process: a process id, on Windows an inherited handle.
const Variable = "JPY_PARENT_PID"

// interval is how often it is looked.
const interval = 500 * time.Millisecond
