using System.Globalization;

namespace Modular.Sites;

/// <summary>What is wrong in a plugin's file, and where. Lines and columns begin at 1; 0 where the file as a whole is meant.</summary>
public sealed record Fault(string File, int Line, int Column, string Sentence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Sentence}");
}
