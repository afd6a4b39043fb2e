using Modular.Access.Accounts;
using Modular.Access.SignIn;
using Modular.Tests;

namespace Modular.Access.Tests.SignIn;

[TestClass]
public sealed class SignInTests
{
    [TestMethod]
    public async Task The_right_password_signs_in_and_is_journaled()
    {
        await using var data = await AccessFolder.OpenAsync();
        var account = await data.AddAsync("claire");
        Assert.AreEqual(account.Id, (await data.Get<SignInService>().TryAsync("CLAIRE ", AccessFolder.Good)).Account?.Id);
        Assert.AreEqual("sign_in", (await data.JournalAsync())[0].Act);
    }

    [TestMethod]
    public async Task A_known_and_an_unknown_login_are_answered_alike_to_the_lock_and_beyond()
    {
        await using var data = await AccessFolder.OpenAsync();
        await data.AddAsync("claire");
        var service = data.Get<SignInService>();
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            var known = await service.TryAsync("claire", "faux");
            var unknown = await service.TryAsync("personne", "faux");
            Assert.AreEqual(known, unknown);
            Assert.AreEqual(attempt < Attempts.Most ? SignInService.Wrong : SignInService.Locked, known.Sentence);
        }
    }

    [TestMethod]
    public async Task Five_failures_lock_even_the_right_password_for_fifteen_minutes()
    {
        var clock = new Clock("2026-11-23T08:00:00Z");
        await using var data = await AccessFolder.OpenAsync(clock);
        await data.AddAsync("claire");
        var service = data.Get<SignInService>();
        for (var i = 0; i < 5; i++)
        {
            await service.TryAsync("claire", "faux");
        }

        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.IsNull((await service.TryAsync("claire", AccessFolder.Good)).Account);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsNotNull((await service.TryAsync("claire", AccessFolder.Good)).Account);
    }

    [TestMethod]
    public async Task The_fifth_attempt_may_still_be_the_right_one_and_clears_the_count()
    {
        await using var data = await AccessFolder.OpenAsync();
        await data.AddAsync("claire");
        var service = data.Get<SignInService>();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await service.TryAsync("claire", "faux");
            }

            Assert.IsNotNull((await service.TryAsync("claire", AccessFolder.Good)).Account);
        }
    }

    [TestMethod]
    public async Task A_disabled_account_is_answered_like_a_wrong_password()
    {
        await using var data = await AccessFolder.OpenAsync();
        var account = await data.AddAsync("claire");
        await data.Get<AccountService>().DisableAsync(account.Id, true, AccessFolder.Admin);
        Assert.AreEqual(new SignInResult(null, SignInService.Wrong), await data.Get<SignInService>().TryAsync("claire", AccessFolder.Good));
    }

    [TestMethod]
    public async Task Failed_sign_ins_do_not_flood_the_journal()
    {
        var clock = new Clock("2026-11-23T08:00:00Z");
        await using var data = await AccessFolder.OpenAsync(clock);
        await data.AddAsync("claire");
        var service = data.Get<SignInService>();
        for (var i = 0; i < 60; i++)
        {
            await service.TryAsync("claire", "faux");
            await service.TryAsync($"login-{i}", "faux");
        }

        clock.Advance(TimeSpan.FromMinutes(10));
        await service.TryAsync("encore-un", "faux");
        var refused = (await data.JournalAsync()).Where(row => row.Act == "sign_in_refused").Select(row => $"{row.Login} {row.Detail}").ToList();
        CollectionAssert.AreEquivalent(new[] { "claire wrong_password", "claire locked", " unknown_login:1", " unknown_login:60" }, refused);
    }
}
