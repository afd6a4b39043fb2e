using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.References;

[TestClass]
public class ProjectReferencesTests
{
    [TestMethod]
    public void Projects_are_found_on_disk()
    {
        var here = Repository.Here;
        CollectionAssert.IsSubsetOf(
            new[]
            {
                "Modular.Contracts", "Modular.Sites", "Modular.Intake", "Modular.Presence", "Modular.Statistics", "Modular.Reporting", "Modular.Access",
                "Modular.Jobs", "Modular.Storage", "Modular.Storage.Sqlite", "Modular.Host",
            },
            here.Product.Select(project => project.Name).ToList());
        CollectionAssert.IsSubsetOf(new[] { "Loire", "HauteMarne", "Pantin" }, here.Plugins.Select(project => project.Name).ToList());
        CollectionAssert.Contains(here.Tests.Select(project => project.Name).ToList(), "Modular.Architecture.Tests");
    }

    [TestMethod]
    public void Contracts_reference_nothing() => ProjectReferences.ContractsStandAlone(Repository.Here).Kept();

    [TestMethod]
    public void Contracts_that_reference_a_package_are_named()
    {
        using var seed = new Seed().Project("src/Modular.Contracts", references: ["Modular.Sites"], packages: ["Newtonsoft.Json"]);
        ProjectReferences.ContractsStandAlone(seed.Repository).BrokenBy("Modular.Contracts → Modular.Sites", "Modular.Contracts → Newtonsoft.Json");
    }

    [TestMethod]
    public void A_plugin_references_contracts_only() => ProjectReferences.PluginsSeeContractsOnly(Repository.Here).Kept();

    [TestMethod]
    public void A_plugin_that_references_a_module_or_a_package_is_named()
    {
        using var seed = new Seed().Project("plugins/Loire", references: ["Modular.Contracts", "Modular.Intake"], packages: ["Dapper"]);
        ProjectReferences.PluginsSeeContractsOnly(seed.Repository).BrokenBy("Loire → Modular.Intake", "Loire → Dapper");
    }

    [TestMethod]
    public void A_reference_given_to_all_plugins_is_seen_too()
    {
        using var seed = new Seed().Project("plugins/Loire")
            .File(
                "plugins/Directory.Build.props",
                """<Project><ItemGroup><ProjectReference Include="../src/Modular.Sites/Modular.Sites.csproj" /></ItemGroup></Project>""");
        ProjectReferences.PluginsSeeContractsOnly(seed.Repository).BrokenBy("Loire → Modular.Sites");
    }

    [TestMethod]
    public void Each_package_is_referenced_by_one_project() => ProjectReferences.EachPackageHasOneProject(Repository.Here).Kept();

    [TestMethod]
    public void A_package_in_two_projects_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Jobs", packages: ["Hangfire.Core"])
            .Project("src/Modular.Host", packages: ["Hangfire.Core", "System.CommandLine"]);
        ProjectReferences.EachPackageHasOneProject(seed.Repository).BrokenBy("Hangfire.Core in Modular.Host, Modular.Jobs");
    }

    [TestMethod]
    public void Projects_form_no_cycle() => ProjectReferences.NoCycles(Repository.Here).Kept();

    [TestMethod]
    public void A_cycle_is_named()
    {
        using var seed = new Seed()
            .Project("src/Modular.A", references: ["Modular.B"]).Project("src/Modular.B", references: ["Modular.C"])
            .Project("src/Modular.C", references: ["Modular.B"]);
        ProjectReferences.NoCycles(seed.Repository).BrokenBy("Modular.B", "Modular.C");
    }

    [TestMethod]
    public void Statistics_and_reporting_cannot_reach_intake() => ProjectReferences.Wall(Repository.Here).Kept();

    [TestMethod]
    public void A_detour_through_the_wall_is_named()
    {
        using var seed = new Seed()
            .Project("src/Modular.Reporting", references: ["Modular.Presence"]).Project("src/Modular.Presence", references: ["Modular.Intake"])
            .Project("src/Modular.Intake")
            .Project("src/Modular.Statistics");
        ProjectReferences.Wall(seed.Repository).BrokenBy("Modular.Reporting → Modular.Intake");
    }

    [TestMethod]
    public void Projects_that_a_rule_speaks_of_and_that_are_gone_are_named()
    {
        using var seed = new Seed().Project("src/Modular.Statistics").Project("src/Modular.Nominative");
        ProjectReferences.Wall(seed.Repository).BrokenBy("Modular.Reporting", "Modular.Intake");
        ProjectReferences.ContractsStandAlone(seed.Repository).BrokenBy("Modular.Contracts");
        ProjectReferences.OnlyHostAndStorageJoinModules(seed.Repository).BrokenBy("Modular.Host", "Modular.Storage");
    }

    [TestMethod]
    public void Nothing_but_host_and_storage_references_everything() => ProjectReferences.OnlyHostAndStorageJoinModules(Repository.Here).Kept();

    [TestMethod]
    public void A_module_that_reaches_storage_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Jobs", references: ["Modular.Storage"]).Project("src/Modular.Storage", references: ["Modular.Intake"])
            .Project("src/Modular.Host");
        ProjectReferences.OnlyHostAndStorageJoinModules(seed.Repository).BrokenBy("Modular.Jobs → Modular.Storage");
    }

    [TestMethod]
    public void The_host_composes_every_project() => ProjectReferences.HostReachesAll(Repository.Here).Kept();

    [TestMethod]
    public void A_project_that_the_host_forgot_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Host", references: ["Modular.Jobs"]).Project("src/Modular.Jobs").Project("src/Modular.Directory");
        ProjectReferences.HostReachesAll(seed.Repository).BrokenBy("Modular.Directory");
    }
}
