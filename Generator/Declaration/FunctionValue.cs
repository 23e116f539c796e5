using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Declaration;

/// <summary>A method that an argument names.</summary>
internal sealed record FunctionValue(FunctionSpec Function) : ArgumentValue;
