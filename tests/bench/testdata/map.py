def words(n):
    m = {}
    for i in range(n):
        m[i % 1000] = m.get(i % 1000, 0) + i
    return m[7]
# %%
start = time.perf_counter_ns()
result = words(1_000_000)
print(time.perf_counter_ns() - start, result)
