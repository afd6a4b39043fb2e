using System.IO.Compression;
using System.Xml;

namespace Modular.Intake.Exchange;

/// <summary>The parts of an XLSX file, found where it says they are, and unpacked no further than a file of its size has reason to be.</summary>
internal sealed class XlsxParts
{
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, (string Type, string Path)> _related;
    private readonly string? _sheet;
    private long _left;

    public XlsxParts(ZipArchive zip, long most)
    {
        (_zip, _left) = (zip, most);
        var workbook = Related("").Values.FirstOrDefault(part => part.Type == "officeDocument").Path ?? throw UnreadableTableException.NoTable();
        _related = Related(workbook);
        using var xml = OpenPart(workbook);
        while (xml?.Next() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                IsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && _sheet is null && xml.GetAttribute("state") is null or "visible")
            {
                _sheet = IdOf(xml);
            }
        }
    }

    /// <summary>Some spreadsheets count their days from there.</summary>
    public bool IsFrom1904 { get; }

    public XmlReader OpenSheet() =>
        (_related.TryGetValue(_sheet ?? "", out var sheet) ? OpenPart(sheet.Path) : null) ?? throw UnreadableTableException.NoTable();

    /// <summary>Null when the file has no such part.</summary>
    public XmlReader? Open(string type) => _related.Values.FirstOrDefault(part => part.Type == type).Path is { } path ? OpenPart(path) : null;

    private XmlReader? OpenPart(string path) => _zip.GetEntry(path) is { } entry ? XmlReader.Create(new UnpackedStream(entry.Open(), Take), Settings) : null;

    private void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw TableLimits.UnpacksToTooMuch();
        }
    }

    /// <summary>What a part names, by identifier.</summary>
    private Dictionary<string, (string Type, string Path)> Related(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var related = new Dictionary<string, (string, string)>();
        using var xml = OpenPart($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Next() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { } target)
            {
                var type = xml.GetAttribute("Type") ?? "";
                var path = new Uri(new Uri($"part:///{folder}"), target).AbsolutePath;
                related[xml.GetAttribute("Id") ?? ""] = (type[(type.LastIndexOf('/') + 1)..], path.TrimStart('/'));
            }
        }

        return related;
    }

    private static string? IdOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            id = sheet is { LocalName: "id", Prefix.Length: > 0 } ? sheet.Value : id;
        }

        return id;
    }
}
