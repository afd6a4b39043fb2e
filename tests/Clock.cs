using System.Globalization;

namespace Modular.Tests;

/// <summary>A clock that stands where the test puts it. Link it from a test project: <c>&lt;Compile Include="../Clock.cs" /&gt;</c>.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public Clock(string now) : this(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
    {
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(string now) => _now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
}
