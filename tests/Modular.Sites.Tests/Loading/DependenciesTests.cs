using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Modular.Contracts.Rules;

namespace Modular.Sites.Tests.Loading;

/// <summary>The plugin Leaning uses Arithmetic, which uses a library that the host has too.</summary>
[TestClass]
public sealed class DependenciesTests
{
    [TestMethod]
    public void Code_runs_with_what_it_brings_its_own_copy_before_the_host_s_and_its_words_in_french()
    {
        using var plugin = new TempPlugin().WithCode("Leaning");

        Assert.AreEqual("Total : 1", plugin.Load().Rules.Check(Drafts.WithNote("x")).Single().Sentence);
    }

    [TestMethod]
    public void What_stands_in_the_folder_itself_is_found_like_what_stands_in_bin()
    {
        using var plugin = new TempPlugin().WithCode("Leaning");
        TempPlugin.Copy(Path.Combine(plugin.Folder, "bin"), plugin.Folder);
        Directory.Delete(Path.Combine(plugin.Folder, "bin"), recursive: true);

        Assert.EndsWith(" 1", plugin.Load().Rules.Check(Drafts.WithNote("x")).Single().Sentence);
    }

    [TestMethod]
    public void A_dependency_that_is_missing_is_told_before_the_first_call()
    {
        using var plugin = new TempPlugin().WithCode("Leaning");
        File.Delete(Path.Combine(plugin.Folder, "bin", "Arithmetic.dll"));

        Assert.AreEqual(
            "Leaning.dll uses Arithmetic, which neither the plugin's folder nor the host has: copy Arithmetic.dll beside it.", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_dependency_that_is_no_assembly_is_told_by_its_name()
    {
        using var plugin = new TempPlugin().WithCode("Leaning").Write("bin/Arithmetic.dll", "rubbish");

        Assert.AreEqual("Arithmetic.dll is not a .NET assembly.", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void Code_for_later_contracts_is_told_which_and_what_this_host_has()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        WantContracts(9, Path.Combine(plugin.Folder, "bin", "Working.dll"));

        Assert.AreEqual(
            "Working.dll was built for version 9.0.0.0 of Contracts, and this host has 1.0.0.0: build it again with the host's.", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_list_of_dependencies_that_cannot_be_read_is_told_at_its_file()
    {
        using var plugin = new TempPlugin().WithCode("Leaning").Write("bin/Leaning.deps.json", "{ rubbish");

        Assert.AreEqual("bin/Leaning.deps.json:0:0: The file cannot be read.", plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void Files_can_be_overwritten_while_the_code_runs()
    {
        using var plugin = new TempPlugin().WithCode("Leaning");
        var site = plugin.Load();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(plugin.Folder, "bin"), "*.dll"))
        {
            File.WriteAllText(file, "rubbish");
        }

        Assert.EndsWith(" 1", site.Rules.Check(Drafts.WithNote("x")).Single().Sentence);
    }

    /// <summary>Changes in the file which version of Contracts it was built against.</summary>
    internal static void WantContracts(ushort major, string file)
    {
        var bytes = File.ReadAllBytes(file);
        using var image = new PEReader(new MemoryStream(bytes));
        var metadata = image.GetMetadataReader();
        var contracts = metadata.AssemblyReferences.Single(
            reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name) == typeof(SiteRules).Assembly.GetName().Name);
        var row = metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (
            metadata.GetTableRowSize(TableIndex.AssemblyRef) * (MetadataTokens.GetRowNumber(contracts) - 1));
        BitConverter.TryWriteBytes(bytes.AsSpan(image.PEHeaders.MetadataStartOffset + row), major);
        File.WriteAllBytes(file, bytes);
    }
}
