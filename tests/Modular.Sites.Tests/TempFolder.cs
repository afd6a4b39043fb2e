namespace Modular.Sites.Tests;

internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modular-sites-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
