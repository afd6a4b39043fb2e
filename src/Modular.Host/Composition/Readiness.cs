using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modular.Intake.Secrecy;
using Modular.Storage;

namespace Modular.Host.Composition;

/// <summary>
/// Kestrel listens once the schema is applied and the sites are loaded: ready is who can still write the data folder and ask the database, and has the keys.
/// </summary>
internal static class Readiness
{
    public static void AddReadiness(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DataFolderCheck>("data_folder").AddCheck<DatabaseCheck>("database")
            .AddCheck<ClockCheck>("clock").AddCheck<KeysCheck>("keys");

    public static void MapReadiness(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status}{Told(entry.Value)}\n").Prepend($"{report.Status}\n");
        return context.Response.WriteAsync(string.Concat(lines));
    }

    /// <summary>What an exception says is for the log: anybody may read this.</summary>
    private static string Told(HealthReportEntry entry) => entry is { Exception: null, Description: { } why } ? $". {why}" : "";

    private sealed class DataFolderCheck(ModularSettings settings) : IHealthCheck
    {
        /// <summary>Below it the next backup, or the next hour, may be what does not fit.</summary>
        private const long Room = 100L * 1024 * 1024;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var probe = Path.Combine(settings.DataFolder, $".probe-{Guid.NewGuid():N}");
            try
            {
                await File.WriteAllBytesAsync(probe, [1], cancellationToken);
                return new DriveInfo(settings.DataFolder).AvailableFreeSpace < Room
                    ? HealthCheckResult.Unhealthy("There are less than 100 MB left on the disk of the data folder.")
                    : HealthCheckResult.Healthy();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return HealthCheckResult.Unhealthy("The data folder cannot be written.");
            }
            finally
            {
                Delete(probe);
            }
        }

        /// <summary>On a full disk it is there, and empty.</summary>
        private static void Delete(string probe)
        {
            try
            {
                File.Delete(probe);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It was said already that the folder cannot be written.
            }
        }
    }

    private sealed class DatabaseCheck(ServedData data) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await data.WhyNotReadyAsync(cancellationToken) is { } why ? HealthCheckResult.Unhealthy(why) : HealthCheckResult.Healthy();
    }

    private sealed class ClockCheck(ServedData data) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await data.WhyWrongTimeAsync(cancellationToken) is { } why ? HealthCheckResult.Unhealthy(why) : HealthCheckResult.Healthy();
    }

    /// <summary>A host that has its keys in memory still works without the files, until it is started again.</summary>
    private sealed class KeysCheck(StoredKeysCheck keys) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await keys.MissingAsync(cancellationToken) is { Count: > 0 } missing
                ? HealthCheckResult.Unhealthy(
                    $"Not in the folder of keys: {string.Join(", ", missing)}. Without them no name is read again: "
                    + "bring them back from a backup before the next start.")
                : HealthCheckResult.Healthy();
    }
}
