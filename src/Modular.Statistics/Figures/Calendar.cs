using System.Globalization;
using Modular.Statistics.Facts;

namespace Modular.Statistics.Figures;

/// <summary>
/// What a fact's day answers to <c>month</c> and <c>weekday</c>. Its answers are in no dictionary: they are numbered downwards from below zero.
/// </summary>
internal sealed class Calendar
{
    private const int Months = -200;
    private const int Weekdays = -100;

    private readonly int _first;
    private readonly byte[] _answers;

    private Calendar(FactRange facts, IReadOnlyList<int> answers, Func<DateOnly, int> number)
    {
        Answers = answers;
        if (facts.Count == 0)
        {
            _answers = [];
            return;
        }

        _first = facts.Columns.Days[facts.From];
        _answers = new byte[facts.Columns.Days[facts.To - 1] - _first + 1];
        for (var day = 0; day < _answers.Length; day++)
        {
            _answers[day] = (byte)number(DateOnly.FromDayNumber(_first + day));
        }
    }

    public IReadOnlyList<int> Answers { get; }

    /// <summary>Which of its answers a day gives, from 0.</summary>
    public int At(int day) => _answers[day - _first];

    /// <param name="facts">Those whose days will be asked about.</param>
    public static Calendar? Of(string dimension, FactRange facts) => dimension switch
    {
        "month" => new(facts, [.. Enumerable.Range(1, 12).Select(month => Months - month)], day => day.Month - 1),
        "weekday" => new(facts, [.. Enumerable.Range(1, 7).Select(day => Weekdays - day)], day => ((int)day.DayOfWeek + 6) % 7),
        _ => null,
    };

    public static bool Gives(int answer) => answer < Weekdays;

    public static int? Find(string dimension, string code) => dimension switch
    {
        "month" when int.TryParse(code, CultureInfo.InvariantCulture, out var month) => Months - month,
        "weekday" when int.TryParse(code, CultureInfo.InvariantCulture, out var day) => Weekdays - day,
        _ => null,
    };

    public static string CodeOf(int answer) => answer < Months
        ? (Months - answer).ToString("00", CultureInfo.InvariantCulture)
        : (Weekdays - answer).ToString(CultureInfo.InvariantCulture);
}
