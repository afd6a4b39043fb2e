using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Stores;

[TestClass]
public class StoreContractsTests
{
    private const string ContractFile = "tests/Modular.Storage.Tests/Access/AccountStoreContract.cs";

    private const string Contract = """
        public abstract class AccountStoreContract
        {
            private IAccountStore Store => null!;
        }

        [TestClass]
        public sealed class SqliteAccountStoreTests : AccountStoreContract
        {
        }

        [TestClass]
        public sealed class PostgreSqlAccountStoreTests : AccountStoreContract
        {
        }
        """;

    [TestMethod]
    public void Every_store_has_a_contract_class() => StoreContracts.AreThere(Repository.Here).Kept();

    [TestMethod]
    public void A_store_that_came_later_and_has_no_contract_class_is_named()
    {
        using var seed = Sound()
            .Assembly("Modular.Storage", built => built
                .Implements("Modular.Storage.Access", "AccountStore", ("Modular.Access", "Modular.Access.Accounts", "IAccountStore"))
                .Implements("Modular.Storage.Sites", "VersionStore", ("Modular.Sites", "Modular.Sites", "IVersionStore")));
        StoreContracts.AreThere(seed.Repository).BrokenBy("Modular.Sites.IVersionStore");
    }

    [TestMethod]
    public void A_store_of_one_database_alone_is_named_too()
    {
        using var seed = Sound().Assembly("Modular.Storage.PostgreSql", built => built
            .Implements("Modular.Storage.PostgreSql.Keys", "SharedKeys", ("Modular.Intake", "Modular.Intake.Secrecy", "IKeyFiles")));
        StoreContracts.AreThere(seed.Repository).BrokenBy("Modular.Intake.Secrecy.IKeyFiles");
    }

    [TestMethod]
    public void A_test_that_speaks_of_a_store_is_no_contract_class()
    {
        using var seed = Sound().File(ContractFile, Contract.Replace("abstract ", "", StringComparison.Ordinal));
        StoreContracts.AreThere(seed.Repository).BrokenBy("Modular.Access.Accounts.IAccountStore");
    }

    [TestMethod]
    public void Every_contract_is_tried_on_every_database() => StoreContracts.AreTriedOnEveryDatabase(Repository.Here).Kept();

    [TestMethod]
    [DataRow("PostgreSqlAccountStoreTests", "AccountStoreTests", "AccountStoreContract on PostgreSql")]
    [DataRow("[TestClass]\npublic sealed class Sqlite", "public sealed class Sqlite", "AccountStoreContract on Sqlite")]
    public void A_contract_that_is_not_tried_on_a_database_is_named(string what, string with, string offender)
    {
        using var seed = Sound().File(ContractFile, Contract.ReplaceLineEndings("\n").Replace(what, with, StringComparison.Ordinal));
        StoreContracts.AreTriedOnEveryDatabase(seed.Repository).BrokenBy(offender);
    }

    [TestMethod]
    public void A_database_that_came_later_wants_every_contract()
    {
        using var seed = Sound().Module("Modular.Storage.Oracle");
        StoreContracts.AreTriedOnEveryDatabase(seed.Repository).BrokenBy("AccountStoreContract on Oracle");
    }

    [TestMethod]
    public void The_rules_about_contracts_speak_of_what_is_there() => StoreContracts.SpeakOfWhatIsThere(Repository.Here).Kept();

    [TestMethod]
    public void What_was_renamed_away_is_named()
    {
        using var seed = Sound();
        StoreContracts.SpeakOfWhatIsThere(seed.Repository).BrokenBy(
            "Modular.Intake.Drafts.IDraftStore", "Modular.Jobs.IJob", "Modular.Sites.ISharedVersions",
            "Modular.Intake", "Modular.Jobs", "Modular.Presence", "Modular.Reporting");
    }

    /// <summary>One store, with its contract class, on two databases.</summary>
    private static Seed Sound() => new Seed()
        .Module("Modular.Access")
        .Module("Modular.Intake")
        .Module("Modular.Sites")
        .Module("Modular.Storage.Sqlite")
        .Module("Modular.Storage.PostgreSql")
        .Module("Modular.Storage", built => built
            .Implements("Modular.Storage.Access", "AccountStore", ("Modular.Access", "Modular.Access.Accounts", "IAccountStore")))
        .Project("tests/Modular.Storage.Tests")
        .File(ContractFile, Contract);
}
