using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>The methods of kernel classes that run a pass over the whole net, and what their bodies call things of no layer.</summary>
internal static class PassMethods
{
    private static readonly MethodParameter s_weights = new("ref float", "w");
    private static readonly MethodParameter s_workspace = new("ref float", "workspace");
    private static readonly MethodParameter s_count = new("int", "n");
    private static readonly MethodParameter s_losses = new("ref float", "losses");
    private static readonly MethodParameter s_memory = new("TrainingMemory", "memory");
    private static readonly MethodParameter s_worker = new("int", "worker");
    private static readonly MethodParameter[] s_share = [s_memory, s_worker, new("int", "workers")];
    private static readonly MethodParameter s_part = new("int", "part");
    private static readonly MethodParameter[] s_samples = [new("int", "n0"), new("int", "n1")];
    private static readonly MethodParameter[] s_range = [s_worker, .. s_samples];

    public static readonly MethodParameter Labels = new("ref int", "labels");
    public static readonly MethodParameter Targets = new("ref float", "targets");

    public static readonly Signature Predict = new("Predict", [s_weights, s_workspace, s_count]);
    public static readonly Signature PrepareWeights = new("PrepareWeights", [s_weights]);
    public static readonly Signature DeriveWeights = new("DeriveWeights", s_share);
    public static readonly Signature FrozenLayers = new("RunFrozenLayers", [s_memory, .. s_range]);
    public static readonly Signature Forward = new("Forward", [s_memory, .. s_range]);
    public static readonly Signature ComputeLosses = new("ComputeLosses", [s_memory, .. s_samples]);
    public static readonly Signature ShowOutputs = new("ShowOutputs", [s_memory, .. s_samples]);
    public static readonly Signature TakeOutputGradients = new("TakeOutputGradients", [s_memory, .. s_samples]);
    public static readonly Signature Backward = new("Backward", [s_memory, .. s_range]);
    public static readonly Signature GiveInputGradients = new("GiveInputGradients", [s_memory, .. s_samples]);
    public static readonly Signature WeightGradients = new("WeightGradients", s_share);
    public static readonly Signature UpdateStatistics = new("UpdateStatistics", [s_memory, s_worker]);

    private static readonly Signature[] s_all =
    [
        Predict, PrepareWeights, PredictLoss([Labels, Targets]), DeriveWeights, FrozenLayers, Forward, ComputeLosses, ShowOutputs,
        TakeOutputGradients, Backward, GiveInputGradients, WeightGradients, UpdateStatistics, InParts(Forward),
    ];

    /// <summary>What the methods are called.</summary>
    public static IEnumerable<string> Names => s_all.Select(method => method.Name);

    /// <summary>
    /// What their bodies call the parameters, the weights and their gradients, the memory of a layer's own, and the samples of a block.
    /// </summary>
    public static IEnumerable<string> Variables =>
        s_all.SelectMany(method => method.Parameters).Select(parameter => parameter.Name).Concat(["dw", "scratch", "first", "end"]);

    /// <summary>The method that chooses among the parts of a pass.</summary>
    public static Signature InParts(Signature pass) => pass with { Parameters = [s_memory, s_part, .. s_range] };

    /// <param name="known">What outputs are compared with.</param>
    public static Signature PredictLoss(IEnumerable<MethodParameter> known) =>
        new("Loss", [s_weights, s_workspace, .. known, s_losses, s_count]);
}
