"""The rows of the tables: to measure one more thing, add a line here.

CELLS: a name, and the pair of files testdata/NAME.go.txt and testdata/NAME.py. Both have two parts, separated by a line of %%: the
definitions, then the timed statements, which print nanoseconds and a result; the results must agree.

ARRAYS: a name, then setup and expression in Go and in Python. Each side repeats its expression in a loop of its own.
"""

CELLS = [
    ("fib(27)", "fib"),
    ("int loop 5M", "loop"),
    ("1M method calls", "method"),
    ("1M calls by interface", "interface"),
    ("sort 100k by function", "sort"),
    ("1M map updates", "map"),
]

ARRAYS = [
    ("zeros(1000, 1000)", "", "array.Zeros(1000, 1000)", "", "np.zeros((1000, 1000))"),
    ("arange(1e6)", "", "array.Arange(1_000_000)", "", "np.arange(1_000_000)"),
    ("x + 3, 10 elements", "x := array.Arange(10)", "array.Add(x, 3)", "x = np.arange(10)", "x + 3"),
    ("x + y, 1e6 float64", "x, y := array.Zeros(1_000_000), array.Zeros(1_000_000)", "array.Add(x, y)",
     "x, y = np.zeros(1_000_000), np.zeros(1_000_000)", "x + y"),
    ("(1000, 1) + (1000,)", "x, y := array.Zeros(1000, 1), array.Zeros(1000)", "array.Add(x, y)",
     "x, y = np.zeros((1000, 1)), np.zeros(1000)", "x + y"),
    ("sum of 1e6 float64", "x := array.Zeros(1_000_000)", "array.Sum(x)", "x = np.zeros(1_000_000)", "np.sum(x)"),
    ("sum (1000, 1000), axis 0", "x := array.Zeros(1000, 1000)", "array.Sum(x, opt.Axis(0))",
     "x = np.zeros((1000, 1000))", "np.sum(x, axis=0)"),
    ("argmin (1000, 1000), axis 1", "x := array.Zeros(1000, 1000)", "array.Argmin(x, opt.Axis(1))",
     "x = np.zeros((1000, 1000))", "np.argmin(x, axis=1)"),
    ("grid by mgrid", 'g := array.Mgrid("1:100", "1:100")', "array.Add(g.At(0), array.Multiply(1i, g.At(1)))",
     "g = np.mgrid[1:100, 1:100]", "g[0] + 1j * g[1]"),
    ("grid by ogrid", 'g := array.Ogrid("1:100", "1:100")', "array.Add(g[0], array.Multiply(1i, g[1]))",
     "g = np.ogrid[1:100, 1:100]", "g[0] + 1j * g[1]"),
    ("vector quantisation 3 x 100 x 10",
     "book := array.Arange(1000).Reshape(100, 10)\nmatch := array.Arange(100, 130).Reshape(3, 10)",
     'array.Argmin(array.Sum(array.Square(array.Subtract(book, match.At(":", nil))), opt.Axis(2)), opt.Axis(1))',
     "book = np.arange(1000).reshape(100, 10)\nmatch = np.arange(100, 130).reshape(3, 10)",
     "np.argmin(np.sum(np.square(book - match[:, None]), axis=2), axis=1)"),
]
