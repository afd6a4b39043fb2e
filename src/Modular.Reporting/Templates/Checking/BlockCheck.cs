using Scriban.Syntax;

namespace Modular.Reporting;

/// <summary>What opens in a part that may be left out or repeated closes there: whatever the figures, the tags match.</summary>
internal static class BlockCheck
{
    public static IEnumerable<Flaw> Of(ScriptNode page, IReadOnlyList<(int At, int Step)> tags) => Blocks(page).SelectMany(block => Of(block, tags)).Take(1);

    private static IEnumerable<Flaw> Of(ScriptBlockStatement block, IReadOnlyList<(int At, int Step)> tags)
    {
        var (from, to) = (block.Statements[0].Span.Start.Offset, block.Statements[^1].Span.End.Offset);
        var open = new Stack<int>();
        foreach (var (at, step) in tags.Where(tag => tag.At >= from && tag.At <= to))
        {
            if (step > 0)
            {
                open.Push(at);
            }
            else if (!open.TryPop(out _))
            {
                return [new(at, MarkupSentences.Unbalanced)];
            }
        }

        return open.Count > 0 ? [new(open.Last(), MarkupSentences.Unbalanced)] : [];
    }

    private static IEnumerable<ScriptBlockStatement> Blocks(ScriptNode node) =>
        node.Children.SelectMany(Blocks).Concat(node is ScriptBlockStatement { Statements.Count: > 0 } block ? [block] : []);
}
