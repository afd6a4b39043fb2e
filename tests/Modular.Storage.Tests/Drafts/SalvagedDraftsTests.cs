using Modular.Intake.Drafts;
using Modular.Storage.Drafts;
using Modular.Tests;

namespace Modular.Storage.Tests.Drafts;

/// <summary>What is kept of a file of drafts that is broken before the host starts: each draft that is whole.</summary>
[TestClass]
public sealed class SalvagedDraftsTests
{
    private const int Page = 8192;

    /// <summary>A draft of this length is on three pages and ends on one that it may share.</summary>
    private const int Long = 20_000;

    private readonly List<string> _said = [];

    [TestMethod]
    [DataRow("rubbish")]
    [DataRow("zeros")]
    public async Task Any_one_page_takes_only_what_is_on_it(string how)
    {
        var path = await DraftFolders.LeftAsync(8, Long);
        var whole = await File.ReadAllBytesAsync(DraftFolders.FileIn(path));
        var lost = new List<int>();
        for (var page = 0; page < whole.Length / Page; page++)
        {
            var broken = (byte[])whole.Clone();
            if (how == "zeros")
            {
                broken.AsSpan(page * Page, Page).Clear();
            }
            else
            {
                new Random(page).NextBytes(broken.AsSpan(page * Page, Page));
            }

            lost.Add(8 - (await KeptAsync(broken)).Count);
        }

        Assert.IsLessThanOrEqualTo(3, lost.Max(), string.Join(' ', lost));
        Assert.AreEqual(0, lost[0], "The first page holds no draft.");
    }

    [TestMethod]
    [DataRow(Page / 2)]
    [DataRow(Page)]
    public async Task A_file_whose_end_is_cut_off_keeps_what_is_before_it(int cut)
    {
        var whole = await File.ReadAllBytesAsync(DraftFolders.FileIn(await DraftFolders.LeftAsync(8, Long)));
        var kept = await KeptAsync(whole[..^cut]);
        Assert.IsGreaterThanOrEqualTo(6, kept.Count);
        Assert.AreEqual(
            "The file of drafts could not be read (LiteException). It is set aside as drafts.unreadable-20261126-120000.db, and "
                + $"{kept.Count} drafts of it could be kept.",
            _said.Single());
    }

    [TestMethod]
    public async Task A_page_in_the_middle_of_short_drafts_takes_them_and_no_other()
    {
        var whole = await File.ReadAllBytesAsync(DraftFolders.FileIn(await DraftFolders.LeftAsync(60, 500)));
        var pages = Enumerable.Range(1, whole.Length / Page - 1).ToList();
        var kept = new List<int>();
        foreach (var page in pages)
        {
            var broken = (byte[])whole.Clone();
            new Random(page).NextBytes(broken.AsSpan(page * Page, Page));
            kept.Add((await KeptAsync(broken)).Count);
        }

        Assert.IsGreaterThanOrEqualTo(40, kept.Min(), string.Join(' ', kept));
    }

    [TestMethod]
    public async Task A_draft_whose_inside_is_broken_takes_no_other()
    {
        var whole = await File.ReadAllBytesAsync(DraftFolders.FileIn(await DraftFolders.LeftAsync(3, 100)));
        var at = whole.AsSpan().IndexOf("content"u8);
        // Its length, as the engine reads it.
        whole.AsSpan(at + "content".Length + 1, 4).Fill(0x7f);
        Assert.HasCount(2, await KeptAsync(whole));
    }

    [TestMethod]
    public async Task What_was_removed_does_not_come_back()
    {
        var path = await DraftFolders.LeftAsync(8, 3_000);
        var data = await DataFolder.OpenAsync(path, new Clock(DraftFolders.Noon));
        for (var id = 0; id < 8; id += 2)
        {
            data.Get<IDraftStore>().Remove($"{id}");
        }

        await data.CloseAsync();
        var broken = await File.ReadAllBytesAsync(DraftFolders.FileIn(path));
        broken.AsSpan(0, Page).Clear();
        Assert.AreSequenceEqual(["1", "3", "5", "7"], await KeptAsync(broken));
    }

    [TestMethod]
    public async Task An_empty_file_is_said_to_be_empty_and_set_aside()
    {
        Assert.IsEmpty(await KeptAsync([]));
        Assert.AreEqual("The file of drafts was empty. It is set aside as drafts.unreadable-20261126-120000.db, and a new one is begun.", _said.Single());
    }

    [TestMethod]
    public async Task Where_there_was_no_file_one_is_begun()
    {
        await using var data = await DraftFolders.OpenAsync(await DraftFolders.LeftAsync(0), _said);
        Assert.IsEmpty(DraftFolders.Ids(data));
        Assert.AreEqual("There was no file of drafts: one is begun.", _said.Single());
        Assert.IsEmpty(data.Get<UnreadableDrafts>().SetAside());
    }

    private async Task<IReadOnlyList<string>> KeptAsync(byte[] broken)
    {
        var path = await DraftFolders.LeftAsync(0);
        await File.WriteAllBytesAsync(DraftFolders.FileIn(path), broken);
        await using var data = await DraftFolders.OpenAsync(path, _said);
        var kept = DraftFolders.Ids(data);
        DraftFolders.Put(data, "new");
        Assert.HasCount(kept.Count + 1, DraftFolders.Ids(data));
        return kept;
    }
}
