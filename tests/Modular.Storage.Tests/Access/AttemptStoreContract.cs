using Modular.Access.SignIn;
using Modular.Tests;

namespace Modular.Storage.Tests.Access;

public abstract class AttemptStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    protected abstract Task<DataFolder> OpenAsync();

    [TestMethod]
    public async Task Attempts_made_at_once_are_all_counted()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAttemptStore>();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.CountAsync("login", Now))));
        Assert.AreEqual(Attempts.Most, attempts.Count(attempt => attempt.MayTry));
    }

    [TestMethod]
    public async Task A_forgotten_login_begins_again()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IAttemptStore>();
        await store.CountAsync("login", Now);
        await store.CountAsync("login", Now);
        await store.ForgetAsync("login");
        Assert.AreEqual(1, (await store.CountAsync("login", Now)).Count);
    }

    [TestMethod]
    public async Task A_lock_survives_a_restart()
    {
        await using var data = await OpenAsync();
        for (var i = 0; i < Attempts.Most; i++)
        {
            await data.Get<IAttemptStore>().CountAsync("login", Now);
        }

        await using var restarted = await data.AgainAsync();
        Assert.IsFalse((await restarted.Get<IAttemptStore>().CountAsync("login", Now.AddMinutes(14))).MayTry);
        Assert.IsTrue((await restarted.Get<IAttemptStore>().CountAsync("login", Now.AddMinutes(15))).MayTry);
    }
}

[TestClass]
public sealed class SqliteAttemptStoreTests : AttemptStoreContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();
}

[TestClass]
public sealed class PostgreSqlAttemptStoreTests : AttemptStoreContract
{
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();
}
