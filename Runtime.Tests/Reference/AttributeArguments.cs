using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Reference.Activations;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Reference;

/// <summary>
/// The arguments of an attribute as they stand in the source. Reading the metadata instead of an instance tells 'given' from 'default', and
/// it never
/// runs the attribute's own code.
/// </summary>
internal sealed class AttributeArguments
{
    private readonly ReferenceBlock? _block;
    private readonly Dictionary<string, CustomAttributeTypedArgument> _arguments = new(StringComparer.OrdinalIgnoreCase);

    public AttributeArguments(CustomAttributeData attribute, ReferenceBlock? block = null)
    {
        _block = block;
        const string Suffix = "Attribute";
        Kind = attribute.AttributeType.Name[..^Suffix.Length];
        ParameterInfo[] parameters = attribute.Constructor.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            _arguments.Add(parameters[i].Name!, attribute.ConstructorArguments[i]);
        }

        foreach (CustomAttributeNamedArgument named in attribute.NamedArguments)
        {
            _arguments.Add(named.MemberName, named.TypedValue);
        }
    }

    /// <summary>The attribute's class name without its suffix.</summary>
    public string Kind { get; }

    /// <summary>The class' only attribute of a kind, or null without one.</summary>
    public static AttributeArguments? Of<TAttribute>(Type type) =>
        type.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType == typeof(TAttribute)) is CustomAttributeData data
            ? new AttributeArguments(data)
            : null;

    public bool Given(string name) => _arguments.ContainsKey(name);

    /// <summary>A number, text or enum member; the default where the source does not say.</summary>
    public T Value<T>(string name, T otherwise)
    {
        if (!_arguments.TryGetValue(name, out CustomAttributeTypedArgument argument) || argument.Value is not object value)
        {
            return otherwise;
        }

        if (value is int number && !typeof(T).IsEnum)
        {
            value = Replace(number);
        }

        return typeof(T).IsEnum ? (T)Enum.ToObject(typeof(T), value) : (T)value;
    }

    /// <summary>A member of Keras', or what stands for the method that is named instead.</summary>
    public Activation Activation(string name, Activation otherwise) =>
        Given(name + "Method") ? UserFunction.Member(Value(name + "Method", "")) : Value(name, otherwise);

    public bool GivesLoss => Given("loss") || Given("lossMethod");

    /// <summary>The same for a loss.</summary>
    public Loss Loss() => Given("lossMethod") ? UserLoss.Member(Value("lossMethod", "")) : Value("loss", default(Loss));

    public int[] Integers(string name) => [.. Items(name).Select(item => Replace((int)item.Value!))];

    public string[] Texts(string name) => [.. Items(name).Select(item => (string)item.Value!)];

    /// <summary>
    /// Two values for height and width: the array <paramref name="name"/> + <c>PerAxis</c>, or one number for both, or the default.
    /// </summary>
    public int[] PerAxis(string name, int[] otherwise)
    {
        if (Given(name + "PerAxis"))
        {
            return Integers(name + "PerAxis");
        }

        return Given(name) ? [Value(name, 0), Value(name, 0)] : otherwise;
    }

    /// <summary>Two values for height and width from a constructor argument that is one number or an array.</summary>
    public int[] NumberOrPair(string name, int otherwise)
    {
        if (Given(name) && _arguments[name].Value is ReadOnlyCollection<CustomAttributeTypedArgument>)
        {
            return Integers(name);
        }

        int value = Value(name, otherwise);
        return [value, value];
    }

    private int Replace(int value) => _block?.Replace(value) ?? value;

    private ReadOnlyCollection<CustomAttributeTypedArgument> Items(string name) =>
        (ReadOnlyCollection<CustomAttributeTypedArgument>)_arguments[name].Value!;
}
