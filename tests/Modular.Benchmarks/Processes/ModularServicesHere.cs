using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Host.Composition;
using Modular.Intake.Situations;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Storage.Schema;

namespace Modular.Benchmarks.Processes;

/// <summary>The product's own services in this process, on a data folder, as a command composes them.</summary>
internal sealed class ModularServicesHere : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ModularServicesHere(ServiceProvider services) => _services = services;

    public SituationService Situations => _services.GetRequiredService<SituationService>();

    public static async Task<ModularServicesHere> OpenAsync(ModularHost host, string plugins)
    {
        var services = new ServiceCollection().AddLogging().AddModular(new ModularSettings(host.DataFolder, plugins, Demo: false, Browser: null, host.PostgreSql));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISchema>().ApplyAsync();
        return new ModularServicesHere(provider);
    }

    public LoadedSite Site(string id) =>
        _services.GetRequiredService<ISiteCatalogue>().Find(id) ?? throw new InvalidOperationException($"There is no site {id}.");

    /// <summary>One of a site's workers.</summary>
    public async Task<Account> AddWorkerAsync(string site)
    {
        var account = new Account($"banc.{site}", $"Mesure-2-{Guid.NewGuid():N}");
        var request = new AccountRequest(account.Login, Role.Worker, [site], null);
        var made = await _services.GetRequiredService<AccountService>().CreateAsync(request, account.Password, by: null);
        return made.Faults.Count == 0 ? account : throw new InvalidOperationException($"{account.Login} could not be added.");
    }

    public Task BringFactsAsync() => _services.GetRequiredService<IPendingFacts>().BringAsync();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
