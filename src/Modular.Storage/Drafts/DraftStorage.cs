using Microsoft.Extensions.DependencyInjection;
using Modular.Intake.Drafts;

namespace Modular.Storage.Drafts;

internal static class DraftStorage
{
    public static IServiceCollection AddDraftStore(this IServiceCollection services) => services
        .AddSingleton<DraftFile>()
        .AddSingleton<IDraftStore, DraftStore>()
        .AddSingleton<DraftShelf>();
}
