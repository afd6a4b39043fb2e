using System.Diagnostics.Metrics;
using Modular.Host.State;
using Modular.Jobs.Background;

namespace Modular.Host.Telemetry;

/// <summary>What the page of the state tells, as figures. Read in rounds of its own: whoever collects them never waits for the data.</summary>
internal sealed class StateGauges : BackgroundLoop
{
    public const string MeterName = "Modular.State";

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private readonly HostStateReader _reader;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new(MeterName);
    private HostState? _state;

    public StateGauges(HostStateReader reader, TimeProvider time, ILogger<StateGauges> log)
        : base(Between, time, log)
    {
        (_reader, _time) = (reader, time);
        _meter.CreateObservableGauge("modular.data.ready", () => _state is { AnswerMilliseconds: not null } ? 1 : 0, "1", "1 when the data answer, else 0.");
        Tell("modular.data.answer.duration", "ms", "How long the data took to answer.", state => state.AnswerMilliseconds);
        Tell("modular.disk.free", "By", "Left on the disk of the data folder.", state => state.Room);
        Tell("modular.backup.age", "s", "Since the last backup.", state => state.BackedUpAt is { } at ? (long)(_time.GetUtcNow() - at).TotalSeconds : null);
        Tell("modular.jobs.failed", "{job}", "Jobs whose latest run failed.", state => state.FailedJobs);
        Tell("modular.deliveries.waiting", "{message}", "Messages that are yet to be sent.", state => state.WaitingDeliveries);
        Tell("modular.deliveries.given_up", "{message}", "Messages that are not tried any more.", state => state.GivenUpDeliveries);
        Tell("modular.sites.refused", "{site}", "Sites that were refused or stopped.", state => state.RefusedSites);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task RoundAsync(CancellationToken cancellation)
    {
        try
        {
            _state = await _reader.ReadAsync(cancellation);
        }
        catch
        {
            // Not what was true before.
            _state = null;
            throw;
        }
    }

    private void Tell(string name, string unit, string what, Func<HostState, long?> figure) => _meter.CreateObservableGauge(
        name, () => _state is { } state && figure(state) is { } told ? [new Measurement<long>(told)] : Array.Empty<Measurement<long>>(), unit, what);
}
