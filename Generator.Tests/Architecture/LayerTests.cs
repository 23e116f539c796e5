using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNets.Generator.Layers;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>A layer says what it reads, what shape it has and what it computes; nobody asks which layer it is.</summary>
public sealed class LayerTests
{
    private const int MostMembers = 8;
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void It_has_few_members_to_write()
    {
        IEnumerable<MemberInfo> methods = typeof(Layer).GetMethods(Declared).Where(method => IsOpen(method) && !method.IsSpecialName);
        IEnumerable<MemberInfo> properties = typeof(Layer).GetProperties(Declared)
            .Where(property => property.GetAccessors(nonPublic: true).Any(IsOpen));
        string[] members = [.. methods.Concat(properties).Select(member => member.Name)];

        Assert.InRange(members.Length, 1, MostMembers);

        static bool IsOpen(MethodInfo method) => method.IsVirtual && !method.IsFinal;
    }

    /// <summary>
    /// Neither by a type test nor by a cast, a pattern or a type argument: outside their folder no kind of layer is a type.
    /// </summary>
    [Fact]
    public void Nobody_outside_asks_which_layer_it_is()
    {
        HashSet<string> kinds =
        [
            .. typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer))).Select(type => type.Name.Split('`')[0]),
        ];
        string[] wrong =
        [
            .. from file in GeneratorSource.All
               where !file.Path.StartsWith("Layers/", StringComparison.Ordinal)
               from name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
               where kinds.Contains(name.Identifier.Text) && !IsOwnerOfConstant(name)
               select file.At(name),
        ];

        Assert.NotEmpty(kinds);
        Assert.Empty(wrong);

        static bool IsOwnerOfConstant(SimpleNameSyntax name) =>
            name.Parent is MemberAccessExpressionSyntax access && access.Expression == name;
    }
}
