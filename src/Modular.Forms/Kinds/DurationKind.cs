using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>Minutes: <c>45</c>, <c>1 h 15</c>, <c>1:15</c>.</summary>
internal sealed class DurationKind : NumberKind
{
    private const int OneDay = 24 * 60;

    public override FieldKind Name => FieldKind.Duration;

    public override string Unit => "minutes";

    public override bool IsCounted(FormField field) => true;

    protected override decimal? Least(FormField field) => base.Least(field) ?? 0;

    public override ParsedAnswer Parse(string typed, FormField field)
    {
        var text = Compact(typed).ToLowerInvariant().Replace("min", "", StringComparison.Ordinal).Replace(':', 'h');
        if (text.Length == 0)
        {
            return ParsedAnswer.Nothing;
        }

        var parts = text.Split('h').Select(Whole).ToList();
        if (parts.Count > 2 || parts.Contains(null))
        {
            return ParsedAnswer.Refused("Indiquez une durée en minutes, par exemple 45, ou 1 h 15.");
        }

        var minutes = parts.Count == 2 ? (parts[0] * 60) + parts[1] : parts[0];
        return minutes is <= OneDay and var whole
            ? new Answer.Number(whole)
            : ParsedAnswer.Refused("Cette durée dépasse une journée. Indiquez des minutes, par exemple 45.");
    }

    private static int? Whole(string part) =>
        part.Length == 0 ? 0 : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Number(1, 7) * 10);
}
