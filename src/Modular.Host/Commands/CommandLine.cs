using System.CommandLine;
using System.CommandLine.Invocation;

namespace Modular.Host.Commands;

/// <summary>One file a family. Exit codes: 0 done; 1 refused, each reason on standard error; 2 wrong usage.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed is { Errors.Count: > 0, Action: ParseErrorAction })
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            await terminal.Error.WriteLineAsync($"Usage: {CommandRun.NameOf(parsed, "modular")} --help");
            return ExitCode.Misused;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            // The web host ends by itself on SIGTERM, in its own time.
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root(Terminal terminal)
    {
        var host = new CommandHost(terminal);
        var serve = ServeCommand.Create(host);
        var root = new RootCommand("Modular, the tool of social workers in police stations and gendarmeries. Without a command it serves.")
        {
            host.DataFolder,
            host.PluginsFolder,
            serve,
            SiteCommands.Create(host),
            AccountCommands.Create(host),
            BackupCommands.Create(host),
            JournalCommands.Create(host),
            ReportCommands.Create(host),
            SituationCommands.Create(host),
            PresenceCommands.Create(host),
            ServiceCommand.Create(host),
        };
        root.Action = serve.Action;
        return root;
    }
}

internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Misused = 2;
}
