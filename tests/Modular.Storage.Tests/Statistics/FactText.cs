using System.Globalization;
using Modular.Statistics.Facts;

namespace Modular.Storage.Tests.Statistics;

/// <summary>Facts as a test reads them: the day, the measures, the answers.</summary>
internal static class FactText
{
    public static string[] Of(FactTable table, string unit)
    {
        var facts = table.Units[unit];
        return [.. Enumerable.Range(facts.From, facts.Count).Select(row => string.Join(' ', Parts(table.Words, facts.Columns, row)))];
    }

    private static IEnumerable<string> Parts(CodeDictionary words, FactColumns columns, int row) =>
        columns.Measures.Select(measure => (measure.Key, Given: string.Join(',', measure.Value.Values[measure.Value.At(row)])))
            .Concat(columns.Questions.Select(question => (
                question.Key, Given: string.Join(',', question.Value.Values[question.Value.At(row)].Select(words.CodeOf)))))
            .Where(column => column.Given.Length > 0)
            .Select(column => $"{column.Key}={column.Given}")
            .Order(StringComparer.Ordinal)
            .Prepend(columns.DayOf(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
