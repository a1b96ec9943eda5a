import functools


def numbers(n):
    s, x = [], 1
    for _ in range(n):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        s.append(x >> 8)
    return s
# %%
s = numbers(100_000)
start = time.perf_counter_ns()
s.sort(key=functools.cmp_to_key(lambda a, b: a - b))
print(time.perf_counter_ns() - start, s[0] + s[len(s) // 2])
