using Microsoft.Extensions.Logging;
using Modular.Access;
using Modular.Forms;

namespace Modular.Intake.Drafts;

/// <summary>What is being typed, for whoever types it alone. A draft ends when its page is saved or abandoned, or thirty days after its last change.</summary>
public sealed partial class DraftService
{
    /// <summary>Twice the longest form of the four sites, with each of its texts as long as it may be.</summary>
    public const int MostBytes = 256 * 1024;

    public const int Most = 50;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly IDraftStore _store;
    private readonly DraftCipher _cipher;
    private readonly TimeProvider _time;
    private readonly ILogger<DraftService> _log;
    private long _purgedIn;

    internal DraftService(IDraftStore store, DraftCipher sealer, TimeProvider time, ILogger<DraftService> log) =>
        (_store, _cipher, _time, _log) = (store, sealer, time, log);

    public DraftResult Keep(SituationScope scope, DraftSubject subject, TypedAnswers typed)
    {
        if (!scope.Sites.Contains(subject.Site))
        {
            return new DraftResult.OutOfScope();
        }

        Purge();
        var now = _time.GetUtcNow();
        return _cipher.Seal(scope, subject, typed, now, MostBytes) is not { } row
            ? new DraftResult.TooLong()
            : Try<DraftResult>(() => _store.Put(row, Most) ? new DraftResult.Kept(now) : new DraftResult.TooMany(), new DraftResult.Unwritable());
    }

    public Draft? Find(SituationScope scope, DraftSubject subject)
    {
        if (!scope.Sites.Contains(subject.Site) || Row(_cipher.Id(scope, subject)) is not { } row || IsOver(row))
        {
            return null;
        }

        var draft = _cipher.Open(row);
        if (draft is null)
        {
            Drop(row);
        }

        return draft;
    }

    public IReadOnlyList<DraftSummary> List(SituationScope scope)
    {
        Purge();
        var heads = new List<DraftSummary>();
        foreach (var row in Try(() => _store.Of(scope.Account), []).Where(row => scope.Sites.Contains(row.Site) && !IsOver(row)))
        {
            if (_cipher.Head(row) is { } head)
            {
                heads.Add(head);
            }
            else
            {
                Drop(row);
            }
        }

        return heads;
    }

    public void End(SituationScope scope, DraftSubject subject) => Remove(_cipher.Id(scope, subject));

    /// <returns>False when it is none of the account's in its sites.</returns>
    public bool End(SituationScope scope, string id)
    {
        var isTheirs = Row(id) is { } row && row.Account == scope.Account && scope.Sites.Contains(row.Site);
        if (isTheirs)
        {
            Remove(id);
        }

        return isTheirs;
    }

    /// <summary>Removes what is too old, once an hour of the clock; one that failed is tried again at the next call.</summary>
    public void Purge()
    {
        var now = _time.GetUtcNow();
        var hour = now.UtcTicks / TimeSpan.TicksPerHour;
        if (Interlocked.Read(ref _purgedIn) != hour && Try(() => _store.RemoveBefore(now - KeptFor)))
        {
            Interlocked.Exchange(ref _purgedIn, hour);
        }
    }

    private bool IsOver(DraftRow row) => row.At < _time.GetUtcNow() - KeptFor;

    private DraftRow? Row(string id) => Try(() => _store.Find(id), null);

    private void Remove(string id) => Try(() => _store.Remove(id));

    private void Drop(DraftRow row)
    {
        Remove(row.Id);
        Dropped(_log);
    }

    private bool Try(Action call) => Try(() =>
    {
        call();
        return true;
    }, false);

    /// <summary>A disk that is full, or a file that may not be opened, takes the drafts away and nothing else.</summary>
    private T Try<T>(Func<T> call, T otherwise)
    {
        try
        {
            return call();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Unwritable(_log, failure.GetType().Name);
            return otherwise;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A draft could not be opened with today's keys, and was dropped.")]
    private static partial void Dropped(ILogger log);

    [LoggerMessage(LogLevel.Error, "The file of drafts in the data folder cannot be opened or written ({Why}): what is being typed is not kept.")]
    private static partial void Unwritable(ILogger log, string why);
}
