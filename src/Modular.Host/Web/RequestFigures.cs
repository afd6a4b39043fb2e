namespace Modular.Host.Web;

/// <summary>What was answered in the last hour, by route and never by address: for whoever has no tool that watches the host.</summary>
internal sealed class RequestFigures(TimeProvider time)
{
    public const int SlowMilliseconds = 1000;

    private const int Minutes = 60;

    /// <summary>Since when it counts: the host's start.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    private readonly Lock _lock = new();
    private readonly (long Minute, Dictionary<string, RouteFigures> Routes)[] _minutes = new (long, Dictionary<string, RouteFigures>)[Minutes];

    public void Count(string route, int status, long milliseconds)
    {
        var minute = Minute();
        lock (_lock)
        {
            ref var now = ref _minutes[minute % Minutes];
            if (now.Minute != minute)
            {
                now = (minute, []);
            }

            now.Routes[route] = now.Routes.GetValueOrDefault(route, RouteFigures.None).With(status, milliseconds);
        }
    }

    /// <summary>Those that failed first, then the slow ones, then the most asked for.</summary>
    public IReadOnlyList<(string Route, RouteFigures Figures)> LastHour()
    {
        var first = Minute() - Minutes;
        var all = new Dictionary<string, RouteFigures>();
        lock (_lock)
        {
            foreach (var (route, figures) in _minutes.Where(minute => minute.Minute > first && minute.Routes is not null).SelectMany(minute => minute.Routes))
            {
                all[route] = all.GetValueOrDefault(route, RouteFigures.None).With(figures);
            }
        }

        return
        [
            .. all.OrderByDescending(route => route.Value.Failed).ThenByDescending(route => route.Value.Slow).ThenByDescending(route => route.Value.Requests)
                .Select(route => (route.Key, route.Value)),
        ];
    }

    private long Minute() => time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
}

/// <param name="Failed">Answered with an error of ours (500 and above).</param>
/// <param name="Refused">To whom it was not open (401, 403), or too often asked (429).</param>
/// <param name="Slow">Took a second or more.</param>
/// <param name="Longest">Milliseconds.</param>
internal sealed record RouteFigures(int Requests, int Failed, int Refused, int Slow, long Longest)
{
    public static readonly RouteFigures None = new(0, 0, 0, 0, 0);

    public RouteFigures With(int status, long milliseconds) => With(new RouteFigures(
        1, status >= 500 ? 1 : 0, status is 401 or 403 or 429 ? 1 : 0, milliseconds >= RequestFigures.SlowMilliseconds ? 1 : 0, milliseconds));

    public RouteFigures With(RouteFigures other) => new(
        Requests + other.Requests, Failed + other.Failed, Refused + other.Refused, Slow + other.Slow, Math.Max(Longest, other.Longest));
}
