using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Turns the compiler's constants into the model's.</summary>
internal static class ConstantReader
{
    public static ArgumentValue Read(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Primitive } primitive => ReadPrimitive(primitive.Value),
        { Kind: TypedConstantKind.Enum } member => ReadEnum(member),
        { Kind: TypedConstantKind.Array } array => ReadArray(array),
        _ => new UnknownValue(),
    };

    /// <summary>
    /// Reads an argument's source, where the compiler could not bind the attribute as a whole. Enum members come as their numbers.
    /// </summary>
    public static ArgumentValue Read(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        IEnumerable<ExpressionSyntax>? items = expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements
                .OfType<ExpressionElementSyntax>()
                .Select(element => element.Expression),
            _ => null,
        };
        if (items is not null)
        {
            return Read(items, model, cancellation);
        }

        Optional<object?> constant = model.GetConstantValue(expression, cancellation);
        return constant.HasValue ? ReadPrimitive(constant.Value) : new UnknownValue();
    }

    /// <summary>Reads the source of a <c>params</c> array.</summary>
    public static ArgumentValue Read(IEnumerable<ExpressionSyntax> items, SemanticModel model, CancellationToken cancellation) =>
        new ArrayValue(new EquatableArray<ArgumentValue>(items.Select(item => Read(item, model, cancellation))));

    /// <summary>Whether the value, or a part of it, can't be seen.</summary>
    public static bool IsUnknown(ArgumentValue value) => value is UnknownValue || (value is ArrayValue array && array.Items.Any(IsUnknown));

    private static ArgumentValue ReadPrimitive(object? value) => value switch
    {
        null => new TextValue(null),
        string text => new TextValue(text),
        bool boolean => new BooleanValue(boolean),
        float or double => new NumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long => new IntegerValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => new UnknownValue(),
    };

    private static EnumValue ReadEnum(TypedConstant constant)
    {
        string? member = constant.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))?.Name;
        return new EnumValue(member ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "");
    }

    private static ArrayValue ReadArray(TypedConstant constant) =>
        new(constant.IsNull ? default : new EquatableArray<ArgumentValue>(constant.Values.Select(Read)));
}
