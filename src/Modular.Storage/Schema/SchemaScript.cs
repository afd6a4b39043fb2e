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

    /// <summary>Those that are yet to be applied.</summary>
    /// <exception cref="LaterSchemaException">The database has steps that this version does not know.</exception>
    public static IReadOnlyList<SchemaScript> Due(IReadOnlyList<SchemaScript> known, IReadOnlySet<(string Module, int Number)> applied, string place)
    {
        var later = applied.Except(known.Select(script => (script.Module, script.Number))).Order().ToList();
        return later.Count == 0
            ? [.. known.Where(script => !applied.Contains((script.Module, script.Number)))]
            : throw new LaterSchemaException(
                $"{place} was brought up to date by a later version ({string.Join(", ", later.Select(step => $"{step.Module} {step.Number}"))}): "
                + "this one would write what that one does not expect. Start the later version.");
    }

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
