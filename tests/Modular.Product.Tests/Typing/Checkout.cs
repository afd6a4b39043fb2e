using System.Diagnostics;

namespace Modular.Product.Tests.Typing;

/// <summary>
/// The project as somebody has just cloned it, in a folder of its own: no bin, no obj, no data. Commands are typed in it one after the other, as one person
/// does.
/// </summary>
internal sealed class Checkout : IAsyncDisposable
{
    private static readonly string[] NotCloned = [".git", ".vs", ".idea", "bin", "obj", "data", "TestResults", "node_modules"];

    private readonly SemaphoreSlim _keyboard = new(1);
    private readonly HashSet<string> _cloned;

    private Checkout(string folder, HashSet<string> cloned) => (Folder, _cloned) = (folder, cloned);

    public string Folder { get; }

    public static Checkout Clone()
    {
        var folder = Directory.CreateTempSubdirectory("modular-checkout-").FullName;
        var cloned = new HashSet<string>();
        foreach (var file in Files(Root()))
        {
            cloned.Add(file);
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Root(), file), copy);
        }

        return new Checkout(folder, cloned);
    }

    /// <summary>Files that are neither cloned nor of a kind that git ignores.</summary>
    public IReadOnlyList<string> Strays => [.. Files(Folder).Where(file => !_cloned.Contains(file)).Order(StringComparer.Ordinal)];

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Types a line in the shell of this machine and waits for its end.</summary>
    /// <param name="line">As it stands in the README.</param>
    /// <param name="from">The folder where the person stands, from the top of the checkout.</param>
    public async Task<Answer> TypeAsync(string line, string from = ".")
    {
        await _keyboard.WaitAsync();
        try
        {
            return await Shell.RunAsync(line, Path.Combine(Folder, from));
        }
        finally
        {
            _keyboard.Release();
        }
    }

    /// <summary>Types a line that serves; returns when <paramref name="started"/> says that it does.</summary>
    public async Task<T> ServeAsync<T>(string line, Func<ProcessStartInfo, Task<T>> started)
    {
        await _keyboard.WaitAsync();
        try
        {
            return await started(Shell.Start(line, Folder));
        }
        finally
        {
            _keyboard.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _keyboard.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string> Files(string root) =>
        Below(new DirectoryInfo(root)).Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(below => !NotCloned.Contains(below.Name)).SelectMany(Below))
        .Where(file => file.Name != ".git");

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Modular.sln is not above these tests.");
    }
}
