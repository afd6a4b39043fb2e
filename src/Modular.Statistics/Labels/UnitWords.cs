namespace Modular.Statistics;

/// <summary>How a unit is spoken of in French.</summary>
/// <param name="Name">« situations ».</param>
/// <param name="One">« situation ».</param>
/// <param name="Counted">What precedes the period: « Situations dont la saisine date ».</param>
/// <param name="Feminine">For agreement.</param>
internal sealed record UnitWords(string Name, string One, string Counted, bool Feminine)
{
    public string Spread => Feminine ? "réparties" : "répartis";

    public string Which => Feminine ? "lesquelles" : "lesquels";

    public static UnitWords Of(string unit) => unit switch
    {
        FactUnits.Situations => new("situations", "situation", "Situations dont la saisine date", true),
        FactUnits.Contacts => new("contacts", "contact", "Contacts datés", false),
        FactUnits.Orientations => new("orientations", "orientation", "Orientations proposées lors d’un contact daté", true),
        FactUnits.HalfDays => new("demi-journées", "demi-journée", "Demi-journées de présence", true),
        FactUnits.PromisedHalfDays => new("demi-journées promises", "demi-journée promise", "Demi-journées promises par la convention au titre", true),
        _ => new(unit, unit, $"« {unit} » datés", false),
    };
}
