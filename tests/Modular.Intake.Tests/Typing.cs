using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Sites;

namespace Modular.Intake.Tests;

/// <summary>What somebody types, field by field.</summary>
internal static class Typing
{
    public static TypedAnswers Of(params (string Path, string Value)[] typed) =>
        new(typed.GroupBy(pair => pair.Path).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Value)]));

    public static FormReading Situation(LoadedSite site, params (string Path, string Value)[] typed) => Read(site, "situation", typed);

    public static FormReading Read(LoadedSite site, string form, params (string Path, string Value)[] typed) =>
        site.Read(form, Of(typed), TestSites.Today);

    /// <summary>The least that Dunkerque saves, with more.</summary>
    public static FormReading Saved(params (string Path, string Value)[] more) =>
        Situation(TestSites.Dunkerque, [("referred_on", "2026-11-20"), ("station", "dunkerque"), .. more]);

    public static string? Code(this FormReading reading, string field) => reading.Answers.Code(field);
}
