"""The recipe of our own re-ranker: find hard negatives, train, export, judge (docs/decisions/0015-reranker.md)."""
