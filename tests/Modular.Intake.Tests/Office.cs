using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Intake.Facts;
using Modular.Intake.Secrecy;
using Modular.Intake.Situations;
using Modular.Statistics.Facts;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Intake.Tests;

/// <summary>The nominative side at work on a real file, on the morning of 23 November 2026.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    private Office()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FixedTime(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(_folder.Path, "keys")));
        services.AddSqliteStorage(_folder.Path);
        services.AddIntake();
        services.AddSingleton<IAccessJournal>(Journal);
        services.AddSingleton<IFactSink>(Facts);
        _services = services.BuildServiceProvider();
        Journal.BesideChanges = _services.GetRequiredService<IPendingJournal>();
    }

    public static SituationScope Worker { get; } = SituationScope.Of(new SignedInAccount(Guid.NewGuid(), "intervenante", Role.Worker, ["dunkerque"]))!;

    public static SituationScope Elsewhere { get; } = SituationScope.Of(new SignedInAccount(Guid.NewGuid(), "autre", Role.Worker, ["pantin"]))!;

    public string Folder => _folder.Path;

    public KeptJournal Journal { get; } = new();

    public KeptFacts Facts { get; } = new();

    public SituationService Situations => Get<SituationService>();

    /// <summary>The same situations on another day.</summary>
    public SituationService At(TimeProvider time)
    {
        var store = Get<IIntakeStore>();
        return new SituationService(store, Journal, new SituationCipher(store, Get<PersonalCipher>(), Get<BlindIndex>(), time), time);
    }

    public static async Task<Office> OpenAsync()
    {
        var office = new Office();
        await office.Get<ISchema>().ApplyAsync();
        return office;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A situation of Dunkerque with what is typed besides.</summary>
    public async Task<Guid> SaveAsync(params (string, string)[] more)
    {
        var id = Guid.NewGuid();
        Assert.IsInstanceOfType<SaveResult.Saved>(await Situations.CreateAsync(Worker, TestSites.Dunkerque, id, Typing.Saved(more)));
        return id;
    }

    public async Task AddAsync(Guid situation, string form, params (string, string)[] typed) => Assert.IsInstanceOfType<SaveResult.Saved>(
        await Situations.PutEntryAsync(Worker, TestSites.Dunkerque, situation, Guid.NewGuid(), 0, Typing.Read(TestSites.Dunkerque, form, typed)));

    public Task ContactAsync(Guid situation, string on, string reached = "yes", params (string, string)[] more) =>
        AddAsync(situation, "contact", [("on", on), ("kind", "telephone"), ("reached", reached), .. more]);

    public Task CloseAsync(Guid situation, string on) => AddAsync(situation, "closing", ("closed_on", on), ("reason", "fin_intervention"));

    /// <summary>What stands on the other side of the wall.</summary>
    public async Task<IReadOnlyList<Fact>> PushedAsync()
    {
        await Get<PendingFacts>().BringAsync();
        return [.. Facts.ByOwner.Values.SelectMany(facts => facts)];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

internal sealed class KeptJournal : IAccessJournal
{
    private readonly List<JournalEntry> _entries = [];

    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>What happens as soon as something is in it.</summary>
    public Func<JournalEntry, Task> OnRecorded { get; set; } = _ => Task.CompletedTask;

    public Task RecordAsync(JournalEntry entry, CancellationToken cancellation = default)
    {
        lock (_entries)
        {
            _entries.Add(entry);
        }

        return OnRecorded(entry);
    }

    /// <summary>What the store wrote beside its changes.</summary>
    public IPendingJournal BesideChanges { get; set; } = null!;

    public async Task BringAsync(CancellationToken cancellation = default)
    {
        foreach (var (number, line) in await BesideChanges.ReadAsync(0, cancellation))
        {
            var entries = Enum.GetValues<JournalAct>()
                .Select(act => new JournalEntry(line.Account, line.Login, act, line.Site, line.Subject, line.Detail));
            await RecordAsync(entries.Single(entry => JournalChain.Line(line.At, entry) == line), cancellation);
            await BesideChanges.DoneAsync(number, cancellation);
        }
    }
}

internal sealed class KeptFacts : IFactSink
{
    public Dictionary<string, IReadOnlyList<Fact>> ByOwner { get; } = [];

    /// <summary>Set, pushing fails as when the other side's table is out of reach.</summary>
    public bool IsDown { get; set; }

    public Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default)
    {
        if (IsDown)
        {
            throw new IOException("The disk is full.");
        }

        foreach (var (owner, facts) in factsByOwner)
        {
            ByOwner[owner] = facts;
        }

        return Task.CompletedTask;
    }
}
