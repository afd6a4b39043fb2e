namespace Modular.Sites.Lifecycle;

/// <param name="Plugins">One folder a site.</param>
/// <param name="Data">The data folder: under it, <c>sites/ID/HASH</c> holds the versions in use and the one before.</param>
internal sealed record SitePaths(string Plugins, string Data)
{
    /// <summary>The folders of the plugins folder, hidden ones left out, by name.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(Plugins)
        ? [.. new DirectoryInfo(Plugins).EnumerateDirectories("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Select(folder => folder.FullName).Order(StringComparer.Ordinal)]
        : [];
}
