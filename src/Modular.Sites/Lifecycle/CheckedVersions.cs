using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Modular.Sites.Lifecycle;

/// <summary>
/// The versions that passed every check of this host, by content: they are judged once, not at each start and command. Any other build of the host, or of the
/// runtime under it, judges them again.
/// </summary>
internal sealed partial class CheckedVersions(SitePaths paths, ILogger<CheckedVersions> log)
{
    /// <summary>More than a host ever has sites: what was passed longest ago is forgotten.</summary>
    private const int Most = 500;

    private readonly Lock _access = new();
    private readonly string _file = Path.Combine(paths.Data, "sites", "passed.json");
    private List<string>? _passed;
    private bool _isNew;

    public bool Has(string hash)
    {
        lock (_access)
        {
            return (_passed ??= Read()).Contains(hash);
        }
    }

    public void Add(string hash)
    {
        lock (_access)
        {
            _passed ??= Read();
            if (!_passed.Contains(hash))
            {
                _passed.Add(hash);
                _isNew = true;
            }
        }
    }

    /// <summary>For the next start or command. What cannot be kept is judged again, nothing worse.</summary>
    public void Keep()
    {
        lock (_access)
        {
            if (!_isNew)
            {
                return;
            }

            try
            {
                // Another process may have kept some meanwhile.
                _passed = [.. Read().Union(_passed!).TakeLast(Most)];
                Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
                var unfinished = $"{_file}.{Guid.NewGuid():N}";
                File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(new Register(HostBuild, _passed)));
                File.Move(unfinished, _file, overwrite: true);
                _isNew = false;
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                LogUnwritten(log, unwritable.GetType().Name);
            }
        }
    }

    private List<string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Register>(File.ReadAllBytes(_file)) is { } kept && kept.Host == HostBuild ? [.. kept.Passed] : [];
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    /// <summary>The host's assemblies by name, size and date, the runtime, and the common core that codes are checked against.</summary>
    private static string HostBuild { get; } = Build(AppContext.BaseDirectory);

    private static string Build(string folder)
    {
        var build = new StringBuilder(Environment.Version.ToString()).Append(' ').Append(Nomenclature.Hash);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.dll").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            build.Append(CultureInfo.InvariantCulture, $"|{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(build.ToString())))[..32];
    }

    [LoggerMessage(LogLevel.Warning, "Which versions of sites passed their checks could not be written down ({Reason}): the next start checks them again.")]
    private static partial void LogUnwritten(ILogger log, string reason);

    private sealed record Register(string Host, IReadOnlyList<string> Passed);
}
