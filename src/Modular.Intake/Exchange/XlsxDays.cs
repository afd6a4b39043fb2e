using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Modular.Intake.Exchange;

/// <summary>Days are numbers in an XLSX file; the style of a cell tells them from other numbers.</summary>
internal sealed partial class XlsxDays
{
    private readonly List<bool> _isDay = [];
    private readonly bool _from1904;

    private XlsxDays(bool from1904) => _from1904 = from1904;

    public static XlsxDays Read(XlsxParts parts)
    {
        var days = new XlsxDays(parts.IsFrom1904);
        var dayFormats = new HashSet<string>();
        using var xml = parts.Open("styles");
        var isOfCells = false;
        while (xml?.Next() == true)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "numFmt") when IsDay(xml.GetAttribute("formatCode") ?? ""):
                    dayFormats.Add(xml.GetAttribute("numFmtId") ?? "");
                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "cellXfs"):
                    isOfCells = xml.NodeType == XmlNodeType.Element;
                    break;
                case (XmlNodeType.Element, "xf") when isOfCells:
                    var format = xml.GetAttribute("numFmtId") ?? "";
                    days._isDay.Add(dayFormats.Contains(format) || format is ['1', >= '4' and <= '9'] or "20" or "21" or "22" or "45" or "46" or "47");
                    break;
            }
        }

        return days;
    }

    public string Spell(double number, int style)
    {
        if (style >= _isDay.Count || !_isDay[style])
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        // A spreadsheet takes 1900 for a leap year.
        var day = number + (_from1904 ? 1462 : number is >= 1 and < 60 ? 1 : 0);
        return day is < 0 or >= 2_958_466 ? number.ToString(CultureInfo.InvariantCulture)
            : day < 1 ? DateTime.FromOADate(day).ToString("HH:mm", CultureInfo.InvariantCulture)
            : Spell(DateTime.FromOADate(day));
    }

    public static string Spell(DateTime instant) =>
        instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool IsDay(string format) => Literals().Replace(format, "").AsSpan().IndexOfAny("dDmMyYhHsS") >= 0;

    /// <summary>Words within a format, colours and languages.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]hms]*\\]|General|Standard", RegexOptions.IgnoreCase)]
    private static partial Regex Literals();
}
