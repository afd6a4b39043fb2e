using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Modular.Architecture.Tests.Assemblies;

/// <summary>What a built assembly uses and shows, read from its metadata without loading it.</summary>
internal sealed record BuiltAssembly(
    string Name,
    IReadOnlySet<string> References,
    IReadOnlySet<TypeUse> Types,
    IReadOnlySet<MemberUse> Members,
    IReadOnlySet<TypeUse> Implemented,
    IReadOnlyList<ShownType> Shown)
{
    private static readonly ConcurrentDictionary<string, BuiltAssembly> Known = new();

    public static BuiltAssembly Read(string file) => Known.GetOrAdd(file, ReadMetadata);

    private static BuiltAssembly ReadMetadata(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return new BuiltAssembly(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            metadata.TypeReferences.Select(handle => TypeNames.Of(metadata, handle)).ToHashSet(),
            metadata.MemberReferences.Select(handle => MemberOf(metadata, handle)).OfType<MemberUse>().ToHashSet(),
            metadata.TypeDefinitions.SelectMany(handle => ImplementedBy(metadata, handle)).ToHashSet(),
            [.. metadata.TypeDefinitions.Where(handle => IsShown(metadata, handle)).Select(handle => ShownType.Read(metadata, handle))]);
    }

    private static MemberUse? MemberOf(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        return member.Parent.Kind == HandleKind.TypeReference
            ? new MemberUse(TypeNames.Of(metadata, (TypeReferenceHandle)member.Parent).FullName, metadata.GetString(member.Name))
            : null;
    }

    /// <summary>The interfaces of other assemblies that a type implements; one within another type implements them for that.</summary>
    private static IEnumerable<TypeUse> ImplementedBy(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.IsNested ? [] : type.GetInterfaceImplementations()
            .Select(implemented => metadata.GetInterfaceImplementation(implemented).Interface)
            .Where(implemented => implemented.Kind == HandleKind.TypeReference)
            .Select(implemented => TypeNames.Of(metadata, (TypeReferenceHandle)implemented));
    }

    private static bool IsShown(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily => IsShown(metadata, type.GetDeclaringType()),
            _ => false,
        };
    }
}

/// <summary>A type that an assembly uses, and the assembly it is taken from.</summary>
internal sealed record TypeUse(string? Assembly, string FullName);

/// <summary>A method, property accessor or field that an assembly uses.</summary>
internal sealed record MemberUse(string Type, string Name);
