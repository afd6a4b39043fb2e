using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms.Kinds;

namespace Modular.Forms;

/// <summary>
/// Answers to a form for the demonstration, as they would be typed: every name is plainly made up, every telephone number is of the range that the regulator
/// keeps
/// for fiction. The same chance invents the same answers.
/// </summary>
public sealed class InventedAnswers
{
    private static readonly string[] LastNames =
        ["Exemple", "Fictif", "Imaginaire", "Inventé", "Modèle", "Personnage", "Spécimen", "Témoin-Fictif", "D’Essai", "Démonstration"];

    private static readonly string[] FirstNames = ["Alix", "Camille", "Claude", "Dominique", "Éden", "Lou", "Maé", "Noa", "Sacha", "Yaël", "Zoé-Exemple"];

    /// <summary>By code list, the code of which the sources tell how common it is.</summary>
    private static readonly Dictionary<string, (string Code, double Share)> Usual = new()
    {
        ["sex"] = ("femme", 0.8),
        ["known_to_services"] = ("inconnu", 0.5),
    };

    private readonly Dictionary<string, IReadOnlyList<string>> _typed = [];
    private readonly Random _chance;

    private InventedAnswers(Random chance, DateOnly day) => (_chance, Day) = (chance, day);

    /// <summary>The day on which it all happens.</summary>
    internal DateOnly Day { get; }

    /// <param name="day">The day on which it all happens.</param>
    /// <param name="given">What is known beforehand, by role.</param>
    public static TypedAnswers Of(FormPlan plan, Random chance, DateOnly day, params IEnumerable<(FieldRole Role, string Typed)> given)
    {
        var invented = new InventedAnswers(chance, day);
        foreach (var planned in plan.Fields)
        {
            invented.Answer(planned, planned.Field.Id);
        }

        foreach (var (role, typed) in given)
        {
            invented.Type(plan.Id(role), typed);
        }

        return new TypedAnswers(invented._typed);
    }

    internal void Answer(FieldPlan planned, string path)
    {
        var field = planned.Field;
        if (field.AlsoAnswers.Count > 0 && Happens(0.07))
        {
            var special = field.AlsoAnswers[_chance.Next(field.AlsoAnswers.Count)].Spelled();
            Type(planned.Gives == AnswerType.Codes ? path : path + "~", planned.Gives == AnswerType.Codes ? "~" + special : special);
        }
        else if (field.Needed != Need.Never || !Happens(0.12))
        {
            planned.Kind.Invent(this, planned, path);
        }
    }

    internal void Type(string path, params IReadOnlyList<string> typed) => _typed[path] = typed;

    internal void Type(string path, int number) => Type(path, number.ToString(CultureInfo.InvariantCulture));

    internal void Type(string path, DateOnly day) => Type(path, day.ToString(RangeLimit.DayFormat, CultureInfo.InvariantCulture));

    internal bool Happens(double likelihood) => _chance.NextDouble() < likelihood;

    internal int Number(int least, int below) => _chance.Next(least, below);

    internal bool Yes(FormField field) => Happens(field.Role switch
    {
        FieldRole.Reached or FieldRole.Agreement => 0.88,
        FieldRole.ImmediateDanger => 0.06,
        _ => 0.35,
    });

    /// <summary>Lists begin with what is common, but for two of which the sources tell.</summary>
    internal string Code(FieldPlan planned)
    {
        var codes = planned.Options.Where(code => !code.Retired).Select(code => code.Value).ToList();
        return planned.Field.Codes is { } list && Usual.TryGetValue(list, out var usual) && codes.Contains(usual.Code) && Happens(usual.Share)
            ? usual.Code
            : codes[Math.Min((int)(Math.Pow(_chance.NextDouble(), 2) * codes.Count), codes.Count - 1)];
    }

    /// <summary>06 39 98 00 00 to 06 39 98 99 99: kept for works of fiction.</summary>
    internal string Telephone() => $"06 39 98 {_chance.Next(100):00} {_chance.Next(100):00}";

    internal void Person(string prefix)
    {
        Type(prefix + PersonParts.LastName, LastNames[_chance.Next(LastNames.Length)]);
        Type(prefix + PersonParts.FirstName, FirstNames[_chance.Next(FirstNames.Length)]);
        Type(prefix + PersonParts.Telephone, Telephone());
        if (Happens(0.8))
        {
            Type(prefix + PersonParts.BirthDate, Day.AddDays(-_chance.Next(15 * 365, 78 * 365)));
        }
    }
}
