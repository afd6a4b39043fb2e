using System.Xml;

namespace Modular.Intake.Exchange;

internal static class XlsxXml
{
    /// <summary>A sheet is five deep; each level is held in memory.</summary>
    private const int Deepest = 64;

    public static bool Next(this XmlReader xml) =>
        xml.Read() && (xml.Depth <= Deepest ? true : throw UnreadableTableException.NoTable());

    /// <summary>Goes to the end of an element.</summary>
    public static void Pass(this XmlReader xml) => xml.ReadText(_ => { });

    /// <summary>Goes to the end of an element, and hands over the text in it.</summary>
    public static void ReadText(this XmlReader xml, TextTaker take)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        for (var depth = xml.Depth; xml.Next() && xml.Depth > depth;)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                take(xml.Value);
            }
        }
    }
}

internal delegate void TextTaker(ReadOnlySpan<char> text);
