using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.References;

[TestClass]
public class BuiltReferencesTests
{
    [TestMethod]
    public void Every_project_is_built() => BuiltReferences.AllAreBuilt(Repository.Here).Kept();

    [TestMethod]
    public void A_project_without_its_assembly_is_named()
    {
        using var seed = new Seed().Module("Modular.Jobs").Project("src/Modular.Directory").Project("plugins/Loire");
        BuiltReferences.AllAreBuilt(seed.Repository).BrokenBy("Modular.Directory", "Loire");
    }

    [TestMethod]
    public void Built_contracts_reference_the_runtime_alone() => BuiltReferences.ContractsStandAlone(Repository.Here).Kept();

    [TestMethod]
    public void Built_contracts_that_reference_a_module_or_the_web_are_named()
    {
        using var seed = new Seed().Module("Modular.Contracts", built => built
            .Uses("System.Runtime", "System", "Object")
            .Uses("Modular.Sites", "Modular.Sites", "Fault")
            .Uses("Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Http", "HttpContext"));
        BuiltReferences.ContractsStandAlone(seed.Repository)
            .BrokenBy("Modular.Contracts → Modular.Sites", "Modular.Contracts → Microsoft.AspNetCore.Http.Abstractions");
    }

    [TestMethod]
    public void A_built_plugin_references_contracts_only() => BuiltReferences.PluginsSeeContractsOnly(Repository.Here).Kept();

    [TestMethod]
    public void A_built_plugin_that_reaches_into_the_host_is_named()
    {
        using var seed = new Seed().Project("plugins/Loire").PluginAssembly("Loire", built => built
            .Uses("System.Runtime", "System", "Object")
            .Uses("Modular.Contracts", "Modular.Contracts.Rules", "SiteRules")
            .Uses("Modular.Storage", "Modular.Storage", "Database"));
        BuiltReferences.PluginsSeeContractsOnly(seed.Repository).BrokenBy("Loire → Modular.Storage");
    }

    [TestMethod]
    public void Each_engine_is_used_by_one_project() => BuiltReferences.EachEngineHasOneProject(Repository.Here).Kept();

    [TestMethod]
    public void An_engine_used_by_two_projects_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Sites", built => built.Uses("Newtonsoft.Json", "Newtonsoft.Json.Linq", "JToken").Uses("System.Runtime", "System", "Object"))
            .Module("Modular.Presence", built => built.Uses("Newtonsoft.Json", "Newtonsoft.Json", "JsonConvert").Uses("System.Runtime", "System", "Object"));
        BuiltReferences.EachEngineHasOneProject(seed.Repository).BrokenBy("Newtonsoft.Json in Modular.Presence, Modular.Sites");
    }

    [TestMethod]
    public void Each_engine_of_the_design_card_is_used_in_its_project() => BuiltReferences.EachEngineIsUsedAtHome(Repository.Here).Kept();

    [TestMethod]
    [DataRow("Hangfire.Core", "Hangfire in Modular.Jobs")]
    [DataRow("McMaster.NETCore.Plugins", "McMaster.NETCore.Plugins in Modular.Sites")]
    [DataRow("Scriban", "Scriban in Modular.Reporting")]
    [DataRow("MailKit", "MailKit in Modular.Reporting")]
    [DataRow("OpenTelemetry", "OpenTelemetry in Modular.Telemetry")]
    [DataRow("LiteDB", "LiteDB in Modular.Storage")]
    [DataRow("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore in Modular.Storage")]
    [DataRow("Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite in Modular.Storage.Sqlite")]
    [DataRow("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite in Modular.Storage.Sqlite")]
    public void An_engine_that_is_gone_from_its_project_is_named(string gone, string named)
    {
        using var seed = new Seed();
        Home("Modular.Jobs", "Hangfire.Core");
        Home("Modular.Sites", "McMaster.NETCore.Plugins");
        Home("Modular.Reporting", "Scriban", "MailKit");
        Home("Modular.Telemetry", "OpenTelemetry");
        Home("Modular.Storage", "LiteDB", "Microsoft.EntityFrameworkCore");
        Home("Modular.Storage.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite");
        BuiltReferences.EachEngineIsUsedAtHome(seed.Repository).BrokenBy(named);

        void Home(string project, params string[] engines) => seed.Module(project, built =>
        {
            foreach (var engine in engines.Where(engine => engine != gone))
            {
                built.Uses(engine, engine, "Anything");
            }
        });
    }

    [TestMethod]
    public void Only_storage_knows_a_database() => BuiltReferences.OnlyStorageKnowsADatabase(Repository.Here).Kept();

    [TestMethod]
    public void Only_its_project_knows_SQLite() => BuiltReferences.OnlyItsProjectKnowsSqlite(Repository.Here).Kept();

    [TestMethod]
    public void A_store_that_speaks_of_SQLite_is_named()
    {
        using var seed = new Seed()
            .Module(
                "Modular.Storage",
                built => built.Uses("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "SqliteException")
                    .Uses("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "DbContext"))
            .Module("Modular.Storage.Sqlite", built => built.Uses("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "SqliteConnection"))
            .Module(
                "Modular.Host",
                built => built.Uses("Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore", "SqliteDbContextOptionsBuilderExtensions"));
        BuiltReferences.OnlyItsProjectKnowsSqlite(seed.Repository)
            .BrokenBy("Modular.Host → Microsoft.EntityFrameworkCore.Sqlite", "Modular.Storage → Microsoft.Data.Sqlite");
    }

    [TestMethod]
    public void The_words_of_every_database_are_shared_by_storage_and_by_nobody_else()
    {
        using var seed = new Seed()
            .Module(
                "Modular.Storage",
                built => built.Uses("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "DbContext").Uses("LiteDB", "LiteDB", "LiteDatabase"))
            .Module(
                "Modular.Storage.Sqlite",
                built => built.Uses("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "DbContext").Uses("LiteDB", "LiteDB", "LiteDatabase"));
        BuiltReferences.EachEngineHasOneProject(seed.Repository).BrokenBy("LiteDB in Modular.Storage.Sqlite, Modular.Storage");
        seed.Module("Modular.Intake", built => built.Uses("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "DbContext"));
        BuiltReferences.EachEngineHasOneProject(seed.Repository).Take(1)
            .BrokenBy("Microsoft.EntityFrameworkCore in Modular.Intake, Modular.Storage.Sqlite, Modular.Storage");
    }

    [TestMethod]
    public void A_module_that_opens_a_database_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Storage", built => built.Uses("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "DbContext"))
            .Module("Modular.Storage.Sqlite", built => built.Uses("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "SqliteConnection"))
            .Module(
                "Modular.Intake",
                built => built.Uses("Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore", "RelationalQueryableExtensions"))
            .Module("Modular.Presence", built => built.Uses("LiteDB", "LiteDB", "LiteDatabase"))
            .Module(
                "Modular.Reporting",
                built => built.Uses("System.Data.Common", "System.Data.Common", "DbConnection").Uses("System.Data.Common", "System.Data", "IDataReader"));
        BuiltReferences.OnlyStorageKnowsADatabase(seed.Repository)
            .BrokenBy("Modular.Intake → Microsoft.EntityFrameworkCore.Relational", "Modular.Presence → LiteDB",
                "Modular.Reporting → System.Data.Common.DbConnection");
    }

    [TestMethod]
    public void A_project_that_a_rule_speaks_of_and_that_is_gone_is_named()
    {
        using var seed = new Seed().Module("Modular.Statistics").Module("Modular.Intake");
        BuiltReferences.Wall(seed.Repository).BrokenBy("Modular.Reporting");
        BuiltReferences.ContractsStandAlone(seed.Repository).BrokenBy("Modular.Contracts");
        BuiltReferences.OnlyStorageKnowsADatabase(seed.Repository).BrokenBy("Modular.Storage");
    }

    [TestMethod]
    public void A_job_belongs_to_a_module() => BuiltReferences.JobsBelongToModules(Repository.Here).Kept();

    [TestMethod]
    public void A_job_in_the_host_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Presence", built => built.Uses("Modular.Jobs", "Modular.Jobs", "IJob"))
            .Module("Modular.Host", built => built.Uses("Modular.Jobs", "Modular.Jobs", "IJob"));
        BuiltReferences.JobsBelongToModules(seed.Repository).BrokenBy("Modular.Host → Modular.Jobs.IJob");
    }

    [TestMethod]
    public void Jobs_under_another_name_do_not_pass_unseen()
    {
        using var seed = new Seed().Module("Modular.Presence", built => built.Uses("Modular.Jobs", "Modular.Jobs", "ITask"));
        BuiltReferences.JobsBelongToModules(seed.Repository).BrokenBy("Modular.Jobs.IJob");
    }

    [TestMethod]
    public void Only_jobs_knows_the_scheduler() => BuiltReferences.OnlyJobsKnowsTheScheduler(Repository.Here).Kept();

    [TestMethod]
    public void A_module_that_schedules_by_itself_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Jobs", built => built.Uses("Hangfire.Core", "Hangfire", "IRecurringJobManager"))
            .Module("Modular.Reporting", built => built.Uses("Hangfire.Core", "Hangfire", "BackgroundJob"));
        BuiltReferences.OnlyJobsKnowsTheScheduler(seed.Repository).BrokenBy("Modular.Reporting → Hangfire.Core");
    }

    [TestMethod]
    public void Only_sites_loads_assemblies() => BuiltReferences.OnlySitesLoadsAssemblies(Repository.Here).Kept();

    [TestMethod]
    public void Others_that_load_assemblies_are_named()
    {
        using var seed = new Seed()
            .Module("Modular.Sites", built => built.Uses("System.Runtime.Loader", "System.Runtime.Loader", "AssemblyLoadContext"))
            .Module("Modular.Jobs", built => built.Uses("System.Runtime.Loader", "System.Runtime.Loader", "AssemblyLoadContext"))
            .Module("Modular.Intake", built => built.Uses("McMaster.NETCore.Plugins", "McMaster.NETCore.Plugins", "PluginLoader"))
            .Module("Modular.Host", built => built.Uses("System.Runtime", "System.Reflection", "Assembly", "LoadFrom"));
        BuiltReferences.OnlySitesLoadsAssemblies(seed.Repository)
            .BrokenBy(
                "Modular.Host → System.Reflection.Assembly.LoadFrom", "Modular.Intake → McMaster.NETCore.Plugins",
                "Modular.Jobs → System.Runtime.Loader.AssemblyLoadContext");
    }

    [TestMethod]
    public void Nobody_makes_a_load_context() => BuiltReferences.NobodyMakesALoadContext(Repository.Here).Kept();

    [TestMethod]
    public void A_load_context_made_by_hand_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Sites", built => built.Uses("System.Runtime.Loader", "System.Runtime.Loader", "AssemblyLoadContext", ".ctor"))
            .Module("Modular.Jobs", built => built.Uses("System.Runtime.Loader", "System.Runtime.Loader", "AssemblyLoadContext", "GetLoadContext"));
        BuiltReferences.NobodyMakesALoadContext(seed.Repository).BrokenBy("Modular.Sites → System.Runtime.Loader.AssemblyLoadContext");
    }

    [TestMethod]
    public void Built_statistics_and_reporting_cannot_reach_intake() => BuiltReferences.Wall(Repository.Here).Kept();

    [TestMethod]
    public void A_built_detour_through_the_wall_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Statistics", built => built.Uses("Modular.Presence", "Modular.Presence", "Occurrence"))
            .Module("Modular.Presence", built => built.Uses("Modular.Intake", "Modular.Intake", "Situation"))
            .Module("Modular.Intake", built => built.Uses("Modular.Statistics", "Modular.Statistics", "Fact"))
            .Module("Modular.Reporting");
        BuiltReferences.Wall(seed.Repository).BrokenBy("Modular.Statistics → Modular.Intake");
    }
}
