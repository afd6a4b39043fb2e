using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Modular.Architecture.Tests.Assemblies;

/// <summary>Full names as source spells them (<c>Namespace.Outer.Inner</c>), and every name that a signature mentions.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<IReadOnlyList<string>, object?>
{
    public static readonly TypeNames InSignature = new();

    public static TypeUse Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = Of(metadata, (TypeReferenceHandle)type.ResolutionScope);
            return outer with { FullName = $"{outer.FullName}.{name}" };
        }

        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : null;
        return new TypeUse(assembly, Qualified(metadata.GetString(type.Namespace), name));
    }

    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.IsNested ? $"{Of(metadata, type.GetDeclaringType())}.{name}" : Qualified(metadata.GetString(type.Namespace), name);
    }

    /// <summary>The types that a base, an interface or a constraint names.</summary>
    public static IReadOnlyList<string> Named(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => [Of(metadata, (TypeReferenceHandle)handle).FullName],
        HandleKind.TypeDefinition => [Of(metadata, (TypeDefinitionHandle)handle)],
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(InSignature, null),
        _ => [],
    };

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    public IReadOnlyList<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [Of(reader, handle)];

    public IReadOnlyList<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [Of(reader, handle).FullName];

    public IReadOnlyList<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public IReadOnlyList<string> GetGenericInstantiation(IReadOnlyList<string> genericType, ImmutableArray<IReadOnlyList<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(names => names)];

    public IReadOnlyList<string> GetFunctionPointerType(MethodSignature<IReadOnlyList<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(names => names)];

    public IReadOnlyList<string> GetModifiedType(IReadOnlyList<string> modifier, IReadOnlyList<string> unmodifiedType, bool isRequired) => unmodifiedType;

    public IReadOnlyList<string> GetArrayType(IReadOnlyList<string> elementType, ArrayShape shape) => elementType;

    public IReadOnlyList<string> GetSZArrayType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetByReferenceType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetPointerType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetPinnedType(IReadOnlyList<string> elementType) => elementType;

    public IReadOnlyList<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IReadOnlyList<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IReadOnlyList<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];
}
