"""Names of calculators and inputs as a model may read them: without their figures."""

import re


def plain_name(name: str) -> str:
    """A name without its digits and Roman numbers: `curb` for `curb_65`, `apache` for `apache_ii`."""
    return re.sub(r"_?[0-9]+(?=_|$)|[0-9]+|_[iv]+$", "", name)
