using Microsoft.Extensions.DependencyInjection;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

internal static class IntakeStorageServices
{
    public static IServiceCollection AddIntakeStore(this IServiceCollection services) => services
        .AddTables<IntakeContext>()
        .AddSingleton<IIntakeStore, IntakeStore>();
}
