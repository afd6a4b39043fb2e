using Modular.Access;
using Modular.Access.Accounts;
using Modular.Sites;

namespace Modular.Host.Accounts;

/// <summary>Role, sites and address as they were typed. Sites that are not loaded cannot be given; those an account has already stay choosable.</summary>
internal sealed record AccountForm(string? Role, IReadOnlyList<string> Sites, string? Email, IReadOnlyList<(string Id, string Name)> Choices)
{
    public static AccountForm Of(Account account, ISiteCatalogue sites) =>
        new(account.Role.Spelled(), account.Sites, account.Email, ChoicesOf(sites, account.Sites));

    public static AccountForm Typed(IFormCollection form, ISiteCatalogue sites, IReadOnlyList<string> had)
    {
        var choices = ChoicesOf(sites, had);
        var chosen = form["sites"].OfType<string>().Where(id => choices.Any(choice => choice.Id == id));
        return new(form["role"].FirstOrDefault(), [.. chosen], form["email"].FirstOrDefault(), choices);
    }

    public AccountRequest? Request(string login) => RoleNames.Named(Role) is { } role ? new AccountRequest(login, role, Sites, Email) : null;

    public static string Purpose(Role role) => role switch
    {
        Access.Role.Worker => "Lit et écrit les situations de ses sites.",
        Access.Role.Coordinator => "Tient les permanences, reçoit les bilans. Ne voit aucun nom.",
        Access.Role.Administrator => "Sites, comptes, tâches, sauvegardes. Ne lit aucune situation.",
        Access.Role.DataProtectionOfficer => "Lit le journal des accès. Ne lit aucune situation.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static IReadOnlyList<(string Id, string Name)> ChoicesOf(ISiteCatalogue sites, IReadOnlyList<string> had) =>
    [
        .. sites.Readable.Select(site => (site.Id, site.Definition.Name)),
        .. had.Where(id => sites.FindReadable(id) is null).Select(id => (id, $"{id} (non chargé)")),
    ];
}
