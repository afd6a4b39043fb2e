using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Forms;
using Modular.Intake.Forms;

namespace Modular.Host.Intake;

/// <summary>
/// What was typed into a question that the form no longer asks, because its site changed. The page shows it and carries it along, until whoever typed it says
/// that they have taken up what is needed.
/// </summary>
/// <param name="Label">The question as far as it is still known, else its identifier.</param>
internal sealed record ObsoleteAnswer(string Path, string Label, IReadOnlyList<string> Values)
{
    /// <summary>The box that says that what is needed was taken up.</summary>
    public const string TakenUp = "_taken_up";

    private const string Prefix = "_unasked:";

    /// <summary>The name under which the page carries it along.</summary>
    public string Name => Prefix + Path;

    public string Text => string.Join(", ", Values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(Read));

    /// <param name="legend">The questions as they were when the fiche was last saved, or null.</param>
    public static IReadOnlyList<ObsoleteAnswer> In(FormPlan plan, TypedAnswers typed, FormLegend? legend) =>
    [
        .. plan.Unasked(typed)
            .Where(path => typed[path].Any(value => !string.IsNullOrWhiteSpace(value)))
            .Select(path => new ObsoleteAnswer(path, LabelOf(path, plan.Form, legend), typed[path])),
    ];

    /// <summary>Those that a posted page carried along.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Values)> CarriedBy(IFormCollection posted) =>
    [
        .. posted.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(field => (field.Key[Prefix.Length..], (IReadOnlyList<string>)[.. field.Value.OfType<string>()])),
    ];

    private static string LabelOf(string path, FormDefinition form, FormLegend? legend)
    {
        var bare = path.TrimEnd('~');
        var root = bare[..(bare.IndexOfAny(['[', '.']) is var end and >= 0 ? end : bare.Length)];
        var part = bare[(bare.LastIndexOf('.') + 1)..];
        var line = legend?.Line(root);
        var label = form.Fields.FirstOrDefault(field => field.Id == root)?.Label ?? line?.Label ?? root;
        return part == bare ? label : $"{label}, {line?.Parts.FirstOrDefault(inner => inner.Id == part)?.Label ?? part}";
    }

    private static string Read(string value) => Words.Find("yes_no", value.TrimStart('~')) ?? Words.Find("not_given", value.TrimStart('~')) ?? value;
}
