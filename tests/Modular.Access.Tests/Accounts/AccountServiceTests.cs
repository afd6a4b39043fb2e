using Modular.Access.Accounts;
using Modular.Access.SignIn;

namespace Modular.Access.Tests.Accounts;

[TestClass]
public sealed class AccountServiceTests
{
    [TestMethod]
    public async Task A_new_account_is_journaled_under_its_identifier()
    {
        await using var data = await AccessFolder.OpenAsync();
        var account = await data.AddAsync(" Claire ");
        Assert.AreEqual("claire", account.Login);
        var row = (await data.JournalAsync()).Single();
        Assert.AreEqual(("account_created", account.Id.ToString(), "worker"), (row.Act, row.Subject, row.Detail));
    }

    [TestMethod]
    [DataRow("x", "pantin", null, "login")]
    [DataRow("cl aire", "pantin", null, "login")]
    [DataRow("claire", null, null, "sites")]
    [DataRow("claire", "pantin", "pas une adresse", "email")]
    [DataRow("claire", "pantin", "Claire <claire@exemple.fr>", "email")]
    [DataRow("claire", "pantin", "\"clai\0re\"@exemple.fr", "email")]
    public async Task What_is_wrong_is_said_at_its_field(string login, string? site, string? email, string field)
    {
        await using var data = await AccessFolder.OpenAsync();
        var result = await data.Get<AccountService>()
            .CreateAsync(new AccountRequest(login, Role.Worker, site is null ? [] : [site], email), AccessFolder.Good, null);
        Assert.IsNull(result.Account);
        CollectionAssert.Contains(result.Faults.Select(fault => fault.Field).ToList(), field);
        Assert.IsEmpty(await data.JournalAsync());
    }

    [TestMethod]
    public async Task An_administrator_holds_no_site_whatever_is_posted()
    {
        await using var data = await AccessFolder.OpenAsync();
        var result = await data.Get<AccountService>().CreateAsync(new AccountRequest("root-1", Role.Administrator, ["pantin"], null), AccessFolder.Good, null);
        Assert.IsEmpty(result.Account!.Sites);
    }

    [TestMethod]
    public async Task Nobody_changes_his_own_rights()
    {
        await using var data = await AccessFolder.OpenAsync();
        var admin = await data.AddAsync("admin", Role.Administrator);
        var book = data.Get<AccountService>();
        var demoted = new AccountRequest("admin", Role.Worker, ["pantin"], null);
        Assert.IsNull((await book.ChangeAsync(admin.Id, admin.Version, demoted, admin.SignedInAccount)).Account);
        Assert.IsNull((await book.DisableAsync(admin.Id, true, admin.SignedInAccount)).Account);
        Assert.AreEqual(Role.Administrator, (await book.FindAsync(admin.Id))!.Role);
        Assert.IsNotNull(
            (await book.ChangeAsync(
                admin.Id, admin.Version, new AccountRequest("admin", Role.Administrator, [], "admin@exemple.fr"), admin.SignedInAccount)).Account);
    }

    [TestMethod]
    public async Task The_first_access_link_works_once()
    {
        await using var data = await AccessFolder.OpenAsync();
        var first = data.Get<FirstAccess>();
        var token = await first.OpenAsync();
        Assert.IsNull(await first.UseAsync("another", "admin", null, AccessFolder.Good));
        Assert.IsNull((await first.UseAsync(token, "admin", null, "faible"))!.Account);
        Assert.IsTrue(await first.IsOpenAsync(token), "a refused password does not burn the link");
        Assert.AreEqual(Role.Administrator, (await first.UseAsync(token, "admin", null, AccessFolder.Good))!.Account!.Role);
        Assert.IsFalse(await first.IsOpenAsync(token));
        Assert.IsNull(await first.OpenAsync());
    }

    [TestMethod]
    public async Task The_first_access_link_dies_when_an_administrator_is_created_by_command_and_after_two_hours()
    {
        var clock = new Modular.Tests.Clock("2026-11-23T08:00:00Z");
        await using var data = await AccessFolder.OpenAsync(clock);
        var first = data.Get<FirstAccess>();
        var token = await first.OpenAsync();
        clock.Advance(FirstAccess.Lasts);
        Assert.IsFalse(await first.IsOpenAsync(token));
        token = await first.OpenAsync();
        Assert.IsTrue(await first.IsOpenAsync(token));
        await data.AddAsync("admin", Role.Administrator);
        Assert.IsFalse(await first.IsOpenAsync(token));
    }
}
