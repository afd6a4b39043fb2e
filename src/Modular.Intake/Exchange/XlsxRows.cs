using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Modular.Intake.Exchange;

/// <summary>The rows of the first sheet that an XLSX file shows, one after the other, as somebody reads them on the screen.</summary>
internal sealed class XlsxRows
{
    private readonly XlsxParts _parts;
    private readonly IReadOnlyList<string> _texts;
    private readonly XlsxDays _days;
    private readonly StringBuilder _value = new();
    private List<string> _cells = [];
    private List<(int Column, string Sentence)> _faults = [];
    private int _line;
    private int _column;
    private string? _type;
    private int _style;
    private bool _isComputed;

    private XlsxRows(XlsxParts parts) => (_parts, _texts, _days) = (parts, XlsxTexts.Read(parts), XlsxDays.Read(parts));

    public static IEnumerable<ImportedRow> Read(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var row in new XlsxRows(new XlsxParts(zip, TableLimits.Unpacked(file.Length))).Read())
        {
            yield return row;
        }
    }

    private IEnumerable<ImportedRow> Read()
    {
        using var xml = _parts.OpenSheet();
        while (xml.Next())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    BeginRow(xml.GetAttribute("r"));
                    break;
                case (XmlNodeType.Element, "c"):
                    BeginCell(xml);
                    break;
                case (XmlNodeType.Element, "f"):
                    _isComputed = true;
                    break;
                case (XmlNodeType.Element, "v" or "t"):
                    xml.ReadText(text => TableLimits.Append(_value, text, _line, _column));
                    break;
                case (XmlNodeType.Element, "rPh"):
                    xml.Pass();
                    break;
                case (XmlNodeType.EndElement, "c"):
                    EndCell();
                    break;
                case (XmlNodeType.EndElement, "row") when _cells.Count + _faults.Count > 0:
                    yield return new ImportedRow(_line, _cells, _faults);
                    break;
                case (XmlNodeType.EndElement, "sheetData"):
                    yield break;
            }
        }
    }

    private void BeginRow(string? number)
    {
        var line = number is null ? _line + 1 : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        if (line <= _line || line > TableLimits.Rows)
        {
            throw TableLimits.OutOfOrder(_line + 1);
        }

        (_line, _column, _cells, _faults) = (line, 0, [], []);
    }

    private void BeginCell(XmlReader xml)
    {
        var column = xml.GetAttribute("r") is { } name ? ColumnOf(name) : _column + 1;
        if (column <= _column)
        {
            throw TableLimits.OutOfOrder(_line);
        }

        (_column, _type, _isComputed) = (column, xml.GetAttribute("t"), false);
        _style = xml.GetAttribute("s") is { } style ? int.Parse(style, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        _value.Clear();
    }

    private void EndCell()
    {
        if (_type == "e")
        {
            Refuse("this cell shows an error of its formula: correct it, or empty the cell");
        }
        else if (Spelled() is { Length: > 0 } spelled)
        {
            TableLimits.CheckColumn(_line, _column);
            _cells.AddRange(Enumerable.Repeat("", _column - 1 - _cells.Count));
            _cells.Add(spelled);
        }
        else if (_isComputed && _value.Length == 0 && _type is null or "n")
        {
            Refuse("the result of this cell’s formula is not in the file: open it in a spreadsheet, and save it");
        }
    }

    private void Refuse(string sentence)
    {
        TableLimits.CheckColumn(_line, _column);
        _faults.Add((_column, sentence));
    }

    private string Spelled() => _type switch
    {
        "s" => Text(int.Parse(_value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture)),
        "inlineStr" or "str" => XlsxTexts.Unescaped(_value),
        "b" => _value is ['1'] ? "yes" : "no",
        "d" => XlsxDays.Spell(DateTime.Parse(_value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        _ when _value.Length == 0 => "",
        _ => _days.Spell(double.Parse(_value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture), _style),
    };

    private string Text(int rank) => rank < _texts.Count ? _texts[rank] : throw UnreadableTableException.NoTable();

    /// <summary><c>AB12</c> is in column 28.</summary>
    private static int ColumnOf(string name)
    {
        var column = 0;
        foreach (var letter in name.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }
}
