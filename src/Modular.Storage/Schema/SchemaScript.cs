using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Modular.Storage.Schema;

/// <summary>One step of a module's tables, applied once: <c>Intake/001.sqlite.sql</c>.</summary>
internal sealed partial record SchemaScript(string Module, int Number, string Text)
{
    /// <summary>Those of a database's project, in the order in which they are applied: <c>Modular.Storage.Sqlite.Intake.001.sqlite.sql</c> …</summary>
    public static IReadOnlyList<SchemaScript> Of(Assembly database) =>
    [
        .. Embedded(database).OrderBy(script => script.Number).ThenBy(script => script.Module, StringComparer.Ordinal),
    ];

    private static IEnumerable<SchemaScript> Embedded(Assembly database)
    {
        foreach (var name in database.GetManifestResourceNames())
        {
            if (ScriptName().Match(name) is { Success: true } match)
            {
                using var reader = new StreamReader(database.GetManifestResourceStream(name)!);
                var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                yield return new SchemaScript(match.Groups["module"].Value, number, reader.ReadToEnd());
            }
        }
    }

    [GeneratedRegex(@"\.(?<module>\w+)\._?(?<number>\d{3})\.\w+\.sql$")]
    private static partial Regex ScriptName();
}
