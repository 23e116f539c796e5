using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the class and the attributes on it as a whole.</summary>
internal static class DeclarationDiagnostics
{
    private static readonly DiagnosticDescriptor s_notPartial = Rule.Of("SN1001", "The net is not partial");

    public static Problem NotPartial(string net) =>
        new(s_notPartial, $"'{net}' must be partial, because the generator writes the rest of it");

    private static readonly DiagnosticDescriptor s_containingTypeNotPartial = Rule.Of("SN1002", "A type around the net is not partial");

    public static Problem ContainingTypeNotPartial(string type, string net) =>
        new(s_containingTypeNotPartial, $"'{type}' must be partial, because the generator adds to '{net}' inside it");

    private static readonly DiagnosticDescriptor s_generic = Rule.Of("SN1003", "The net is generic");

    public static Problem Generic(string net) =>
        new(s_generic, $"'{net}' must not be generic or stand in a generic type, because every size of a net is a constant");

    private static readonly DiagnosticDescriptor s_static = Rule.Of("SN1004", "The net is static");

    public static Problem Static(string net) =>
        new(s_static, $"'{net}' must not be static, because each instance of a net holds its own weights");

    private static readonly DiagnosticDescriptor s_abstract = Rule.Of("SN1005", "The net is abstract");

    public static Problem Abstract(string net) =>
        new(s_abstract, $"'{net}' must not be abstract, because the generator writes all of it");

    private static readonly DiagnosticDescriptor s_fileLocal = Rule.Of("SN1006", "The net is local to its file");

    public static Problem FileLocal(string net) => new(
        s_fileLocal,
        $"'{net}' must not be file-local or stand in a file-local type, because the generator adds to it from another file");

    private static readonly DiagnosticDescriptor s_record = Rule.Of("SN1007", "The net is a record");

    public static Problem Record(string net) =>
        new(s_record, $"'{net}' must be a class and not a record, because a net has no value equality");

    private static readonly DiagnosticDescriptor s_notAClass = Rule.Of("SN1008", "The net is not a class");

    public static Problem NotAClass(string net) =>
        new(s_notAClass, $"'{net}' must be a class, because it holds its weights by reference");

    private static readonly DiagnosticDescriptor s_primaryConstructor = Rule.Of("SN1009", "The net has a primary constructor");

    public static Problem PrimaryConstructor(string net) => new(
        s_primaryConstructor,
        $"'{net}' must not have a primary constructor, because the generator writes the constructor {net}(int seed = 0)");

    private static readonly DiagnosticDescriptor s_constructorTaken = Rule.Of("SN1010", "The net's constructor is taken");

    public static Problem ConstructorTaken(string net) =>
        new(s_constructorTaken, $"'{net}' must not declare the constructor {net}(int), because the generator writes {net}(int seed = 0)");

    private static readonly DiagnosticDescriptor s_constructorNotChained =
        Rule.Of("SN1011", "A constructor leaves the weights uninitialized");

    public static Problem ConstructorNotChained(string net) => new(
        s_constructorNotChained,
        $"This constructor of '{net}' must call the generated one with ': this(seed)', or the net would have no weights");

    private static readonly DiagnosticDescriptor s_memberNameTaken = Rule.Of("SN1012", "A member has the name of a generated one");

    public static Problem MemberNameTaken(string member, string net) =>
        new(s_memberNameTaken, $"'{member}' is the name of a member that the generator adds to '{net}'; choose another name");

    private static readonly DiagnosticDescriptor s_netNameTaken = Rule.Of("SN1013", "The net has the name of one of its generated members");

    public static Problem NetNameTaken(string net) =>
        new(s_netNameTaken, $"A net cannot be called '{net}', because the generator adds a member of this name; choose another name");

    private static readonly DiagnosticDescriptor s_layersSplit = Rule.Of("SN1015", "The layers are split over several declarations");

    public static Problem LayersSplit(string net) => new(
        s_layersSplit,
        $"The layers of '{net}' must all stand on one of its partial declarations, because the order of several is undefined");

    private static readonly DiagnosticDescriptor s_noInput = Rule.Of("SN1016", "The net has no input");

    public static Problem NoInput(string net) =>
        new(s_noInput, $"'{net}' needs an [Input] above its first layer");

    private static readonly DiagnosticDescriptor s_inputAfterLayer = Rule.Of("SN1017", "An input stands below a layer");

    public static Problem InputAfterLayer(string net) =>
        new(s_inputAfterLayer, $"Every [Input] of '{net}' must stand above its first layer");

    private static readonly DiagnosticDescriptor s_noLayers = Rule.Of("SN1018", "The net has no layers");

    public static Problem NoLayers(string net) =>
        new(s_noLayers, $"'{net}' needs at least one layer below its [Input]");

    private static readonly DiagnosticDescriptor s_unknownLayer = Rule.Of("SN1019", "The layer is not one of StaticNets'");

    public static Problem UnknownLayer(string type) => new(
        s_unknownLayer,
        $"'{type}' derives from LayerAttribute but is not a layer of StaticNets, so the generator has no code for it; remove it");

    public const string ValueNotSeenId = "SN1020";

    private static readonly DiagnosticDescriptor s_valueNotSeen = Rule.Of(ValueNotSeenId, "The generator cannot see a value");

    public static Problem ValueNotSeen(string value, string? argument = null) =>
        new(s_valueNotSeen, $"The generator cannot see the value of {value}; use a literal or a const of this project", argument);

    private static readonly DiagnosticDescriptor s_baseWithoutConstructor =
        Rule.Of("SN1021", "The net's base class has no parameterless constructor");

    public static Problem BaseWithoutConstructor(string net, string baseType) => new(
        s_baseWithoutConstructor,
        $"The base class '{baseType}' of '{net}' needs an accessible constructor without parameters, because the generated "
            + $"constructor calls it");

    private static readonly DiagnosticDescriptor s_languageTooOld = Rule.Of("SN1022", "The project's C# is too old");

    public static Problem LanguageTooOld(string net) =>
        new(s_languageTooOld, $"The generated code of '{net}' needs C# 12 or later; raise the project's LangVersion");

    private static readonly DiagnosticDescriptor s_endlessBlock = Rule.Of("SN1030", "A block contains itself");

    public static Problem EndlessBlock(string block) =>
        new(s_endlessBlock, $"The block {block} contains itself; remove it from its own layers");

    private static readonly DiagnosticDescriptor s_emptyBlock = Rule.Of("SN1031", "A block has no layers");

    public static Problem EmptyBlock(string block) =>
        new(s_emptyBlock, $"The block {block} has no layers; put their attributes on its class");

    private static readonly DiagnosticDescriptor s_tooManyLayers = Rule.Of("SN1032", "A net has too many layers");

    public static Problem TooManyLayers(string net, int most) => new(
        s_tooManyLayers,
        $"The net {net} has more than {most} layers or uses of blocks, all repetitions counted; repeat blocks less often");

    private static readonly DiagnosticDescriptor s_noStaticNet = Rule.Of("SN1040", "A class has layers but is no net");

    public static Problem NoStaticNet(string type, string attribute, string wayOut) =>
        new(s_noStaticNet, $"'{type}' has [{attribute}] but no [StaticNet], so nothing is generated for it; {wayOut}");

    private static readonly DiagnosticDescriptor s_noCompile = Rule.Of("SN1041", "The net has no loss and no optimizer");

    public static Problem NoCompile(string net, string method) => new(
        s_noCompile,
        $"'{net}' has no [Compile], so it only predicts and has no {method}; "
            + $"add [Compile(Loss.MeanSquaredError, Optimizer.Adam)], or another loss, to it");

    private static readonly DiagnosticDescriptor s_noLoss = Rule.Of("SN1042", "The net has no loss");

    public static Problem NoLoss(string net, string method) => new(
        s_noLoss,
        $"'{net}' is compiled without a loss, so it has no {method}; "
            + $"name one as in [Compile(Loss.MeanSquaredError, Optimizer.Adam)], or call Forward and Backward");

    private static readonly DiagnosticDescriptor s_stubOfValidNet =
        Rule.Of("SN1099", "The generator saw an invalid net where the analyzer sees a valid one");

    public static Problem StubOfValidNet(string net, string message, string? argument) => new(
        s_stubOfValidNet,
        $"The generator took '{net}' for invalid and wrote a stub that throws: {message}; "
            + $"what it needs may come from another generator, which it cannot see",
        argument);

    public static readonly DiagnosticDescriptor[] All =
    [
        s_notPartial, s_containingTypeNotPartial, s_generic, s_static, s_abstract, s_fileLocal, s_record, s_notAClass, s_primaryConstructor,
        s_constructorTaken, s_constructorNotChained, s_memberNameTaken, s_netNameTaken, s_layersSplit, s_noInput, s_inputAfterLayer,
        s_noLayers, s_unknownLayer, s_valueNotSeen, s_baseWithoutConstructor, s_languageTooOld, s_endlessBlock, s_emptyBlock,
        s_tooManyLayers, s_noStaticNet, s_noCompile, s_noLoss, s_stubOfValidNet,
    ];
}
