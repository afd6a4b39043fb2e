using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms;

namespace Modular.Sites.Checking;

/// <summary>Whether conditions can hold together, and whether they can fail.</summary>
/// <remarks>
/// Decided by trying: a form behaves the same for all answers that every comparison treats alike, so one of each sort is enough. A field that is hidden
/// itself has no answer. Where there would be too many to try, both are taken for possible: a check never refuses what it has not proved.
/// </remarks>
internal sealed record ConditionAnalysis(bool CanHold, bool CanFail)
{
    private const int MostSteps = 50_000;

    private static readonly ConditionAnalysis Undecided = new(true, true);

    public static ConditionAnalysis Of(FormPlan plan, IReadOnlyList<FormCondition> conditions) =>
        Variables(plan, conditions) is { } variables ? new Search(variables, conditions).Run() : Undecided;

    /// <summary>
    /// The fields that decide, those that decide whether these are shown included, in the order of the page; null when one cannot be followed.
    /// </summary>
    private static List<DecidingField>? Variables(FormPlan plan, IReadOnlyList<FormCondition> conditions)
    {
        var named = new HashSet<FormCondition>(conditions);
        var sources = new Dictionary<(string, FormField?), NamedField>();
        var open = new Queue<FormCondition>(conditions);
        while (open.TryDequeue(out var next))
        {
            foreach (var name in next.Condition.Sources)
            {
                if (plan.Find(name, next.Group) is not { } source)
                {
                    return null;
                }

                sources[(name, source.Plan.Group)] = source;
                foreach (var showing in source.Plan.Conditions.Where(named.Add))
                {
                    open.Enqueue(showing);
                }
            }
        }

        var comparisons = named.SelectMany(condition => Comparisons(condition.Condition).Select(comparison => (Comparison: comparison, condition.Group)))
            .ToList();
        var variables = new List<DecidingField>();
        foreach (var source in sources.Values.OrderBy(source => source.Plan.Order))
        {
            List<Condition> on =
            [
                .. comparisons.Where(comparison => plan.Find(comparison.Comparison.Sources.Single(), comparison.Group) == source)
                    .Select(comparison => comparison.Comparison),
            ];
            if (SortsOf(source.Asked, on) is not { } answers)
            {
                return null;
            }

            variables.Add(new DecidingField(source, answers));
        }

        return variables;
    }

    private static IReadOnlyList<Answer>? SortsOf(FieldPlan asked, IReadOnlyList<Condition> comparisons) =>
        asked.Kind.Sorts(asked, comparisons) is { } sorts
            ? [.. sorts, .. asked.Field.AlsoAnswers.Select(why => new Answer.Missing(why))]
            : null;

    private static IEnumerable<Condition> Comparisons(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Comparisons),
        Condition.Any any => any.Parts.SelectMany(Comparisons),
        Condition.Not not => Comparisons(not.Part),
        _ => [condition],
    };

    /// <param name="Answers">One of each sort; being unanswered is always one more.</param>
    private sealed record DecidingField(NamedField NamedField, IReadOnlyList<Answer> Answers);

    private sealed class Search(List<DecidingField> variables, IReadOnlyList<FormCondition> conditions)
    {
        private int _steps;
        private bool _holds;
        private bool _fails;

        public ConditionAnalysis Run()
        {
            Try(0, AnswerSet.Empty, AnswerSet.Empty);
            return _steps > MostSteps ? Undecided : new ConditionAnalysis(_holds, _fails);
        }

        private void Try(int index, AnswerSet form, AnswerSet row)
        {
            if (++_steps > MostSteps || (_holds && _fails))
            {
                return;
            }

            if (index == variables.Count)
            {
                var holds = Hold(conditions, form, row);
                _holds |= holds;
                _fails |= !holds;
                return;
            }

            var (source, answers) = variables[index];
            Try(index + 1, form, row);
            foreach (var answer in Hold(source.Plan.Conditions, form, row) ? answers : [])
            {
                if (source.Plan.Group is null)
                {
                    Try(index + 1, form.With(source.Name, answer), row);
                }
                else
                {
                    Try(index + 1, form, row.With(source.Name, answer));
                }
            }
        }

        private static bool Hold(IEnumerable<FormCondition> conditions, AnswerSet form, AnswerSet row) =>
            conditions.All(named => named.Condition.Holds(named.Group is null ? form : row.Inside(form)));
    }
}
