namespace StaticNets;

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
}
