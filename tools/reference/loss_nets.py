"""Nets that differ by their loss, as Runtime.Tests/Nets has them: what net_reference.py runs."""

def loss_outputs(n, x):
    x = n.dense(x, 9, "tanh")
    return [n.dense(x, 3), n.dense(x, 4), n.dense(x, 2, "sigmoid")]


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "LossBinary": ((5,), lambda n, x: n.dense(x, 9), "binary_logits", False),
    "LossCategoricalOdd": ((5,), lambda n, x: n.dense(x, 6, "sigmoid"), "categorical", False),
    "LossSparseOdd": ((5,), lambda n, x: n.dense(x, 12, "sigmoid").reshape(-1, 3, 4), "categorical", True),
    "LossBinaryOdd": ((5,), lambda n, x: n.dense(x, 7, "softmax"), "binary", False),
    "LossPercentage": ((5,), lambda n, x: n.dense(x, 17), "mape", False),
    "LossLogarithmic": ((4, 5), lambda n, x: n.dense(x, 3), "msle", False),
    "LossHuber": ((5,), lambda n, x: n.dense(x, 17), "huber", False),
    "LossHuberNarrow": ((4, 5), lambda n, x: n.dense(x, 9), "huber_narrow", False),
    "LossLogCosh": ((5,), lambda n, x: n.dense(x, 17), "log_cosh", False),
    "LossBinaryFocal": ((5,), lambda n, x: n.dense(x, 9, "sigmoid"), "binary_focal", False),
    "LossBinaryFocalBalanced": ((5,), lambda n, x: n.dense(x, 17, "sigmoid"), "binary_focal_balanced", False),
    "LossCategoricalFocal": ((5,), lambda n, x: n.dense(x, 17, "softmax"), "categorical_focal", False),
    "LossCategoricalFocalOdd": ((3, 5), lambda n, x: n.dense(x, 6, "sigmoid"), "categorical_focal_odd", False),
    "LossHinge": ((5,), lambda n, x: n.dense(x, 17), "hinge", False),
    "LossSquaredHinge": ((4, 5), lambda n, x: n.dense(x, 3), "hinge_squared", False),
    "LossCategoricalHinge": ((4, 5), lambda n, x: n.dense(x, 6), "categorical_hinge", False),
    "LossDivergence": ((5,), lambda n, x: n.dense(x, 17, "softmax"), "categorical_kl", False),
    "LossPoisson": ((4, 5), lambda n, x: n.dense(x, 5, "softplus"), "poisson", False),
    "LossCosine": ((4, 5), lambda n, x: n.dense(x, 19), "cosine", False),
    "LossSmoothed": ((5,), lambda n, x: n.dense(x, 17), "categorical_logits_smoothed", False),
    "LossSmoothedBinary": ((5,), lambda n, x: n.dense(x, 9, "sigmoid"), "binary_smoothed", False),
    "LossAbsolute": ((4, 5), lambda n, x: n.dense(x, 3), "mae", False),
    "LossCategorical": ((5,), lambda n, x: n.dense(x, 17), "categorical_logits", False),
    "LossSparse": ((5,), lambda n, x: n.dense(x, 33), "categorical_logits", True),
    "LossSquared": ((4,), lambda n, x: n.dense(x, 1, "sigmoid"), "mse", False),
    "LossBinaryFocalOdd": ((5,), lambda n, x: n.dense(x, 7, "softmax"), "binary_focal_linear", False),
    "LossBinaryFocalPlain": ((5,), lambda n, x: n.dense(x, 7, "sigmoid"), "binary_focal_plain", False),
    "LossSmoothedOdd": ((5,), lambda n, x: n.dense(x, 6, "sigmoid"), "categorical_smoothed", False),
    "LossCategoricalHingeFar": ((5,), lambda n, x: n.dense(x, 3), "categorical_hinge", False, 12),
    "LossOutputs": ((5,), loss_outputs, [("huber_half", False, 1), ("categorical_logits_smoothed_more", False, 1), ("binary_focal_cubed", False, 1)]),
}
