using System;

namespace StaticNets.Tests.Checks;

/// <summary>A check that found a difference. Not xunit's exception, because the checks also run in processes without xunit.</summary>
internal sealed class CheckFailure(string message) : Exception(message);
