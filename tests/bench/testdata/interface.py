class Total:
    def __init__(self):
        self.n = 0

    def add(self, k):
        self.n += k


def add_all(a, n):
    for i in range(n):
        a.add(i)
# %%
total = Total()
start = time.perf_counter_ns()
add_all(total, 1_000_000)
print(time.perf_counter_ns() - start, total.n)
