// Package kernelspec makes the kernel known to Jupyter: it writes and removes
// the directory share/jupyter/kernels/NAME with kernel.json and the logos.
//
// Where that directory lies follows jupyter_core: the user's data directory
// (JUPYTER_DATA_DIR, or what the system has for it), or share/jupyter below a
// prefix, such as that of a virtual environment.
//
// The logos are drawn by kernelspec/logo, in one place for the SVG and both
// sizes of PNG; go generate writes them anew.
//
// Sources: "Making kernels for Jupyter" (kernel specs) in the documentation of
// jupyter_client, and "Common Directories and File Locations" in that of
// jupyter_core.
package kernelspec

//go:generate go run ./logo .
