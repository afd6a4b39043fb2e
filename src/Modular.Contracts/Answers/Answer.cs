using System.Globalization;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;

namespace Modular.Contracts.Answers;

/// <summary>One answer to one question. Absence of an answer is the absence of this object, never an empty one.</summary>
public abstract record Answer
{
    /// <summary>The kind of answer alone, so that no log ever prints what a person said.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Text, telephone, mail, town: as typed, trimmed, line ends as <c>\n</c>.</summary>
    /// <param name="Value">Never empty.</param>
    public sealed record Text(string Value) : Answer;

    /// <summary>A whole number, a decimal or a duration in minutes.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : Answer;

    /// <summary>A calendar day in the site's zone.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>An hour of the day in the site's zone.</summary>
    /// <param name="Value">The hour.</param>
    public sealed record Hour(TimeOnly Value) : Answer;

    /// <summary>A code: of a list, <c>yes</c>/<c>no</c>, or a station's identifier.</summary>
    /// <param name="Value">The code.</param>
    public sealed record Choice(string Value) : Answer;

    /// <summary>Several codes of a list, each once, in the list's order.</summary>
    /// <param name="Values">At least one code.</param>
    public sealed record Choices(IReadOnlyList<string> Values) : Answer
    {
        /// <summary>Two lists of the same codes in the same order are the same answer.</summary>
        public bool Equals(Choices? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Aggregate(17, HashCode.Combine);
    }

    /// <summary>The question was met, and this is why it has no value.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Missing(NotGiven Why) : Answer;

    /// <summary>
    /// The answers of a person block, under their own names (<c>last_name</c>, <c>first_name</c>, <c>birth_date</c>, <c>address</c>, <c>telephone</c>).
    /// </summary>
    /// <param name="Answers">The answers.</param>
    public sealed record Block(AnswerSet Answers) : Answer;

    /// <summary>The rows of a group, in order.</summary>
    /// <param name="Items">At least one row.</param>
    public sealed record Rows(IReadOnlyList<AnswerSet> Items) : Answer
    {
        /// <summary>Equal when the rows are, in order.</summary>
        public bool Equals(Rows? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Count;
    }
}

/// <summary>The answers to a form, by the field's identifier. Immutable.</summary>
/// <example><code>answers.Code("referral_mode") == "carte_de_visite"; answers.Date("person.birth_date")</code></example>
public sealed record AnswerSet
{
    private readonly IReadOnlyDictionary<string, Answer> _answers;
    private readonly AnswerSet? _outer;

    /// <summary>No answer at all.</summary>
    public static AnswerSet Empty { get; } = new(new Dictionary<string, Answer>());

    /// <summary>The given answers, by field identifier.</summary>
    public AnswerSet(IReadOnlyDictionary<string, Answer> answers) : this(answers, null)
    {
    }

    private AnswerSet(IReadOnlyDictionary<string, Answer> answers, AnswerSet? outer)
    {
        _answers = answers;
        _outer = outer;
    }

    /// <summary>
    /// The answer to a field, or null. <c>person.birth_date</c> reads inside a block; a row reads its form's fields as well (see <see cref="Inside"/>).
    /// </summary>
    public Answer? this[string field]
    {
        get
        {
            if (_answers.TryGetValue(field, out var answer))
            {
                return answer;
            }

            var dot = field.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && _answers.TryGetValue(field[..dot], out var block) && block is Answer.Block inner
                ? inner.Answers[field[(dot + 1)..]]
                : _outer?[field];
        }
    }

    /// <summary>The identifiers that have an answer, in the order they were given.</summary>
    public IEnumerable<string> Fields => _answers.Keys;

    /// <summary>The answers and their fields.</summary>
    public IEnumerable<KeyValuePair<string, Answer>> All => _answers;

    /// <summary>Whether the field has an answer, a special one included.</summary>
    public bool Has(string field) => this[field] is not null;

    /// <summary>The text of a field, or null.</summary>
    public string? Text(string field) => (this[field] as Answer.Text)?.Value;

    /// <summary>The number of a field, or null.</summary>
    public decimal? Number(string field) => (this[field] as Answer.Number)?.Value;

    /// <summary>The day of a field, or null.</summary>
    public DateOnly? Date(string field) => (this[field] as Answer.Day)?.Value;

    /// <summary>The one code of a field, or null; a special answer reads as its snake_case name (<c>not_asked</c>).</summary>
    public string? Code(string field) => CodesOf(field) is [var only] ? only : null;

    /// <summary>The codes of a field, none when it has no answer; a special answer reads as its snake_case name.</summary>
    public IReadOnlyList<string> CodesOf(string field) => this[field] switch
    {
        Answer.Choice one => [one.Value],
        Answer.Choices several => several.Values,
        Answer.Missing missing => [missing.Why.Spelled()],
        _ => [],
    };

    /// <summary>The rows of a group, none when it has no answer. A row reads the form's other fields too.</summary>
    public IReadOnlyList<AnswerSet> Rows(string field) =>
        this[field] is Answer.Rows rows ? [.. rows.Items.Select(row => row.Inside(this))] : [];

    /// <summary>These answers as a row of a form: what the row lacks is read from the form's answers.</summary>
    public AnswerSet Inside(AnswerSet outer) => new(_answers, outer);

    /// <summary>The same answers with one more, or one replaced; <paramref name="answer"/> null takes it away.</summary>
    public AnswerSet With(string field, Answer? answer)
    {
        var changed = new Dictionary<string, Answer>(_answers);
        if (answer is null)
        {
            changed.Remove(field);
        }
        else
        {
            changed[field] = answer;
        }

        return new AnswerSet(changed, _outer);
    }

    /// <summary>Equal when the same fields have the same answers; order and surroundings do not matter.</summary>
    public bool Equals(AnswerSet? other) =>
        other is not null
        && _answers.Count == other._answers.Count
        && _answers.All(pair => other._answers.TryGetValue(pair.Key, out var answer) && pair.Value.Equals(answer));

    /// <inheritdoc/>
    public override int GetHashCode() => _answers.Count;

    /// <summary>The number of answers, for logs: an answer set never prints what it holds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_answers.Count} answers");
}

/// <summary>How the special answers are spelled in files, facts and conditions, and how people read them.</summary>
public static class NotGivenNames
{
    /// <summary>All of them, as they are spelled.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<NotGiven>().Select(Spelled)];

    /// <summary>The snake_case name: <c>unknown</c>, <c>refused</c>, <c>not_asked</c>.</summary>
    public static string Spelled(this NotGiven why) => why switch
    {
        NotGiven.Unknown => "unknown",
        NotGiven.Refused => "refused",
        NotGiven.NotAsked => "not_asked",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    /// <summary>What a form shows for it beside a question's own options: <c>Ne sait pas</c>, <c>Refuse de répondre</c>, <c>Non demandé</c>.</summary>
    public static string Label(this NotGiven why) => FrenchLetters.Capital(Words.Of("not_given", why.Spelled()));
}
