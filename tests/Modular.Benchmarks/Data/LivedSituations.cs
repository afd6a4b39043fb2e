using Modular.Access;
using Modular.Benchmarks.Processes;
using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Benchmarks.Data;

/// <summary>
/// Situations of several years as life leaves them: most are closed, those of the last weeks are not, each had some contacts and a few had hundreds, names are
/// as unevenly spread as names are. The same every time.
/// </summary>
/// <param name="most">The contacts of one of them that is among the newest; 0: no more than others have.</param>
internal sealed class LivedSituations(LoadedSite site, int situations, int most = 0, int seed = 17)
{
    private const int Years = 8;
    private const int AtOnce = 500;
    private const int OpenDays = 60;

    private readonly Random _chance = new(seed);
    private readonly DateOnly _today = site.Today(TimeProvider.System);

    /// <summary>The one with the most contacts.</summary>
    public Guid Busiest { get; private set; }

    public async Task WriteAsync(ModularServicesHere services)
    {
        await services.Situations.AddHistoriesAsync(SituationScope.OfCommand(site.Id), site, All(), AtOnce);
        await services.BringFactsAsync();
    }

    private IEnumerable<SituationHistory> All()
    {
        for (var index = 0; index < situations; index++)
        {
            var referredOn = _today.AddDays((int)((index + 1L) * Years * 365 / situations) - (Years * 365) - 1);
            var typed = InventedAnswers.Of(site.Plan("situation"), _chance, referredOn);
            typed = typed.Without(["person.last_name", "person.first_name"]).And(
                [("person.last_name", [ManySituations.NameOf(_chance)]), ("person.first_name", [ManySituations.FirstNameOf(_chance)])]);
            var id = Guid.NewGuid();
            var isBusiest = most > 0 && index == situations - 3;
            Busiest = isBusiest ? id : Busiest;
            yield return new SituationHistory(id, site.Read("situation", typed, _today), [.. Followed(referredOn, isBusiest ? most : Contacts())]);
        }
    }

    /// <summary>Two or three; one in five hundred has some hundreds.</summary>
    private int Contacts() => _chance.Next(500) == 0 ? 100 + _chance.Next(300) : 1 + (int)(-Math.Log(1 - _chance.NextDouble()) * 1.5);

    private IEnumerable<FormReading> Followed(DateOnly referredOn, int contacts)
    {
        if (referredOn >= _today.AddDays(-4))
        {
            // Some of the last days' people still wait.
            contacts = contacts == most ? contacts : _chance.Next(2);
        }

        var until = _today.DayNumber - referredOn.DayNumber;
        for (var contact = 0; contact < contacts; contact++)
        {
            var day = referredOn.AddDays(Math.Min(until, contact * 5));
            yield return Filled("contact", day, contact == 0 ? [(FieldRole.Reached, "yes")] : []);
        }

        if (until > OpenDays && _chance.Next(50) > 0)
        {
            yield return Filled("closing", referredOn.AddDays(Math.Min(until, 20 + _chance.Next(40))));
        }
    }

    private FormReading Filled(string form, DateOnly day, params IEnumerable<(FieldRole, string)> given) =>
        site.Read(form, InventedAnswers.Of(site.Plan(form), _chance, day, given), _today);
}
