using Modular.Access;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Reporting.Tests.Deliveries;

[TestClass]
public sealed class AccountMessageSenderTests
{
    private static readonly JobRun Morning = new("not_contacted", "pantin", "2026-01-15", new DateOnly(2026, 1, 15));

    [TestMethod]
    public async Task A_message_is_owed_once_to_the_open_accounts_of_the_site_in_the_roles_that_have_an_address()
    {
        await using var data = await OpenAsync();
        await AddAsync(data, "equipe", Role.Worker, "pantin", "equipe@exemple.fr");
        await AddAsync(data, "ailleurs", Role.Worker, "loire", "ailleurs@exemple.fr");
        await AddAsync(data, "coordination", Role.Coordinator, "pantin", "coordination@exemple.fr");
        await AddAsync(data, "sans-adresse", Role.Worker, "pantin", null);
        var closed = await AddAsync(data, "parti", Role.Worker, "pantin", "parti@exemple.fr");
        await data.Get<AccountService>().DisableAsync(closed.Id, true, new SignedInAccount(Guid.NewGuid(), "admin", Role.Administrator, []));

        Assert.AreEqual("1 envoi prévu.", await OweAsync(data, "worker"));
        Assert.AreEqual("Déjà envoyé ou en cours d’envoi.", await OweAsync(data, "worker"));
        Assert.AreEqual("1 envoi prévu.", await OweAsync(data, "worker", "coordinator"));
        var deliveries = (await data.Get<IDeliveryStore>().LatestAsync(9)).Select(one => one.Delivery).ToList();
        CollectionAssert.AreEquivalent(new[] { "equipe@exemple.fr", "coordination@exemple.fr" }, deliveries.Select(one => one.Recipient).ToList());
        Assert.AreEqual(new MessageSubject("pantin", "not_contacted", "2026-01-15"), deliveries[0].Of);
    }

    [TestMethod]
    public async Task Where_nobody_is_concerned_that_is_said_and_every_run_stands_in_the_journal()
    {
        await using var data = await OpenAsync();
        Assert.StartsWith("Personne à qui l’envoyer", await OweAsync(data, "worker"));
        var row = (await data.Get<IJournalReader>().PageAsync(new JournalFilter())).Rows.Single();
        Assert.AreEqual(("modular", "job_run", "pantin", "not_contacted 2026-01-15"), (row.Login, row.Act, row.Site, row.Detail));
    }

    [TestMethod]
    [DataRow("https://modular.exemple.fr/", "https://modular.exemple.fr/saisines")]
    [DataRow("https://modular.exemple.fr", "https://modular.exemple.fr/saisines")]
    [DataRow(null, null)]
    public async Task A_link_begins_where_people_reach_modular(string? address, string? link)
    {
        await using var data = await OpenAsync(address);
        Assert.AreEqual(link, data.Get<IMessageSender>().LinkTo("/saisines"));
    }

    private static Task<string> OweAsync(DataFolder data, params string[] roles) =>
        data.Get<IMessageSender>().OweAsync(Morning, "not_contacted", roles, default);

    private static Task<DataFolder> OpenAsync(string? address = null) =>
        DataFolder.CreateAsync(new Clock("2026-01-15T07:00:00Z"), services => services.AddAccess().AddDeliveries(new MailSettings { Address = address }));

    private static async Task<Account> AddAsync(DataFolder data, string login, Role role, string site, string? email) =>
        (await data.Get<AccountService>().CreateAsync(new AccountRequest(login, role, [site], email), "Marée-basse 7h", by: null)).Account!;
}
