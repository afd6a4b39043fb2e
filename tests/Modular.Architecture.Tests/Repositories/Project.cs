using System.Xml.Linq;

namespace Modular.Architecture.Tests.Repositories;

/// <summary>A csproj as it stands on disk, with the references that its folder's Directory.Build.props adds.</summary>
internal sealed record Project(string Name, string File, string Assembly, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public string Folder => Path.GetDirectoryName(File)!;

    public static Project Read(string file)
    {
        var project = XDocument.Load(file);
        var inherited = Path.Combine(Path.GetDirectoryName(file)!, "..", "Directory.Build.props");
        XDocument[] sources = System.IO.File.Exists(inherited) ? [project, XDocument.Load(inherited)] : [project];
        var name = Path.GetFileNameWithoutExtension(file);
        return new Project(
            name,
            file,
            project.Descendants("AssemblyName").Select(element => element.Value).FirstOrDefault(name),
            [.. Included(sources, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Distinct()],
            [.. Included([project], "PackageReference")]);
    }

    // A reference for build order alone (ReferenceOutputAssembly="false") reaches nothing.
    private static IEnumerable<string> Included(IEnumerable<XDocument> sources, string item) =>
        from source in sources
        from element in source.Descendants(item)
        where (string?)element.Attribute("ReferenceOutputAssembly") != "false"
        let include = (string?)element.Attribute("Include")
        where include is not null
        select include;
}
