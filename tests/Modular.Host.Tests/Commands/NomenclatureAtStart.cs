using System.Diagnostics;
using Modular.Host.Composition;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class NomenclatureAtStart
{
    [TestMethod]
    [DataRow("", DisplayName = "without a command")]
    [DataRow("serve --demo")]
    [DataRow("site list")]
    [DataRow("backup create kept.zip")]
    public async Task Nothing_starts_on_a_nomenclature_that_is_broken(string typed)
    {
        var (code, told) = await RunAsync(text => text.Replace("\"label\": \"Fugue\"", "\"name\": \"Fugue\"", StringComparison.Ordinal), typed);
        Assert.AreEqual(1, code);
        Assert.AreEqual("config/nomenclature.json:18:5: \"label\" is missing.", told[0]);
        Assert.StartsWith("config/nomenclature.json:18:24: \"name\" is not a key that is known here.", told[1]);
        Assert.HasCount(2, told);
    }

    [TestMethod]
    public async Task What_the_file_says_is_read_at_the_next_start()
    {
        var dunkerque = Path.Combine(Configuration.Home, "plugins", "Dunkerque");
        var (code, told) = await RunAsync(
            text => text.Replace("\"code\": \"fugue\"", "\"code\": \"fugues\"", StringComparison.Ordinal), $"site check {dunkerque}");
        Assert.AreEqual(1, code);
        Assert.IsTrue(told.Any(line => line.Contains("\"fugue\" is no key of the common core", StringComparison.Ordinal)), string.Join('\n', told));
    }

    /// <summary>The host in a folder of its own, as when it is published.</summary>
    private static async Task<(int Code, IReadOnlyList<string> Told)> RunAsync(Func<string, string> change, string typed)
    {
        var folder = Directory.CreateTempSubdirectory("modular-published-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var config = folder.CreateSubdirectory("config").FullName;
            var own = Path.Combine(Configuration.Home, "config");
            File.Copy(Path.Combine(own, "appsettings.json"), Path.Combine(config, "appsettings.json"));
            await File.WriteAllTextAsync(
                Path.Combine(config, "nomenclature.json"), change(await File.ReadAllTextAsync(Path.Combine(own, "nomenclature.json"))));
            using var host = Process.Start(new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [Path.Combine(folder.FullName, "modular.dll"), .. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = folder.FullName,
            })!;
            var printed = host.StandardOutput.ReadToEndAsync();
            var told = await host.StandardError.ReadToEndAsync();
            await printed;
            await host.WaitForExitAsync();
            return (host.ExitCode, told.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
