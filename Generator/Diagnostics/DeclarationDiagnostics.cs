using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the class and the attributes on it as a whole.</summary>
internal static class DeclarationDiagnostics
{
    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "SN1001",
        "The net is not partial",
        "'{0}' must be partial, because the generator writes the rest of it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the type around, {1} the net.</summary>
    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "SN1002",
        "A type around the net is not partial",
        "'{0}' must be partial, because the generator adds to '{1}' inside it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor Generic = new(
        "SN1003",
        "The net is generic",
        "'{0}' must not be generic or stand in a generic type, because every size of a net is a constant",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor Static = new(
        "SN1004",
        "The net is static",
        "'{0}' must not be static, because each instance of a net holds its own weights",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor Abstract = new(
        "SN1005",
        "The net is abstract",
        "'{0}' must not be abstract, because the generator writes all of it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor FileLocal = new(
        "SN1006",
        "The net is local to its file",
        "'{0}' must not be file-local or stand in a file-local type, because the generator adds to it from another file",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor Record = new(
        "SN1007",
        "The net is a record",
        "'{0}' must be a class and not a record, because a net has no value equality",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor NotAClass = new(
        "SN1008",
        "The net is not a class",
        "'{0}' must be a class, because it holds its weights by reference",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor PrimaryConstructor = new(
        "SN1009",
        "The net has a primary constructor",
        "'{0}' must not have a primary constructor, because the generator writes the constructor {0}(int seed = 0)",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor ConstructorTaken = new(
        "SN1010",
        "The net's constructor is taken",
        "'{0}' must not declare the constructor {0}(int), because the generator writes {0}(int seed = 0)",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor ConstructorNotChained = new(
        "SN1011",
        "A constructor leaves the weights uninitialized",
        "This constructor of '{0}' must call the generated one with ': this(seed)', or the net would have no weights",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the member, {1} the net.</summary>
    public static readonly DiagnosticDescriptor MemberNameTaken = new(
        "SN1012",
        "A member has the name of a generated one",
        "'{0}' is the name of a member that the generator adds to '{1}'; choose another name",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor NetNameTaken = new(
        "SN1013",
        "The net has the name of one of its generated members",
        "A net cannot be called '{0}', because the generator adds a member of this name; choose another name",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor LayersSplit = new(
        "SN1015",
        "The layers are split over several declarations",
        "The layers of '{0}' must all stand on one of its partial declarations, because the order of several is undefined",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor NoInput = new(
        "SN1016",
        "The net has no input",
        "'{0}' needs an [Input] above its first layer",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor InputAfterLayer = new(
        "SN1017",
        "An input stands below a layer",
        "Every [Input] of '{0}' must stand above its first layer",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor NoLayers = new(
        "SN1018",
        "The net has no layers",
        "'{0}' needs at least one layer below its [Input]",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the attribute's class.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = new(
        "SN1019",
        "The layer is not one of StaticNets'",
        "'{0}' derives from LayerAttribute but is not a layer of StaticNets, so the generator has no code for it; remove it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the argument, or the attribute where it is unreadable as a whole.</summary>
    public static readonly DiagnosticDescriptor ValueNotSeen = new(
        "SN1020",
        "The generator cannot see a value",
        "The generator cannot see the value of {0}; use a literal or a const of this project",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net, {1} its base class.</summary>
    public static readonly DiagnosticDescriptor BaseWithoutConstructor = new(
        "SN1021",
        "The net's base class has no parameterless constructor",
        "The base class '{1}' of '{0}' needs an accessible constructor without parameters, because the generated constructor calls it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "SN1022",
        "The project's C# is too old",
        "The generated code of '{0}' needs C# 12 or later; raise the project's LangVersion",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net, {1} the generator's own text.</summary>
    public static readonly DiagnosticDescriptor StubOfValidNet = new(
        "SN1099",
        "The generator saw an invalid net where the analyzer sees a valid one",
        "The generator took '{0}' for invalid and wrote a stub that throws: {1}; what it needs may come from another "
            + "generator, which it cannot see",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the block.</summary>
    public static readonly DiagnosticDescriptor EndlessBlock = new(
        "SN1030",
        "A block contains itself",
        "The block {0} contains itself; remove it from its own layers",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net, {1} how many fit.</summary>
    public static readonly DiagnosticDescriptor TooManyLayers = new(
        "SN1032",
        "A net has too many layers",
        "The net {0} has more than {1} layers or uses of blocks, all repetitions counted; repeat blocks less often",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the block.</summary>
    public static readonly DiagnosticDescriptor EmptyBlock = new(
        "SN1031",
        "A block has no layers",
        "The block {0} has no layers; put their attributes on its class",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the class, {1} an attribute that it has, {2} the way out.</summary>
    public static readonly DiagnosticDescriptor NoStaticNet = new(
        "SN1040",
        "A class has layers but is no net",
        "'{0}' has [{1}] but no [StaticNet], so nothing is generated for it; {2}",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net, {1} the method.</summary>
    public static readonly DiagnosticDescriptor NoCompile = new(
        "SN1041",
        "The net has no loss and no optimizer",
        "'{0}' has no [Compile], so it only predicts and has no {1}; "
            + "add [Compile(Loss.MeanSquaredError, Optimizer.Adam)], or another loss, to it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the net, {1} the method.</summary>
    public static readonly DiagnosticDescriptor NoLoss = new(
        "SN1042",
        "The net has no loss",
        "'{0}' is compiled without a loss, so it has no {1}; name one as in [Compile(Loss.MeanSquaredError, Optimizer.Adam)], or call "
            + "Forward and Backward",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        NoStaticNet,
        NoCompile,
        NoLoss,
        EndlessBlock,
        EmptyBlock,
        TooManyLayers,
        NotPartial,
        ContainingTypeNotPartial,
        Generic,
        Static,
        Abstract,
        FileLocal,
        Record,
        NotAClass,
        PrimaryConstructor,
        ConstructorTaken,
        ConstructorNotChained,
        MemberNameTaken,
        NetNameTaken,
        LayersSplit,
        NoInput,
        InputAfterLayer,
        NoLayers,
        UnknownLayer,
        ValueNotSeen,
        BaseWithoutConstructor,
        LanguageTooOld,
        StubOfValidNet,
    ];
}
