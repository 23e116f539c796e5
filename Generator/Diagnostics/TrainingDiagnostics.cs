using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the loss, the optimizer and the metrics.</summary>
internal static class TrainingDiagnostics
{
    /// <summary>{0} the metric, {1} the loss, {2} a metric that fits.</summary>
    public static readonly DiagnosticDescriptor MetricDoesNotFit = new(
        "SN4001",
        "A metric does not fit the loss",
        "The metric {0} does not fit the loss {1}; use Metric.Accuracy or Metric.{2}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the last layer, {1} its shape.</summary>
    public static readonly DiagnosticDescriptor OneClass = new(
        "SN4002",
        "A sparse loss needs two classes",
        "SparseCategoricalCrossentropy needs at least 2 classes, but {0} left {1}; use Loss.BinaryCrossentropy for a single output",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the setting, {1} the optimizer, {2} its settings.</summary>
    public static readonly DiagnosticDescriptor SettingOfAnotherOptimizer = new(
        "SN4003",
        "The optimizer does not have this setting",
        "{0} is not a setting of Optimizer.{1}, which has {2}; remove it or choose another optimizer",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the last layer.</summary>
    public static readonly DiagnosticDescriptor NothingToTrain = new(
        "SN4004",
        "There is nothing to train",
        "No weight stands before {0}, so there is nothing to train; add a layer with weights or remove [Compile]",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the setting, {1} the loss, {2} the settings that it has.</summary>
    public static readonly DiagnosticDescriptor SettingOfAnotherLoss = new(
        "SN4010",
        "The loss does not have this setting",
        "{0} is not a setting of the loss {1}, which has {2}; remove it or choose another loss",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer's name, {1} the layer with the weights.</summary>
    public static readonly DiagnosticDescriptor OutputWithoutLoss = new(
        "SN4030",
        "An output has no loss",
        "The output '{0}' has no loss, so nothing trains the weights of {1}; give it a loss, such as "
            + "[Output(\"{0}\", Loss.MeanSquaredError)], or freeze them with Frozen = true",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer's name, {1} the argument.</summary>
    public static readonly DiagnosticDescriptor SettingWithoutLoss = new(
        "SN4031",
        "A setting of an output that has no loss",
        "The output '{0}' has no loss and so nothing to compare it with; remove {1}, or give it a loss",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the optimizer.</summary>
    public static readonly DiagnosticDescriptor NoProximalStep = new(
        "SN4020",
        "The optimizer has no proximal step",
        "Optimizer.{0} has no proximal step for L1 penalties; remove ProximalL1 or choose another optimizer",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the class.</summary>
    public static readonly DiagnosticDescriptor MetricsOfIgnored = new(
        "SN4040",
        "Metrics would count labels that the loss ignores",
        "{0} ignores labels of the class {1} in its loss, but metrics can't yet; remove Metrics or IgnoreClass",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the argument.</summary>
    public static readonly DiagnosticDescriptor NoLossInCompile = new(
        "SN4050",
        "[Compile] has no loss",
        "[Compile] has no loss, so the program gives the gradients of all outputs, and {0} has no use; remove it, or name the last "
            + "layer's loss in [Compile]",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        OutputWithoutLoss,
        SettingWithoutLoss,
        MetricDoesNotFit,
        OneClass,
        SettingOfAnotherOptimizer,
        NothingToTrain,
        SettingOfAnotherLoss,
        NoProximalStep,
        MetricsOfIgnored,
        NoLossInCompile,
    ];
}
