using System.Collections.Generic;

namespace StaticNets.Serialization;

/// <summary>What a safetensors header says about one tensor. Only its form is checked.</summary>
internal sealed record SafetensorsEntry(string Name, string DataType, IReadOnlyList<long> Shape, long Begin, long End);
