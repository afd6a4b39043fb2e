using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Charts;

/// <summary>Two codes face to face, the first dimension between them; three go side by side.</summary>
internal sealed class PyramidChart : Chart
{
    private const int Step = 26;
    private const int Head = 24;
    private const int Labels = 120;

    private static readonly string[] Colours = [Svg.First, Svg.Second, Svg.Third];

    public override ChartKind Kind => ChartKind.Pyramid;

    public override HtmlWriter Draw(Figure figure, string name, ReportDocument document)
    {
        var known = figure.Rows.Where(row => !row.IsNotKnown).ToList();
        var filled = known.GroupBy(row => row.Keys[1]).Where(IsFilled)
            .Select(side => (side.Key, Label: FrenchLetters.Capital(side.First().Labels[1]))).ToList();
        var more = filled.Count > Colours.Length ? "\u202F; les autres colonnes ne se lisent que dans le tableau." : ".";
        var sides = filled.Take(Colours.Length).ToList();
        var lines = known.GroupBy(row => row.Keys[0]).Where(IsFilled).Select(line => (line.Key, line.First().Labels[0])).ToList();
        var room = sides.Count == 0 ? 0 : (Svg.Width - Labels) / sides.Count;
        var scale = Scale(known.Select(row => row.Value.Now), room - 62);
        var description = $"Une ligne par «\u202F{figure.Headings[0]}\u202F», un côté par «\u202F{figure.Headings[1]}\u202F»\u202F; "
            + "les nombres sont ceux du tableau qui suit" + more;
        var faces = sides.Count == 2;
        var middle = faces ? room : 0;
        return Svg.Draw(name, figure.Label, description, Head + Math.Max(lines.Count * Step, Step), svg =>
        {
            if (lines.Count == 0)
            {
                svg.Text(0, 16, "Rien à montrer pour cette période.");
            }

            for (var side = 0; side < sides.Count; side++)
            {
                svg.Text(Start(side), 14, sides[side].Label, faces && side == 0 ? "end" : null, strong: true);
            }

            for (var line = 0; line < lines.Count; line++)
            {
                var top = Head + (line * Step);
                svg.Text(middle + (faces ? Labels / 2 : 0), top + 15, Short(lines[line].Item2, 16), faces ? "middle" : null);
                for (var side = 0; side < sides.Count; side++)
                {
                    var cell = known.First(row => row.Keys[0] == lines[line].Key && row.Keys[1] == sides[side].Key).Value.Now;
                    Side(svg, cell, Start(side), top, leftwards: faces && side == 0, Colours[side]);
                }
            }
        });

        decimal Start(int side) => faces ? side == 0 ? room : room + Labels : Labels + (side * room);

        void Side(Svg svg, Cell cell, decimal start, int top, bool leftwards, string colour)
        {
            var length = (cell.Value ?? 0) * scale;
            if (length > 0)
            {
                svg.Bar(leftwards ? start - length : start, top + 3, length, 16, colour);
            }

            svg.Text(leftwards ? start - length - 6 : start + length + 6, top + 15, CellText.Number(cell), leftwards ? "end" : null);
        }
    }

    private static bool IsFilled(IEnumerable<FigureRow> rows) => rows.Any(row => row.Value.Now.Suppressed || row.Value.Now.Value > 0);
}
