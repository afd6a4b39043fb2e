using Microsoft.EntityFrameworkCore;
using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Tables
{
    [TestClass]
    public class OwnTablesTests
    {
        [TestMethod]
        public void Tables_are_named_after_their_module() => OwnTables.AreNamedAfterTheirModule(Repository.Here).Kept();

        [TestMethod]
        public void A_table_that_another_module_owns_by_its_name_is_named()
        {
            using var seed = new Seed().Project("src/Modular.Storage.Sqlite").File("src/Modular.Storage.Sqlite/Presence/001.sqlite.sql", """
                CREATE TABLE presence_mark (id TEXT PRIMARY KEY);
                create table if not exists "intake_absence" (id TEXT PRIMARY KEY);
                CREATE INDEX presence_mark_by_day ON presence_mark (id);
                """);
            OwnTables.AreNamedAfterTheirModule(seed.Repository).BrokenBy("src/Modular.Storage.Sqlite/Presence/001.sqlite.sql: intake_absence");
        }

        [TestMethod]
        public void Each_context_has_a_script_that_makes_its_tables() => OwnTables.AreFound(Repository.Here).Kept();

        [TestMethod]
        public void Scripts_that_moved_away_from_the_rules_are_named()
        {
            using var seed = new Seed().Project("src/Modular.Storage").Project("src/Modular.Storage.Sqlite").Project("src/Modular.Storage.PostgreSql")
                .File("src/Modular.Storage/Presence/PresenceContext.cs", "class PresenceContext;")
                .File("src/Modular.Storage.Sqlite/Presence/001.sqlite.sql", "CREATE TABLE presence_mark (id TEXT);")
                .File("src/Scripts/Presence/001.sql", "CREATE TABLE presence_mark (id TEXT);");
            OwnTables.AreFound(seed.Repository).BrokenBy("Modular.Storage.PostgreSql/Presence");
            using var empty = new Seed();
            OwnTables.AreFound(empty.Repository).BrokenBy("Modular.Storage/");
        }

        [TestMethod]
        public void Tables_are_named_by_their_module_only() => OwnTables.AreNamedByTheirModuleOnly(Repository.Here).Kept();

        [TestMethod]
        public void A_store_that_reads_another_modules_table_is_named()
        {
            using var seed = new Seed().Project("src/Modular.Storage").Project("src/Modular.Storage.Sqlite")
                .File("src/Modular.Storage.Sqlite/Intake/001.sqlite.sql", "CREATE TABLE intake_situation (id TEXT PRIMARY KEY);")
                .File("src/Modular.Storage/Intake/IntakeStore.cs", "var all = \"SELECT id FROM intake_situation\";")
                .File("src/Modular.Storage/Statistics/FactStore.cs", "var names = \"SELECT id FROM intake_situation\";");
            OwnTables.AreNamedByTheirModuleOnly(seed.Repository).BrokenBy("src/Modular.Storage/Statistics/FactStore.cs: intake_situation");
        }

        [TestMethod]
        public void A_store_knows_its_own_module() => OwnTables.StoresServeOneModule(Repository.Here).Kept();

        [TestMethod]
        public void A_store_that_reaches_over_the_wall_is_named()
        {
            using var seed = new Seed()
                .Project("src/Modular.Storage").Project("src/Modular.Intake", references: ["Modular.Statistics"]).Project("src/Modular.Statistics")
                .File("src/Modular.Storage/Intake/IntakeStore.cs", "using Modular.Intake; using Modular.Statistics;")
                .File("src/Modular.Storage/Statistics/FactStore.cs", "using Modular.Statistics; using Modular.Intake.Situations;");
            OwnTables.StoresServeOneModule(seed.Repository).BrokenBy("src/Modular.Storage/Statistics/FactStore.cs → Modular.Intake");
        }

        [TestMethod]
        public void A_part_of_a_module_and_a_folder_of_no_module_are_seen_too()
        {
            using var seed = new Seed()
                .Project("src/Modular.Storage").Project("src/Modular.Intake").Project("src/Modular.Reporting")
                .File("src/Modular.Storage/Deliveries/DeliveryStore.cs", "using Modular.Reporting; using Modular.Intake;")
                .File("src/Modular.Storage/Referrals/ReferralStore.cs", "using Modular.Intake;");
            OwnTables.StoresServeOneModule(seed.Repository).OrderBy(breach => breach.Offender)
                .BrokenBy("src/Modular.Storage/Deliveries/DeliveryStore.cs → Modular.Intake", "src/Modular.Storage/Referrals/ReferralStore.cs");
        }

        [TestMethod]
        public void Contexts_that_moved_away_are_named() => MappedTables.AreNamedAfterTheirModule([]).BrokenBy("Modular.Storage");

        [TestMethod]
        public void Contexts_map_tables_named_after_their_module() => MappedTables.AreNamedAfterTheirModule(MappedTables.Contexts).Kept();

        [TestMethod]
        public void A_context_that_maps_a_foreign_table_is_named() =>
            MappedTables.AreNamedAfterTheirModule([typeof(Seeds.Presence.SeededContext)]).BrokenBy("SeededContext: Leaves", "SeededContext: intake_situation");
    }
}

namespace Modular.Architecture.Tests.Tables.Seeds.Presence
{
    internal sealed class SeededContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Leave> Leaves => Set<Leave>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Mark>().ToTable("presence_mark");
            modelBuilder.Entity<Situation>().ToTable("intake_situation");
        }

        internal sealed record Leave(Guid Id);

        internal sealed record Mark(Guid Id);

        internal sealed record Situation(Guid Id);
    }
}
