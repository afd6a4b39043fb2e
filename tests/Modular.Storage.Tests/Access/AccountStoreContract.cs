using Modular.Access;
using Modular.Access.Accounts;
using Modular.Tests;

namespace Modular.Storage.Tests.Access;

public abstract class AccountStoreContract
{
    protected abstract Task<DataFolder> OpenAsync();

    [TestMethod]
    public async Task An_account_is_read_as_it_was_written()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAccountStore>();
        var written = New("claire") with { Sites = ["haute-marne", "pantin"], Email = "claire@exemple.fr", Disabled = true };
        Assert.IsTrue(await store.AddAsync(written));

        var read = await store.FindAsync("claire");
        Assert.IsNotNull(read);
        CollectionAssert.AreEqual(written.Sites.ToArray(), read.Sites.ToArray());
        Assert.AreEqual(written with { Sites = read.Sites }, read);
        Assert.AreEqual(read.Id, (await store.FindAsync(written.Id))?.Id);
    }

    [TestMethod]
    public async Task A_login_is_taken_once()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAccountStore>();
        Assert.IsTrue(await store.AddAsync(New("claire")));
        Assert.IsFalse(await store.AddAsync(New("claire")));
        Assert.HasCount(1, await store.AllAsync());
    }

    [TestMethod]
    public async Task A_change_made_from_an_old_reading_is_refused()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAccountStore>();
        var account = New("claire");
        await store.AddAsync(account);
        Assert.IsTrue(await store.UpdateAsync(account with { Email = "a@exemple.fr" }));
        Assert.IsFalse(await store.UpdateAsync(account with { Email = "b@exemple.fr" }));
        Assert.AreEqual("a@exemple.fr", (await store.FindAsync(account.Id))?.Email);
    }

    [TestMethod]
    public async Task Of_first_administrators_created_at_once_one_is_created()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAccountStore>();
        var created = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => store.AddFirstAdministratorAsync(New($"admin-{i}") with { Role = Role.Administrator }))));
        Assert.AreEqual(1, created.Count(one => one));
        Assert.HasCount(1, await store.AllAsync());
    }

    private static Account New(string login) => new()
    {
        Id = Guid.NewGuid(),
        Login = login,
        Role = Role.Worker,
        PasswordHash = "hash",
        Stamp = "stamp",
        CreatedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
    };
}

[TestClass]
public sealed class SqliteAccountStoreTests : AccountStoreContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();
}

[TestClass]
public sealed class PostgreSqlAccountStoreTests : AccountStoreContract
{
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();
}
