using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Files;

/// <summary>A method of the kernels that the runtime calls in a step or a part of one.</summary>
/// <param name="Method">The method of the kernel classes.</param>
/// <param name="Override">The method of the trainer that calls it: name and parameters.</param>
/// <param name="Arguments">What that passes for the parameters behind the memory.</param>
internal sealed record TrainerPhase(Signature Method, string Override, string Arguments)
{
    /// <summary>What the kernels take, passed on.</summary>
    public string Call => $"{Method.Name}({string.Join(", ", Method.Parameters.Select(parameter => parameter.Name))})";
}

/// <summary>The methods that a net has of those that the runtime calls, in the order in which it does.</summary>
internal static class TrainerPhases
{
    private const string Range = "int part, int worker, int n0, int n1";
    private const string Samples = "int n0, int n1";
    private const string Share = "int worker, int workers";

    public static IEnumerable<TrainerPhase> Of(KernelClass kernels)
    {
        if (!kernels.DeriveWeights.IsEmpty)
        {
            yield return new TrainerPhase(PassMethods.DeriveWeights, $"DeriveWeights({Share})", "worker, workers");
        }

        if (!kernels.Forward.IsEmpty)
        {
            yield return OfPass(PassMethods.Forward, kernels.Forward, "RunForward");
        }

        if (kernels.HasLoss)
        {
            yield return new TrainerPhase(PassMethods.ComputeLosses, $"ComputeLosses({Samples})", "n0, n1");
        }

        yield return new TrainerPhase(PassMethods.ShowOutputs, $"ShowOutputs({Samples})", "n0, n1");
        yield return new TrainerPhase(PassMethods.TakeOutputGradients, $"TakeOutputGradients({Samples})", "n0, n1");
        if (!kernels.Backward.IsEmpty)
        {
            yield return OfPass(PassMethods.Backward, kernels.Backward, "RunBackward");
        }

        if (!kernels.GiveInputGradients.IsEmpty)
        {
            yield return new TrainerPhase(PassMethods.GiveInputGradients, $"GiveInputGradients({Samples})", "n0, n1");
        }

        yield return new TrainerPhase(PassMethods.WeightGradients, $"WeightGradients({Share})", "worker, workers");
        if (!kernels.Statistics.IsEmpty)
        {
            yield return new TrainerPhase(PassMethods.UpdateStatistics, "UpdateStatistics()", "0");
        }
    }

    private static TrainerPhase OfPass(Signature pass, Orchestrator calls, string name)
    {
        return calls.Parts == 1
            ? new TrainerPhase(pass, $"{name}({Range})", "worker, n0, n1")
            : new TrainerPhase(PassMethods.InParts(pass), $"{name}({Range})", "part, worker, n0, n1");
    }
}
