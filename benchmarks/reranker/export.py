"""Export: the trained scorer as an ONNX file with eight-bit weights, run by ONNX Runtime without torch."""

import warnings
from pathlib import Path

import torch

from benchmarks.reranker.train import Scorer, load_tokenizer, read_pairs

OPSET = 17


def export(trained: Path, target: Path) -> None:
    """Write the model of a checkpoint beside its fp32 form (`.fp32.onnx`). Needs the package `onnx` for the quantiser."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = Scorer()
    model.load_state_dict(torch.load(trained, weights_only=True))
    model.eval()
    full = target.with_suffix(".fp32.onnx")
    example = read_pairs(load_tokenizer(32), [("what is asthma", "Asthma. causes"), ("tx", "Gout. treatment. Rest.")])
    axes = {0: "pairs", 1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            example,
            str(full),
            dynamo=False,
            opset_version=OPSET,
            input_names=["ids", "mask", "kinds"],
            output_names=["scores"],
            dynamic_axes={"ids": axes, "mask": axes, "kinds": axes, "scores": {0: "pairs"}},
        )
    quantize_dynamic(full, target, per_channel=True, weight_type=QuantType.QInt8)
