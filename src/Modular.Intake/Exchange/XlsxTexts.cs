using System.Text;
using System.Xml;

namespace Modular.Intake.Exchange;

/// <summary>The texts of an XLSX file, each kept once: cells name them by rank.</summary>
internal static class XlsxTexts
{
    public static IReadOnlyList<string> Read(XlsxParts parts)
    {
        var texts = new List<string>();
        using var xml = parts.Open("sharedStrings");
        var text = new StringBuilder();
        var characters = 0;
        while (xml?.Next() == true)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "t"):
                    xml.ReadText(part => TableLimits.Append(text, part, 1, 1));
                    break;
                case (XmlNodeType.Element, "rPh"):
                    xml.Pass();
                    break;
                case (XmlNodeType.Element, "si") when xml.IsEmptyElement:
                case (XmlNodeType.EndElement, "si"):
                    texts.Add(Unescaped(text));
                    characters += text.Length;
                    text.Clear();
                    if (texts.Count > TableLimits.Texts || characters > TableLimits.TextCharacters)
                    {
                        throw TableLimits.TooManyTexts();
                    }

                    break;
            }
        }

        return texts;
    }

    /// <summary>A character that XML has not is written <c>_x000D_</c>.</summary>
    public static string Unescaped(StringBuilder text)
    {
        var written = text.ToString();
        return (written.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(written) : written).Trim();
    }
}
