using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using Modular.Host.Composition;
using Modular.Sites;
using Modular.Storage;

namespace Modular.Host.Commands;

/// <summary>Runs a command on the services the pages have, without a web server.</summary>
internal sealed class CommandHost(Terminal terminal)
{
    /// <summary>Accepted after any command, as <see cref="PluginsFolder"/> is.</summary>
    public Option<string?> DataFolder { get; } = new("--data-folder")
    {
        Description = "Where the data is kept (setting Modular:DataFolder).",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public Option<string?> PluginsFolder { get; } = new("--plugins-folder")
    {
        Description = "Where the site plugins are (setting Modular:PluginsFolder).",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public Terminal Terminal => terminal;

    public ServeOptions OptionsOf(ParseResult parsed) => new()
    {
        DataFolder = Full(parsed.GetValue(DataFolder)),
        PluginsFolder = Full(parsed.GetValue(PluginsFolder)),
    };

    /// <summary>It begins in the folder where it is typed; a setting's begins in the folder of the settings.</summary>
    private static string? Full(string? folder) => folder is null ? null : Path.GetFullPath(folder);

    /// <summary>Reads the common core of codes, which everything else leans on, and says what is wrong with it.</summary>
    public async Task<bool> CodesAreReadAsync()
    {
        foreach (var fault in Nomenclature.Faults)
        {
            await terminal.Error.WriteLineAsync($"{fault}");
        }

        return Nomenclature.Faults.Count == 0;
    }

    public Command Runs(Command command, Func<CommandRun, int> run) => Runs(command, running => Task.FromResult(run(running)));

    public Command Runs(Command command, Func<CommandRun, Task<int>> run)
    {
        command.SetAction((parsed, cancellation) => RunAsync(parsed, run, cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<CommandRun, Task<int>> run, CancellationToken cancellation)
    {
        var options = OptionsOf(parsed);
        if (options.PluginsFolder is { } plugins && !Directory.Exists(plugins))
        {
            await terminal.Error.WriteLineAsync($"{CommandRun.NameOf(parsed, "modular")}: there is no folder {plugins}.");
            return ExitCode.Refused;
        }

        if (!await CodesAreReadAsync())
        {
            return ExitCode.Refused;
        }

        var configuration = Configuration.Read(options);
        ModularSettings settings;
        try
        {
            settings = ModularSettings.From(configuration);
        }
        catch (SettingRefusedException refused)
        {
            await terminal.Error.WriteLineAsync($"{CommandRun.NameOf(parsed, "modular")}: {refused.Message}");
            return ExitCode.Refused;
        }

        var services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging
                .AddConfiguration(configuration.GetSection("Logging"))
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning))
            .AddModular(settings);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        await using var running = new CommandRun(parsed, scope.ServiceProvider, terminal, cancellation);
        try
        {
            return await run(running);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return running.Refuse(failure.Message);
        }
        catch (Exception failure) when (provider.GetRequiredService<ServedData>().Why(failure) is { } why)
        {
            return running.Refuse(why);
        }
    }
}
