using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

internal static class JournalStorage
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services
        .AddSingleton(provider => new HeadFile(HeadPath(provider.GetRequiredService<IDatabase>())))
        .AddSingleton<IAccessJournal, JournalWriter>()
        .AddSingleton<IJournalReader, JournalReader>();

    public static string HeadPath(IDatabase database) => Path.Combine(database.DataFolder, "journal.head");
}
