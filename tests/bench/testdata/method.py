class Counter:
    def __init__(self):
        self.n = 0

    def add(self, k):
        self.n += k


def methods(n):
    c = Counter()
    for i in range(n):
        c.add(i)
    return c.n
# %%
start = time.perf_counter_ns()
result = methods(1_000_000)
print(time.perf_counter_ns() - start, result)
