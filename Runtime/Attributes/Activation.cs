#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>An activation function, with Keras' formulas and default parameters.</summary>
public enum Activation
{
    /// <summary><c>x</c>.</summary>
    Linear,

    /// <summary><c>max(x, 0)</c>.</summary>
    Relu,

    /// <summary><c>x</c> where it is not negative, else <c>0.2 x</c>.</summary>
    LeakyRelu,

    /// <summary><c>x</c> where it is positive, else <c>exp(x) - 1</c>.</summary>
    Elu,

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    Sigmoid,

    /// <summary><c>tanh(x)</c>.</summary>
    Tanh,

    /// <summary><c>x/2 (1 + erf(x / sqrt 2))</c>, the exact form.</summary>
    Gelu,

    /// <summary><c>x sigmoid(x)</c>, also called swish.</summary>
    Silu,

    /// <summary><c>exp(x - max) / sum</c> over the last axis.</summary>
    Softmax,

    /// <summary><c>min(max(x, 0), 6)</c>.</summary>
    Relu6,

    /// <summary>
    /// <c>s x</c> where x is positive, else <c>s a (exp(x) - 1)</c>, with s = 1.0507 and a = 1.6733, which keep values
    /// at mean 0 and variance 1.
    /// </summary>
    Selu,

    /// <summary><c>max(x, 0) + exp(min(x, 0)) - 1</c>: with Keras' default of alpha = 1 the same as <see cref="Elu"/>.</summary>
    Celu,

    /// <summary><c>x tanh(log(1 + exp(x)))</c>.</summary>
    Mish,

    /// <summary><c>log(1 + exp(x))</c>.</summary>
    Softplus,

    /// <summary><c>x / (1 + |x|)</c>.</summary>
    Softsign,

    /// <summary><c>x/6 + 1/2</c> kept between 0 and 1.</summary>
    HardSigmoid,

    /// <summary><c>x hard_sigmoid(x)</c>, also called hard swish.</summary>
    HardSilu,

    /// <summary><c>exp(x)</c>.</summary>
    Exponential,

    /// <summary><c>x - max - log(sum)</c> over the last axis: the logarithm of softmax.</summary>
    LogSoftmax,

    /// <summary><c>x/2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</c>: Keras' gelu with <c>approximate=True</c>.</summary>
    GeluTanh,

    /// <summary><c>-log(1 + exp(-x))</c>: the logarithm of sigmoid.</summary>
    LogSigmoid,

    /// <summary>x kept between -1 and 1.</summary>
    HardTanh,

    /// <summary><c>x - tanh(x)</c>.</summary>
    TanhShrink,

    /// <summary>x moved 1/2 towards 0, and 0 within 1/2 of it.</summary>
    SoftShrink,

    /// <summary>x, but 0 within 1/2 of 0.</summary>
    HardShrink,

    /// <summary><c>(x + sqrt(x^2 + 4)) / 2</c>.</summary>
    SquarePlus,

    /// <summary><c>(x + 1)^2 / 4</c> between -1 and 1, 0 below, x above.</summary>
    SparsePlus,

    /// <summary><c>(x + 1) / 2</c> kept between 0 and 1.</summary>
    SparseSigmoid,

    /// <summary>
    /// The nearest probabilities over the last axis, of which many are exactly 0 (Martins and Astudillo, 2016): <c>max(x - t, 0)</c> with
    /// the t that makes their sum 1.
    /// </summary>
    Sparsemax,
}
