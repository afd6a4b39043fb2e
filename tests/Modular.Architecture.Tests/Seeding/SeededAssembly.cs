using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Modular.Architecture.Tests.Seeding;

/// <summary>A real assembly file with just the references and the public types that a rule is to trip over.</summary>
internal sealed class SeededAssembly
{
    private readonly MetadataBuilder _metadata = new();
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = [];
    private readonly string _name;

    public SeededAssembly(string name)
    {
        _name = name;
        _metadata.AddAssembly(_metadata.GetOrAddString(name), new Version(1, 0, 0, 0), default, default, default, default);
        _metadata.AddModule(0, _metadata.GetOrAddString(name + ".dll"), _metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        AddType("", "<Module>", default);
    }

    public SeededAssembly Uses(string assembly, string space, string type, string? member = null)
    {
        var reference = TypeOf(assembly, space, type);
        if (member is not null)
        {
            _metadata.AddMemberReference(
                reference, _metadata.GetOrAddString(member),
                Signature(encoder => encoder.MethodSignature().Parameters(0, returns => returns.Void(), _ => { })));
        }

        return this;
    }

    /// <summary>A public static class; <paramref name="holding"/> is the type of its one public field.</summary>
    public SeededAssembly Shows(string space, string type, (string Assembly, string Space, string Type)? holding = null)
    {
        AddType(space, type, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        if (holding is { } held)
        {
            var heldType = TypeOf(held.Assembly, held.Space, held.Type);
            _metadata.AddFieldDefinition(
                FieldAttributes.Public | FieldAttributes.Static,
                _metadata.GetOrAddString("Held"),
                Signature(encoder => encoder.Field().Type().Type(heldType, isValueType: false)));
        }

        return this;
    }

    /// <summary>A class that implements an interface of another assembly.</summary>
    public SeededAssembly Implements(string space, string type, (string Assembly, string Space, string Type) implemented)
    {
        _metadata.AddInterfaceImplementation(
            AddType(space, type, TypeAttributes.Sealed), TypeOf(implemented.Assembly, implemented.Space, implemented.Type));
        return this;
    }

    public void WriteTo(string folder)
    {
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), new BlobBuilder()).Serialize(image);
        File.WriteAllBytes(Path.Combine(folder, _name + ".dll"), image.ToArray());
    }

    private TypeReferenceHandle TypeOf(string assembly, string space, string type) =>
        _metadata.AddTypeReference(ReferenceTo(assembly), _metadata.GetOrAddString(space), _metadata.GetOrAddString(type));

    private AssemblyReferenceHandle ReferenceTo(string assembly)
    {
        if (!_assemblies.TryGetValue(assembly, out var handle))
        {
            handle = _metadata.AddAssemblyReference(_metadata.GetOrAddString(assembly), new Version(1, 0, 0, 0), default, default, default, default);
            _assemblies[assembly] = handle;
        }

        return handle;
    }

    private TypeDefinitionHandle AddType(string space, string name, TypeAttributes attributes) => _metadata.AddTypeDefinition(
        attributes,
        _metadata.GetOrAddString(space),
        _metadata.GetOrAddString(name),
        default,
        MetadataTokens.FieldDefinitionHandle(_metadata.GetRowCount(TableIndex.Field) + 1),
        MetadataTokens.MethodDefinitionHandle(1));

    private BlobHandle Signature(Action<BlobEncoder> write)
    {
        var blob = new BlobBuilder();
        write(new BlobEncoder(blob));
        return _metadata.GetOrAddBlob(blob);
    }
}
