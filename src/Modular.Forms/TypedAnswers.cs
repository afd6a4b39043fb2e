using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modular.Contracts.Answers;

namespace Modular.Forms;

/// <summary>
/// What was typed, by the path of the field: <c>problem</c>, <c>person.last_name</c>, <c>orientations[0].partner</c>. A special answer to a question that
/// is not a choice is under its path and a tilde (<c>referred_on~</c>); among choices it is a value with a tilde (<c>~unknown</c>).
/// </summary>
public sealed class TypedAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static TypedAnswers Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The fields of a posted form; names that begin with an underscore are the page's own.</summary>
    public static TypedAnswers Of(IFormCollection form) =>
        new(form.Where(pair => !pair.Key.StartsWith('_')).ToDictionary(
            pair => pair.Key,
            IReadOnlyList<string> (pair) => [.. pair.Value.Select(value => value ?? "")]));

    /// <summary>Answers as they would be typed, so that they can be shown for change.</summary>
    public static TypedAnswers Of(AnswerSet answers)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        Spell(answers, "", values);
        return new TypedAnswers(values);
    }

    public IEnumerable<string> Paths => values.Keys;

    public IReadOnlyList<string> this[string path] => values.GetValueOrDefault(path) ?? [];

    /// <summary>The one value of a path, or an empty text.</summary>
    public string One(string path) => this[path] is [var first, ..] ? first : "";

    /// <summary>Whether anything was typed under a path.</summary>
    public bool HasUnder(string prefix) =>
        values.Any(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal) && pair.Value.Any(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>The same without some of its paths.</summary>
    public TypedAnswers Without(IReadOnlyCollection<string> paths) =>
        new(values.Where(pair => !paths.Contains(pair.Key)).ToDictionary());

    /// <summary>The same, and what others were typed under paths that it leaves empty.</summary>
    public TypedAnswers And(IEnumerable<(string Path, IReadOnlyList<string> Values)> others)
    {
        var more = new Dictionary<string, IReadOnlyList<string>>(values);
        foreach (var (path, typed) in others)
        {
            if (this[path].All(string.IsNullOrWhiteSpace))
            {
                more[path] = typed;
            }
        }

        return new TypedAnswers(more);
    }

    /// <summary>The indices of a group's rows that were posted, in order.</summary>
    public IReadOnlyList<int> RowsOf(string group)
    {
        var rows = new SortedSet<int>();
        foreach (var path in values.Keys)
        {
            if (RowOf(path, group) is { } row)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>The same without one row of a group; the rows that follow move up.</summary>
    public TypedAnswers WithoutRow(string group, int row)
    {
        var kept = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (path, typed) in values)
        {
            var place = RowOf(path, group);
            if (place != row)
            {
                kept[place > row ? Row(group, place.Value - 1) + path[path.IndexOf('.', group.Length)..] : path] = typed;
            }
        }

        return new TypedAnswers(kept);
    }

    /// <summary>The same with one more row of a group, empty.</summary>
    public TypedAnswers WithRow(string group)
    {
        var rows = RowsOf(group);
        var more = new Dictionary<string, IReadOnlyList<string>>(values);
        // The first row is there without having been typed.
        for (var row = rows.Count == 0 ? 0 : rows[^1] + 1; row <= (rows.Count == 0 ? 1 : rows[^1] + 1); row++)
        {
            more[Row(group, row) + "."] = [""];
        }

        return new TypedAnswers(more);
    }

    /// <summary>The row of the group that a path lies in, or null: <c>orientations[2].partner</c> lies in row 2 of orientations.</summary>
    private static int? RowOf(string path, string group) =>
        path.StartsWith(group, StringComparison.Ordinal)
        && path.AsSpan(group.Length) is ['[', .. var rest]
        && rest.IndexOf("].", StringComparison.Ordinal) is var end and > 0
        && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    public static string Row(string group, int row) => string.Create(CultureInfo.InvariantCulture, $"{group}[{row}]");

    private static void Spell(AnswerSet answers, string prefix, Dictionary<string, IReadOnlyList<string>> values)
    {
        foreach (var (field, answer) in answers.All)
        {
            var path = prefix + field;
            switch (answer)
            {
                case Answer.Text text:
                    values[path] = [text.Value];
                    break;
                case Answer.Number number:
                    values[path] = [number.Value.ToString(CultureInfo.InvariantCulture)];
                    break;
                case Answer.Day day:
                    values[path] = [day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
                    break;
                case Answer.Hour hour:
                    values[path] = [hour.Value.ToString("HH:mm", CultureInfo.InvariantCulture)];
                    break;
                case Answer.Choice choice:
                    values[path] = [choice.Value];
                    break;
                case Answer.Choices choices:
                    values[path] = choices.Values;
                    break;
                case Answer.Missing missing:
                    values[path] = ["~" + missing.Why.Spelled()];
                    values[path + "~"] = [missing.Why.Spelled()];
                    break;
                case Answer.Block block:
                    Spell(block.Answers, path + ".", values);
                    break;
                case Answer.Rows rows:
                    for (var row = 0; row < rows.Items.Count; row++)
                    {
                        Spell(rows.Items[row], Row(path, row) + ".", values);
                    }

                    break;
            }
        }
    }
}
