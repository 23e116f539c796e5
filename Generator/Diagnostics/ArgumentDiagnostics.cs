using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with a single attribute's arguments.</summary>
internal static class ArgumentDiagnostics
{
    private static readonly DiagnosticDescriptor s_sizeNotPositive = Rule.Of("SN2001", "A size must be positive");

    public static Problem SizeNotPositive(string layer, string argument, long value) =>
        new(s_sizeNotPositive, $"{layer}: {argument} must be at least 1, but is {value}", argument);

    private static readonly DiagnosticDescriptor s_rateOutOfRange = Rule.Of("SN2002", "A rate must be between 0 and 1");

    public static Problem RateOutOfRange(string layer, string argument, string value) =>
        new(s_rateOutOfRange, $"{layer}: {argument} must be between 0 and 1, but is {value}", argument);

    private static readonly DiagnosticDescriptor s_penaltyOutOfRange =
        Rule.Of("SN2003", "A penalty factor must be finite and not negative");

    public static Problem PenaltyOutOfRange(string layer, string argument, string value) =>
        new(s_penaltyOutOfRange, $"{layer}: {argument} must be finite and not negative, but is {value}", argument);

    private static readonly DiagnosticDescriptor s_notTwoEntries = Rule.Of("SN2004", "A size for each axis must have two entries");

    public static Problem NotTwoEntries(string layer, string argument, int entries) =>
        new(s_notTwoEntries, $"{layer}: {argument} must have 2 entries (vertical, horizontal), but has {entries}", argument);

    private static readonly DiagnosticDescriptor s_stridesAndDilation = Rule.Of("SN2005", "Strides and dilation exclude each other");

    public static Problem StridesAndDilation(string layer, string argument) =>
        new(s_stridesAndDilation, $"{layer}: strides and dilation cannot both be above 1; leave one of them at 1", argument);

    private static readonly DiagnosticDescriptor s_unknownEnumValue = Rule.Of("SN2006", "The value is no member of its enum");

    public static Problem UnknownEnumValue(string layer, string argument, string value) =>
        new(s_unknownEnumValue, $"{layer}: {argument} has no member for the value {value}; use a member by its name", argument);

    private static readonly DiagnosticDescriptor s_settingOutOfRange = Rule.Of("SN2007", "A setting is out of range");

    public static Problem SettingOutOfRange(string layer, string argument, string range, string value) =>
        new(s_settingOutOfRange, $"{layer}: {argument} must be {range}, but is {value}", argument);

    public static Problem SettingOutOfRange(string layer, string argument, string range, long value) =>
        SettingOutOfRange(layer, argument, range, Literal.Int(value));

    private static readonly DiagnosticDescriptor s_givenTwice = Rule.Of("SN2008", "A setting is given twice");

    public static Problem GivenTwice(string layer, string argument, string other) =>
        new(s_givenTwice, $"{layer}: give {argument} or {other}, not both", other);

    private static readonly DiagnosticDescriptor s_badName = Rule.Of("SN2009", "A name is empty or taken");

    public static Problem BadName(string layer, string name, string fault, string? argument) =>
        new(s_badName, $"{layer}: the name '{name}' {fault}; give each layer a name of its own", argument);

    private static readonly DiagnosticDescriptor s_notForWinograd = Rule.Of("SN2010", "The algorithm does not fit the convolution");

    public static Problem NotForWinograd(string layer, ConvolutionAlgorithm algorithm, string unsuited) => new(
        s_notForWinograd,
        $"{layer} can't be computed by {algorithm}, which is for 3x3 kernels with strides and dilation of 1 and one group, but "
            + $"has {unsuited}; use ConvolutionAlgorithm.Auto",
        "Algorithm");

    private static readonly DiagnosticDescriptor s_noScale = Rule.Of("SN2020", "The initializer has no scale");

    public static Problem NoScale(string layer, string argument, string initializer) => new(
        s_noScale,
        $"{layer}: {argument} has no effect on Initializer.{initializer}; choose an initializer with a scale, or leave it out",
        argument);

    private static readonly DiagnosticDescriptor s_notForShape = Rule.Of("SN2021", "The initializer does not fit the weight's shape");

    public static Problem NotForShape(string layer, string? argument, string initializer, string weight, Shape shape) =>
        new(s_notForShape, $"{layer}: Initializer.{initializer} needs a matrix, but the weight '{weight}' has the shape {shape}", argument);

    private static readonly DiagnosticDescriptor s_notFirstAxes = Rule.Of("SN2022", "The shared axes are not the first ones");

    public static Problem NotFirstAxes(string layer, string axes, Shape input) => new(
        s_notFirstAxes,
        $"{layer}: SharedAxes must be the first axes of {input} without a gap, counted from 1, but is {axes}",
        "SharedAxes");

    private static readonly DiagnosticDescriptor s_notOfConstraint = Rule.Of("SN2030", "The constraint does not have this setting");

    public static Problem NotOfConstraint(string layer, string argument, Constraint constraint) => new(
        s_notOfConstraint,
        $"{layer}: {argument} has no effect on Constraint.{constraint}; choose a constraint that has it, or leave it out",
        argument);

    private static readonly DiagnosticDescriptor s_blockWithoutFilters = Rule.Of("SN2080", "A block needs a number of filters");

    public static Problem BlockWithoutFilters(string block) => new(
        s_blockWithoutFilters,
        $"The layers of {block} are written with Block.Filters, but Filters is not given; write Filters = 32, say");

    private static readonly DiagnosticDescriptor s_notOfInitializer = Rule.Of("SN2092", "The initializer does not have this setting");

    public static Problem NotOfInitializer(string layer, string argument, string initializer) => new(
        s_notOfInitializer,
        $"{layer}: {argument} is for Initializer.VarianceScaling and has no effect on Initializer.{initializer}; "
            + $"choose that one, or leave it out",
        argument);

    private static readonly DiagnosticDescriptor s_blockConstructorNotSeen =
        Rule.Of("SN2130", "The value of a block's constructor cannot be seen");

    public static Problem BlockConstructorNotSeen(string block, string property, string reason) =>
        new(s_blockConstructorNotSeen, $"{block}: the generator cannot see what its constructor gives {property}: {reason}");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_sizeNotPositive, s_rateOutOfRange, s_penaltyOutOfRange, s_notTwoEntries, s_stridesAndDilation, s_unknownEnumValue,
        s_settingOutOfRange, s_givenTwice, s_badName, s_notForWinograd, s_noScale, s_notForShape, s_notFirstAxes, s_notOfConstraint,
        s_blockWithoutFilters, s_notOfInitializer, s_blockConstructorNotSeen,
    ];
}
