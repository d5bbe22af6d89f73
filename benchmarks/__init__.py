"""The benchmark of the calculators: published cases, refusals, speed. Run with `python -m benchmarks`; the product never imports it."""
