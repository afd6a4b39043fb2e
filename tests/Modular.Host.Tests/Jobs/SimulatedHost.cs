using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Host.Tests.Jobs;

/// <summary>
/// A host that rings when it is told to: the real ring, runner and ledger, the real deliveries, in a real file. Its jobs note what they did; by lot they fail,
/// or the host dies while they run, before or after they delivered.
/// </summary>
internal sealed class SimulatedHost(IReadOnlyList<JobPlan> plans, DateTimeOffset begin, DateTimeOffset end, int seed) : IJob, IAsyncDisposable
{
    private readonly Clock _clock = new(begin);
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _due = plans.ToDictionary(
        plan => plan.Key, plan => Calendar.Of(plan, begin, end.AddDays(60)));
    private readonly ConcurrentDictionary<(string Key, string Period), int> _runs = new();
    private readonly ConcurrentDictionary<(string Key, string Period), int> _delivered = new();
    private readonly ConcurrentDictionary<string, byte> _running = new();
    private readonly ConcurrentDictionary<JobRun, byte> _unwritten = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private string? _folder;
    private DataFolder _data = null!;
    private MortalLedger _ledger = null!;
    private DueJobs _ring = null!;
    private int _failures;
    private int _rings;

    public IReadOnlyList<string> Faults => [.. _faults];

    public int Kills { get; private set; }

    public int Restarts { get; private set; }

    public int Failures => _failures;

    public string Story => FormattableString.Invariant(
        $"{plans.Count} plans, {_rings} rings, {_runs.Count} periods, {_runs.Values.Sum()} runs, {Failures} failures, {Restarts} restarts, {Kills} kills");

    public DateTimeOffset Now => _clock.GetUtcNow();

    public IEnumerable<JobPlan> Plans() => plans;

    public async Task StartAsync()
    {
        _data = _folder is null ? await DataFolder.CreateAsync(_clock, Deliver) : await DataFolder.OpenAsync(_folder, _clock, Deliver);
        _folder = _data.Path;
        _ledger = new MortalLedger(_data.Get<IJobLedger>(), _unwritten);
        var jobs = new JobPlans([this]);
        _ring = new DueJobs(jobs, new JobRunner(jobs, _ledger, _clock, NullLogger<JobRunner>.Instance), NullLogger<DueJobs>.Instance);
        await _ledger.ReleaseInterruptedAsync(Now);
        await RoundAsync(beside: 1);

        // One logger for all of them: with another each time, EF would build its model anew at each start.
        static void Deliver(IServiceCollection services) => services.AddDeliveries(new MailSettings()).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
    }

    public async Task RestartAsync(TimeSpan off)
    {
        Restarts++;
        await _data.CloseAsync();
        MoveTo(Now + off);
        await StartAsync();
    }

    /// <summary>Never back.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        if (at > Now)
        {
            _clock.Advance(at - Now);
        }
    }

    public Task RingAsync(JobPlan plan, int beside) => HearAsync(() => _ring.PlanAsync(plan.Key, CancellationToken.None), beside);

    public Task RoundAsync(int beside) => HearAsync(() => _ring.RoundAsync(CancellationToken.None), beside);

    /// <summary>Whether the last period that fell due is delivered.</summary>
    public bool IsCaughtUp(JobPlan plan) =>
        plan.Schedule.Last(Now) is var last && (last.At <= begin || _delivered.ContainsKey((plan.Key, plan.PeriodOf(last.Day))));

    /// <summary>The periods that have fallen due by now.</summary>
    public IReadOnlyList<string> DueOf(JobPlan plan) => [.. _due[plan.Key].Where(due => due.Value <= Now).Select(due => due.Key)];

    public IReadOnlyList<string> DeliveredOf(JobPlan plan) => [.. _delivered.Keys.Where(one => one.Key == plan.Key).Select(one => one.Period)];

    /// <summary>What the deliveries' own store holds, one row a message.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync() =>
        [
            .. (await _data.Get<IDeliveryStore>().LatestAsync(int.MaxValue))
                .Select(one => $"{one.Delivery.Of.Report}@{one.Delivery.Of.Site} {one.Delivery.Of.Period}"),
        ];

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        // Another plan may have killed the host since this run was taken.
        _ledger.Live();
        var plan = plans.Single(plan => plan.Job == run.Job && plan.Site == run.Site);
        var attempt = _runs.AddOrUpdate((plan.Key, run.Period), 1, (_, before) => before + 1);
        Hold(_due[plan.Key].TryGetValue(run.Period, out var due) && due <= Now, $"{plan.Key} {run.Period} ran at {Now:u}, before it was due.");
        Hold(_running.TryAdd(plan.Key, 0), $"{plan.Key} ran beside itself.");
        try
        {
            await Task.Yield();
            await LiveThroughAsync(plan, run, LotOf(plan.Key + run.Period, attempt));
            return "Fait.";
        }
        finally
        {
            _running.TryRemove(plan.Key, out _);
        }
    }

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    private async Task LiveThroughAsync(JobPlan plan, JobRun run, int lot)
    {
        if (lot < 3)
        {
            _ledger.Die();
        }
        else if (lot < 25)
        {
            Interlocked.Increment(ref _failures);
            throw lot % 2 == 0 ? new JobFailedException("Le disque est plein.") : new InvalidOperationException("Madame Dupont");
        }

        _ledger.Live();
        if (plan is { CatchUp: CatchUp.Every, Site: { } site })
        {
            await _data.Get<DeliveryQueue>().PlanAsync(new MessageSubject(site, run.Job, run.Period), ["prefet@exemple.fr"], CancellationToken.None);
        }

        // Again only where the host died between the delivery and the ledger: then the delivery's own key holds the second back.
        var times = _delivered.AddOrUpdate((plan.Key, run.Period), 1, (_, before) => before + 1);
        Hold(times == 1 || _unwritten.ContainsKey(run), $"{plan.Key} {run.Period} was delivered {times} times.");
        if (lot < 28)
        {
            _ledger.Die();
        }
    }

    private async Task HearAsync(Func<Task> ring, int beside)
    {
        Interlocked.Add(ref _rings, beside);
        await Task.WhenAll(Enumerable.Range(0, beside).Select(_ => Task.Run(async () =>
        {
            try
            {
                await ring();
            }
            catch (DueJobsFailedException) when (_ledger.IsDead)
            {
                // As a process that is gone: nobody is told.
            }
        })));
        if (_ledger.IsDead)
        {
            Kills++;
            await RestartAsync(TimeSpan.FromMinutes(LotOf("off", Kills)));
        }
    }

    private void Hold(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>0 to 999, the same whatever runs beside it.</summary>
    private int LotOf(string what, int time) => new Random(what.Aggregate(seed + time, static (sum, letter) => unchecked((sum * 31) + letter))).Next(1000);
}
