using System.CommandLine;
using Modular.Host.Accounts;
using Modular.Host.Composition;
using Modular.Host.Demo;
using Modular.Storage;

namespace Modular.Host.Commands;

internal static class ServeCommand
{
    public static Command Create(CommandHost host)
    {
        const string ofDemo = "Fills an empty data folder with synthetic people and demo accounts, and says so on every page.";
        var demo = new Option<bool>("--demo") { Description = ofDemo };
        var urls = new Option<string?>("--urls") { Description = "Where to listen; http://127.0.0.1:5080 unless set.", HelpName = "URLS" };
        var command = new Command("serve", "Serves the pages.") { demo, urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!await host.CodesAreReadAsync())
            {
                return ExitCode.Refused;
            }

            var options = host.OptionsOf(parsed) with { Demo = parsed.GetValue(demo), Urls = parsed.GetValue(urls) };
            ServedData? database = null;
            try
            {
                await using var app = ModularApp.Build(options);
                database = app.Services.GetRequiredService<ServedData>();
                await app.StartAsync(cancellation);
                await FirstAccessLink.PrintAsync(app, host.Terminal.Out);
                await DemoServices.GreetAsync(app, host.Terminal.Out);
                await app.WaitForShutdownAsync(cancellation);
                if (database.WhyEnded is { } ended)
                {
                    // Whoever looks after the process starts it again, on what is there by then.
                    await host.Terminal.Error.WriteLineAsync($"serve: {ended}");
                    return ExitCode.Refused;
                }

                return ExitCode.Done;
            }
            catch (Exception failure) when (database?.Why(failure) is { } why)
            {
                await host.Terminal.Error.WriteLineAsync($"serve: {why}");
                return ExitCode.Refused;
            }
            catch (FormatException malformed)
            {
                await host.Terminal.Error.WriteLineAsync($"serve: {malformed.Message}");
                return ExitCode.Misused;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SettingRefusedException)
            {
                await host.Terminal.Error.WriteLineAsync($"serve: {failure.Message}");
                return ExitCode.Refused;
            }
        });
        return command;
    }
}
