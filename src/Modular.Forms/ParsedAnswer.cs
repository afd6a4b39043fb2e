using Modular.Contracts.Answers;

namespace Modular.Forms;

/// <summary>What was typed turned into an answer, or into the sentence that says why it cannot be.</summary>
internal readonly record struct ParsedAnswer(Answer? Answer, string? Error)
{
    public static ParsedAnswer Nothing => default;

    public static implicit operator ParsedAnswer(Answer answer) => new(answer, null);

    public static ParsedAnswer Refused(string sentence) => new(null, sentence);
}

/// <summary>A field whose answer is being read.</summary>
/// <param name="Path">Where it is: <c>orientations[0].partner</c> for <c>partner</c>.</param>
/// <param name="Context">The answers before it: in a row, the row inside the form.</param>
internal readonly record struct AskedField(FieldPlan Plan, string Path, FormReader Reader, AnswerSet Context)
{
    public string Typed => Reader.Typed.One(Path);
}
