using System.Text.RegularExpressions;

namespace Modular.Product.Tests.Typing;

/// <summary>The commands that README.md tells people to type.</summary>
internal sealed partial class Readme(string text)
{
    /// <summary>The lines of the blocks for a shell.</summary>
    public IReadOnlyList<string> Fenced =>
        [.. Fence().Matches(text).Where(block => block.Groups["kind"].Value == "sh").SelectMany(block => Lines(block.Groups["lines"].Value))];

    /// <summary>Commands within a sentence: <c>site check plugins/SaintOmer</c>.</summary>
    public IReadOnlyList<string> Inline =>
        [.. Quoted().Matches(Fence().Replace(text, "")).Select(code => code.Groups["code"].Value).Where(code => FirstWord().IsMatch(code)).Distinct()];

    /// <summary>What every form of a command is called with: each line of the list of commands, taken apart at its bars.</summary>
    public IReadOnlyList<(string Command, IReadOnlyList<string> Words)> Listed =>
        [.. Fence().Matches(text).Where(block => block.Groups["kind"].Value == "text").SelectMany(block => Lines(block.Groups["lines"].Value)).SelectMany(Apart)];

    /// <summary>The block after <c>&lt;!-- newcomer:NAME --&gt;</c>.</summary>
    public string Marked(string name)
    {
        var after = text[(text.IndexOf($"<!-- newcomer:{name} -->", StringComparison.Ordinal) + 1)..];
        return Lines(Fence().Match(after).Groups["lines"].Value).Single();
    }

    private static IEnumerable<(string Command, IReadOnlyList<string> Words)> Apart(string line)
    {
        var family = line.Split(' ')[0];
        return from form in Bar().Split(line[family.Length..].Trim())
               let words = Word().Matches(form).Select(word => word.Value).ToList()
               let name = words.Count > 0 && char.IsLower(words[0][0]) ? words[0] : null
               select ($"{family} {name}".Trim(), (IReadOnlyList<string>)[.. words.Where(word => word != name && (word.StartsWith("--", StringComparison.Ordinal) || word.All(char.IsUpper)))]);
    }

    private static IEnumerable<string> Lines(string block) => block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^```(?<kind>\w*)\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^(dotnet|pwsh|\.ci/run|(\./)?build\.ps1|smoke|kills|drop|hosts|lives|upgrade|outage|drafts|scale|writes|soak|nation|figures|feeds|import|export|"
            + @"(modular|serve|service|site|user|situations|presence|report|backup|journal) [a-z-]+)(?=\s|$)")]
    private static partial Regex FirstWord();

    // A bar between two forms stands before a word of the command's own; one within a form joins choices without spaces.
    [GeneratedRegex(@" \| ")]
    private static partial Regex Bar();

    [GeneratedRegex("--[a-z-]+|[A-Za-z]+")]
    private static partial Regex Word();
}
