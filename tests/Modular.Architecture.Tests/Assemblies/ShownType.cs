using System.Reflection;
using System.Reflection.Metadata;

namespace Modular.Architecture.Tests.Assemblies;

/// <summary>A type that other assemblies can see, and every type that its visible signatures name.</summary>
/// <param name="FullName">As source spells it.</param>
/// <param name="Signatures">Every type named by its base, its interfaces and its visible members.</param>
/// <param name="HasConstants">Whether others may use constants of it: the compiler copies them, so that a use leaves no trace in metadata.</param>
internal sealed record ShownType(string FullName, IReadOnlySet<string> Signatures, bool HasConstants)
{
    public static ShownType Read(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var fields = type.GetFields().Select(metadata.GetFieldDefinition).ToList();
        var methods = type.GetMethods().Select(metadata.GetMethodDefinition).ToList();
        HashSet<string> signatures =
        [
            .. type.BaseType.IsNil ? [] : TypeNames.Named(metadata, type.BaseType),
            .. type.GetInterfaceImplementations()
                .SelectMany(implemented => TypeNames.Named(metadata, metadata.GetInterfaceImplementation(implemented).Interface)),
            .. fields.Where(field => IsShown(field.Attributes)).SelectMany(field => field.DecodeSignature(TypeNames.InSignature, null)),
            .. methods.Where(method => IsShown(method.Attributes)).SelectMany(method => Named(metadata, method)),
            .. type.GetGenericParameters().SelectMany(parameter => Constraints(metadata, parameter)),
        ];
        return new ShownType(
            TypeNames.Of(metadata, handle),
            signatures,
            fields.Any(field => field.Attributes.HasFlag(FieldAttributes.Literal) && IsShown(field.Attributes)));
    }

    private static IEnumerable<string> Named(MetadataReader metadata, MethodDefinition method)
    {
        var signature = method.DecodeSignature(TypeNames.InSignature, null);
        return
        [
            .. signature.ReturnType, .. signature.ParameterTypes.SelectMany(names => names),
            .. method.GetGenericParameters().SelectMany(parameter => Constraints(metadata, parameter)),
        ];
    }

    private static IEnumerable<string> Constraints(MetadataReader metadata, GenericParameterHandle parameter) =>
        metadata.GetGenericParameter(parameter).GetConstraints()
            .SelectMany(constraint => TypeNames.Named(metadata, metadata.GetGenericParameterConstraint(constraint).Type));

    private static bool IsShown(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsShown(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
