using System.Text;
using Scriban.Runtime;

namespace Modular.Reporting.Templates;

/// <summary>It remembers from which character of the template each piece came, so that a fault in the whole is told at its place.</summary>
/// <param name="source">The template's own text: what is written of it is written by reference.</param>
/// <param name="add">Told how much is written, before it is: it stops a template that never ends.</param>
internal sealed class ScribanOutput(string source, Action<int> add) : IScriptOutput
{
    private readonly StringBuilder _html = new();
    private readonly List<(int At, int From)> _pieces = [];

    public void Write(string text, int offset, int count)
    {
        add(count);
        if (ReferenceEquals(text, source))
        {
            _pieces.Add((_html.Length, offset));
        }

        _html.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>The character of the template that a character of the output came from, or the last one before it.</summary>
    public int Origin(int at)
    {
        var found = _pieces.FindLastIndex(piece => piece.At <= at);
        var end = found + 1 < _pieces.Count ? Math.Max(_pieces[found + 1].From - 1, 0) : source.Length;
        return found < 0 ? 0 : Math.Min(_pieces[found].From + at - _pieces[found].At, end);
    }

    public override string ToString() => _html.ToString();
}
