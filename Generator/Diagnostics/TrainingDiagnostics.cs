using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the loss, the optimizer and the metrics.</summary>
internal static class TrainingDiagnostics
{
    private static readonly DiagnosticDescriptor s_metricDoesNotFit = Rule.Of("SN4001", "A metric does not fit the loss");

    public static Problem MetricDoesNotFit(string metric, string loss, Metric fitting) =>
        new(s_metricDoesNotFit, $"The metric {metric} does not fit the loss {loss}; use Metric.Accuracy or Metric.{fitting}", "Metrics");

    private static readonly DiagnosticDescriptor s_oneClass = Rule.Of("SN4002", "A sparse loss needs two classes");

    public static Problem OneClass(string layer, Shape shape) => new(
        s_oneClass,
        $"SparseCategoricalCrossentropy needs at least 2 classes, but {layer} left {shape}; "
            + $"use Loss.BinaryCrossentropy for a single output",
        "Loss");

    private static readonly DiagnosticDescriptor s_settingOfAnotherOptimizer =
        Rule.Of("SN4003", "The optimizer does not have this setting");

    public static Problem SettingOfAnotherOptimizer(string setting, string optimizer, string settings) => new(
        s_settingOfAnotherOptimizer,
        $"{setting} is not a setting of Optimizer.{optimizer}, which has {settings}; remove it or choose another optimizer",
        setting);

    private static readonly DiagnosticDescriptor s_nothingToTrain = Rule.Of("SN4004", "There is nothing to train");

    public static Problem NothingToTrain(string layer) => new(
        s_nothingToTrain,
        $"No weight stands before {layer}, so there is nothing to train; add a layer with weights or remove [Compile]");

    private static readonly DiagnosticDescriptor s_settingOfAnotherLoss = Rule.Of("SN4010", "The loss does not have this setting");

    public static Problem SettingOfAnotherLoss(string setting, string loss, string settings) => new(
        s_settingOfAnotherLoss,
        $"{setting} is not a setting of the loss {loss}, which has {settings}; remove it or choose another loss",
        setting);

    private static readonly DiagnosticDescriptor s_noProximalStep = Rule.Of("SN4020", "The optimizer has no proximal step");

    public static Problem NoProximalStep(string optimizer) => new(
        s_noProximalStep,
        $"Optimizer.{optimizer} has no proximal step for L1 penalties; remove ProximalL1 or choose another optimizer",
        "ProximalL1");

    private static readonly DiagnosticDescriptor s_outputWithoutLoss = Rule.Of("SN4030", "An output has no loss");

    public static Problem OutputWithoutLoss(string output, string untrained) => new(
        s_outputWithoutLoss,
        $"The output '{output}' has no loss, so nothing trains the weights of {untrained}; "
            + $"give it a loss, such as [Output(\"{output}\", Loss.MeanSquaredError)], or freeze them with Frozen = true");

    private static readonly DiagnosticDescriptor s_settingWithoutLoss = Rule.Of("SN4031", "A setting of an output that has no loss");

    public static Problem SettingWithoutLoss(string output, string setting) => new(
        s_settingWithoutLoss,
        $"The output '{output}' has no loss and so nothing to compare it with; remove {setting}, or give it a loss",
        setting);

    private static readonly DiagnosticDescriptor s_metricsOfIgnored = Rule.Of("SN4040", "Metrics would count labels that the loss ignores");

    public static Problem MetricsOfIgnored(string layer, int ignored) => new(
        s_metricsOfIgnored,
        $"{layer} ignores labels of the class {ignored} in its loss, but metrics can't yet; remove Metrics or IgnoreClass",
        "Metrics");

    private static readonly DiagnosticDescriptor s_noLossInCompile = Rule.Of("SN4050", "[Compile] has no loss");

    public static Problem NoLossInCompile(string setting) => new(
        s_noLossInCompile,
        $"[Compile] has no loss, so the program gives the gradients of all outputs, and {setting} has no use; "
            + $"remove it, or name the last layer's loss in [Compile]",
        setting);

    public static readonly DiagnosticDescriptor[] All =
    [
        s_metricDoesNotFit, s_oneClass, s_settingOfAnotherOptimizer, s_nothingToTrain, s_settingOfAnotherLoss, s_noProximalStep,
        s_outputWithoutLoss, s_settingWithoutLoss, s_metricsOfIgnored, s_noLossInCompile,
    ];
}
