using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;

namespace Modular.Sites.Tests;

internal static class Drafts
{
    public static SituationDraft WithNote(string text) =>
        new("situation", AnswerSet.Empty, [new FreeText("note", text)], new DateOnly(2026, 11, 23), new Limits());
}
