using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Intake.Secrecy;
using Modular.Storage.Backups;

namespace Modular.Storage.Keys;

/// <summary>The folder of keys, made at the first use (a command that needs no key leaves none behind) and closed to every other account.</summary>
public sealed class KeyFolder(string folder) : IXmlRepository, IKeyFiles
{
    private readonly Lazy<FileSystemXmlRepository> _files = new(() =>
    {
        PrivateFile.CreateFolder(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), NullLoggerFactory.Instance);
    });

    /// <summary>The keys of a data folder.</summary>
    public static KeyFolder Of(IDatabase database) => new(Path.Combine(database.DataFolder, "keys"));

    public string Folder => folder;

    public IReadOnlyList<string> OfSharing => [];

    public IReadOnlyList<string> Names() =>
        Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Length > 0).Select(file => file.Name)] : [];

    public IReadOnlyCollection<XElement> GetAllElements() => _files.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _files.Value.StoreElement(element, friendlyName);

    /// <summary>It is one host's alone.</summary>
    public void Share()
    {
    }

    public byte[] ReadOrAdd(string name, Func<byte[]> make)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            PrivateFile.CreateFolder(folder);
            // Another process may be first: its key counts.
            PrivateFile.Add(file, make());
        }

        return File.ReadAllBytes(file);
    }
}
