namespace Modular.Sites.Reading;

/// <summary>"Did you mean": the known name that a mistyped one is nearest to.</summary>
public static class NameSuggestion
{
    /// <returns>Null when none is near.</returns>
    public static string? To(string typed, IEnumerable<string> known) => known.Select(name => (Name: name, Distance: Distance(typed, name)))
        .Where(candidate => candidate.Distance <= Math.Max(1, Math.Max(typed.Length, candidate.Name.Length) / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <returns>A sentence to append, beginning with a space, or nothing.</returns>
    internal static FormattableString? Hint(string typed, IEnumerable<string> known) =>
        To(typed, known) is { } best ? (FormattableString)$" Did you mean \"{best}\"?" : null;

    /// <summary>Edits (insertion, deletion, replacement, swap of neighbours) from one to the other, whatever the case.</summary>
    private static int Distance(string one, string other)
    {
        var (a, b) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
