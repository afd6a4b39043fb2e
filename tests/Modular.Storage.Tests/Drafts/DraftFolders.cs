using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Intake.Drafts;
using Modular.Storage.Drafts;
using Modular.Tests;

namespace Modular.Storage.Tests.Drafts;

/// <summary>Data folders with drafts in them, as hosts leave them that ended, were killed, or still run.</summary>
internal static class DraftFolders
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static readonly Guid Account = Guid.NewGuid();

    public static string FileIn(string folder) => Path.Combine(folder, "drafts.db");

    /// <summary>Opens a folder as a host does whose log is kept.</summary>
    public static Task<DataFolder> OpenAsync(string path, List<string> said) =>
        DataFolder.OpenAsync(path, new Clock(Noon), services => services.AddSingleton<ILogger<DraftFile>>(new KeptLog(said)));

    /// <summary>A folder as a host leaves it that ended, with so many drafts.</summary>
    public static async Task<string> LeftAsync(int drafts, int length = 20_000)
    {
        var data = await DataFolder.CreateAsync(new Clock(Noon));
        for (var id = 0; id < drafts; id++)
        {
            Put(data, $"{id}", length);
        }

        await data.CloseAsync();
        return data.Path;
    }

    /// <summary>The drafts of a folder as they are at this moment, for a host that starts after a kill.</summary>
    public static async Task<string> KilledAsync(DataFolder data)
    {
        var killed = Directory.CreateTempSubdirectory("modular-killed-").FullName;
        foreach (var file in Directory.GetFiles(data.Path, "drafts*"))
        {
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var to = File.Create(Path.Combine(killed, Path.GetFileName(file)));
            await from.CopyToAsync(to);
        }

        return killed;
    }

    public static void Put(DataFolder data, string id, int length = 20_000) =>
        Assert.IsTrue(data.Get<IDraftStore>().Put(DraftStoreTests.Row(id, Account, Noon, new string('x', length)), 99));

    public static IReadOnlyList<string> Ids(DataFolder data) =>
        [.. data.Get<IDraftStore>().Of(Account).Select(row => row.Id).Order(StringComparer.Ordinal)];

    private sealed class KeptLog(List<string> said) : ILogger<DraftFile>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                said.Add(formatter(state, exception));
            }
        }
    }
}
