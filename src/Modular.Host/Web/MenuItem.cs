using Modular.Access;

namespace Modular.Host.Web;

internal sealed record MenuItem(string Name, string Address)
{
    private static readonly MenuItem Presence = new("Présence", "/presence");
    private static readonly MenuItem Directory = new("Annuaire", "/annuaire");
    private static readonly MenuItem Reports = new("Bilans", "/bilans");

    private static readonly IReadOnlyList<MenuItem> OfWorker =
        [new("Ma journée", "/"), new("Saisines", "/saisines"), new("Situations", "/situations"), Presence, Directory, Reports];

    private static readonly IReadOnlyList<MenuItem> OfCoordinator = [new("Ma semaine", "/"), Presence, Directory, Reports];

    private static readonly IReadOnlyList<MenuItem> OfAdministrator =
    [
        new("Accueil", "/"),
        new("Sites", "/administration/sites"),
        new("Comptes", "/administration/comptes"),
        new("Tâches", "/administration/taches"),
        new("Sauvegardes", "/administration/sauvegardes"),
        new("État", "/administration/etat"),
    ];

    private static readonly IReadOnlyList<MenuItem> OfDataProtectionOfficer = [new("Accueil", "/"), new("Journal des accès", "/journal")];

    public static IReadOnlyList<MenuItem> Of(Role role) => role switch
    {
        Role.Worker => OfWorker,
        Role.Coordinator => OfCoordinator,
        Role.Administrator => OfAdministrator,
        Role.DataProtectionOfficer => OfDataProtectionOfficer,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The value of <c>aria-current</c>: the page itself, a page below it, or nothing.</summary>
    public string? CurrentFor(PathString path) =>
        path == Address ? "page"
        : Address != "/" && path.StartsWithSegments(Address, StringComparison.Ordinal) ? "true"
        : null;
}
