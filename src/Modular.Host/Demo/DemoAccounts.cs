using Modular.Access;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Sites;

namespace Modular.Host.Demo;

internal static class DemoAccounts
{
    private const string Password = "Demonstration-2026";

    public static IReadOnlyList<(DemoAccount Shown, AccountRequest Request)> Of(IReadOnlyList<LoadedSite> sites) =>
    [
        .. sites.Select(site => Of($"intervenant.{site.Id}", $"Intervenant, {site.Definition.Name}", Role.Worker, [site.Id])),
        Of("coordination", "Coordination, tous les sites", Role.Coordinator, [.. sites.Select(site => site.Id)]),
        Of("administration", "Administration", Role.Administrator, []),
        Of("dpo", "Protection des données", Role.DataProtectionOfficer, []),
    ];

    private static (DemoAccount, AccountRequest) Of(string login, string who, Role role, IReadOnlyList<string> sites) =>
        (new DemoAccount(login, Password, who), new AccountRequest(login, role, sites, $"{login}@exemple.invalid"));
}
