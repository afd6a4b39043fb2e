using System.Text;

namespace Modular.Presence.Staffing;

/// <summary>A worker's name as somebody typed or pasted it.</summary>
internal static class WorkerName
{
    /// <summary>The longest.</summary>
    public const int Length = 80;

    /// <returns>Without the control characters that a paste may bring, and that not every database keeps; null when nothing is left.</returns>
    public static string? Of(string? typed)
    {
        var text = new StringBuilder();
        foreach (var letter in (typed ?? "").EnumerateRunes())
        {
            text.Append(Rune.IsControl(letter) ? " " : letter.ToString());
        }

        return text.ToString().Trim() is { Length: > 0 } name ? name : null;
    }
}
