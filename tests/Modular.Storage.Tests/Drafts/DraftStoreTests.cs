using Modular.Intake.Drafts;
using Modular.Tests;

namespace Modular.Storage.Tests.Drafts;

[TestClass]
public sealed class DraftStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task A_draft_comes_back_as_it_was_put_and_keeps_its_beginning()
    {
        await using var data = await DataFolder.CreateAsync();
        var store = data.Get<IDraftStore>();
        var first = Row("a", Guid.NewGuid(), Noon, "  x ");
        var second = first with { Begun = Noon.AddHours(1), At = Noon.AddHours(1), Content = [] };
        Assert.IsTrue(store.Put(first, 1));
        Assert.IsTrue(store.Put(second, 1));
        AssertSame(second with { Begun = Noon }, store.Find("a")!);
        Assert.IsNull(store.Find("A"), "Identifiers are told apart by their capitals.");
    }

    [TestMethod]
    public async Task An_account_has_its_own_the_latest_first_and_no_more_than_it_may()
    {
        await using var data = await DataFolder.CreateAsync();
        var store = data.Get<IDraftStore>();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.IsTrue(store.Put(Row("a", one, Noon), 2));
        Assert.IsTrue(store.Put(Row("b", one, Noon.AddMinutes(1)), 2));
        Assert.IsTrue(store.Put(Row("c", other, Noon), 2));
        Assert.IsFalse(store.Put(Row("d", one, Noon), 2));
        Assert.AreEqual("b a", string.Join(' ', store.Of(one).Select(row => row.Id)));
    }

    [TestMethod]
    public async Task What_is_removed_is_in_no_byte_of_the_folder()
    {
        await using var data = await DataFolder.CreateAsync();
        var store = data.Get<IDraftStore>();
        store.Put(Row("a", Guid.NewGuid(), Noon, new string('x', 50_000) + "canari-retire"), 9);
        store.Put(Row("b", Guid.NewGuid(), Noon.AddDays(-31), "canari-ancien"), 9);
        store.Put(Row("c", Guid.NewGuid(), Noon), 9);
        store.Remove("a");
        store.RemoveBefore(Noon.AddDays(-30));
        Assert.IsNotNull(store.Find("c"));
        Assert.IsEmpty(FolderBytes.FilesThatTell(data.Path, "canari-retire", "canari-ancien"));
    }

    [TestMethod]
    public async Task Four_who_write_and_four_who_read_at_once_find_all_of_it()
    {
        await using var data = await DataFolder.CreateAsync();
        var store = data.Get<IDraftStore>();
        var account = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(who => Task.Run(() =>
        {
            for (var turn = 0; turn < 50; turn++)
            {
                if (who % 2 == 0)
                {
                    Assert.IsTrue(store.Put(Row($"{who}-{turn % 10}", account, Noon.AddSeconds(turn)), 100));
                }
                else
                {
                    Assert.IsLessThanOrEqualTo(40, store.Of(account).Count);
                }
            }
        })));
        var rows = store.Of(account);
        Assert.HasCount(40, rows);
        Assert.IsTrue(rows.All(row => row.At >= Noon.AddSeconds(40)));
    }

    internal static DraftRow Row(string id, Guid account, DateTimeOffset at, string content = "sealed") =>
        new(id, account, "loire", "situation", at, at, [1, 2, 3], System.Text.Encoding.UTF8.GetBytes(content));

    internal static void AssertSame(DraftRow expected, DraftRow found)
    {
        Assert.AreEqual(
            expected with { Head = [], Content = [] }, found with { Head = expected.Head, Content = expected.Content } with { Head = [], Content = [] });
        CollectionAssert.AreEqual(expected.Head, found.Head);
        CollectionAssert.AreEqual(expected.Content, found.Content);
    }
}
