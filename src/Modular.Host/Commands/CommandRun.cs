using System.CommandLine;
using System.CommandLine.Parsing;
using Modular.Intake.Secrecy;
using Modular.Sites;
using Modular.Storage;
using Modular.Storage.Schema;

namespace Modular.Host.Commands;

/// <summary>One run of a command: what was typed, the services, the terminal.</summary>
internal sealed class CommandRun(ParseResult parsed, IServiceProvider services, Terminal terminal, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private IAsyncDisposable? _served;

    public IServiceProvider Services => services;

    public Terminal Terminal => terminal;

    public TextReader In => terminal.In;

    public TextWriter Out => terminal.Out;

    public TextWriter Error => terminal.Error;

    public CancellationToken Cancellation => _ended.Token;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    public T? Find<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Brings the data files up to date. A command that touches no data (<c>site check</c>) leaves no data folder behind.</summary>
    public async Task OpenDataAsync()
    {
        await Get<ISchema>().ApplyAsync(cancellation: Cancellation);
        _served ??= await Get<ServedData>().ServeAsync(Replaced, Cancellation);
        if (_served is not null)
        {
            // A later version may have changed it a moment before.
            await Get<ISchema>().ApplyAsync(cancellation: Cancellation);
        }

        await Get<StoredKeysCheck>().CheckAsync(Get<ServedData>().Place, Cancellation);
        Get<ISiteVersions>().KeepPassed();
    }

    public async ValueTask DisposeAsync()
    {
        await (_served?.DisposeAsync() ?? ValueTask.CompletedTask);
        _ended.Dispose();
    }

    private void Replaced(string sentence)
    {
        Refuse(sentence);
        _ended.Cancel();
    }

    /// <summary>Says why the command did nothing, as <c>site check: sentence</c>.</summary>
    public int Refuse(params IEnumerable<string> reasons) => Write(reasons, ExitCode.Refused);

    /// <summary>Says what is wrong in a plugin's files, as <c>file:line:column: sentence</c>.</summary>
    public int Refuse(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            Error.WriteLine(fault);
        }

        return ExitCode.Refused;
    }

    /// <summary>The words were well formed but make no sense together.</summary>
    public int Misuse(string reason) => Write([reason], ExitCode.Misused);

    /// <summary>The words that lead to the command: <c>site check</c>.</summary>
    public static string NameOf(ParseResult parsed, string ofRoot)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Parent: not null } command; at = at.Parent)
        {
            names.Push(command.Command.Name);
        }

        return names.Count == 0 ? ofRoot : string.Join(' ', names);
    }

    private int Write(IEnumerable<string> reasons, int code)
    {
        foreach (var reason in reasons)
        {
            Error.WriteLine($"{NameOf(parsed, "modular")}: {reason}");
        }

        return code;
    }
}
