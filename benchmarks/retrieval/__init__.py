"""The benchmark of the search: ours beside the pipelines that a hospital could assemble. Run with `python -m benchmarks.retrieval`."""
