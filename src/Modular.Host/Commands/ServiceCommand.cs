using System.CommandLine;
using Modular.Host.Composition;

namespace Modular.Host.Commands;

/// <summary>What has the machine start the host by itself.</summary>
internal static class ServiceCommand
{
    public static Command Create(CommandHost host)
    {
        var print = new Option<bool>("--print") { Description = "Prints a systemd unit that serves with this executable, these folders and this address." };
        var user = new Option<string?>("--user") { Description = "Who it runs as, and owns the data folder; modular unless said.", HelpName = "USER" };
        var command = new Command("service", "Has the machine start Modular by itself.") { print, user };
        return host.Runs(command, run =>
        {
            if (!run.Value(print))
            {
                return run.Misuse("say --print.");
            }

            var urls = run.Get<IConfiguration>()["Urls"];
            run.Out.Write(SystemdUnit.Of(run.Get<ModularSettings>(), urls, run.Value(user) ?? "modular", Configuration.Home));
            return ExitCode.Done;
        });
    }
}
