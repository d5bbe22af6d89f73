"""The benchmarks: the calculators against published cases, and the search against other pipelines. Run with `python -m benchmarks`; the
product never imports them."""
