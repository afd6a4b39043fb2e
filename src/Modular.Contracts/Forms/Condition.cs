using Modular.Contracts.Answers;

namespace Modular.Contracts.Forms;

/// <summary>
/// When a field or a section is shown: a typed tree over the answers given before it.
/// </summary>
/// <remarks>
/// An answer that is absent, or hidden itself, satisfies no comparison; <c>"is": "unknown"</c> (or <c>refused</c>, <c>not_asked</c>) compares with the
/// special answers. Inside a group's row a name means the row's field first, the form's field otherwise.
/// </remarks>
/// <example>
/// <code>
/// { "any": [ { "field": "problem", "in": "vif" }, { "field": "children_present", "is": "yes" } ] }
/// { "field": "age", "atLeast": 13, "atMost": 17 }
/// { "not": { "field": "person.birth_date", "answered": true } }
/// </code>
/// </example>
public abstract record Condition
{
    /// <summary>Identifiers of the fields it reads, each once.</summary>
    public abstract IEnumerable<string> Sources { get; }

    /// <summary>Whether it holds for these answers.</summary>
    public abstract bool Holds(AnswerSet answers);

    /// <summary>The answer is this code (<c>"is"</c>), or one of these (<c>"in"</c>: a list, or <c>"vif"</c> for the site's VIF codes).</summary>
    /// <param name="Field">The field read.</param>
    /// <param name="Codes">The codes that satisfy it.</param>
    public sealed record In(string Field, IReadOnlyList<string> Codes) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => [Field];

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => answers.CodesOf(Field).Any(Codes.Contains);
    }

    /// <summary>The several answers hold all of these codes (<c>"contains"</c>).</summary>
    /// <param name="Field">The field read.</param>
    /// <param name="Codes">The codes that must all be there.</param>
    public sealed record Contains(string Field, IReadOnlyList<string> Codes) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => [Field];

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => Codes.All(answers.CodesOf(Field).Contains);
    }

    /// <summary>The number lies between two bounds, both included (<c>"atLeast"</c>, <c>"atMost"</c>).</summary>
    /// <param name="Field">The field read.</param>
    /// <param name="AtLeast">Least value, or null for no bound.</param>
    /// <param name="AtMost">Greatest value, or null for no bound.</param>
    public sealed record Between(string Field, decimal? AtLeast, decimal? AtMost) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => [Field];

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) =>
            answers.Number(Field) is { } number && (AtLeast is null || number >= AtLeast) && (AtMost is null || number <= AtMost);
    }

    /// <summary>The day lies before one day or after another, both excluded (<c>"before"</c>, <c>"after"</c>: <c>yyyy-MM-dd</c>).</summary>
    /// <param name="Field">The field read.</param>
    /// <param name="After">The day it must come after, or null.</param>
    /// <param name="Before">The day it must come before, or null.</param>
    public sealed record Within(string Field, DateOnly? After, DateOnly? Before) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => [Field];

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) =>
            answers.Date(Field) is { } day && (After is null || day > After) && (Before is null || day < Before);
    }

    /// <summary>There is an answer, special ones included (<c>"answered": true</c>), or there is none (<c>"answered": false</c>).</summary>
    /// <param name="Field">The field read.</param>
    /// <param name="Wanted">Whether an answer is wanted.</param>
    public sealed record Answered(string Field, bool Wanted = true) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => [Field];

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => answers.Has(Field) == Wanted;
    }

    /// <summary>Every one of them holds (<c>"all"</c>).</summary>
    /// <param name="Parts">The conditions.</param>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => Parts.SelectMany(part => part.Sources).Distinct();

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => Parts.All(part => part.Holds(answers));
    }

    /// <summary>At least one of them holds (<c>"any"</c>).</summary>
    /// <param name="Parts">The conditions.</param>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => Parts.SelectMany(part => part.Sources).Distinct();

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => Parts.Any(part => part.Holds(answers));
    }

    /// <summary>It does not hold (<c>"not"</c>).</summary>
    /// <param name="Part">The condition turned round.</param>
    public sealed record Not(Condition Part) : Condition
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Sources => Part.Sources;

        /// <inheritdoc/>
        public override bool Holds(AnswerSet answers) => !Part.Holds(answers);
    }
}
