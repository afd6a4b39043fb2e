using System.Collections.Concurrent;
using System.Reflection;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;

namespace Modular.Sites.Loading;

/// <summary>
/// A site's rules as the host calls them. A throw refuses what was asked and is counted; what comes back is enumerated here, bounded and copied, so
/// that no lazy list and no type of the plugin outlives the call.
/// </summary>
/// <param name="code">Held so that the plugin's code stays loaded for as long as somebody can call it.</param>
internal sealed class GuardedRules(SiteDefinition site, IReadOnlyDictionary<string, FormDefinition> forms, SiteRules rules, PluginCode? code, TimeProvider time)
    : SiteRules
{
    public const int FailuresAllowed = 10;
    public static readonly TimeSpan FailureWindow = TimeSpan.FromMinutes(10);

    private const int MostItems = 1000;

    private readonly ConcurrentQueue<DateTimeOffset> _failures = new();

    /// <summary>The assembly that the rules come from.</summary>
    public Assembly Code => rules.GetType().Assembly;

    /// <summary>Raised once a rule threw <see cref="FailuresAllowed"/> times within <see cref="FailureWindow"/>.</summary>
    public event Action<RuleFailedException>? FailedTooOften;

    public override IEnumerable<Finding> Check(SituationDraft draft) =>
        Guard(nameof(Check), () => Copy(rules.Check(draft), finding => new Finding(finding.Field, Known(finding.Severity), Said(finding.Sentence))));

    public override Priority Prioritise(SituationView situation) => Guard(nameof(Prioritise), () =>
    {
        var priority = rules.Prioritise(situation);
        return new Priority(Known(priority.Level), Copy(priority.Reasons, Said), priority.ContactBefore);
    });

    public override IReadOnlyDictionary<string, string> Derive(SituationDraft draft) => Guard(nameof(Derive), () =>
    {
        var computed = forms.TryGetValue(draft.Form, out var form) ? form.Fields.Where(field => field.Compute == Computation.Rules)
            .ToDictionary(field => field.Id) : [];
        return Copy(rules.Derive(draft), value => value).Where(value => computed.ContainsKey(value.Key))
            .ToDictionary(value => value.Key, value => Option(computed[value.Key], value.Value));
    });

    public override IEnumerable<Reminder> Remind(SituationView situation, DateOnly today) =>
        Guard(nameof(Remind), () => Copy(rules.Remind(situation, today), reminder => new Reminder(Said(reminder.Code), Said(reminder.Sentence))));

    public override IEnumerable<CoverGap> JudgeWeek(WeekCover week) =>
        Guard(nameof(JudgeWeek), () => Copy(rules.JudgeWeek(week), gap => new CoverGap(gap.Start, gap.End, Said(gap.Sentence))));

    private T Guard<T>(string rule, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception thrown)
        {
            // Neither the exception nor its message goes on: it may hold what a person said, and it would keep the plugin's code loaded.
            var failure = new RuleFailedException(site.Id, rule, thrown.GetType().Name);
            Count(failure);
            throw failure;
        }
        finally
        {
            GC.KeepAlive(code);
        }
    }

    private void Count(RuleFailedException failure)
    {
        var now = time.GetUtcNow();
        _failures.Enqueue(now);
        while (_failures.TryPeek(out var oldest) && now - oldest > FailureWindow)
        {
            _failures.TryDequeue(out _);
        }

        if (_failures.Count >= FailuresAllowed)
        {
            FailedTooOften?.Invoke(failure);
        }
    }

    private static List<TOut> Copy<TIn, TOut>(IEnumerable<TIn> given, Func<TIn, TOut> copy)
    {
        var copied = new List<TOut>();
        foreach (var item in given)
        {
            copied.Add(copied.Count < MostItems ? copy(item) : throw new InvalidOperationException($"A rule gave more than {MostItems} items."));
        }

        return copied;
    }

    private string Option(FormField field, string code) =>
        site.Codes[field.Codes!].Any(known => known.Value == code) ? code : throw new InvalidOperationException(
            "A rule gave a code that its field does not have.");

    private static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new InvalidOperationException($"A rule gave an unknown {typeof(T).Name}.");

    private static string Said(string? text) => !string.IsNullOrWhiteSpace(text) ? text : throw new InvalidOperationException("A rule gave an empty text.");
}
