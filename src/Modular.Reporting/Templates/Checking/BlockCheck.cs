using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>What opens in a part that may be left out, repeated or left half way closes there: whatever the figures, the tags match.</summary>
internal static class BlockCheck
{
    public static IEnumerable<TemplateFault> Of(ScriptNode page, IReadOnlyList<(int At, int Step)> tags) =>
        Blocks(page).SelectMany(block => Of(block, tags)).Concat(Jumps(page, new(0, null), tags)).Take(1);

    private static IEnumerable<TemplateFault> Of(ScriptBlockStatement block, IReadOnlyList<(int At, int Step)> tags)
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
                return [new(at, MarkupMessages.Unbalanced)];
            }
        }

        return open.Count > 0 ? [new(open.Last(), MarkupMessages.Unbalanced)] : [];
    }

    private static IEnumerable<TemplateFault> Jumps(ScriptNode node, Around around, IReadOnlyList<(int At, int Step)> tags)
    {
        var at = node.Span.Start.Offset;
        int? left = node switch
        {
            ScriptReturnStatement => around.Function,
            ScriptBreakStatement or ScriptContinueStatement => around.Loop,
            _ => at,
        };
        if (left is not { } from)
        {
            return [new(at, MarkupMessages.LeavesAnother)];
        }

        if (from < at && tags.Where(tag => tag.At >= from && tag.At < at).Sum(tag => tag.Step) > 0)
        {
            return [new(at, MarkupMessages.LeavesOpen)];
        }

        var within = node switch
        {
            ScriptFunction => new(at, null),
            ScriptLoopStatementBase => around with { Loop = at },
            _ => around,
        };
        return node.Children.SelectMany(child => Jumps(child, within, tags));
    }

    private static IEnumerable<ScriptBlockStatement> Blocks(ScriptNode node) =>
        node.Children.SelectMany(Blocks).Concat(node is ScriptBlockStatement { Statements.Count: > 0 } block ? [block] : []);

    /// <summary>Where the function, or the page, and the loop begin that a jump would leave; null: what it left would be another's.</summary>
    private readonly record struct Around(int? Function, int? Loop);
}
