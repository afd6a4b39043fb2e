using Modular.Storage.Backups;

namespace Modular.Storage.Tests.Backups;

[TestClass]
public sealed class PrivateFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-private-").FullName;

    [TestMethod]
    public async Task Of_many_who_add_a_file_at_once_one_does_and_its_bytes_stay()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = Path.Combine(_folder, $"{round}.key");
            using var together = new Barrier(8);
            var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Factory.StartNew(() =>
            {
                together.SignalAndWait();
                return (IsNew: PrivateFile.Add(path, [(byte)number]), Found: File.ReadAllBytes(path).Single());
            }, default, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.AreEqual(1, read.Count(one => one.IsNew));
            Assert.HasCount(1, read.Select(one => one.Found).Distinct().ToList());
        }

        Assert.HasCount(20, Directory.GetFiles(_folder), "nothing is left beside them");
    }

    [TestMethod]
    public async Task What_is_there_is_replaced_only_when_that_is_asked_for()
    {
        var path = Path.Combine(_folder, "a.key");
        Assert.IsTrue(PrivateFile.Add(path, [1]));
        Assert.IsFalse(PrivateFile.Add(path, [2]));
        CollectionAssert.AreEqual(new byte[] { 1 }, await File.ReadAllBytesAsync(path));
        Assert.IsTrue(PrivateFile.Add(path, [3], overwrite: true));
        CollectionAssert.AreEqual(new byte[] { 3 }, await File.ReadAllBytesAsync(path));
    }

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);
}
