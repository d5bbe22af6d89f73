"""The intake: how a value that a person gives is read, converted and checked, the same for calculators and regimens."""
