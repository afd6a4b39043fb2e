using System.Diagnostics;
using Modular.Intake.Drafts;
using Modular.Storage.Drafts;
using Modular.Tests;

namespace Modular.Storage.Tests.Drafts;

/// <summary>What becomes of drafts when something else comes to the place of their file, or one that was made anew does not come there.</summary>
[TestClass]
public sealed class ReplacedDraftFileTests
{
    private readonly List<string> _said = [];

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_copy_that_takes_the_place_of_the_file_under_the_host_takes_no_draft_that_is_kept_afterwards(bool keepsTime)
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be replaced there.
            return;
        }

        await using var data = await DraftFolders.OpenAsync(await DraftFolders.LeftAsync(1), _said);
        DraftFolders.Put(data, "before");
        var file = DraftFolders.FileIn(data.Path);
        File.Copy(file, file + ".tmp");
        if (!keepsTime)
        {
            File.SetLastWriteTimeUtc(file + ".tmp", DraftFolders.Noon.AddMinutes(5).UtcDateTime);
        }

        File.Move(file + ".tmp", file, overwrite: true);
        DraftFolders.Put(data, "after");

        await using var again = await DataFolder.OpenAsync(await DraftFolders.KilledAsync(data), new Clock(DraftFolders.Noon));
        Assert.AreSequenceEqual(["0", "after", "before"], DraftFolders.Ids(again));
        Assert.AreEqual(
            "Something else came to the place of the file of drafts. It is set aside as drafts.other-20261126-120000.db, and a new one holds "
                + (keepsTime ? "3 drafts." : "2 drafts."),
            _said.Single());
        Assert.IsTrue(File.Exists(Path.Combine(data.Path, "drafts.other-20261126-120000.db")));
        Assert.IsEmpty(data.Get<UnreadableDrafts>().SetAside());
        data.Get<IDraftStore>().RemoveBefore(DraftFolders.Noon.AddDays(31));
        Assert.IsFalse(File.Exists(Path.Combine(data.Path, "drafts.other-20261126-120000.db")), "It may be as personal as the file.");
    }

    [TestMethod]
    public async Task A_file_that_is_written_over_under_the_host_loses_nothing_of_what_was_just_read()
    {
        if (OperatingSystem.IsWindows())
        {
            // Nobody else writes an open file there.
            return;
        }

        await using var data = await DraftFolders.OpenAsync(await DraftFolders.LeftAsync(3, 100), _said);
        DraftFolders.Put(data, "before", 100);
        foreach (var id in (string[])["0", "1", "2", "before"])
        {
            Assert.IsNotNull(data.Get<IDraftStore>().Find(id));
        }

        Rubbish(DraftFolders.FileIn(data.Path), 1..);
        DraftFolders.Put(data, "after");
        await using var again = await DataFolder.OpenAsync(await DraftFolders.KilledAsync(data), new Clock(DraftFolders.Noon));
        Assert.AreSequenceEqual(["0", "1", "2", "after", "before"], DraftFolders.Ids(again));
        Assert.AreEqual(
            "The file of drafts was cut off or changed under the host. It is set aside as drafts.unreadable-20261126-120000.db, and a new one holds 4 drafts.",
            _said.Single());
    }

    [TestMethod]
    public async Task A_file_that_is_deleted_under_a_host_that_ends_then_is_there_again()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        var path = await DraftFolders.LeftAsync(2);
        var data = await DraftFolders.OpenAsync(path, _said);
        DraftFolders.Put(data, "before");
        File.Delete(DraftFolders.FileIn(path));
        await data.CloseAsync();
        Assert.AreEqual("The file of drafts was deleted under the host. A new one holds 3 drafts.", _said.Single());
        await using var again = await DataFolder.OpenAsync(path, new Clock(DraftFolders.Noon));
        Assert.HasCount(3, DraftFolders.Ids(again));
    }

    [TestMethod]
    public async Task A_file_that_is_deleted_and_cannot_be_made_anew_for_a_while_loses_nothing_and_says_no_draft_is_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        await using var data = await DraftFolders.OpenAsync(await DraftFolders.LeftAsync(2), _said);
        DraftFolders.Put(data, "before");
        File.Delete(DraftFolders.FileIn(data.Path));
        Directory.Move(data.Path, data.Path + "-away");
        Assert.Throws<IOException>(() => data.Get<IDraftStore>().Put(DraftStoreTests.Row("refused", DraftFolders.Account, DraftFolders.Noon), 99));
        Assert.Throws<IOException>(() => data.Get<IDraftStore>().Of(DraftFolders.Account));
        Directory.Move(data.Path + "-away", data.Path);

        Assert.AreSequenceEqual(["0", "1", "before"], DraftFolders.Ids(data));
        await using var again = await DataFolder.OpenAsync(await DraftFolders.KilledAsync(data), new Clock(DraftFolders.Noon));
        Assert.AreSequenceEqual(["0", "1", "before"], DraftFolders.Ids(again));
    }

    [TestMethod]
    [DataRow("directory", "a directory", false)]
    [DataRow("directory", "a directory", true)]
    [DataRow("pipe", "a pipe or a link that leads nowhere", false)]
    [DataRow("pipe", "a pipe or a link that leads nowhere", true)]
    [DataRow("link to nothing", "a pipe or a link that leads nowhere", false)]
    [DataRow("link to nothing", "a pipe or a link that leads nowhere", true)]
    [DataRow("link to itself", "a pipe or a link that leads nowhere", false)]
    [DataRow("link to itself", "a pipe or a link that leads nowhere", true)]
    public async Task What_is_no_file_is_called_what_it_is_and_set_aside(string kind, string found, bool underTheHost)
    {
        if (OperatingSystem.IsWindows())
        {
            // There are no pipes in folders there, and an open file cannot be deleted.
            return;
        }

        var path = await DraftFolders.LeftAsync(2);
        await using var data = await DraftFolders.OpenAsync(path, _said);
        var file = DraftFolders.FileIn(path);
        Assert.HasCount(underTheHost ? 2 : 0, underTheHost ? DraftFolders.Ids(data) : []);
        File.Delete(file);
        if (kind == "directory")
        {
            Directory.CreateDirectory(file);
        }
        else if (kind == "pipe")
        {
            using var made = Process.Start("mkfifo", [file]);
            await made.WaitForExitAsync();
        }
        else
        {
            File.CreateSymbolicLink(file, kind == "link to itself" ? file : file + ".nowhere");
        }

        DraftFolders.Put(data, "new");
        Assert.AreSequenceEqual(underTheHost ? ["0", "1", "new"] : ["new"], DraftFolders.Ids(data));
        Assert.AreEqual(
            underTheHost
                ? "Something else came to the place of the file of drafts. It is set aside as drafts.other-20261126-120000.db, and a new one holds 2 drafts."
                : $"In the place of drafts.db was {found}, and no file. It is set aside as drafts.other-20261126-120000.db, and a new one is begun.",
            _said.Single());
        Assert.Contains("drafts.other-20261126-120000.db", Directory.GetFileSystemEntries(path).Select(Path.GetFileName));
    }

    [TestMethod]
    [DataRow("drafts-log.db")]
    [DataRow("drafts.new.db")]
    [DataRow("drafts.making.db")]
    [DataRow("drafts.making-log.db")]
    public async Task A_directory_in_the_place_of_another_of_its_files_loses_nothing(string name)
    {
        var path = await DraftFolders.LeftAsync(2);
        Directory.CreateDirectory(Path.Combine(path, name));
        await using var data = await DraftFolders.OpenAsync(path, _said);
        Assert.HasCount(2, DraftFolders.Ids(data));
        Assert.StartsWith($"In the place of {name} was a directory, and no file.", _said.Single());
    }

    [TestMethod]
    public async Task A_file_that_was_made_and_did_not_come_to_its_place_is_taken_up()
    {
        var path = await DraftFolders.LeftAsync(2);
        File.Move(DraftFolders.FileIn(path), Path.Combine(path, "drafts.new.db"));
        await using var data = await DraftFolders.OpenAsync(path, _said);
        DraftFolders.Put(data, "new");
        Assert.AreSequenceEqual(["0", "1", "new"], DraftFolders.Ids(data));
        Assert.AreEqual("A file of drafts had not come to its place: 2 drafts of it could be kept.", _said.Single());
        Assert.IsFalse(File.Exists(Path.Combine(path, "drafts.new.db")));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Of_a_draft_in_both_files_the_later_one_is_taken(bool laterIsMade)
    {
        var path = await DraftFolders.LeftAsync(1);
        var made = await DraftFolders.LeftAsync(0);
        foreach (var (folder, at) in new[] { (path, laterIsMade ? 0 : 1), (made, laterIsMade ? 1 : 0) })
        {
            var one = await DataFolder.OpenAsync(folder, new Clock(DraftFolders.Noon));
            one.Get<IDraftStore>().Put(DraftStoreTests.Row("both", DraftFolders.Account, DraftFolders.Noon.AddHours(at), $"at {at}"), 99);
            await one.CloseAsync();
        }

        File.Move(DraftFolders.FileIn(made), Path.Combine(path, "drafts.new.db"));
        await using var data = await DraftFolders.OpenAsync(path, _said);
        Assert.AreSequenceEqual(["0", "both"], DraftFolders.Ids(data));
        Assert.AreEqual("at 1", System.Text.Encoding.UTF8.GetString(data.Get<IDraftStore>().Find("both")!.Content));
    }

    [TestMethod]
    public async Task What_a_kill_leaves_of_a_file_that_is_being_made_stops_nothing()
    {
        var path = await DraftFolders.LeftAsync(2);
        await File.WriteAllTextAsync(Path.Combine(path, "drafts.making.db"), new string('x', 20_000));
        await File.WriteAllTextAsync(Path.Combine(path, "drafts.making-log.db"), new string('x', 20_000));
        await using var data = await DraftFolders.OpenAsync(path, _said);
        Assert.HasCount(2, DraftFolders.Ids(data));
        Assert.IsEmpty(_said);
    }

    internal static void Rubbish(string file, Range pages)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (first, count) = pages.GetOffsetAndLength((int)(stream.Length / 8192));
        var rubbish = new byte[count * 8192];
        new Random(7).NextBytes(rubbish);
        stream.Position = first * 8192;
        stream.Write(rubbish);
    }
}
