using Microsoft.Extensions.DependencyInjection;
using Modular.Intake.Drafts;

namespace Modular.Host.Tests.Situations;

[TestClass]
public sealed class DraftsEveryHourTests
{
    [TestMethod]
    public async Task What_is_too_old_goes_after_the_start_and_every_hour_though_nobody_works()
    {
        var (clock, store) = (new HourlyClock(), new NoDrafts());
        await using var host = await HostUnderTest.StartAsync(options => options with
        {
            Services = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IDraftStore>(store),
        });
        await store.Removed(1);
        clock.Hour();
        await store.Removed(2);
        Assert.AreEqual(TimeSpan.FromHours(1), store.Removals[1] - store.Removals[0]);
    }

    [TestMethod]
    public async Task A_removal_that_fails_is_tried_again_at_the_next_call_and_one_that_did_not_is_not()
    {
        var store = new NoDrafts { IsFull = true };
        await using var host = await HostUnderTest.StartAsync(options => options with
        {
            Services = services => services.AddSingleton<TimeProvider>(new HourlyClock()).AddSingleton<IDraftStore>(store),
        });
        await store.Removed(1);
        store.IsFull = false;
        var book = host.Services.GetRequiredService<DraftService>();
        book.Purge();
        book.Purge();
        Assert.HasCount(2, store.Removals);
    }

    /// <summary>An hour ends when the test says so; every other timer is the system's.</summary>
    private sealed class HourlyClock : TimeProvider
    {
        private readonly List<Action> _hourly = [];
        private DateTimeOffset _now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != TimeSpan.FromHours(1))
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            _hourly.Add(() => callback(state));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Hour()
        {
            _now += TimeSpan.FromHours(1);
            _hourly.ForEach(tick => tick());
        }
    }

    private sealed class NoDrafts : IDraftStore
    {
        public List<DateTimeOffset> Removals { get; } = [];

        private readonly TaskCompletionSource[] _removed = [new(), new()];

        public bool IsFull { get; set; }

        public bool Put(DraftRow row, int most) => true;

        public DraftRow? Find(string id) => null;

        public IReadOnlyList<DraftRow> Of(Guid account) => [];

        public void Remove(string id)
        {
        }

        public void RemoveBefore(DateTimeOffset at)
        {
            Removals.Add(at);
            _removed[Removals.Count - 1].SetResult();
            if (IsFull)
            {
                throw new IOException("The disk is full.");
            }
        }

        /// <summary>Returns once that many removals were tried.</summary>
        public Task Removed(int times) => _removed[times - 1].Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
