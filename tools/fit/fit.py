"""Weighted minimax polynomials for Runtime/Numerics/**/VectorMath*.cs.

Each fit minimizes the largest weighted error over a dense grid of Chebyshev points by iteratively reweighted least squares (Lawson's
algorithm) in double precision, rounds the coefficients to float one after the other from the lowest order up, refitting the rest each time,
and prints them with the error that remains. It needs numpy and mpmath.
Run: python3 tools/fit/fit.py
"""
import numpy as np
from mpmath import mp, erfc, log

mp.dps = 40


def chebyshev_points(low, high, count=1500):
    return (low + high) / 2 + (high - low) / 2 * np.cos(np.pi * (np.arange(count) + 0.5) / count)


def lawson(basis, target, weight, iterations=400):
    """Coefficients that minimize the largest |weight * (basis @ c - target)|, and that largest error."""
    importance = np.ones(len(target))
    best, best_error = None, np.inf
    for _ in range(iterations):
        root = np.sqrt(importance) * weight
        c, *_ = np.linalg.lstsq(basis * root[:, None], target * root, rcond=None)
        error = np.abs(weight * (basis @ c - target))
        if error.max() < best_error:
            best, best_error = c, error.max()
        importance *= error / error.max() + 1e-9
        importance /= importance.max()
    return best, best_error


def fit(name, x, target, weight, powers):
    """Fits target by a sum of c[k] * x^powers[k]."""
    basis = np.stack([x ** p for p in powers], axis=1)
    rounded = []
    for k in range(len(powers)):
        rest, error = lawson(basis[:, k:], target - basis[:, :k] @ np.array(rounded), weight)
        rounded.append(float(np.float32(rest[0])))
    final = np.abs(weight * (basis @ np.array(rounded) - target)).max()
    print(f"{name}: largest weighted error {final:.2e}")
    for p, c in zip(powers, rounded):
        print(f"    x^{p}: {np.float32(c)!r}")


def fit_exp():
    # e^r - 1 - r = r^2 P(r) on half a step of ln 2; the error is measured against e^r - 1, for ExpMinusOne near 0.
    half = np.log(2) / 2 * 1.001
    r = chebyshev_points(-half, half)
    target = np.array([float((mp.e ** mp.mpf(v) - 1 - mp.mpf(v)) / mp.mpf(v) ** 2) for v in r])
    fit("exp", r, target, np.abs(r * r / np.expm1(r)), range(5))


def fit_log():
    # ln(1 + f) = f - f^2 / 2 + f^3 Q(f) for 1 + f in [2/3, 4/3].
    f = chebyshev_points(-1 / 3, 1 / 3)
    target = np.array([float((log(1 + mp.mpf(v)) - mp.mpf(v) + mp.mpf(v) ** 2 / 2) / mp.mpf(v) ** 3) for v in f])
    fit("log", f, target, np.abs(f ** 3 / np.log1p(f)), range(8))


def fit_erf():
    # erf(x) = 1 - exp(-x G(x)). An error of G counts less the closer erf is to 1.
    x = chebyshev_points(0, 4)
    g = np.array([float(-log(erfc(mp.mpf(v)))) for v in x])
    fit("erf", x, g / x, x * np.exp(-g) / -np.expm1(-g), range(8))


def fit_sine():
    # sin(pi t) = t P(t^2) for t within 1/2.
    t = chebyshev_points(0, 0.5)
    fit("sine", t, np.sin(np.pi * t) / t, t / np.sin(np.pi * t), range(0, 10, 2))


fit_exp()
fit_log()
fit_erf()
fit_sine()
