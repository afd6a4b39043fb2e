using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Storage.Backups;

namespace Modular.Host.Composition;

/// <summary>The folder of keys, made at the first use (a command that needs no key leaves none behind) and closed to every other account.</summary>
internal sealed class KeyFolder(string folder) : IXmlRepository
{
    private readonly Lazy<FileSystemXmlRepository> _files = new(() =>
    {
        PrivateFile.CreateFolder(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), NullLoggerFactory.Instance);
    });

    public IReadOnlyCollection<XElement> GetAllElements() => _files.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _files.Value.StoreElement(element, friendlyName);
}
