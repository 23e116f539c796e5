using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>Walks everything that a cached value holds on to. A symbol, a node or a location in it would keep old compilations alive and break the cache.</summary>
internal static class ModelWalk
{
    private static readonly Type[] s_banned =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxReference), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(AttributeData), typeof(SemanticModel), typeof(SourceText)];

    public static void AssertPlain(object? value) => Walk(value, "value", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(s_banned.Any(banned => banned.IsInstanceOfType(value)), $"{path} is a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // A null field counts by what it could hold.
                Assert.False(s_banned.Any(banned => banned.IsAssignableFrom(field.FieldType)), $"{path}.{field.Name} is a {field.FieldType}.");
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), path + "." + field.Name, seen);
                }
            }
        }
    }
}
