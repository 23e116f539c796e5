namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>What a use of a block puts in the places of <c>Block.Filters</c>, <c>Block.Strides</c> and into its layers.</summary>
internal sealed record BlockArguments(long? Filters, long Strides, long Repeat, string? Name, string? From, bool Frozen)
{
    // The constants of StaticNets.Block. They are primes, so that a multiple of one is never a small multiple of the other.
    private const long FiltersPlaceholder = -1_000_003;
    private const long StridesPlaceholder = -1_000_033;
    private const long LargestMultiple = 100_000;

    public static BlockArguments Of(AttributeSpec use) => new(
        (Value(use, "Filters") as IntegerValue)?.Value,
        (Value(use, "Strides") as IntegerValue)?.Value ?? 1,
        (Value(use, "Repeat") as IntegerValue)?.Value ?? 1,
        (Value(use, "Name") as TextValue)?.Value,
        (Value(use, "From") as TextValue)?.Value,
        Value(use, "Frozen") is BooleanValue { Value: true });

    /// <summary>Whether a layer is written with <c>Block.Filters</c>.</summary>
    public static bool NeedsFilters(AttributeSpec layer) => layer.Arguments.Any(argument => NeedsFilters(argument.Value));

    /// <summary>A layer of the block as it stands in the net.</summary>
    public AttributeSpec Apply(AttributeSpec layer, int repetition)
    {
        long strides = repetition == 0 ? Strides : 1;
        IEnumerable<ArgumentSpec> arguments = layer.Arguments
            .Select(argument => argument with { Value = Replace(argument.Value, strides) });
        if (Frozen)
        {
            arguments = arguments.Where(argument => argument.Name != "Frozen").Append(new ArgumentSpec("Frozen", new BooleanValue(true)));
        }

        return layer with { Arguments = new EquatableArray<ArgumentSpec>(arguments) };
    }

    private ArgumentValue Replace(ArgumentValue value, long strides) => value switch
    {
        IntegerValue number when Multiple(number.Value, FiltersPlaceholder) is long times => IntegerValue.Product(times, Filters ?? 0),
        IntegerValue number when Multiple(number.Value, StridesPlaceholder) is long times => IntegerValue.Product(times, strides),
        ArrayValue array => new ArrayValue(new EquatableArray<ArgumentValue>(array.Items.Select(item => Replace(item, strides)))),
        _ => value,
    };

    private static bool NeedsFilters(ArgumentValue value) => value switch
    {
        IntegerValue number => Multiple(number.Value, FiltersPlaceholder) is not null,
        ArrayValue array => array.Items.Any(NeedsFilters),
        _ => false,
    };

    private static long? Multiple(long value, long placeholder) =>
        value < 0 && value % placeholder == 0 && value / placeholder <= LargestMultiple ? value / placeholder : null;

    private static ArgumentValue? Value(AttributeSpec use, string name) =>
        use.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
