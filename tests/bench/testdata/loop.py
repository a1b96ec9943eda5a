def loop(n):
    s = 0
    i = 0
    while i < n:
        s += i ^ (i & 7)
        i += 1
    return s
# %%
start = time.perf_counter_ns()
result = loop(5_000_000)
print(time.perf_counter_ns() - start, result)
