using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Wording;

namespace Modular.Statistics.Labels;

/// <summary>The codes that no site declares: those the host computes, and what people read for them.</summary>
internal static class StandardCodes
{
    /// <summary>The pseudo-code of an answer that is not there.</summary>
    public const string NotGiven = "not_given";

    public static readonly IReadOnlyList<string> NotKnown = [.. NotGivenNames.All, NotGiven];

    private static readonly OrderedDictionary<string, string> Months = new(Enumerable.Range(1, 12)
        .Select(month => KeyValuePair.Create(month.ToString("00", CultureInfo.InvariantCulture), FrenchTime.MonthName(month))));

    private static readonly OrderedDictionary<string, string> Weekdays = new(Enumerable.Range(1, 7)
        .Select(day => KeyValuePair.Create(day.ToString(CultureInfo.InvariantCulture), FrenchTime.NameOf((DayOfWeek)(day % 7)))));

    /// <summary>In the order in which they are read; null where codes are the site's, or belong to what was counted.</summary>
    public static IReadOnlyDictionary<string, string>? In(string dimension) => dimension switch
    {
        "force" or "half_day" => Words.In(dimension),
        "vif" or "contacted" => Words.In("yes_no"),
        "month" => Months,
        "weekday" => Weekdays,
        _ => null,
    };

    public static string? Find(string dimension, string code) =>
        dimension == "state" ? Words.Find("situation_state", code) ?? Words.Find("presence_state", code) : In(dimension)?.GetValueOrDefault(code);
}
