def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
# %%
start = time.perf_counter_ns()
result = fib(27)
print(time.perf_counter_ns() - start, result)
