using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Tests;

namespace Modular.Access.Tests;

/// <summary>Accounts on a real file. Hashes are quick here, as many as a test wants.</summary>
internal static class AccessFolder
{
    public const string Good = "Marée-basse 7h";
    public static readonly SignedInAccount Admin = new(Guid.NewGuid(), "admin", Role.Administrator, []);

    public static Task<DataFolder> OpenAsync(TimeProvider? time = null) => DataFolder.CreateAsync(time, Configure);

    public static void Configure(IServiceCollection services)
    {
        services.AddAccess();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
    }

    public static async Task<Account> AddAsync(this DataFolder data, string login, Role role = Role.Worker)
    {
        var result = await data.Get<AccountService>().CreateAsync(new AccountRequest(login, role, role.BelongsToSites() ? ["pantin"] : [], null), Good, null);
        return result.Account ?? throw new AssertFailedException(result.Faults[0].Sentence);
    }

    public static async Task<IReadOnlyList<JournalLine>> JournalAsync(this DataFolder data) =>
        (await data.Get<IJournalReader>().PageAsync(new JournalFilter(Size: 1000))).Rows;
}
