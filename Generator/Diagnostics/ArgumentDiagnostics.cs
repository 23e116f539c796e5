using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with a single attribute's arguments.</summary>
internal static class ArgumentDiagnostics
{
    /// <summary>{0} the layer, {1} the argument, {2} its value.</summary>
    public static readonly DiagnosticDescriptor SizeNotPositive = new(
        "SN2001",
        "A size must be positive",
        "{0}: {1} must be at least 1, but is {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} its value.</summary>
    public static readonly DiagnosticDescriptor RateOutOfRange = new(
        "SN2002",
        "A rate must be between 0 and 1",
        "{0}: {1} must be between 0 and 1, but is {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} its value.</summary>
    public static readonly DiagnosticDescriptor PenaltyOutOfRange = new(
        "SN2003",
        "A penalty factor must be finite and not negative",
        "{0}: {1} must be finite and not negative, but is {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} its number of entries.</summary>
    public static readonly DiagnosticDescriptor NotTwoEntries = new(
        "SN2004",
        "A size for each axis must have two entries",
        "{0}: {1} must have 2 entries (vertical, horizontal), but has {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer.</summary>
    public static readonly DiagnosticDescriptor StridesAndDilation = new(
        "SN2005",
        "Strides and dilation exclude each other",
        "{0}: strides and dilation cannot both be above 1; leave one of them at 1",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer or Compile, {1} the argument, {2} its value.</summary>
    public static readonly DiagnosticDescriptor UnknownEnumValue = new(
        "SN2006",
        "The value is no member of its enum",
        "{0}: {1} has no member for the value {2}; use a member by its name",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the attribute, {1} the argument, {2} its range, {3} its value.</summary>
    public static readonly DiagnosticDescriptor SettingOutOfRange = new(
        "SN2007",
        "A setting is out of range",
        "{0}: {1} must be {2}, but is {3}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} and {2} the arguments.</summary>
    public static readonly DiagnosticDescriptor GivenTwice = new(
        "SN2008",
        "A setting is given twice",
        "{0}: give {1} or {2}, not both",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the name, {2} what is wrong with it: is empty, is also that of layer 2.</summary>
    public static readonly DiagnosticDescriptor BadName = new(
        "SN2009",
        "A name is empty or taken",
        "{0}: the name '{1}' {2}; give each layer a name of its own",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the algorithm, {2} what it has instead.</summary>
    public static readonly DiagnosticDescriptor NotForWinograd = new(
        "SN2010",
        "The algorithm does not fit the convolution",
        "{0} can't be computed by {1}, which is for 3x3 kernels with strides and dilation of 1 and one group, but has {2}; "
            + "use ConvolutionAlgorithm.Auto",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} the initializer.</summary>
    public static readonly DiagnosticDescriptor NoScale = new(
        "SN2020",
        "The initializer has no scale",
        "{0}: {1} has no effect on Initializer.{2}; choose an initializer with a scale, or leave it out",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} the initializer.</summary>
    public static readonly DiagnosticDescriptor NotOfInitializer = new(
        "SN2092",
        "The initializer does not have this setting",
        "{0}: {1} is for Initializer.VarianceScaling and has no effect on Initializer.{2}; choose that one, or leave it out",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the initializer, {2} the weight, {3} its shape.</summary>
    public static readonly DiagnosticDescriptor NotForShape = new(
        "SN2021",
        "The initializer does not fit the weight's shape",
        "{0}: Initializer.{1} needs a matrix, but the weight '{2}' has the shape {3}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the axes, {2} the input's shape.</summary>
    public static readonly DiagnosticDescriptor NotFirstAxes = new(
        "SN2022",
        "The shared axes are not the first ones",
        "{0}: SharedAxes must be the first axes of {2} without a gap, counted from 1, but is {1}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} the constraint.</summary>
    public static readonly DiagnosticDescriptor NotOfConstraint = new(
        "SN2030",
        "The constraint does not have this setting",
        "{0}: {1} has no effect on Constraint.{2}; choose a constraint that has it, or leave it out",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the block.</summary>
    public static readonly DiagnosticDescriptor BlockWithoutFilters = new(
        "SN2080",
        "A block needs a number of filters",
        "The layers of {0} are written with Block.Filters, but Filters is not given; write Filters = 32, say",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the block, {1} its property, {2} what the generator does not follow.</summary>
    public static readonly DiagnosticDescriptor BlockConstructorNotSeen = new(
        "SN2130",
        "The value of a block's constructor cannot be seen",
        "{0}: the generator cannot see what its constructor gives {1}: {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        BlockConstructorNotSeen,
        BlockWithoutFilters,
        SizeNotPositive,
        RateOutOfRange,
        PenaltyOutOfRange,
        NotTwoEntries,
        StridesAndDilation,
        UnknownEnumValue,
        SettingOutOfRange,
        GivenTwice,
        BadName,
        NotForWinograd,
        NoScale,
        NotOfInitializer,
        NotForShape,
        NotFirstAxes,
        NotOfConstraint,
    ];
}
