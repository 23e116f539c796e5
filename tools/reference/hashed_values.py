"""Numbers that look random and are a plain function of (seed, index): the same bits as Runtime.Tests/Checks/HashedValues.cs."""

import numpy as np


def hashes(seed, length):
    with np.errstate(over="ignore"):
        index = np.arange(length, dtype=np.uint32)
        h = np.uint32(seed) * np.uint32(0x9E3779B1) + index * np.uint32(0x85EBCA77) + np.uint32(0x165667B1)
        h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
        h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
        return h ^ (h >> np.uint32(16))


def values(seed, length, scale):
    """Float32 values in [-scale / 2, scale / 2)."""
    unit = (hashes(seed, length) >> np.uint32(8)).astype(np.float32) / np.float32(16777216)
    return (unit - np.float32(0.5)) * np.float32(scale)


def labels(seed, length, classes):
    return (hashes(seed, length) % np.uint32(classes)).astype(np.int64)


def whole_numbers(seed, length, limit):
    """Whole numbers from -limit to limit."""
    return (labels(seed, length, 2 * limit + 1) - limit).astype(np.float32)


def kernel_scale(fan_in):
    """The width of a uniform range with variance 1 / fan_in."""
    return np.float32(np.sqrt(12.0 / fan_in))
