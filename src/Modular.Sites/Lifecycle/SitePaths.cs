namespace Modular.Sites.Lifecycle;

/// <param name="Plugins">One folder a site.</param>
/// <param name="Data">The data folder: under it, <c>sites/ID/HASH</c> holds the versions in use and the one before.</param>
internal sealed record SitePaths(string Plugins, string Data)
{
    /// <summary>False when the folder of plugins is not there itself: what is in it is not known then.</summary>
    public bool Answer => Directory.Exists(Plugins);

    /// <summary>The folders of the plugins folder, hidden ones left out, by name.</summary>
    public IReadOnlyList<string> List() => Answer
        ? [.. new DirectoryInfo(Plugins).EnumerateDirectories("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Select(folder => folder.FullName).Order(StringComparer.Ordinal)]
        : [];
}
