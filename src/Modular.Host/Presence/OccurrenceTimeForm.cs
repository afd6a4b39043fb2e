using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Modular.Contracts.Presence;

namespace Modular.Host.Presence;

/// <summary>A day and a stretch of it as a form asks for them. Read from text: browsers send days and hours in one spelling whatever the language.</summary>
internal sealed class OccurrenceTimeForm
{
    [FromForm(Name = "jour")]
    public string? Day { get; set; }

    /// <summary><c>morning</c>, <c>afternoon</c> or <c>hours</c>.</summary>
    [FromForm(Name = "moment")]
    public string? Stretch { get; set; }

    [FromForm(Name = "de")]
    public string? Start { get; set; }

    [FromForm(Name = "a")]
    public string? End { get; set; }

    public static string Spell(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200
            ? day
            : null;

    /// <summary>Null when something is missing or wrong; each fault is then at its field.</summary>
    public OccurrenceTime? Read(ModelStateDictionary errors)
    {
        var day = ReadDay(Day);
        if (day is null)
        {
            errors.AddModelError("jour", "Indiquez le jour, par exemple 23/11/2026.");
        }

        HalfDay? half = Stretch switch
        {
            "morning" => HalfDay.Morning,
            "afternoon" => HalfDay.Afternoon,
            _ => null,
        };
        TimeRange? hours = null;
        if (Stretch == "hours")
        {
            if (TimeRange.TryParse($"{Start}-{End}", out var range) && range.Start != range.End)
            {
                hours = range;
            }
            else
            {
                errors.AddModelError("de", "Indiquez l’heure du début et celle de la fin, par exemple 9 h et 12 h 30.");
            }
        }
        else if (half is null)
        {
            errors.AddModelError("moment", "Choisissez le matin, l’après-midi ou des heures précises.");
        }

        return day is { } known && (half ?? (object?)hours) is not null ? new OccurrenceTime(known, half, hours) : null;
    }
}

internal sealed record OccurrenceTime(DateOnly Day, HalfDay? HalfDay, TimeRange? Hours);
