using System.Globalization;
using Modular.Contracts.Wording;
using Modular.Intake.Situations;
using Modular.Reporting.Deliveries;
using Modular.Sites;

namespace Modular.Host.Jobs;

/// <summary>The morning reminder: how many situations wait beyond the site's limit. A number and a link; who they are is on the page.</summary>
internal sealed class NotContacted(ISiteCatalogue sites, SituationBook situations, MailSettings settings) : IMessageSource
{
    public const string Report = "not_contacted";

    public bool Writes(string report) => report == Report;

    public async Task<Message?> WriteAsync(DeliverySubject subject, CancellationToken cancellation)
    {
        var site = sites.Find(subject.Site) ?? throw new MessageFailedException("Le site n’est pas chargé.");
        var day = DateOnly.ParseExact(subject.Period, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var limit = site.Definition.Limits.FirstContactDays;
        var waiting = await situations.CountNotContactedAsync(site.Id, day.AddDays(-limit), cancellation);
        if (waiting == 0)
        {
            return null;
        }

        var (number, days) = (Counted.InFrench(waiting, "situation", "situations"), Counted.InFrench(limit, "jour", "jours"));
        var (verb, marked) = waiting == 1 ? ("attend", "Elle y est marquée") : ("attendent", "Elles y sont marquées");
        return new Message(
            $"Modular · {number} à contacter",
            $"""
            {site.Definition.Name}

            {number} {verb} un premier contact depuis plus de {days}.
            {marked} en retard{'\u202F'}: {(settings.Address is { } address ? $"{address.TrimEnd('/')}/saisines" : "dans Modular, page Saisines")}
            """,
            null);
    }
}
