using Modular.Access;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Sites;

namespace Modular.Host.Demo;

/// <summary>The accounts of the demonstration: one a role, and a worker for each site.</summary>
internal static class DemoAccounts
{
    private const string Password = "Demonstration-2026";

    public static IReadOnlyList<(DemoAccount Shown, AccountWish Wish)> Of(IReadOnlyList<LoadedSite> sites) =>
    [
        .. sites.Select(site => Of($"intervenant.{site.Id}", $"Intervenant, {site.Definition.Name}", Role.Worker, [site.Id])),
        Of("coordination", "Coordination, tous les sites", Role.Coordinator, [.. sites.Select(site => site.Id)]),
        Of("administration", "Administration", Role.Administrator, []),
        Of("dpo", "Protection des données", Role.DataProtectionOfficer, []),
    ];

    private static (DemoAccount, AccountWish) Of(string login, string who, Role role, IReadOnlyList<string> sites) =>
        (new DemoAccount(login, Password, who), new AccountWish(login, role, sites, $"{login}@exemple.invalid"));
}
